package server

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// TestStalledBodiesKeepNobodyWaiting: more clients than there are places have sent a part
// of their bodies and no more; one that sends all of it is answered.
func TestStalledBodiesKeepNobodyWaiting(t *testing.T) {
	s, err := New(Default())
	if err != nil {
		t.Fatal(err)
	}
	finished := make(chan struct{})
	var stalled []*io.PipeWriter
	for range admitted + 8 {
		r, w := io.Pipe()
		stalled = append(stalled, w)
		go func() {
			s.Handler().ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodPost, "/v1/verify", r))
			finished <- struct{}{}
		}()
		if _, err := w.Write([]byte(`{"items":`)); err != nil { // returns once it was read
			t.Fatal(err)
		}
	}
	if status, text := askerOf(t, s)(t, "POST", "/v1/verify", rome, nil); status != http.StatusOK {
		t.Errorf("status %d: %s", status, text)
	}
	for _, w := range stalled {
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		<-finished
	}
}

// TestBodiesThatAreRefusedUnread: too long by their own word, compressed, or no text.
func TestBodiesThatAreRefusedUnread(t *testing.T) {
	ask := tester(t, Default())
	for _, tt := range []struct {
		name, body, coding string
		status             int
		want               string
	}{
		{"gzip", rome, "gzip", 415, "the body is compressed; send it as it is, without Content-Encoding"},
		{"no coding by name", rome, "identity", 200, `"right"`},
		{"a byte that is no UTF-8", strings.Replace(rome, "Rome", "R\xffme", 1), "", 400, "the body is no UTF-8; encode it as that"},
		{"a byte order mark", "\ufeff" + rome, "", 400, `no JSON: byte 1 is \"\\xef\", which cannot stand there`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			status, text := ask(t, "POST", "/v1/verify", tt.body, http.Header{"Content-Encoding": {tt.coding}})
			if status != tt.status || !strings.Contains(text, tt.want) {
				t.Errorf("status %d: %s\nwant %d, %s", status, text, tt.status, tt.want)
			}
		})
	}
}

// TestArrival: over a connection, a body that is too long is refused before it comes, and
// one that does not come is refused when the time limit is over, also while the server
// stops, which is then no fault.
func TestArrival(t *testing.T) {
	c := Default()
	c.TimeLimit = 300 * time.Millisecond
	s, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	served := make(chan error, 1)
	go func() { served <- s.Serve(ctx, l) }()
	long, _ := announce(t, l, c.MaxBody+1)
	if status := statusOf(t, long); status != http.StatusRequestEntityTooLarge {
		t.Errorf("a body that says it is too long: status %d", status)
	}
	late, body := announce(t, l, 1000)
	if status := statusOf(t, late); status != http.StatusContinue {
		t.Fatalf("a body that is wanted: status %d", status)
	}
	if _, err := io.WriteString(body, "0123456789"); err != nil {
		t.Fatal(err)
	}
	stop()
	if status := statusOf(t, late); status != http.StatusRequestTimeout {
		t.Errorf("a body that does not come: status %d", status)
	}
	if err := <-served; err != nil {
		t.Errorf("Serve returns %v", err)
	}
}

// announce says that a body of n bytes will come when the server asks for it. What is
// read are the answers, what is written is the body.
func announce(t *testing.T, l net.Listener, n int64) (*bufio.Reader, io.Writer) {
	t.Helper()
	c, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	if _, err := fmt.Fprintf(c, "POST /v1/verify HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: %d\r\n\r\n", n); err != nil {
		t.Fatal(err)
	}
	return bufio.NewReader(c), c
}

func statusOf(t *testing.T, answers *bufio.Reader) int {
	t.Helper()
	answer, err := http.ReadResponse(answers, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	return answer.StatusCode
}
