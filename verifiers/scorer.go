package verifiers

import (
	"errors"
	"slices"
)

// scorer puts the answer and each gold of a task in a normal form and pays for the best
// match.
//
// Unless the arguments say official, an answer of which the normal form leaves nothing
// is wrong, and so is one that equals one of others and no gold. Neither changes the
// verdict on an answer that a reader would call right.
type scorer struct {
	official bool
	golds    []string // in normal form
	others   []string // in normal form
	normal   func(string) string
	// pay is the score of an answer against a gold, both in normal form, in [0, 1].
	pay func(answer, gold string) float64
}

// newScorer is the rule called rule for one task. faults are those found in arguments
// beside a.
func newScorer(rule string, a AnswerArgs, normal func(string) string, pay func(answer, gold string) float64, faults ...error) (*single, error) {
	if err := errors.Join(append(a.check(normal), faults...)...); err != nil {
		return nil, err
	}
	s := &scorer{official: a.Official, normal: normal, pay: pay}
	for _, g := range a.Golds {
		s.golds = append(s.golds, normal(g))
	}
	for _, o := range a.Others {
		if n := normal(o); n != "" {
			s.others = append(s.others, n)
		}
	}
	return &single{rule: rule, golds: a.Golds, others: a.Others, find: finder(a.Extract), judge: s.judge}, nil
}

func (s *scorer) judge(answer string) Verdict {
	v := Verdict{Outcome: Wrong, Answer: s.normal(answer), Gold: s.golds[0]}
	if v.Answer == "" && !s.official {
		v.Detail = nothingLeft
		return v
	}
	for _, g := range s.golds {
		if pay := s.pay(v.Answer, g); pay > v.Score {
			v.Score, v.Gold = pay, g
		}
	}
	return explain(v, !s.official && slices.Contains(s.others, v.Answer))
}

// nothingLeft is why an answer is wrong whose normal form is empty.
const nothingLeft = "the answer is only articles and punctuation, which do not count"

// explain adds outcome and detail to a score. An answer that belongs to another question
// scores nothing unless it is a gold.
func explain(v Verdict, others bool) Verdict {
	switch {
	case v.Score == 1 && v.Answer == v.Gold:
		v.Outcome, v.Detail = Right, "equal"
	case v.Score == 1:
		v.Outcome, v.Detail = Right, "all of the gold"
	case others:
		v.Outcome, v.Score, v.Detail = Wrong, 0, "the answer belongs to another candidate question"
	case v.Score > 0:
		v.Outcome, v.Detail = Wrong, "some of the gold's words"
	default:
		v.Outcome, v.Detail = Wrong, "no gold matches"
	}
	return v
}

// equality pays 1 for texts that are the same.
func equality(answer, gold string) float64 {
	if answer == gold {
		return 1
	}
	return 0
}
