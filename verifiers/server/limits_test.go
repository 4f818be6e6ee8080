package server

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"gander/verifiers"
)

const rome = `{"verifier":"text_strict@1","args":{"golds":["Rome"]},"reply":"\\boxed{Rome}"}`

func batchOf(n int) string {
	return `{"items":[` + strings.TrimSuffix(strings.Repeat(rome+",", n), ",") + `]}`
}

func TestLimits(t *testing.T) {
	tests := []struct {
		name   string
		change func(*Config)
		body   string
		status int
		want   string
	}{
		{"a body of the largest size", func(c *Config) { c.MaxBody = int64(len(rome)) }, rome, 200, `"right"`},
		{"a byte more", func(c *Config) { c.MaxBody = int64(len(rome)) - 1 }, rome, 413,
			`{"error":{"message":"the body is larger than 77 bytes; send smaller batches, or start gander serve with a larger --max-body"}}`},
		{"a batch of the largest size", func(c *Config) { c.MaxBatch = 3 }, batchOf(3), 200, `"right"`},
		{"an item more", func(c *Config) { c.MaxBatch = 3 }, batchOf(4), 413,
			`{"error":{"message":"the batch has 4 items, more than 3; send smaller ones, or start gander serve with a larger --max-batch"}}`},
		{"no time", func(c *Config) { c.TimeLimit = 1 }, batchOf(500), 503, `"error":{"message":"the `},
		{"no cache", func(c *Config) { c.CacheBytes = 0 }, batchOf(3), 200, `"right"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := Default()
			tt.change(&c)
			status, text := tester(t, c)(t, "POST", "/v1/verify", tt.body, nil)
			if status != tt.status || !strings.Contains(text, tt.want) {
				t.Errorf("status %d, %s\nwant %d, %s", status, text, tt.status, tt.want)
			}
		})
	}
}

// TestTokensThatNobodyCanSend are refused, and not shown.
func TestTokensThatNobodyCanSend(t *testing.T) {
	for _, token := range []string{" s3cret", "s3cret\n", "s3 cret", "s3crét", "\t"} {
		c := Default()
		c.Token = token
		want := "the token holds a blank, a line end or a character outside of ASCII, so no request can carry it; give one without"
		if err := c.Check(); err == nil || err.Error() != want {
			t.Errorf("%q: error %v", token, err)
		}
	}
}

func TestConfigCheck(t *testing.T) {
	if err := Default().Check(); err != nil {
		t.Error(err)
	}
	_, err := New(Config{CacheBytes: -1})
	want := "the largest body is 0 bytes; give 1 or more\nthe largest batch is 0 items; give 1 or more\n" +
		"the time limit is 0s; give more than 0\nthe cache is -1 bytes; give 0 or more"
	if err == nil || err.Error() != want {
		t.Errorf("error %v\nwant %s", err, want)
	}
}

// broken is a body that ends in an error.
type broken struct{ err error }

func (b broken) Read([]byte) (int, error) { return 0, b.err }

func TestBodiesThatDoNotArrive(t *testing.T) {
	s, err := New(Default())
	if err != nil {
		t.Fatal(err)
	}
	for err, want := range map[error]int{
		fmt.Errorf("read: %w", os.ErrDeadlineExceeded): http.StatusRequestTimeout,
		errors.New("connection reset"):                 http.StatusBadRequest,
		io.ErrUnexpectedEOF:                            http.StatusBadRequest,
	} {
		w := httptest.NewRecorder()
		s.Handler().ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/v1/verify", broken{err}))
		if w.Code != want {
			t.Errorf("a body that ends in %q: status %d, want %d: %s", err, w.Code, want, w.Body)
		}
	}
}

func TestToken(t *testing.T) {
	c := Default()
	c.Token = "s3cret"
	ask := tester(t, c)
	tests := []struct {
		name, path, header string
		want               int
	}{
		{"none", "/v1/verifiers", "", 401},
		{"another", "/v1/verifiers", "Bearer other", 401},
		{"its beginning", "/v1/verifiers", "Bearer s3cre", 401},
		{"without the word", "/v1/verifiers", "s3cret", 401},
		{"the right one", "/v1/verifiers", "Bearer s3cret", 200},
		{"the word in other case", "/v1/verifiers", "bearer s3cret", 200},
		{"another word", "/v1/verifiers", "Basic s3cret", 401},
		{"metrics want it as well", "/metrics", "", 401},
		{"health does not", "/healthz", "", 200},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			status, text := ask(t, "GET", tt.path, "", http.Header{"Authorization": {tt.header}})
			if status != tt.want {
				t.Errorf("status %d, want %d", status, tt.want)
			}
			if strings.Contains(text, c.Token) {
				t.Errorf("the answer shows the token: %s", text)
			}
		})
	}
}

// faulty is a rule that does what no rule may: it panics, or waits until it is told.
type faulty struct {
	verifiers.Checker
	started, release chan struct{}
}

func (f faulty) Verify(reply string) verifiers.Verdict {
	if reply == "panic" {
		panic("secret of a request")
	}
	f.started <- struct{}{}
	<-f.release
	return verifiers.Verdict{Outcome: verifiers.Right, Score: 1, Rule: "faulty@1", Detail: "waited"}
}

func newFaulty(t *testing.T, log func(string, ...any)) (*Server, faulty) {
	f := faulty{started: make(chan struct{}), release: make(chan struct{})}
	c := Default()
	c.Log = log
	s, err := newServer(c, []verifiers.Verifier{{Name: "faulty@1", Args: struct{}{}, Example: `{}`,
		Compile: func(string) (verifiers.Checker, error) { return f, nil }}})
	if err != nil {
		t.Fatal(err)
	}
	return s, f
}

// TestPanicOfARule: it costs its own item, is counted, and says nothing of the request.
func TestPanicOfARule(t *testing.T) {
	var said strings.Builder
	s, f := newFaulty(t, func(format string, args ...any) { fmt.Fprintf(&said, format, args...) })
	go func() { <-f.started; close(f.release) }()
	status, text := askerOf(t, s)(t, "POST", "/v1/verify",
		`{"items":[{"verifier":"faulty@1","args":{},"reply":"panic"},{"verifier":"faulty@1","args":{},"reply":"x"}]}`, nil)
	if status != 200 || !strings.Contains(text, "fault of the server") || !strings.Contains(text, `"score":1`) {
		t.Errorf("status %d: %s", status, text)
	}
	if got := said.String(); !strings.HasPrefix(got, "panic in faulty@1: string\n") || strings.Contains(got, "secret of") {
		t.Errorf("the log says %s", got)
	}
	if _, text := askerOf(t, s)(t, "GET", "/metrics", "", nil); !strings.Contains(text, "\ngander_panics_total 1\n") {
		t.Error("the panic is not counted")
	}
}

// TestPanicOfAHandler: the request gets 500, the server lives.
func TestPanicOfAHandler(t *testing.T) {
	s, _ := newFaulty(t, func(string, ...any) {})
	w := httptest.NewRecorder()
	s.guarded("/x", http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic(errors.New("boom")) })).
		ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/x", nil))
	if w.Code != 500 || strings.Contains(w.Body.String(), "boom") {
		t.Errorf("status %d: %s", w.Code, w.Body)
	}
}

// TestBusy: who finds no place in time is told so.
func TestBusy(t *testing.T) {
	c := Default()
	c.TimeLimit = 10 * time.Millisecond
	s, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	for range admitted {
		s.pool.requests <- struct{}{}
	}
	status, text := askerOf(t, s)(t, "POST", "/v1/verify", rome, nil)
	if want := `{"error":{"message":"the server was busy for 10ms; send fewer requests at once"}}` + "\n"; status != 503 || text != want {
		t.Errorf("status %d: %s", status, text)
	}
}
