package pairs

import (
	"encoding/json"

	"gander/verifiers"
	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/budget"
	"gander/verifiers/internal/parse"
)

// latexRule reads the reply as LaTeX and a gold as SymPy prints it. It tests the parser, trains nobody,
// and so stands beside the registry.
const latexRule = "latex_parse@1"

// latexArgs are its arguments.
type latexArgs struct {
	// Golds are SymPy expressions; an empty one asks whether the reply can be read at all.
	Golds []string `json:"golds"`
}

// judgeLatex compares reply, whole, with the golds. A reply or gold that the parser
// refuses is undecided, except where the gold is empty.
func judgeLatex(args, reply string) verifiers.Verdict {
	var a latexArgs
	if err := json.Unmarshal([]byte(args), &a); err != nil {
		return undecided(latexRule, err)
	}
	v := verifiers.Verdict{Rule: latexRule, Extracted: reply, Outcome: verifiers.Undecided, Detail: "there is no gold"}
	bud := budget.New(budget.PerCheck)
	got, err := parse.Parse(reply, bud)
	for _, text := range a.Golds {
		if text == "" {
			v.Outcome, v.Certainty, v.Detail = verifiers.Right, verifiers.Exact, "the reply can be read"
			if err != nil {
				v.Outcome, v.Detail = verifiers.Wrong, "the reply cannot be read: "+err.Error()
			}
			return scored(v)
		}
		if err != nil {
			v.Detail = "the reply cannot be read: " + err.Error()
			return v
		}
		gold, err := parse.SymPy(text, bud)
		if err != nil {
			v.Detail = "the gold cannot be read: " + err.Error()
			continue
		}
		for _, reading := range readings(got) {
			switch d := equal(shape(gold), shape(reading), bud); d.Relation {
			case algebra.Same:
				v.Outcome, v.Certainty, v.Detail = verifiers.Right, certainty(d), "equal to the gold"
				return scored(v)
			case algebra.Different:
				v.Outcome, v.Certainty, v.Detail = verifiers.Wrong, certainty(d), "different from the gold"
			case algebra.Unknown:
				v.Outcome, v.Certainty, v.Detail = verifiers.Undecided, "", "reply and gold can be read, but not compared"
			}
		}
	}
	return v
}

func certainty(d algebra.Decision) verifiers.Certainty {
	if d.Exact {
		return verifiers.Exact
	}
	return verifiers.Probable
}

func scored(v verifiers.Verdict) verifiers.Verdict {
	if v.Outcome == verifiers.Right {
		v.Score = 1
	}
	return v
}
