package answer

import (
	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/expr"
)

// relation compares a gold that is an equation or an ordering.
func (c *comparer) relation(g relation, a form) Result {
	switch a := a.(type) {
	case relation:
		return c.relations(g, a)
	case series:
		return c.chainList(g, a)
	case scalar:
		if v, ok := c.sides(g); ok {
			return c.forms(scalar{value: v}, a)
		}
		if e, ok := g.equation(); ok {
			return c.explicit(e, named{value: a})
		}
	case region:
		return undecided("an inequality that has still to be solved")
	}
	return otherKind("a relation", "something else")
}

// sides is the last side of r, a chain of equal constants as in 20 + 22 = 42. It is
// false when the sides do not agree or hold names.
func (c *comparer) sides(r relation) (*expr.Node, bool) {
	last := r.sides[len(r.sides)-1]
	if !all(r.rels, isEquality) {
		return nil, false
	}
	for _, side := range r.sides {
		if len(algebra.Free(side)) > 0 || algebra.Equal(side, last, c.budget).Relation != algebra.Same {
			return nil, false
		}
	}
	return last, true
}

// relations compares two chains: two equations up to a factor, any other two side by
// side, read from either end.
func (c *comparer) relations(g, a relation) Result {
	gEq, gOk := g.equation()
	aEq, aOk := a.equation()
	if gOk && aOk {
		return c.multiple(gEq, aEq)
	}
	if len(g.rels) != len(a.rels) {
		return undecided("chains of another length")
	}
	if !sameSigns(g.rels, a.rels) {
		if a = a.reversed(); !sameSigns(g.rels, a.rels) {
			return c.ifPlain(g, a, "other signs between the sides")
		}
	}
	total := right(Exact, "the same chain")
	for i := range g.sides {
		total = both(total, c.values(g.sides[i], a.sides[i]))
	}
	if total.is(Wrong) {
		return c.ifPlain(g, a, "another order")
	}
	return total
}

// ifPlain is wrong when all sides are names or constants, so that the chains can only
// be the same when they read the same; else undecided.
func (c *comparer) ifPlain(g, a relation, detail string) Result {
	plain := func(n *expr.Node) bool { return isName(n) || len(algebra.Free(n)) == 0 }
	if all(g.sides, plain) && all(a.sides, plain) {
		return wrong(Exact, detail)
	}
	return undecided("inequalities that are written in another way")
}

func sameSigns(g, a []expr.Rel) bool {
	for i := range g {
		if g[i] != a[i] {
			return false
		}
	}
	return true
}

// reversed is r read from right to left.
func (r relation) reversed() relation {
	var out relation
	for i := len(r.sides) - 1; i >= 0; i-- {
		out.sides = append(out.sides, r.sides[i])
		if i > 0 {
			out.rels = append(out.rels, flipped(r.rels[i-1]))
		}
	}
	return out
}

// chainList compares a chain b < a < c and a list b, a, c.
func (c *comparer) chainList(chain relation, list series) Result {
	if len(chain.sides) != len(list.items) || len(chain.sides) < 3 || list.kind == curly || !c.policy.allows(ChainList) {
		return otherKind("an ordering", "something else")
	}
	if !all(chain.rels, isLess) && !all(chain.rels, isGreater) {
		return undecided("a chain of mixed signs for a list")
	}
	r := reader{policy: c.policy, budget: c.budget}
	sides := series{kind: square}
	for _, side := range chain.sides {
		sides.items = append(sides.items, r.read(side))
	}
	return c.inOrder(sides, list).by(ChainList)
}
