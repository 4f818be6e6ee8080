package answer

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"

	"gander/verifiers/internal/budget"
)

// TestRead shows the kind and the canonical text of each line of testdata/read.
func TestRead(t *testing.T) {
	datadriven.RunTest(t, "testdata/read", func(_ *testing.T, d *datadriven.TestData) string {
		var out strings.Builder
		for line := range strings.SplitSeq(d.Input, "\n") {
			a, err := Read(line, Policy{}, budget.New(budget.PerCheck))
			if err != nil {
				fmt.Fprintf(&out, "%s -> error: %v\n", line, err)
				continue
			}
			fmt.Fprintf(&out, "%s -> %s: %s\n", line, a.Kind(), a)
		}
		return out.String()
	})
}

// TestReadErrors: what is no answer says why.
func TestReadErrors(t *testing.T) {
	for _, c := range []struct {
		text   string
		budget int
		want   string
	}{
		{"", budget.PerCheck, "the answer is empty"},
		{" \n ", budget.PerCheck, "the answer is empty"},
		{"???", budget.PerCheck, "the answer has no word or number"},
		{"1 + 2 + 3", 1, ErrSpent.Error()},
	} {
		if _, err := Read(c.text, Policy{}, budget.New(c.budget)); err == nil || err.Error() != c.want {
			t.Errorf("%q: error %v, want %q", c.text, err, c.want)
		}
	}
}

// TestSpentBudgetDecidesNothing: whatever is left of the budget, the result is the true
// one or undecided.
func TestSpentBudgetDecidesNothing(t *testing.T) {
	gold, got := `\sin^2 x + \cos^2 x, (x+1)^3, \sqrt{2}`, `x^3+3x^2+3x+1, \frac{2}{\sqrt{2}}, 1`
	p := Policy{}
	g, err := Read(gold, p, budget.New(budget.PerCheck))
	if err != nil {
		t.Fatal(err)
	}
	undecidedOnes := 0
	for n := 1; n < budget.PerCheck; n = n*5/4 + 1 {
		b := budget.New(n)
		a, err := Read(got, p, b)
		if err != nil {
			undecidedOnes++
			continue
		}
		switch r := Compare(g, a, p, b); r.Outcome {
		case Wrong:
			t.Fatalf("with %d operations: %+v", n, r)
		case Undecided:
			undecidedOnes++
		}
	}
	if r := check(t, gold, got, p); !r.is(Right) || undecidedOnes == 0 {
		t.Errorf("in full %+v, %d times undecided", r, undecidedOnes)
	}
}
