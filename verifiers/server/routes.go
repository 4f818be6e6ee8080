package server

import (
	"bytes"
	"context"
	"crypto/sha256"
	"crypto/subtle"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"

	"gander/verifiers/server/wire"
)

// document describes every route below; a test holds all answers against it.
//
//go:embed openapi.json
var document []byte

// refusal is an answer other than 200.
type refusal struct {
	status  int
	problem *wire.Problem
}

func bad(p *wire.Problem) *refusal { return &refusal{http.StatusBadRequest, p} }

func refuse(status int, format string, args ...any) *refusal {
	return &refusal{status, &wire.Problem{Message: fmt.Sprintf(format, args...)}}
}

func (s *Server) routes(catalog []byte) http.Handler {
	mux := http.NewServeMux()
	route := func(method, path string, h http.Handler) {
		mux.Handle(method+" "+path, s.metrics.counted(path, s.guarded(path, h)))
		mux.Handle(path, s.metrics.counted(path, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Allow", method)
			deny(w, refuse(http.StatusMethodNotAllowed, "this path wants %s", method))
		})))
	}
	route(http.MethodPost, "/v1/verify", s.post(s.verify))
	route(http.MethodPost, "/openrlhf", s.post(s.openrlhf))
	route(http.MethodPost, "/verl", s.post(s.verl))
	route(http.MethodGet, "/v1/verifiers", fixed(catalog))
	route(http.MethodGet, "/openapi.json", fixed(document))
	route(http.MethodGet, "/metrics", s.metrics.page())
	mux.Handle("GET /healthz", fixed([]byte(`{"status":"ok"}`)))
	mux.Handle("/", s.metrics.counted("other", http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		deny(w, refuse(http.StatusNotFound, "there is no such path; see GET /openapi.json"))
	})))
	return mux
}

// guarded demands the token and turns a panic of h into a 500.
func (s *Server) guarded(route string, h http.Handler) http.Handler {
	want := sha256.Sum256([]byte(s.config.Token))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if cause := recover(); cause != nil {
				s.judge.panicked(route, cause)
				deny(w, refuse(http.StatusInternalServerError, "a fault of the server; report it with the request"))
			}
		}()
		// Sums have one length, so that the time says nothing about that of the token.
		scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
		got := sha256.Sum256([]byte(token))
		same := subtle.ConstantTimeCompare(got[:], want[:]) == 1
		if s.config.Token != "" && (!same || !strings.EqualFold(scheme, "Bearer")) {
			w.Header().Set("WWW-Authenticate", "Bearer")
			deny(w, refuse(http.StatusUnauthorized, "the token is missing or wrong; send the header Authorization: Bearer TOKEN"))
			return
		}
		h.ServeHTTP(w, r)
	})
}

// post reads the body of a request within the limits and answers with what f returns. The
// request takes a place only when its body is there: a client that sends none keeps nobody
// waiting.
func (s *Server) post(f func(ctx context.Context, r *http.Request, body []byte) (any, *refusal)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, stop := context.WithTimeout(r.Context(), s.config.TimeLimit)
		defer stop()
		if end, ok := ctx.Deadline(); ok {
			// A writer without deadlines is that of a caller's server, which has its own.
			_ = http.NewResponseController(w).SetReadDeadline(end)
		}
		body, refused := s.body(w, r)
		if refused != nil {
			deny(w, refused)
			return
		}
		if !s.pool.admit(ctx) {
			deny(w, refuse(http.StatusServiceUnavailable, "the server was busy for %s; send fewer requests at once", s.config.TimeLimit))
			return
		}
		defer s.pool.leave()
		result, refused := f(ctx, r, body)
		if refused != nil {
			deny(w, refused)
			return
		}
		send(w, http.StatusOK, encoded(result))
	})
}

// trusted is the most memory that is set aside for a body before it arrives, in bytes.
const trusted = 256 << 10

