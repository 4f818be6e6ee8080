package answer

import (
	"gander/verifiers/internal/budget"
	"gander/verifiers/internal/expr"
)

// reader takes trees to forms.
type reader struct {
	policy *Policy
	budget *budget.Budget
	bound  map[string]string // see Answer.bound
}

// read is the form of n.
func (r *reader) read(n *expr.Node) form {
	switch n.Op {
	case expr.Paren:
		return r.read(n.Args[0])
	case expr.Text:
		return readWord(n.Name, r.policy)
	case expr.Constant:
		return readConstant(n)
	case expr.Tuple, expr.Bracket, expr.Angle, expr.Set, expr.List, expr.Or, expr.And:
		return r.series(n)
	case expr.Interval:
		return r.interval(n)
	case expr.Union, expr.Intersect, expr.Without:
		return r.setOperation(n, n.Op)
	case expr.Where:
		return r.where(n)
	case expr.Not:
		if s, ok := r.region(r.read(n.Args[0])); ok {
			if out, ok := (region{name: s.name, in: []bool{true}}).combine(s, without, r.budget); ok {
				return out
			}
		}
		return opaque{n}
	case expr.Builder:
		return r.builder(n)
	case expr.Relation:
		return r.relation(n)
	case expr.Labeled:
		if n.Args[0].Op == expr.Labeled || changes(n.Name) { // two labels are prose, "half: 7" is 14
			return opaque{n}
		}
		return named{name: fold(n.Name), value: r.read(n.Args[0])}
	case expr.Matrix:
		return r.grid(n)
	case expr.Ratio:
		return ratio{n.Args}
	case expr.Clock:
		return clock{n.Args, n.Name}
	}
	return r.arithmetic(n)
}

// arithmetic is the form of an operation: a scalar, the two values of a ±, a difference
// of sets, an expression of matrices.
func (r *reader) arithmetic(n *expr.Node) form {
	has := survey(n)
	switch {
	case has.plusMinus:
		return r.alternatives(n)
	case has.set:
		if n.Op == expr.Add && len(n.Args) == 2 && n.Args[1].Op == expr.Neg {
			return r.setOperation(expr.New(expr.Without, n.Args[0], n.Args[1].Args[0]), expr.Without)
		}
		return opaque{n}
	case has.shape:
		return opaque{n}
	case has.matrix:
		return grid{tree: n}
	}
	return readScalar(n)
}

// contents says what an operation is made of.
type contents struct{ plusMinus, matrix, set, shape bool }

// survey looks through n.
func survey(n *expr.Node) (has contents) {
	n.Walk(func(m *expr.Node) bool {
		switch m.Op {
		case expr.PlusMinus, expr.MinusPlus:
			has.plusMinus = true
		case expr.Matrix:
			has.matrix = true
			return false
		case expr.Set, expr.Interval, expr.Union, expr.Builder, expr.Intersect, expr.Without:
			has.set = true
		case expr.Call:
			return false
		case expr.Text, expr.Relation, expr.List, expr.Tuple, expr.Bracket, expr.Angle, expr.And, expr.Or, expr.Not,
			expr.Ratio, expr.Clock, expr.Labeled:
			has.shape = has.shape || !(m.Op == expr.Text && m != n)
		}
		return true
	})
	return has
}

// grid is the form of a matrix.
func (r *reader) grid(n *expr.Node) form {
	out := grid{tree: n}
	for _, row := range n.Args {
		var entries []form
		for _, entry := range row.Args {
			entries = append(entries, r.read(entry))
		}
		out.rows = append(out.rows, entries)
	}
	return out
}
