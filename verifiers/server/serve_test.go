package server

import (
	"context"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
)

// TestStop: a request that runs when the server is stopped is finished, a later one finds
// nobody, and Serve returns nil.
func TestStop(t *testing.T) {
	s, f := newFaulty(t, func(string, ...any) {})
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	url := "http://" + l.Addr().String()
	ctx, stop := context.WithCancel(context.Background())
	served := make(chan error, 1)
	go func() { served <- s.Serve(ctx, l) }()

	type answer struct {
		status int
		text   string
		err    error
	}
	answered := make(chan answer, 1)
	go func() {
		r, err := http.Post(url+"/v1/verify", "application/json", strings.NewReader(`{"verifier":"faulty@1","args":{},"reply":""}`))
		if err != nil {
			answered <- answer{err: err}
			return
		}
		defer r.Body.Close()
		text, err := io.ReadAll(r.Body)
		answered <- answer{r.StatusCode, string(text), err}
	}()

	<-f.started
	stop()
	for {
		c, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			break // the listener is closed: the server drains
		}
		if err := c.Close(); err != nil {
			t.Fatal(err)
		}
	}
	close(f.release)
	if a := <-answered; a.err != nil || a.status != 200 || !strings.Contains(a.text, `"score":1`) {
		t.Errorf("the request that ran got status %d, error %v: %s", a.status, a.err, a.text)
	}
	if err := <-served; err != nil {
		t.Errorf("Serve returns %v", err)
	}
}

// TestServeTellsOfTheListener: an error of the listener is not a stop.
func TestServeTellsOfTheListener(t *testing.T) {
	s, err := New(Default())
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.Serve(context.Background(), l); err == nil || !strings.HasPrefix(err.Error(), "serving on 127.0.0.1:") {
		t.Errorf("error %v", err)
	}
}
