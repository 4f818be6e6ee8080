package server

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"time"

	"gander/verifiers"
)

// Server is a reward server. Make one with [New].
type Server struct {
	config  Config
	judge   *judge
	pool    *pool
	metrics *metrics
	handler http.Handler
}

// New makes a server over the rules of [verifiers.All]. The error is that of
// [Config.Check].
func New(c Config) (*Server, error) {
	if err := c.Check(); err != nil {
		return nil, err
	}
	if c.Log == nil {
		c.Log = func(string, ...any) {}
	}
	return newServer(c, verifiers.All)
}

func newServer(c Config, rules []verifiers.Verifier) (*Server, error) {
	catalog, err := newCatalog(rules)
	if err != nil {
		return nil, err
	}
	kept, err := newCache(c.CacheBytes)
	if err != nil {
		return nil, fmt.Errorf("making the cache: %w", err)
	}
	m := newMetrics(rules, kept.size)
	byName := make(map[string]verifiers.Verifier, len(rules))
	for _, rule := range rules {
		byName[rule.Name] = rule
	}
	s := &Server{config: c, judge: &judge{byName, kept, m, c.Log}, pool: newPool(), metrics: m}
	s.handler = s.routes(catalog)
	return s, nil
}

// Handler answers the requests of the package comment; also without Serve, behind a
// server of the caller's.
func (s *Server) Handler() http.Handler { return s.handler }

// grace is how much longer than the time limit a connection may take to send or to read,
// so that the answer of a request that ran into the limit still arrives.
const grace = 5 * time.Second

// Serve answers requests on l until ctx ends, then takes no new ones, finishes those it
// has within the time limit and five seconds, and returns nil; one whose body does not
// arrive is finished by its 408. The error is that of the listener, or that requests were
// left unfinished, as when a client does not read its answer. l is closed in any case.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	h := &http.Server{
		Handler:           s.handler,
		ReadHeaderTimeout: grace,
		ReadTimeout:       s.config.TimeLimit + grace,
		WriteTimeout:      2*s.config.TimeLimit + 2*grace,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          log.New(faults(s.config.Log), "", 0),
	}
	failed := make(chan error, 1)
	go func() { failed <- h.Serve(l) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serving on %s: %w", l.Addr(), err)
	case <-ctx.Done():
	}
	patience := s.config.TimeLimit + grace
	drain, stop := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer stop()
	err := h.Shutdown(drain)
	if errors.Is(err, context.DeadlineExceeded) {
		return errors.Join(fmt.Errorf("requests were still running %s after the stop; they were cut off", patience), h.Close())
	}
	return err
}

// faults passes on what net/http says about connections.
type faults func(format string, args ...any)

func (f faults) Write(line []byte) (int, error) {
	f("%s", line)
	return len(line), nil
}
