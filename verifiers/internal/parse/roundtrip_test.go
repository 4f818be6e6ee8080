package parse

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"gander/verifiers/internal/budget"
	"gander/verifiers/internal/expr"
)

// TestPrintedFormReadsBack: for trees of every kind, String is text that Parse reads as
// the same tree.
func TestPrintedFormReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := answers(t)
		printed := n.String()
		again, err := Parse(printed, budget.New(10*budget.PerCheck))
		if err != nil {
			t.Fatalf("%s is refused: %v", printed, err)
		}
		if !expr.Same(n, again) {
			t.Fatalf("%s reads as %s", printed, again)
		}
	})
}

// pick draws one of the makers and calls it.
func pick(t *rapid.T, makers ...func() *expr.Node) *expr.Node {
	return makers[rapid.IntRange(0, len(makers)-1).Draw(t, "kind")]()
}

// answers draws an answer of any shape.
func answers(t *rapid.T) *expr.Node {
	v := func() *expr.Node { return values(t, 2) }
	rel := func() *expr.Node { return relations(t) }
	return pick(t, v, v, v, rel,
		func() *expr.Node { return expr.New(expr.Tuple, v(), v()) },
		func() *expr.Node { return expr.New(expr.Set, v(), v()) },
		func() *expr.Node { return expr.New(expr.Set) },
		func() *expr.Node { return expr.New(expr.List, v(), v(), v()) },
		func() *expr.Node { return expr.New(expr.List, expr.New(expr.List, v(), v()), v()) },
		func() *expr.Node { return expr.New(expr.Union, intervals(t), intervals(t)) },
		func() *expr.Node { return expr.New(expr.Without, intervals(t), expr.New(expr.Set, v())) },
		func() *expr.Node { return expr.New(expr.Or, rel(), rel()) },
		func() *expr.Node { return expr.New(expr.And, rel(), rel()) },
		func() *expr.Node { return expr.New(expr.Builder, expr.Var("x"), rel()) },
		func() *expr.Node { return expr.New(expr.Where, v(), rel()) },
		func() *expr.Node { return expr.New(expr.Where, rel(), expr.Words("n is even")) },
		func() *expr.Node { return expr.New(expr.Ratio, v(), v()) },
		func() *expr.Node { return labeled("Paolo", v()) },
		func() *expr.Node {
			return expr.New(expr.Matrix, expr.New(expr.List, v(), v()), expr.New(expr.List, v(), v()))
		},
		func() *expr.Node { return quantity(v()) },
		func() *expr.Node { return named(expr.Money, "$", v()) },
		func() *expr.Node { return named(expr.Base, "2A3", expr.Int(16)) },
		func() *expr.Node { return named(expr.Clock, "pm", expr.Int(4), expr.Int(5)) },
		func() *expr.Node { return expr.Words("two words") },
	)
}

func named(op expr.Op, name string, args ...*expr.Node) *expr.Node {
	n := expr.New(op, args...)
	n.Name = name
	return n
}

func labeled(name string, v *expr.Node) *expr.Node { return named(expr.Labeled, name, v) }

func quantity(v *expr.Node) *expr.Node {
	speed := expr.New(expr.Div, expr.Var("km"), expr.New(expr.Pow, expr.Var("h"), expr.Int(2)))
	return expr.New(expr.Quantity, v, speed)
}

func intervals(t *rapid.T) *expr.Node {
	name := rapid.SampledFrom([]string{"(]", "[)", "()"}).Draw(t, "ends")
	return named(expr.Interval, name, values(t, 1), values(t, 1))
}

func relations(t *rapid.T) *expr.Node {
	n := expr.New(expr.Relation, values(t, 1), values(t, 1), values(t, 1))
	for range 2 {
		n.Rels = append(n.Rels, rapid.SampledFrom([]expr.Rel{expr.Equal, expr.Less, expr.GreaterEqual, expr.NotEqual, expr.Approx}).Draw(t, "sign"))
	}
	return n
}

// values draws an expression of depth at most deep.
func values(t *rapid.T, deep int) *expr.Node {
	leaf := func() *expr.Node { return leaves(t) }
	if deep == 0 {
		return leaf()
	}
	v := func() *expr.Node { return values(t, deep-1) }
	return pick(t, leaf, leaf,
		func() *expr.Node { return expr.New(expr.Add, v(), v(), v()) },
		func() *expr.Node { return expr.New(expr.Add, v(), expr.New(expr.Neg, v())) },
		func() *expr.Node { return expr.New(expr.Mul, v(), v()) },
		func() *expr.Node { return expr.New(expr.Div, v(), v()) },
		func() *expr.Node { return expr.New(expr.Neg, v()) },
		func() *expr.Node { return expr.New(expr.Pow, v(), v()) },
		func() *expr.Node { return expr.New(expr.PlusMinus, v(), v()) },
		func() *expr.Node { return expr.New(expr.PlusMinus, v()) },
		func() *expr.Node { return expr.New(expr.MinusPlus, v(), v()) },
		func() *expr.Node { return expr.New(expr.Factorial, v()) },
		func() *expr.Node { return expr.New(expr.Percent, v()) },
		func() *expr.Node { return expr.New(expr.Degrees, v()) },
		func() *expr.Node { return expr.Apply("sin", v()) },
		func() *expr.Node { return expr.Apply("log", v(), v()) },
		func() *expr.Node { return expr.Apply("f", v(), v()) },
		func() *expr.Node { return expr.Apply("f^{-1}", v()) },
		func() *expr.Node {
			return expr.New(expr.Mixed, expr.Int(1), expr.New(expr.Div, expr.Int(1), expr.Int(2)))
		},
	)
}

func leaves(t *rapid.T) *expr.Node {
	small := rapid.Int64Range(-99, 99)
	return pick(t,
		func() *expr.Node { return expr.Int(small.Draw(t, "n")) },
		func() *expr.Node {
			n := expr.Rat(big.NewRat(small.Draw(t, "n"), 100))
			n.Places = rapid.IntRange(2, 4).Draw(t, "places")
			return n
		},
		func() *expr.Node {
			return expr.Rat(big.NewRat(small.Draw(t, "n"), rapid.Int64Range(1, 97).Draw(t, "d")))
		},
		func() *expr.Node {
			return expr.Var(rapid.SampledFrom([]string{"x", "y", "d", "theta", "x_{1}", "f''", "a_{i,j}'", "speed", "e", "i", "AB"}).Draw(t, "name"))
		},
		func() *expr.Node {
			return expr.Const(rapid.SampledFrom([]string{expr.Pi, expr.E, expr.I, expr.Infinity}).Draw(t, "name"))
		},
	)
}
