package client_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http/httptest"

	"gander/verifiers/client"
	"gander/verifiers/server"
)

func Example() {
	// A server of its own stands in for gander serve.
	s, err := server.New(server.Default())
	if err != nil {
		fmt.Println(err)
		return
	}
	h := httptest.NewServer(s.Handler())
	defer h.Close()

	c := client.Client{URL: h.URL}
	args := json.RawMessage(`{"golds":["Île-de-France"],"others":["Brittany"]}`)
	results, err := c.VerifyBatch(context.Background(), []client.Item{
		{Verifier: "text_strict@1", Args: args, Reply: `<think>North of Lyon.</think> \boxed{the Ile de France}`},
		{Verifier: "text_strict@1", Args: args, Reply: `\boxed{Brittany or Île-de-France}`},
		{Verifier: "text_strict@2", Args: args, Reply: `\boxed{Brittany}`},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range results {
		if r.Error != nil {
			fmt.Println(r.Error)
			continue
		}
		fmt.Println(r.Score, r.Outcome, "-", r.Detail)
	}
	// Output:
	// 1 right - equal
	// 0 wrong - a second answer or a denial beside the gold
	// items[2].verifier: no verifier is called "text_strict@2"; did you mean "text_strict@1"?
}
