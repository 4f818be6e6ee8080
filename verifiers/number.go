package verifiers

import (
	"gander/verifiers/extract"
	"gander/verifiers/internal/answer"
)

var number = Verifier{
	Name:    "number@1",
	Doc:     "the answer is a number and has the gold's value, exactly or within a tolerance that is declared",
	Formats: extract.Formats,
	Kind:    Math,
	Args:    NumberArgs{},
	Example: `{"golds":["1234.5"],"others":["1234"]}`,
	Bait: []string{
		`\boxed{1234.50001}`,
		`\boxed{1235}`,
		`\boxed{-1234.5}`,
		`\boxed{12345}`,
		`\boxed{1234.5, 1234}`,
		`\boxed{1234 \text{ or } 1234.5}`,
		`\boxed{x = 1234.5}`,
		`\boxed{1234.5 \text{ cm}}`,
		`\boxed{1000 + 234.5}`,
		`\boxed{123450\%} \boxed{1}`,
		`1234.5`,
	},
	Compile: func(args string) (Checker, error) {
		var a NumberArgs
		if err := decode(args, &a); err != nil {
			return nil, err
		}
		p := answer.Policy{
			Refuse: []answer.Row{answer.Rounding, answer.PercentSign, answer.NumberWords},
			Places: a.Places, RelTol: a.RelTol,
		}
		if a.AbsTol != 0 {
			p.AbsTol = []float64{a.AbsTol}
		}
		return newMath("number@1", MathArgs{a.Golds, a.Others, a.Extract, p}, (*answer.Answer).IsNumber)
	},
}

// NumberArgs are the arguments of number@1, as JSON.
type NumberArgs struct {
	// Golds are the numbers that are right: integers, fractions, decimals, percentages or
	// amounts of money, in LaTeX or plain, of which any may match. At least one.
	Golds []string `json:"golds"`
	// Others are numbers known to be wrong. May be empty.
	Others []string `json:"others,omitempty"`
	// Extract says where the answer of a reply is: marked (a box or an answer tag, the
	// default), boxed, tag, anchored, formula, number, free.
	Extract extract.Policy `json:"extract,omitempty"`
	// Places compares the numbers to this many decimal places, 0 to 100; 0 compares the
	// numbers themselves.
	Places int `json:"places,omitempty"`
	// AbsTol is how far apart answer and gold may be; 0 allows nothing.
	AbsTol float64 `json:"abs_tol,omitempty"`
	// RelTol is the same as a share of the gold, below 1; 0 allows nothing.
	RelTol float64 `json:"rel_tol,omitempty"`
}
