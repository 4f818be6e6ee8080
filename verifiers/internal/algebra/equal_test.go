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

// A variable is no constant of the same name, and no number, whatever stands around it.
func TestNamesAreNoConstants(t *testing.T) {
	around := func(n *expr.Node) []*expr.Node {
		return []*expr.Node{n, expr.Apply("sin", n), expr.Apply("sqrt", n), expr.New(expr.Pow, expr.Int(2), n)}
	}
	for _, c := range []*expr.Node{expr.Const(expr.E), expr.Const(expr.I), expr.Const(expr.Pi), expr.Int(2)} {
		name := expr.Var(c.String())
		for i, n := range around(name) {
			if got := equal(n, around(c)[i]); got.Relation != algebra.Different {
				t.Errorf("the variable %s and the constant %s are %v, want different", n, around(c)[i], got.Relation)
			}
		}
	}
}
