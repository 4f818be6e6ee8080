package algebra_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/budget"
	"gander/verifiers/internal/expr"
)

// rationals draws an expression of x, y and numbers by +, -, · and small powers, and over
// denominators without real zeros.
func rationals(t *rapid.T, depth int) *expr.Node {
	kind := rapid.IntRange(0, 7).Draw(t, "kind")
	if depth == 0 {
		kind %= 3
	}
	sub := func() *expr.Node { return rationals(t, depth-1) }
	switch kind {
	case 0:
		return expr.Int(rapid.Int64Range(-9, 9).Draw(t, "number"))
	case 1, 2:
		return expr.Var(rapid.SampledFrom([]string{"x", "y"}).Draw(t, "name"))
	case 3:
		return expr.New(expr.Add, sub(), sub(), sub())
	case 4:
		return expr.New(expr.Mul, sub(), sub())
	case 5:
		return expr.New(expr.Neg, sub())
	case 6:
		return expr.New(expr.Pow, sub(), expr.Int(rapid.Int64Range(0, 3).Draw(t, "exponent")))
	}
	above := expr.New(expr.Pow, sub(), expr.Int(2))
	return expr.New(expr.Div, sub(), expr.New(expr.Add, above, expr.Int(rapid.Int64Range(1, 9).Draw(t, "offset"))))
}

// functions draws an expression that may hold roots, absolute values, trigonometry,
// exponentials, logarithms and unknown functions, and may have no value.
func functions(t *rapid.T, depth int) *expr.Node {
	if depth == 0 {
		return rationals(t, 0)
	}
	sub := func() *expr.Node { return functions(t, depth-1) }
	name := rapid.SampledFrom([]string{"sqrt", "abs", "sin", "cos", "tan", "exp", "ln", "arctan", "floor", "f", "+", "*", "/", "^", "i", "pi"}).Draw(t, "function")
	switch name {
	case "+":
		return expr.New(expr.Add, sub(), sub())
	case "*":
		return expr.New(expr.Mul, sub(), sub())
	case "/":
		return expr.New(expr.Div, sub(), sub())
	case "^":
		return expr.New(expr.Pow, sub(), sub())
	case "i", "pi":
		return expr.Const(name)
	}
	return expr.Apply(name, sub())
}

func equal(a, b *expr.Node) algebra.Decision {
	return algebra.Equal(a, b, budget.New(budget.PerCheck))
}

// demand fails t unless a and b are the same, and proved to be unless they hold fractions
// of fractions, whose forms may be too long.
func demand(t *rapid.T, law string, a, b *expr.Node) {
	t.Helper()
	proof := !a.Any(isQuotient) && !b.Any(isQuotient)
	if got := equal(a, b); got.Relation != algebra.Same || proof && !got.Exact {
		t.Fatalf("%s: %s and %s are %v (exact: %v), want same", law, a, b, got.Relation, got.Exact)
	}
}

func isQuotient(n *expr.Node) bool { return n.Op == expr.Div }

func TestLawsOfFields(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := rationals(t, 2), rationals(t, 2), rationals(t, 1)
		add, mul := func(x ...*expr.Node) *expr.Node { return expr.New(expr.Add, x...) }, func(x ...*expr.Node) *expr.Node { return expr.New(expr.Mul, x...) }
		demand(t, "a = a", a, a)
		demand(t, "a + b + c = c + b + a", add(a, b, c), add(c, b, a))
		demand(t, "(ab)c = a(bc)", mul(mul(a, b), c), mul(a, mul(b, c)))
		demand(t, "a(b + c) = ab + ac", mul(a, add(b, c)), add(mul(a, b), mul(a, c)))
		demand(t, "(a + b)² = a² + 2ab + b²", expr.New(expr.Pow, add(a, b), expr.Int(2)),
			add(expr.New(expr.Pow, a, expr.Int(2)), mul(expr.Int(2), a, b), expr.New(expr.Pow, b, expr.Int(2))))
		demand(t, "-(-a) = a", expr.New(expr.Neg, expr.New(expr.Neg, a)), a)
		q := add(mul(c, c), expr.Int(1))
		r := add(mul(b, b), expr.Int(2))
		demand(t, "a/q + b/r = (ar + bq)/(qr)", add(expr.New(expr.Div, a, q), expr.New(expr.Div, b, r)),
			expr.New(expr.Div, add(mul(a, r), mul(b, q)), mul(q, r)))
	})
}

