package parse

import "gander/verifiers/internal/expr"

// isSet says whether n can be an operand of the difference of sets that is written with
// a minus.
func isSet(n *expr.Node) bool {
	switch n.Op {
	case expr.Set, expr.Builder, expr.Interval, expr.Union, expr.Intersect, expr.Without:
		return true
	case expr.Tuple, expr.Bracket:
		return len(n.Args) == 2
	case expr.Constant:
		switch n.Name {
		case expr.Reals, expr.Rationals, expr.Integers, expr.Naturals, expr.Complexes:
			return true
		}
	}
	return false
}

// setOperation reads ∪, ∩ and ∖; nil when it binds not tight enough.
func (p *parser) setOperation(left *expr.Node, least int) *expr.Node {
	op, power := expr.Union, unionPower
	switch p.cur().kind {
	case intersect:
		op, power = expr.Intersect, intersectPower
	case without:
		op = expr.Without
	}
	if least > power {
		return nil
	}
	p.skip()
	right := p.asSet(p.expression(power + 1))
	if left.Op == op && op != expr.Without {
		left.Args = append(left.Args, right)
		return left
	}
	return p.node(op, "", p.asSet(left), right)
}

// ratio reads a : b : c.
func (p *parser) ratio(left *expr.Node) *expr.Node {
	parts := []*expr.Node{p.value(left)}
	for p.accept(colon) {
		parts = append(parts, p.value(p.expression(ratioPower+1)))
	}
	return p.node(expr.Ratio, "", parts...)
}
