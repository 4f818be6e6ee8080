package server

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync/atomic"
	"testing"
)

// fuzzRoute posts bodies to a route: no panic, 200 or 400, and JSON in any case.
func fuzzRoute(f *testing.F, path, file string) {
	cases, err := os.ReadFile("testdata/http/" + file)
	if err != nil {
		f.Fatal(err)
	}
	seeds := 0
	for line := range strings.Lines(string(cases)) {
		if strings.HasPrefix(line, "{") {
			f.Add(line)
			seeds++
		}
	}
	if seeds < 10 {
		f.Fatalf("testdata/http/%s has %d bodies to start from, want 10", file, seeds)
	}
	c := Default()
	var fault atomic.Pointer[string]
	c.Log = func(format string, args ...any) { said := fmt.Sprintf(format, args...); fault.Store(&said) }
	s, err := New(c)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, body string) {
		w := httptest.NewRecorder()
		s.Handler().ServeHTTP(w, httptest.NewRequest(http.MethodPost, path, strings.NewReader(body)))
		if w.Code != http.StatusOK && w.Code != http.StatusBadRequest || !json.Valid(w.Body.Bytes()) {
			t.Errorf("status %d: %s", w.Code, w.Body)
		}
		if said := fault.Load(); said != nil {
			t.Error(*said)
		}
	})
}

func FuzzVerify(f *testing.F)   { fuzzRoute(f, "/v1/verify", "verify") }
func FuzzOpenRLHF(f *testing.F) { fuzzRoute(f, "/openrlhf?verifier=text_strict@1", "openrlhf") }
func FuzzVerl(f *testing.F)     { fuzzRoute(f, "/verl?verifier=text_strict@1", "verl") }