// One more anywhere is never the same.
func TestPerturbed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := rationals(t, 3)
		k := rapid.Int64Range(0, 12).Draw(t, "exponent")
		tiny := expr.New(expr.Pow, expr.Int(10), expr.Int(-rapid.Int64Range(0, 60).Draw(t, "places")))
		more := expr.New(expr.Mul, tiny, expr.New(expr.Pow, expr.Var("x"), expr.Int(k)))
		if got := equal(a, expr.New(expr.Add, a, more)); got.Relation != algebra.Different || !got.Exact {
			t.Fatalf("%s and %s more are %v (exact: %v), want different", a, more, got.Relation, got.Exact)
		}
	})
}

// Whatever the expressions: both orders are decided alike, an expression never differs
// from itself, and names do not matter.
func TestDecisionsAgree(t *testing.T) {
	names := map[string]string{"x": "speed", "y": "x"}
	rapid.Check(t, func(t *rapid.T) {
		a, b := functions(t, 3), functions(t, 3)
		got := equal(a, b)
		if turned := equal(b, a); got != turned {
			t.Fatalf("%s and %s are %v, turned around %v", a, b, got, turned)
		}
		if self := equal(a, a); self.Relation == algebra.Different {
			t.Fatalf("%s differs from itself", a)
		}
		renamed := equal(algebra.Rename(a, names), algebra.Rename(b, names))
		if got.Relation != renamed.Relation && got.Relation != algebra.Unknown && renamed.Relation != algebra.Unknown {
			t.Fatalf("%s and %s are %v, renamed %v", a, b, got.Relation, renamed.Relation)
		}
	})
}

// A smaller budget leaves more undecided, and decides nothing otherwise.
func TestSmallBudgets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := functions(t, 2), functions(t, 2)
		if rapid.Bool().Draw(t, "turned around") {
			b = reversed(a)
		}
		full := equal(a, b)
		small := algebra.Equal(a, b, budget.New(rapid.IntRange(0, 20_000).Draw(t, "budget")))
		if small.Relation != algebra.Unknown && small.Relation != full.Relation {
			t.Fatalf("%s and %s are %v, with a small budget %v", a, b, full.Relation, small.Relation)
		}
	})
}

// A factor other than 0 is no matter to Proportional, a term is.
func TestProportionalLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := expr.New(expr.Add, rationals(t, 2), expr.New(expr.Pow, expr.Var("x"), expr.Int(17)))
		c := rapid.SampledFrom([]*expr.Node{expr.Int(-3), expr.Int(7), expr.New(expr.Div, expr.Int(2), expr.Int(9)), expr.Apply("sqrt", expr.Int(2)), expr.Const(expr.Pi)}).Draw(t, "factor")
		if got := algebra.Proportional(a, expr.New(expr.Mul, c, a), budget.New(budget.PerCheck)); got.Relation != algebra.Same {
			t.Fatalf("%s and %s times it are %v, want same", a, c, got.Relation)
		}
		if got := algebra.Proportional(a, expr.New(expr.Add, a, expr.Var("z")), budget.New(budget.PerCheck)); got.Relation != algebra.Different {
			t.Fatalf("%s and z more are %v, want different", a, got.Relation)
		}
	})
}

// Texts that are called unique tell expressions apart exactly.
func TestCanonicalIsUnique(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rationals(t, 2), rationals(t, 2)
		if rapid.Bool().Draw(t, "turned around") {
			b = reversed(a)
		}
		textA, exactA := algebra.Canonical(a, budget.New(budget.PerCheck))
		textB, exactB := algebra.Canonical(b, budget.New(budget.PerCheck))
		if got := equal(a, b); exactA && exactB && (textA == textB) != (got.Relation == algebra.Same) {
			t.Fatalf("%s is %q, %s is %q, and they are %v", a, textA, b, textB, got.Relation)
		}
	})
}

// reversed is n with the parts of sums and products in the other order.
func reversed(n *expr.Node) *expr.Node {
	m := *n
	m.Args = nil
	for _, a := range n.Args {
		m.Args = append(m.Args, reversed(a))
	}
	if n.Op == expr.Add || n.Op == expr.Mul {
		slices.Reverse(m.Args)
	}
	return &m
}
