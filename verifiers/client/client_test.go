package client

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"gander/verifiers"
	"gander/verifiers/server"
)

// start runs a real server on the loopback and gives a client of it.
func start(t *testing.T, change func(*server.Config)) *Client {
	t.Helper()
	c := server.Default()
	change(&c)
	s, err := server.New(c)
	if err != nil {
		t.Fatal(err)
	}
	h := httptest.NewServer(s.Handler())
	t.Cleanup(h.Close)
	return &Client{URL: h.URL + "/", Token: c.Token, HTTP: h.Client()}
}

var rome = Item{ID: "7", Verifier: "text_strict@1", Args: json.RawMessage(`{"golds":["Rome"]}`), Reply: `\boxed{Rome}`}

func TestVerify(t *testing.T) {
	c := start(t, func(*server.Config) {})
	got, err := c.Verify(t.Context(), rome)
	if err != nil || got.Outcome != verifiers.Right || got.Score != 1 || got.Rule != "text_strict@1" {
		t.Errorf("verdict %+v, error %v", got, err)
	}
}

func TestVerifyBatch(t *testing.T) {
	c := start(t, func(*server.Config) {})
	bad := rome
	bad.Verifier = "none@1"
	got, err := c.VerifyBatch(t.Context(), []Item{rome, bad, {Verifier: rome.Verifier, Args: rome.Args}})
	if err != nil {
		t.Fatal(err)
	}
	if got[0].ID != "7" || got[0].Error != nil || got[0].Outcome != verifiers.Right {
		t.Errorf("first %+v", got[0])
	}
	if got[1].Verdict != nil || got[1].Error == nil || got[1].Error.Field != "items[1].verifier" {
		t.Errorf("second %+v", got[1])
	}
	if got[2].ID != "" || got[2].Outcome != verifiers.Unparsed {
		t.Errorf("third %+v", got[2])
	}
	if got, err := c.VerifyBatch(t.Context(), nil); err != nil || len(got) != 0 {
		t.Errorf("no items: %v, %v", got, err)
	}
}

func TestVerifiers(t *testing.T) {
	got, err := start(t, func(*server.Config) {}).Verifiers(t.Context())
	if err != nil || len(got) != len(verifiers.All) {
		t.Fatalf("%d rules, want %d; error %v", len(got), len(verifiers.All), err)
	}
	for i, rule := range got {
		if rule.Name != verifiers.All[i].Name || rule.Doc == "" || !json.Valid(rule.Args) {
			t.Errorf("%+v", rule)
		}
	}
}

func TestRefusals(t *testing.T) {
	tests := []struct {
		name   string
		change func(*server.Config)
		client func(*Client)
		item   Item
		status int
		want   string
	}{
		{"a bad item", func(*server.Config) {}, func(*Client) {}, Item{Verifier: "text_strict@1", Args: json.RawMessage(`{"golds":[]}`)}, 400,
			"the reward server answered 400: args: golds is empty; give the gold answer, then its aliases"},
		{"no arguments", func(*server.Config) {}, func(*Client) {}, Item{Verifier: "text_strict@1"}, 400,
			"the reward server answered 400: args: is missing; give the arguments of the rule as a JSON object"},
		{"a wrong token", func(c *server.Config) { c.Token = "s3cret" }, func(c *Client) { c.Token = "other" }, rome, 401,
			"the reward server answered 401: the token is missing or wrong; send the header Authorization: Bearer TOKEN"},
		{"the right token", func(c *server.Config) { c.Token = "s3cret" }, func(*Client) {}, rome, 200, ""},
		{"a large body", func(c *server.Config) { c.MaxBody = 10 }, func(*Client) {}, rome, 413,
			"the reward server answered 413: the body is larger than 10 bytes; send smaller batches, or start gander serve with a larger --max-body"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := start(t, tt.change)
			tt.client(c)
			_, err := c.Verify(t.Context(), tt.item)
			if tt.status == 200 {
				if err != nil {
					t.Error(err)
				}
				return
			}
			var refused *Error
			if !errors.As(err, &refused) || refused.Status != tt.status || err.Error() != tt.want {
				t.Errorf("error %v\nwant  %s", err, tt.want)
			}
		})
	}
}

// TestOtherServers: what is no gander server is told apart from a verdict.
func TestOtherServers(t *testing.T) {
	for answer, want := range map[string]string{
		`{}`:  "the reward server answered without a verdict; is it a gander server?",
		`<p>`: "reading the answer of the reward server: invalid character",
	} {
		h := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(answer)) }))
		_, err := (&Client{URL: h.URL}).Verify(t.Context(), rome)
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: error %v, want %s", answer, err, want)
		}
		h.Close()
	}
	h := httptest.NewServer(http.NotFoundHandler())
	defer h.Close()
	_, err := (&Client{URL: h.URL}).VerifyBatch(t.Context(), []Item{rome})
	if want := "the reward server answered 404: no reason is given; is it a gander server?"; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

// TestContext: the time of a call is that of its context.
func TestContext(t *testing.T) {
	hang := make(chan struct{})
	h := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { <-hang }))
	defer h.Close()
	defer close(hang)
	ctx, stop := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer stop()
	if _, err := (&Client{URL: h.URL}).Verify(ctx, rome); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v", err)
	}
}
