package server

import (
	"encoding/json"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/prometheus/client_golang/prometheus"

	"gander/verifiers"
	"gander/verifiers/server/wire"
)

// judge turns items into results. It is safe for concurrent use.
type judge struct {
	rules   map[string]verifiers.Verifier
	cache   *cache
	metrics *metrics
	log     func(format string, args ...any)
}

// maxName is the length of the longest rule name looked up, in bytes: finding the
// nearest known name takes time in proportion to it.
const maxName = 100

// question is an item that was read: the rule, its arguments as JSON, the reply.
type question struct{ verifier, args, reply string }

// answer is what a question gets: a verdict, or the problem that stands in its place.
type answer struct {
	verdict verifiers.Verdict
	problem *wire.Problem
}

// verdict judges one reply. A rule that panics, which none may, is a problem of this item
// alone.
func (j *judge) verdict(q question) (v verifiers.Verdict, problem *wire.Problem) {
	defer func() {
		if cause := recover(); cause != nil {
			j.panicked(q.verifier, cause)
			problem = &wire.Problem{Field: "verifier", Message: "the rule stopped on this reply, which is a fault of the server; report it with the item"}
		}
	}()
	checker, problem := j.checker(q)
	if problem != nil {
		return v, problem
	}
	rule := j.metrics.rules[q.verifier]
	timer := prometheus.NewTimer(rule.seconds)
	v = checker.Verify(q.reply)
	timer.ObserveDuration()
	rule.verdicts[v.Outcome].Inc()
	return v, nil
}

// checker finds the checker of q, or compiles it.
func (j *judge) checker(q question) (verifiers.Checker, *wire.Problem) {
	key := key(q.verifier, q.args)
	if checker := j.cache.get(key); checker != nil {
		j.metrics.hits.Inc()
		return checker, nil
	}
	rule, ok := j.rules[q.verifier]
	if !ok {
		return nil, j.unknown(q.verifier)
	}
	j.metrics.misses.Inc()
	checker, err := rule.Compile(q.args)
	if err != nil {
		return nil, &wire.Problem{Field: "args", Message: err.Error()}
	}
	j.cache.put(key, checker)
	return checker, nil
}

func (j *judge) unknown(name string) *wire.Problem {
	switch {
	case name == "":
		return &wire.Problem{Field: "verifier", Message: "is missing; give the name of a rule, see GET /v1/verifiers"}
	case len(name) > maxName:
		return &wire.Problem{Field: "verifier", Message: fmt.Sprintf("has %d bytes; give the name of a rule, see GET /v1/verifiers", len(name))}
	}
	_, err := verifiers.Get(name)
	return &wire.Problem{Field: "verifier", Message: err.Error()}
}

// panicked counts a panic and says where it was. The value may hold text of a request, so
// only the runtime's own are shown.
func (j *judge) panicked(where string, cause any) {
	j.metrics.panics.Inc()
	what := fmt.Sprintf("%T", cause)
	if known, ok := cause.(runtime.Error); ok {
		what = known.Error()
	}
	j.log("panic in %s: %s\n%s", where, what, debug.Stack())
}

// arguments are args as the text of one JSON object, given as an object or as a string
// that holds one.
func arguments(args json.RawMessage) (string, *wire.Problem) {
	missing := &wire.Problem{Field: "args", Message: "is missing; give the arguments of the rule as a JSON object"}
	if len(args) == 0 {
		return "", missing
	}
	switch args[0] {
	case '{':
		return string(args), nil
	case 'n':
		return "", missing
	case '"':
		return textOf("args", args)
	}
	return "", &wire.Problem{Field: "args", Message: "is neither an object nor a string; give the arguments of the rule as a JSON object"}
}
