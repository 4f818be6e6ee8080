package verifiers

import (
	"encoding/json"
	"testing"
)

func mustCompile(t testing.TB, v Verifier, args any) Checker {
	t.Helper()
	b, err := json.Marshal(args)
	if err != nil {
		t.Fatal(err)
	}
	c, err := v.Compile(string(b))
	if err != nil {
		t.Fatalf("%s: %v", v.Name, err)
	}
	return c
}
