package server

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"gander/verifiers"
	"gander/verifiers/server/wire"
)

// kwargs are the arguments that verl calls a custom reward function with: those of its
// batch reward manager, or those of the others, read as a batch of one.
type kwargs struct {
	solutions []json.RawMessage
	truths    []json.RawMessage
	extras    []json.RawMessage // nil: none
	single    bool              // the arguments came in the singular
}

func readKwargs(body []byte) (k kwargs, problem *wire.Problem) {
	var solution, truth, extra, solutions, truths, extras []byte
	problem = fields(body, true, map[string]*[]byte{
		"solution_str": &solution, "ground_truth": &truth, "extra_info": &extra,
		"solution_strs": &solutions, "ground_truths": &truths, "extra_infos": &extras})
	switch {
	case problem != nil:
		return k, problem
	case solution != nil && solutions != nil:
		return k, &wire.Problem{Field: "solution_strs", Message: "stands beside solution_str; send either"}
	case solution == nil && solutions == nil:
		return k, &wire.Problem{Field: "solution_str", Message: "is missing; send the arguments of the reward function"}
	case solution != nil:
		k = kwargs{[]json.RawMessage{solution}, []json.RawMessage{truth}, nil, true}
		if extra != nil {
			k.extras = []json.RawMessage{extra}
		}
		return k, nil
	}
	for _, f := range []struct {
		name string
		raw  []byte
		into *[]json.RawMessage
	}{{"solution_strs", solutions, &k.solutions}, {"ground_truths", truths, &k.truths}, {"extra_infos", extras, &k.extras}} {
		if problem == nil {
			*f.into, problem = arrayOf(f.name, f.raw)
		}
	}
	n := len(k.solutions)
	switch {
	case problem != nil:
	case len(k.truths) != n:
		problem = &wire.Problem{Field: "ground_truths", Message: fmt.Sprintf("has %d entries for %d solutions; give one each", len(k.truths), n)}
	case k.extras != nil && len(k.extras) != n:
		problem = &wire.Problem{Field: "extra_infos", Message: fmt.Sprintf("has %d entries for %d solutions; give one each, or none at all", len(k.extras), n)}
	}
	return k, problem
}

// reward is what a reward function of verl may return. verl collects every field over a
// batch, so all are always there.
type reward struct {
	Score float64 `json:"score"`
	// Acc is 1 for an answer that is right, else 0.
	Acc       float64             `json:"acc"`
	Outcome   verifiers.Outcome   `json:"outcome"`
	Rule      string              `json:"rule"`
	Certainty verifiers.Certainty `json:"certainty"`
	Detail    string              `json:"detail"`
}

// verl answers POST /verl: one reward for solution_str, an array for solution_strs.
func (s *Server) verl(ctx context.Context, r *http.Request, body []byte) (any, *refusal) {
	in, problem := readKwargs(body)
	if problem != nil {
		return nil, bad(problem)
	}
	url := r.URL.Query().Get("verifier")
	answers, refused := s.all(ctx, len(in.solutions), func(i int) (q question, problem *wire.Problem) {
		if q.reply, problem = textOf(in.place("solution_str", i), in.solutions[i]); problem != nil {
			return q, problem
		}
		q.reply = withoutEnd(q.reply)
		field, raw := in.source(i)
		if q.verifier, q.args, problem = truth(raw, url); problem != nil {
			problem = under(in.place(field, i), problem)
		}
		return q, problem
	}, func(i int) string {
		field, _ := in.source(i)
		return in.place(field, i)
	})
	if refused != nil {
		return nil, refused
	}
	scores, refused := scores(answers)
	if refused != nil {
		return nil, refused
	}
	all := make([]reward, len(answers))
	for i, a := range answers {
		v := a.verdict
		all[i] = reward{Score: scores[i], Outcome: v.Outcome, Rule: v.Rule, Certainty: v.Certainty, Detail: v.Detail}
		if v.Outcome == verifiers.Right {
			all[i].Acc = 1
		}
	}
	if in.single {
		return all[0], nil
	}
	return all, nil
}

// place names entry i of a field, in the singular or the plural as it came.
func (k kwargs) place(field string, i int) string {
	if k.single {
		return field
	}
	return element(field+"s", i)
}

// source is the field that says how to judge solution i: extra_info when it names rule
// and arguments, as that of our rows does.
func (k kwargs) source(i int) (field string, raw json.RawMessage) {
	var n named
	if k.extras != nil && json.Unmarshal(k.extras[i], &n) == nil && n.Verifier != "" && n.VerifierArgs != nil {
		return "extra_info", k.extras[i]
	}
	return "ground_truth", k.truths[i]
}
