package parse

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"

	"gander/verifiers/internal/budget"
	"gander/verifiers/internal/expr"
)

// TestParse shows how texts are read: each line of a case and, below, the tree it makes,
// as String prints it. Every printed tree reads back as itself.
func TestParse(t *testing.T) {
	datadriven.RunTest(t, "testdata/parse", func(t *testing.T, d *datadriven.TestData) string {
		var out strings.Builder
		for line := range strings.SplitSeq(d.Input, "\n") {
			n, err := Parse(line, budget.New(budget.PerCheck))
			if err != nil {
				d.Fatalf(t, "%s: %v", line, err)
			}
			readsBack(t, line, n)
			fmt.Fprintf(&out, "%s  %s\n", shape(n), n)
		}
		return out.String()
	})
}

// shape names the outermost part of a tree where its printed form may leave a doubt.
func shape(n *expr.Node) string {
	name, ok := shapes[n.Op]
	if !ok {
		name = "expression"
	}
	return fmt.Sprintf("%-11s", name)
}

var shapes = map[expr.Op]string{
	expr.Number: "number", expr.Symbol: "symbol", expr.Constant: "constant", expr.Text: "text", expr.Mixed: "mixed", expr.Base: "base", expr.Percent: "percent", expr.Degrees: "degrees",
	expr.Money: "money", expr.Quantity: "quantity", expr.Clock: "clock", expr.Ratio: "ratio", expr.Tuple: "tuple", expr.Bracket: "bracket", expr.Interval: "interval", expr.Angle: "angle",
	expr.Set: "set", expr.Builder: "builder", expr.List: "list", expr.Matrix: "matrix", expr.Relation: "relation", expr.And: "and", expr.Or: "or", expr.Where: "where",
	expr.Labeled: "labeled", expr.Union: "union", expr.Without: "without", expr.Call: "call",
}

// TestRefuse shows what is no expression, and what is said about it.
func TestRefuse(t *testing.T) {
	datadriven.RunTest(t, "testdata/refuse", func(t *testing.T, d *datadriven.TestData) string {
		var out strings.Builder
		for line := range strings.SplitSeq(d.Input, "\n") {
			n, err := Parse(line, budget.New(budget.PerCheck))
			if err == nil {
				d.Fatalf(t, "%s: read as %s", line, n)
			}
			fmt.Fprintf(&out, "%v\n", err)
		}
		return out.String()
	})
}

// TestSymPy shows how the printed form of SymPy is read.
func TestSymPy(t *testing.T) {
	datadriven.RunTest(t, "testdata/sympy", func(_ *testing.T, d *datadriven.TestData) string {
		var out strings.Builder
		for line := range strings.SplitSeq(d.Input, "\n") {
			n, err := SymPy(line, budget.New(budget.PerCheck))
			if err != nil {
				fmt.Fprintf(&out, "%v\n", err)
				continue
			}
			fmt.Fprintf(&out, "%s\n", n)
		}
		return out.String()
	})
}
