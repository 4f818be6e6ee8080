package answer

import (
	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/expr"
)

// anyBase compares two values with logarithms to no base: right when they are equal once
// all of these are natural, or all are to the base ten. It is false when neither is shown,
// or no such logarithm stands there.
func (c *comparer) anyBase(g, a *expr.Node) (Result, bool) {
	if !g.Any(isBaseless) && !a.Any(isBaseless) {
		return Result{}, false
	}
	for _, base := range []*expr.Node{expr.Const(expr.E), expr.Int(10)} {
		if d := algebra.Equal(toBase(g, base), toBase(a, base), c.budget); d.Relation == algebra.Same {
			return right(certainty(d), "").by(LogBase), true
		}
	}
	return Result{}, false
}

// isBaseless says whether n is a logarithm to no base.
func isBaseless(n *expr.Node) bool {
	return n.Op == expr.Call && n.Name == expr.Log && len(n.Args) == 1
}

// toBase is n with base under every logarithm to none.
func toBase(n, base *expr.Node) *expr.Node {
	n = mapped(n, func(arg *expr.Node) *expr.Node { return toBase(arg, base) })
	if isBaseless(n) {
		return expr.Apply(expr.Log, n.Args[0], base)
	}
	return n
}
