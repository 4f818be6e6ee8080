package verifiers

import (
	"errors"

	"gander/verifiers/extract"
)

var setF1 = Verifier{
	Name:    "set_f1@1",
	Doc:     "the F1 of the items that the answer lists, in any order, against the gold's; right when they are the same set",
	Formats: extract.Formats,
	Args:    SetArgs{},
	Example: `{"items":["Rome","Oslo","Quito"],"aliases":{"Rome":["Roma"]}}`,
	Bait: []string{
		`\boxed{Lima}`,
		`\boxed{Rome Oslo Quito}`,
		`\boxed{no item but Rome and Oslo and Quito}`,
		`\boxed{Rome, Oslo, Quito, Lima, Hanoi, Bern, Riga, Tunis, Baku, Doha}`,
		`\boxed{}`,
		`\boxed{,,,}`,
		`\boxed{Rome, Oslo}\boxed{Quito}`,
		`Rome, Oslo, Quito`,
	},
	Kind:    Set,
	Partial: true,
	Compile: compileSet,
}

// SetArgs are the arguments of set_f1@1, as JSON.
type SetArgs struct {
	// Items are the items of the right answer, each once, 1 to 200. They are compared as
	// text_strict@1 reads words: case, accents and punctuation do not count.
	Items []string `json:"items"`
	// Aliases are further names of items, by item. May be empty.
	Aliases map[string][]string `json:"aliases,omitempty"`
	// Separator parts the items of an answer. Empty: a JSON array, line ends, semicolons,
	// arrows or commas, whichever of these the answer has first.
	Separator string `json:"separator,omitempty"`
	// Extract says where the answer stands: a policy of package extract, or "whole", the
	// whole reply after its reasoning, less the marks of an answer tag. Empty is "marked".
	Extract string `json:"extract,omitempty"`
}

func compileSet(args string) (Checker, error) {
	var a SetArgs
	if err := decode(args, &a); err != nil {
		return nil, err
	}
	r, err := newRoster(a.Items, a.Aliases, a.Separator)
	if err := errors.Join(append(checkExtract(a.Extract), err)...); err != nil {
		return nil, err
	}
	return &single{rule: "set_f1@1", golds: []string{r.String()}, find: finder(a.Extract), judge: func(answer string) Verdict {
		return judgeSet(r, r.read(answer), 1)
	}}, nil
}

// judgeSet pays the F-beta of the numbers of listed items, -1 for what is none, against
// all items of r.
func judgeSet(r *roster, listed []int, beta float64) Verdict {
	v := Verdict{Outcome: Wrong, Gold: r.String(), Detail: "no item of the gold"}
	if len(listed) > spray*len(r.items) {
		v.Detail = "the answer lists more than three times as many items as the gold"
		return v
	}
	found := make([]bool, len(r.items))
	n := 0
	for _, i := range listed {
		if i >= 0 && !found[i] {
			found[i] = true
			n++
		}
	}
	v.Score = fBeta(n, len(listed), len(r.items), beta)
	switch {
	case n == len(r.items) && n == len(listed):
		v.Outcome, v.Score, v.Detail = Right, 1, "the same items"
	case n == len(r.items):
		v.Detail = "all items and others"
	case n > 0:
		v.Detail = "some of the items"
	}
	return v
}
