package verifiers

import (
	"errors"

	"gander/verifiers/extract"
)

var ordering = Verifier{
	Name:    "ordering@1",
	Doc:     "the answer lists the items in the gold's order; part of the order pays in part where the arguments say so",
	Formats: extract.Formats,
	Args:    OrderArgs{},
	Example: `{"items":["Rome","Oslo","Quito"]}`,
	Bait: []string{
		`\boxed{Oslo, Rome, Quito}`,
		`\boxed{Rome, Oslo}`,
		`\boxed{Rome, Oslo, Quito, Lima}`,
		`\boxed{Rome, Rome, Oslo, Quito}`,
		`\boxed{Rome Oslo Quito}`,
		`\boxed{}`,
		`Rome, Oslo, Quito`,
	},
	Kind:    Sequence,
	Partial: true,
	Compile: compileOrder,
}

// OrderArgs are the arguments of ordering@1, as JSON.
type OrderArgs struct {
	// Items are the items in the right order, each once, 1 to 200. They are compared as
	// text_strict@1 reads words: case, accents and punctuation do not count.
	Items []string `json:"items"`
	// Aliases are further names of items, by item. May be empty.
	Aliases map[string][]string `json:"aliases,omitempty"`
	// Measure is what an answer that is not right pays. "exact": nothing. "kendall":
	// Kendall's tau of the two orders where it is above 0 and the answer has each item
	// once, so pairs in the wrong order cost as much as those in the right one earn.
	// "lcs": the longest run of items that both have in one order, gaps allowed, over the
	// length of the longer list. Empty is "exact".
	Measure string `json:"measure,omitempty"`
	// Separator parts the items of an answer. Empty: a JSON array, line ends, semicolons,
	// arrows or commas, whichever of these the answer has first.
	Separator string `json:"separator,omitempty"`
	// Extract says where the answer stands: a policy of package extract, or "whole", the
	// whole reply after its reasoning, less the marks of an answer tag. Empty is "marked".
	Extract string `json:"extract,omitempty"`
}

func compileOrder(args string) (Checker, error) {
	var a OrderArgs
	if err := decode(args, &a); err != nil {
		return nil, err
	}
	r, err := newRoster(a.Items, a.Aliases, a.Separator)
	faults := append(checkExtract(a.Extract), oneOf("measure", a.Measure, "exact", "kendall", "lcs")...)
	if err := errors.Join(append(faults, err)...); err != nil {
		return nil, err
	}
	measure := map[string]func([]int, int) float64{"kendall": kendall, "lcs": commonOrder}[a.Measure]
	return &single{rule: "ordering@1", golds: []string{r.String()}, find: finder(a.Extract), judge: func(answer string) Verdict {
		return judgeOrder(r, r.read(answer), measure)
	}}, nil
}

// judgeOrder compares the numbers of listed items, -1 for what is none, with 0, 1, 2, …
// measure gives the score of an answer that is not right; nil gives none.
func judgeOrder(r *roster, listed []int, measure func(listed []int, n int) float64) Verdict {
	v := Verdict{Outcome: Wrong, Gold: r.String(), Detail: "another order"}
	n := len(r.items)
	right := len(listed) == n
	for i := 0; right && i < n; i++ {
		right = listed[i] == i
	}
	switch {
	case right:
		v.Outcome, v.Score, v.Detail = Right, 1, "the same order"
	case len(listed) > spray*n:
		v.Detail = "the answer lists more than three times as many items as the gold"
	case !isPermutation(listed, n):
		v.Detail = "not each item once"
		fallthrough
	default:
		if measure != nil {
			v.Score = measure(listed, n)
		}
	}
	return v
}

// isPermutation says whether listed has each of 0 … n-1 once.
func isPermutation(listed []int, n int) bool {
	seen := make([]bool, n)
	for _, i := range listed {
		if i < 0 || seen[i] {
			return false
		}
		seen[i] = true
	}
	return len(listed) == n
}

// kendall is Kendall's tau of listed against 0 … n-1 where that is above 0 and listed has
// each once; else 0. The work grows with n².
func kendall(listed []int, n int) float64 {
	if !isPermutation(listed, n) {
		return 0
	}
	swapped := 0
	for i := range listed {
		for j := range i {
			if listed[j] > listed[i] {
				swapped++
			}
		}
	}
	pairs := n * (n - 1) / 2
	return max(0, float64(pairs-2*swapped)/float64(pairs))
}

// commonOrder is the length of the longest common subsequence of listed and 0 … n-1 over
// the length of the longer one. The work grows with the product of the two lengths.
func commonOrder(listed []int, n int) float64 {
	// best[i] is the length of the longest one that ends in item i.
	best := make([]int, n)
	longest := 0
	for _, item := range listed {
		if item < 0 {
			continue
		}
		length := 1
		for before := range item {
			length = max(length, best[before]+1)
		}
		best[item] = max(best[item], length)
		longest = max(longest, length)
	}
	return float64(longest) / float64(max(n, len(listed)))
}
