// Package client asks a reward server for verdicts.
//
//	c := client.Client{URL: "http://127.0.0.1:8080"}
//	v, err := c.Verify(ctx, client.Item{Verifier: "text_strict@1", Args: args, Reply: reply})
//
// One call is one request: nothing is tried again, nothing is cached. The time that a call
// may take is that of its context. A client is safe for concurrent use and keeps
// connections open between calls, as its [http.Client] does.
package client

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	"gander/verifiers"
	"gander/verifiers/server/wire"
)

type (
	// Item asks for the verdict on one reply.
	Item = wire.Item
	// Result is the verdict on one item, or what is wrong with it.
	Result = wire.Result
	// Problem says what is wrong with a request or an item.
	Problem = wire.Problem
	// Rule describes one rule of the server.
	Rule = wire.Rule
)

// Client is a reward server to ask.
type Client struct {
	// URL is where the server is, without a path, as in http://127.0.0.1:8080.
	URL string
	// Token is the bearer token that the server demands; empty sends none.
	Token string
	// HTTP sends the requests; nil is [http.DefaultClient].
	HTTP *http.Client
}

// Error is a request that the server refused.
type Error struct {
	// Status is that of HTTP: 400 for a request that is wrong, 401, 408, 413, 503 for
	// those of token and limits; see package server.
	Status int
	// Problem is what the server says.
	Problem
}

// Error is the status and what the server says.
func (e *Error) Error() string {
	return fmt.Sprintf("the reward server answered %d: %s", e.Status, e.Problem.Error())
}

// Verify judges one item. An item that is wrong is an [*Error] of status 400.
func (c *Client) Verify(ctx context.Context, item Item) (verifiers.Verdict, error) {
	var result Result
	if err := c.call(ctx, http.MethodPost, "/v1/verify", item, &result); err != nil {
		return verifiers.Verdict{}, err
	}
	if result.Verdict == nil {
		return verifiers.Verdict{}, errors.New("the reward server answered without a verdict; is it a gander server?")
	}
	return *result.Verdict, nil
}

// VerifyBatch judges items in one request and gives their results in the same order. An
// item that is wrong has its Error set and leaves the others alone; the error of the call
// is that of the request as a whole.
func (c *Client) VerifyBatch(ctx context.Context, items []Item) ([]Result, error) {
	if items == nil {
		items = []Item{}
	}
	var all wire.Results
	if err := c.call(ctx, http.MethodPost, "/v1/verify", wire.Batch{Items: items}, &all); err != nil {
		return nil, err
	}
	if len(all.Results) != len(items) {
		return nil, fmt.Errorf("the reward server answered with %d results for %d items; is it a gander server?", len(all.Results), len(items))
	}
	return all.Results, nil
}

// Verifiers lists the rules of the server.
func (c *Client) Verifiers(ctx context.Context) ([]Rule, error) {
	var all wire.Rules
	err := c.call(ctx, http.MethodGet, "/v1/verifiers", nil, &all)
	return all.Verifiers, err
}

func (c *Client) call(ctx context.Context, method, path string, in, out any) error {
	var body io.Reader
	if in != nil {
		text, err := json.Marshal(in)
		if err != nil {
			return fmt.Errorf("writing the request: %w", err)
		}
		body = bytes.NewReader(text)
	}
	r, err := http.NewRequestWithContext(ctx, method, strings.TrimSuffix(c.URL, "/")+path, body)
	if err != nil {
		return fmt.Errorf("asking the reward server: %w", err)
	}
	r.Header.Set("Content-Type", "application/json")
	if c.Token != "" {
		r.Header.Set("Authorization", "Bearer "+c.Token)
	}
	sender := c.HTTP
	if sender == nil {
		sender = http.DefaultClient
	}
	answer, err := sender.Do(r)
	if err != nil {
		return fmt.Errorf("asking the reward server: %w", err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		return fmt.Errorf("reading the answer of the reward server: %w", err)
	}
	if answer.StatusCode != http.StatusOK {
		return refused(answer.StatusCode, text)
	}
	if err := json.Unmarshal(text, out); err != nil {
		return fmt.Errorf("reading the answer of the reward server: %w", err)
	}
	return nil
}

// refused is the error that an answer other than 200 carries.
func refused(status int, text []byte) error {
	var f wire.Failure
	if json.Unmarshal(text, &f) != nil || f.Error == nil {
		return &Error{status, Problem{Message: "no reason is given; is it a gander server?"}}
	}
	return &Error{status, *f.Error}
}
