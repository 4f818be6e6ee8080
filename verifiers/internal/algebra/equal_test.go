package algebra_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"

	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/budget"
	"gander/verifiers/internal/expr"
	"gander/verifiers/internal/parse"
)

// marks print a decision: proved, or seen at every point that was tried.
var marks = map[algebra.Decision]string{
	{Relation: algebra.Same, Exact: true}:       "=     ",
	{Relation: algebra.Same, Exact: false}:      "= seen",
	{Relation: algebra.Different, Exact: true}:  "≠     ",
	{Relation: algebra.Different, Exact: false}: "≠ seen",
	{}: "?     ",
}

// TestEqual reads testdata/equal: "equal" and "proportional" over lines "a vs b".
func TestEqual(t *testing.T) {
	datadriven.RunTest(t, "testdata/equal", func(t *testing.T, d *datadriven.TestData) string {
		decide := map[string]func(a, b *expr.Node, bud *budget.Budget) algebra.Decision{
			"equal": algebra.Equal, "proportional": algebra.Proportional,
		}[d.Cmd]
		var out strings.Builder
		for line := range strings.Lines(d.Input) {
			left, right, _ := strings.Cut(strings.TrimSpace(line), " vs ")
			a, b := read(t, left), read(t, right)
			got := decide(a, b, budget.New(budget.PerCheck))
			if turned := decide(b, a, budget.New(budget.PerCheck)); turned != got {
				t.Errorf("%s: %v, but turned around %v", line, got, turned)
			}
			fmt.Fprintf(&out, "%s  %s", marks[got], line)
		}
		return out.String() + "\n"
	})
}

// TestCanonical reads testdata/canonical: one expression a line.
func TestCanonical(t *testing.T) {
	datadriven.RunTest(t, "testdata/canonical", func(t *testing.T, d *datadriven.TestData) string {
		var out strings.Builder
		for line := range strings.Lines(d.Input) {
			text, exact := algebra.Canonical(read(t, strings.TrimSpace(line)), budget.New(budget.PerCheck))
			fmt.Fprintf(&out, "%-9s  %s\n", map[bool]string{true: "unique", false: "any"}[exact], text)
		}
		return out.String()
	})
}

func read(t testing.TB, text string) *expr.Node {
	t.Helper()
	n, err := parse.Parse(text, budget.New(budget.PerCheck))
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return n
}
