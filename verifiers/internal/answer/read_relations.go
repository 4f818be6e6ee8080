package answer

import (
	"slices"

	"gander/verifiers/internal/expr"
)

// relation is the form of a chain of sides with signs between them.
func (r *reader) relation(n *expr.Node) form {
	switch {
	case len(n.Rels) == 0 || len(n.Args) != len(n.Rels)+1:
		return opaque{n}
	case len(n.Rels) == 1 && n.Rels[0] == expr.Member:
		return r.member(n)
	case all(n.Rels, isEquality):
		return r.equality(n)
	}
	if out, ok := r.inequality(n); ok {
		return out
	}
	return relation{n.Args, n.Rels}
}

func isEquality(rel expr.Rel) bool {
	return rel == expr.Equal || rel == expr.Approx || rel == expr.Defines
}

// member is the form of x ∈ S: the set, and the name of what lies in it.
func (r *reader) member(n *expr.Node) form {
	left, right := n.Args[0], r.read(n.Args[1])
	if !isName(left) {
		return opaque{n}
	}
	if s, ok := r.region(right); ok {
		s.name, s.from = left.String(), max(s.from, asMember)
		return s
	}
	if _, single := right.(scalar); single { // a ∈ A names no value
		return opaque{n}
	}
	return named{name: left.String(), left: left, value: right}
}

// equality is the form of a chain of = and ≈ whose sides agree. The name before the first
// sign is split off; of the values the last exact one counts, as in x = 5+6 = 11 ≈ 11.0.
func (r *reader) equality(n *expr.Node) form {
	sides, rels := n.Args, n.Rels
	for len(rels) > 1 && rels[len(rels)-1] == expr.Approx {
		sides, rels = sides[:len(sides)-1], rels[:len(rels)-1]
	}
	first, last := sides[0], sides[len(sides)-1]
	if isName(first) && !mentions(last, first) {
		if !r.agree(n.Args[1:], n.Rels[1:], true) {
			return relation{n.Args, n.Rels}
		}
		return r.name(first, last)
	}
	if (len(rels) < len(n.Rels) || rels[0] == expr.Approx) && !r.agree(n.Args, n.Rels, false) {
		return relation{n.Args, n.Rels}
	}
	if len(rels) == 1 && rels[0] == expr.Approx {
		return r.read(first)
	}
	if out, ok := r.absolute(first, last); ok && len(rels) == 1 {
		return out
	}
	if len(rels) == 1 && isName(last) && !mentions(first, last) {
		return r.name(last, first)
	}
	return relation{sides, rels}
}

// name is the form of left = right, where left is a name.
func (r *reader) name(left, right *expr.Node) form {
	return named{name: left.String(), left: left, param: params(left), value: r.read(right)}
}

// mentions says whether the name stands in n.
func mentions(n, name *expr.Node) bool {
	skip := params(name)
	return name.Any(func(part *expr.Node) bool {
		if part.Op != expr.Symbol && part.Op != expr.Call || slices.Contains(skip, part.Name) {
			return false
		}
		return n.Any(func(m *expr.Node) bool { return m.Op == part.Op && m.Name == part.Name })
	})
}

// inequality is a chain that bounds one name by constants, as a set of reals: x < 5,
// -2 ≤ x < 7, x ≠ 3, |x| > 1, 2x - 1 > 4. What is not linear in the name is none.
func (r *reader) inequality(n *expr.Node) (region, bool) {
	x, at, ok := r.unknown(n.Args)
	if !ok || len(n.Args) > 3 || len(n.Args) == 3 && at != 1 {
		return region{}, false
	}
	out := region{name: x.name, in: []bool{true}}
	for i, rel := range n.Rels {
		bound := n.Args[i]
		if i < at {
			rel = flipped(rel)
		} else {
			bound = n.Args[i+1]
		}
		if mentions(bound, n.Args[at]) || survey(bound).shape {
			return region{}, false
		}
		part, ok := r.solved(x, rel, bound)
		if !ok {
			return region{}, false
		}
		if len(n.Rels) == 1 {
			out = part
			break
		}
		if out, ok = out.combine(part, and, r.budget); !ok && x.isBare() {
			return r.symbolic(n, x.name)
		} else if !ok {
			return region{}, false
		}
	}
	out.name, out.from = x.name, x.origin()
	return out, true
}

// bounded is the set of all x with x rel bound.
func (r *reader) bounded(rel expr.Rel, bound *expr.Node) (region, bool) {
	inf := expr.Const(expr.Infinity)
	switch rel {
	case expr.Less, expr.LessEqual:
		return r.between(expr.New(expr.Neg, inf), bound, false, rel == expr.LessEqual)
	case expr.Greater, expr.GreaterEqual:
		return r.between(bound, inf, rel == expr.GreaterEqual, false)
	case expr.NotEqual:
		return region{points: []*expr.Node{bound}, in: []bool{true, false, true}}, infinite(bound) == 0
	case expr.Equal:
		return point(bound), infinite(bound) == 0
	}
	return region{}, false
}

// symbolic is the interval of a chain a < x ≤ b whose ends cannot be put in order.
func (r *reader) symbolic(n *expr.Node, name string) (region, bool) {
	lo, hi, rels := n.Args[0], n.Args[2], n.Rels
	if isGreater(rels[0]) {
		lo, hi, rels = hi, lo, []expr.Rel{flipped(rels[1]), flipped(rels[0])}
	}
	if !isLess(rels[0]) || !isLess(rels[1]) {
		return region{}, false
	}
	out, ok := r.between(lo, hi, rels[0] == expr.LessEqual, rels[1] == expr.LessEqual)
	out.name, out.from = name, asCondition
	return out, ok
}

func isLess(rel expr.Rel) bool { return rel == expr.Less || rel == expr.LessEqual }

func isGreater(rel expr.Rel) bool { return rel == expr.Greater || rel == expr.GreaterEqual }

// flipped is rel read from right to left.
func flipped(rel expr.Rel) expr.Rel {
	switch rel {
	case expr.Less:
		return expr.Greater
	case expr.LessEqual:
		return expr.GreaterEqual
	case expr.Greater:
		return expr.Less
	case expr.GreaterEqual:
		return expr.LessEqual
	case expr.Subset:
		return expr.Superset
	case expr.Superset:
		return expr.Subset
	}
	return rel
}
