package pairs

import (
	"encoding/json"
	"errors"

	"gander/verifiers"
	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/budget"
	"gander/verifiers/internal/expr"
	"gander/verifiers/internal/parse"
)

// latexRule reads the reply as LaTeX and a gold as SymPy prints it. It tests the parser
// and trains nobody, and so stands beside the registry.
const latexRule = "latex_parse@1"

// judgeLatex compares reply, whole, with the golds; an empty gold asks whether it can be
// read at all. A reply or a gold that the parser refuses is otherwise undecided.
func judgeLatex(args, reply string) verifiers.Verdict {
	var a goldArgs
	if err := json.Unmarshal([]byte(args), &a); err != nil {
		return undecided(latexRule, err)
	}
	if len(a.Golds) == 0 {
		return undecided(latexRule, errors.New("there is no gold; give an expression, or an empty text"))
	}
	bud := budget.New(budget.PerCheck)
	got, err := parse.Parse(reply, bud)
	var v verifiers.Verdict
	for _, gold := range a.Golds {
		switch one := compareLatex(gold, got, err, bud); {
		case one.Outcome == verifiers.Right:
			one.Score, one.Rule, one.Extracted = 1, latexRule, reply
			return one
		case v.Outcome != verifiers.Undecided: // which outweighs wrong
			v = one
		}
	}
	v.Rule, v.Extracted = latexRule, reply
	return v
}

// compareLatex compares a reply that was read, or not, with one gold.
func compareLatex(text string, got *expr.Node, unread error, bud *budget.Budget) verifiers.Verdict {
	switch {
	case unread != nil && text == "":
		return verifiers.Verdict{Outcome: verifiers.Wrong, Certainty: verifiers.Exact, Detail: "the reply cannot be read: " + unread.Error()}
	case unread != nil:
		return verifiers.Verdict{Outcome: verifiers.Undecided, Detail: "the reply cannot be read: " + unread.Error()}
	case text == "":
		return verifiers.Verdict{Outcome: verifiers.Right, Certainty: verifiers.Exact, Answer: got.String(), Detail: "the reply can be read"}
	}
	gold, err := parse.SymPy(text, bud)
	if err != nil {
		return verifiers.Verdict{Outcome: verifiers.Undecided, Detail: "the gold cannot be read: " + err.Error()}
	}
	v := verifiers.Verdict{Outcome: verifiers.Undecided, Gold: gold.String(), Answer: got.String(), Detail: "both sides can be read, but not compared"}
	for _, reading := range readings(got) {
		d := equal(shape(gold), shape(reading), bud)
		if d.Relation == algebra.Unknown {
			continue
		}
		v.Certainty = verifiers.Probable
		if d.Exact {
			v.Certainty = verifiers.Exact
		}
		if d.Relation == algebra.Same {
			v.Outcome, v.Detail = verifiers.Right, "equal"
			return v
		}
		v.Outcome, v.Detail = verifiers.Wrong, "not equal"
	}
	return v
}
