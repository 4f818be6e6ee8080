package server

import (
	"context"
	"encoding/json"
	"net/http"

	"gander/verifiers/server/wire"
)

// item is a [wire.Item], cut and not yet read; what is left out is nil.
type item struct{ id, verifier, args, reply []byte }

func (i *item) named() map[string]*[]byte {
	return map[string]*[]byte{"id": &i.id, "verifier": &i.verifier, "args": &i.args, "reply": &i.reply}
}

// read gives the id of an item and what it asks.
func (i *item) read() (id string, q question, problem *wire.Problem) {
	if i.id != nil {
		if id, problem = textOf("id", i.id); problem != nil {
			return "", q, problem
		}
	}
	switch {
	case i.verifier == nil:
		return id, q, &wire.Problem{Field: "verifier", Message: "is missing; give the name of a rule, see GET /v1/verifiers"}
	case i.reply == nil:
		return id, q, &wire.Problem{Field: "reply", Message: "is missing; give the reply of the model, which may be empty"}
	}
	if q.verifier, problem = textOf("verifier", i.verifier); problem != nil {
		return id, q, problem
	}
	if q.args, problem = arguments(i.args); problem != nil {
		return id, q, problem
	}
	q.reply, problem = textOf("reply", i.reply)
	return id, q, problem
}

// verify answers POST /v1/verify: one item, or a batch of them.
func (s *Server) verify(ctx context.Context, _ *http.Request, body []byte) (any, *refusal) {
	var one item
	var items []byte
	named := one.named()
	named["items"] = &items
	if problem := fields(body, false, named); problem != nil {
		return nil, bad(problem)
	}
	if items != nil {
		all, problem := arrayOf("items", items)
		if one.id != nil || one.verifier != nil || one.args != nil || one.reply != nil {
			problem = &wire.Problem{Field: "items", Message: "stands beside the fields of one item; send either"}
		}
		if problem != nil {
			return nil, bad(problem)
		}
		return s.batch(ctx, all)
	}
	id, q, problem := one.read()
	if problem != nil {
		s.metrics.refused.Inc()
		return nil, bad(problem)
	}
	answers, refused := s.all(ctx, 1,
		func(int) (question, *wire.Problem) { return q, nil },
		func(int) string { return "" })
	switch {
	case refused != nil:
		return nil, refused
	case answers[0].problem != nil:
		return nil, bad(answers[0].problem)
	}
	return wire.Result{ID: id, Verdict: &answers[0].verdict}, nil
}

func (s *Server) batch(ctx context.Context, items []json.RawMessage) (any, *refusal) {
	ids := make([]string, min(len(items), s.config.MaxBatch))
	place := func(i int) string { return element("items", i) }
	answers, refused := s.all(ctx, len(items), func(i int) (question, *wire.Problem) {
		var one item
		var q question
		problem := fields(items[i], false, one.named())
		if problem == nil {
			ids[i], q, problem = one.read()
		}
		if problem != nil {
			problem = under(place(i), problem)
		}
		return q, problem
	}, place)
	if refused != nil {
		return nil, refused
	}
	results := make([]wire.Result, len(answers))
	for i := range answers {
		results[i] = wire.Result{ID: ids[i], Error: answers[i].problem}
		if answers[i].problem == nil {
			results[i].Verdict = &answers[i].verdict
		}
	}
	return wire.Results{Results: results}, nil
}
