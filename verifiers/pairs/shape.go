package pairs

import (
	"math/big"
	"slices"

	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/budget"
	"gander/verifiers/internal/expr"
)

// shape gives a tree the shape in which SymPy's parsers of LaTeX print what they read:
// lists, and conditions joined by and, or, are sets; a list in a list is a tuple; a ± b is
// a set of two; x ∈ S is an equation; the empty set is a set without members; braces
// around one thing are grouping.
func shape(n *expr.Node) *expr.Node { return replace(n, printed) }

// printed is shape for a node whose operands have their shape.
func printed(n *expr.Node) *expr.Node {
	switch n.Op {
	case expr.List, expr.And, expr.Or, expr.Set:
		return setOf(n.Args)
	case expr.PlusMinus:
		a, b := n.Args[0], n.Args[len(n.Args)-1]
		if len(n.Args) == 1 {
			a = expr.Int(0)
		}
		return expr.New(expr.Set, expr.New(expr.Add, a, expr.New(expr.Neg, b)), expr.New(expr.Add, a, b))
	case expr.Union, expr.Intersect:
		return &expr.Node{Op: n.Op, Args: spread(n.Op, n.Args)}
	case expr.Relation:
		if len(n.Rels) == 1 && n.Rels[0] == expr.Member {
			return &expr.Node{Op: n.Op, Args: n.Args, Rels: []expr.Rel{expr.Equal}}
		}
	}
	if n.Is(expr.EmptySet) {
		return expr.New(expr.Set)
	}
	return n
}

// readings are what a reply may mean where SymPy's parsers do not agree: log without a
// base is to the base e or 10. I is the imaginary unit, as SymPy writes it.
func readings(n *expr.Node) []*expr.Node {
	isLog := func(m *expr.Node) bool { return m.Op == expr.Call && m.Name == "log" && len(m.Args) == 1 }
	read := func(base *expr.Node) *expr.Node {
		return replace(n, func(m *expr.Node) *expr.Node {
			switch {
			case m.Op == expr.Symbol && m.Name == "I":
				return expr.Const(expr.I)
			case isLog(m):
				return expr.Apply(m.Name, m.Args[0], base)
			}
			return m
		})
	}
	if !n.Any(isLog) {
		return []*expr.Node{read(nil)}
	}
	return []*expr.Node{read(expr.Const(expr.E)), read(expr.Int(10))}
}

// replace is n with every node, from the leaves up, replaced by what with makes of it.
func replace(n *expr.Node, with func(*expr.Node) *expr.Node) *expr.Node {
	m := *n
	m.Args = make([]*expr.Node, len(n.Args))
	for i, a := range n.Args {
		m.Args[i] = replace(a, with)
	}
	return with(&m)
}

// setOf is the set of items, of which those that were lists are tuples.
func setOf(items []*expr.Node) *expr.Node {
	if len(items) == 1 {
		return items[0]
	}
	for i, item := range items {
		if item.Op == expr.Set && len(item.Args) > 1 {
			items[i] = &expr.Node{Op: expr.Tuple, Args: item.Args}
		}
	}
	return &expr.Node{Op: expr.Set, Args: items}
}

// spread puts the operands of an operand of the same op in its place.
func spread(op expr.Op, args []*expr.Node) (flat []*expr.Node) {
	for _, a := range args {
		if a.Op == op {
			flat = append(flat, a.Args...)
		} else {
			flat = append(flat, a)
		}
	}
	return flat
}

// equal decides whether a gold and a reply are the same expression, or the same shape
// around parts that are. Shapes that differ are unknown: they may mean the same.
func equal(gold, got *expr.Node, bud *budget.Budget) algebra.Decision {
	if len(gold.Args) == len(got.Args) && slices.Equal(gold.Rels, got.Rels) {
		switch {
		case gold.Op == expr.Set && got.Op == expr.Set, gold.Op == expr.Union && got.Op == expr.Union, gold.Op == expr.Intersect && got.Op == expr.Intersect:
			return inAnyOrder(gold.Args, got.Args, bud)
		case gold.Op >= expr.Paren && gold.Op != expr.Matrix && alike(gold, got):
			return inOrder(gold.Args, got.Args, bud)
		}
	}
	if gold.Op == expr.Symbol && gold.Name == "True" && got.Op == expr.Relation {
		return holds(got, bud)
	}
	d := algebra.Equal(gold, got, bud)
	if d.Relation != algebra.Same && isFloat(gold) {
		if v, ok := algebra.Value(got, bud); ok && v.RoundsTo(gold.Value, gold.Places) {
			return algebra.Decision{Relation: algebra.Same}
		}
	}
	return d
}

// holds decides whether one finite set is part of another, which SymPy works out.
func holds(r *expr.Node, bud *budget.Budget) algebra.Decision {
	part, of := r.Args[0], r.Args[1]
	if r.Rels[0] == expr.Superset {
		part, of = of, part
	}
	if len(r.Rels) != 1 || r.Rels[0] != expr.Subset && r.Rels[0] != expr.Superset || of.Op != expr.Set {
		return algebra.Decision{}
	}
	members := []*expr.Node{part} // a set of one is its member, see shape
	if part.Op == expr.Set {
		members = part.Args
	}
	return inAnyOrder(members, of.Args, bud)
}

// alike says whether two shapes are of one kind. (a, b) is a pair or an open interval.
func alike(gold, got *expr.Node) bool {
	return gold.Op == got.Op && gold.Name == got.Name ||
		gold.Op == expr.Interval && gold.Name == "()" && got.Op == expr.Tuple
}

func inOrder(golds, gots []*expr.Node, bud *budget.Budget) algebra.Decision {
	all := algebra.Decision{Relation: algebra.Same, Exact: true}
	for i := range golds {
		part := equal(golds[i], gots[i], bud)
		if part.Relation != algebra.Same {
			return algebra.Decision{}
		}
		all.Exact = all.Exact && part.Exact
	}
	return all
}

func inAnyOrder(golds, gots []*expr.Node, bud *budget.Budget) algebra.Decision {
	left := slices.Clone(gots)
	all := algebra.Decision{Relation: algebra.Same, Exact: true}
	for _, g := range golds {
		if !bud.Spend(len(left)) {
			return algebra.Decision{}
		}
		at := slices.IndexFunc(left, func(n *expr.Node) bool {
			part := equal(g, n, bud)
			all.Exact = all.Exact && (part.Relation != algebra.Same || part.Exact)
			return part.Relation == algebra.Same
		})
		if at < 0 {
			return algebra.Decision{}
		}
		left = slices.Delete(left, at, at+1)
	}
	return all
}

// floatDigits is how many digits SymPy prints of a number that it has worked out, or one
// more.
const floatDigits = 14

// isFloat says whether n has so many digits that it is a number worked out.
func isFloat(n *expr.Node) bool {
	if n.Op != expr.Number || n.Places < 1 {
		return false
	}
	least := new(big.Rat).SetFrac(new(big.Int).Exp(big.NewInt(10), big.NewInt(floatDigits-1), nil), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n.Places)), nil))
	return new(big.Rat).Abs(n.Value).Cmp(least) >= 0
}
