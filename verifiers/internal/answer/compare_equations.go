package answer

import (
	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/budget"
	"gander/verifiers/internal/expr"
)

// equation is the difference of the sides of r, if it is one equation.
func (r relation) equation() (*expr.Node, bool) {
	if len(r.rels) != 1 || r.rels[0] != expr.Equal {
		return nil, false
	}
	return difference(r.sides[0], r.sides[1]), true
}

// multiple compares two equations by their difference of sides.
func (c *comparer) multiple(g, a *expr.Node) Result {
	g, a = cartesian(indexed(g), indexed(a))
	if d := algebra.Equal(g, a, c.budget); d.Relation == algebra.Same {
		return right(certainty(d), "the same equation")
	}
	switch d := algebra.Proportional(g, a, c.budget); {
	case d.Relation == algebra.Unknown:
		return undecided("the equations cannot be compared")
	case d.Relation == algebra.Same && c.policy.allows(Multiple):
		return right(certainty(d), "").by(Multiple)
	case c.isTrivial(a):
		return wrong(Exact, "an equation that always holds")
	case c.areLinear(g, a):
		return wrong(certainty(d), "another equation")
	}
	return undecided("an equation that is no multiple of the gold")
}

// isTrivial says whether the equation n = 0 always holds.
func (c *comparer) isTrivial(n *expr.Node) bool {
	return algebra.Equal(n, expr.Int(0), c.budget).Relation == algebra.Same
}

// areLinear says whether all equations are polynomials of degree one in every name, so
// that they have the same solutions only as multiples of each other.
func (c *comparer) areLinear(equations ...*expr.Node) bool {
	for _, n := range equations {
		for _, name := range algebra.Free(n) {
			if !isLinear(n, name, c.budget) {
				return false
			}
		}
	}
	return true
}

// explicit compares the equation e = 0 and a value v, which may have a name: right when
// e is linear in that name and holds with the value put in. A value without a name is
// that of the one name of e that it does not hold.
func (c *comparer) explicit(e *expr.Node, v named) Result {
	s, ok := v.value.(scalar)
	if !ok || s.mark != bare {
		return otherKind("an equation", "something else")
	}
	name := v.name
	if v.left == nil {
		var others []string
		known := algebra.Free(s.value)
		for _, n := range algebra.Free(e) {
			if !contains(known, n) {
				others = append(others, n)
			}
		}
		if len(others) != 1 {
			return otherKind("an equation", "a value")
		}
		name = others[0]
	}
	if !c.policy.allows(Explicit) || !contains(algebra.Free(e), name) {
		return otherKind("an equation", "a value")
	}
	if !isLinear(e, name, c.budget) {
		return undecided("an equation that is not solved by one value")
	}
	switch d := algebra.Equal(substituted(e, name, s.value), expr.Int(0), c.budget); d.Relation {
	case algebra.Same:
		return right(certainty(d), "").by(Explicit)
	case algebra.Different:
		return wrong(certainty(d), "the value does not solve the equation")
	}
	return undecided("the value cannot be put into the equation")
}

// isLinear says whether n is p·name + q with p and q free of the name, and p not 0.
func isLinear(n *expr.Node, name string, b *budget.Budget) bool {
	shift := substituted(n, name, expr.Int(0))
	slope := difference(substituted(n, name, expr.Int(1)), shift)
	line := expr.New(expr.Add, expr.New(expr.Mul, slope, expr.Var(name)), shift)
	return algebra.Equal(n, line, b).Relation == algebra.Same &&
		algebra.Equal(slope, expr.Int(0), b).Relation == algebra.Different
}