// body reads the body of r, up to the limit.
func (s *Server) body(w http.ResponseWriter, r *http.Request) ([]byte, *refusal) {
	if coding := r.Header.Get("Content-Encoding"); coding != "" && !strings.EqualFold(coding, "identity") {
		return nil, refuse(http.StatusUnsupportedMediaType, "the body is compressed; send it as it is, without Content-Encoding")
	}
	tooLarge := refuse(http.StatusRequestEntityTooLarge,
		"the body is larger than %d bytes; send smaller batches, or start gander serve with a larger --max-body", s.config.MaxBody)
	if r.ContentLength > s.config.MaxBody {
		w.Header().Set("Connection", "close") // what follows is not read
		return nil, tooLarge
	}
	var body bytes.Buffer
	body.Grow(int(min(max(r.ContentLength, 0), trusted)) + bytes.MinRead)
	_, err := io.Copy(&body, http.MaxBytesReader(w, r.Body, s.config.MaxBody))
	var large *http.MaxBytesError
	switch {
	case err == nil && !utf8.Valid(body.Bytes()):
		return nil, refuse(http.StatusBadRequest, "the body is no UTF-8; encode it as that")
	case err == nil:
		return body.Bytes(), nil
	case errors.As(err, &large):
		return nil, tooLarge
	case errors.Is(err, os.ErrDeadlineExceeded):
		return nil, refuse(http.StatusRequestTimeout, "the body did not arrive in time; send it faster or in smaller batches")
	}
	return nil, refuse(http.StatusBadRequest, "the body could not be read to its end")
}

// all judges n items; item reads the i-th, place says where its rule stands. It refuses a
// batch that is too large, and one that is not finished when ctx ends.
func (s *Server) all(ctx context.Context, n int, item func(i int) (question, *wire.Problem), place func(i int) string) ([]answer, *refusal) {
	if n > s.config.MaxBatch {
		return nil, refuse(http.StatusRequestEntityTooLarge, "the batch has %d items, more than %d; send smaller ones, or start gander serve with a larger --max-batch", n, s.config.MaxBatch)
	}
	s.metrics.items.Observe(float64(n))
	answers := make([]answer, n)
	judged := s.pool.each(ctx, n, func(i int) {
		a := &answers[i]
		q, problem := item(i)
		if problem == nil {
			if a.verdict, problem = s.judge.verdict(q); problem != nil {
				problem = under(place(i), problem)
			}
		}
		if a.problem = problem; problem != nil {
			s.metrics.refused.Inc()
		}
	})
	if judged < n {
		return nil, refuse(http.StatusServiceUnavailable, "the time limit of %s was over after %d of %d items; send smaller batches",
			s.config.TimeLimit, judged, n)
	}
	return answers, nil
}

// fixed answers with the same JSON each time.
func fixed(text []byte) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { send(w, http.StatusOK, text) })
}

func deny(w http.ResponseWriter, r *refusal) {
	send(w, r.status, encoded(wire.Failure{Error: r.problem}))
}

// encoded is v as JSON; every type of this package can be written.
func encoded(v any) []byte {
	var text bytes.Buffer
	e := json.NewEncoder(&text)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err)
	}
	return text.Bytes()
}

// send writes an answer. Its error is that the client went away, which is no news.
func send(w http.ResponseWriter, status int, text []byte) {
	h := w.Header()
	h.Set("Content-Type", "application/json")
	h.Set("Content-Length", strconv.Itoa(len(text)))
	h.Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	_, _ = w.Write(text)
}

// paths joins the problems of several items into one, the path of each before it.
func paths(problems []*wire.Problem) *wire.Problem {
	if len(problems) == 1 {
		return problems[0]
	}
	var text strings.Builder
	for i, p := range problems[:min(len(problems), shown)] {
		if i > 0 {
			text.WriteByte('\n')
		}
		text.WriteString(p.Error())
	}
	if more := len(problems) - shown; more > 0 {
		fmt.Fprintf(&text, "\nand %d more", more)
	}
	return &wire.Problem{Message: text.String()}
}

// shown is how many of the problems of a refused request are told.
const shown = 10
