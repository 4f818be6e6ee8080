package algebra

import (
	"gander/verifiers/internal/budget"
	"gander/verifiers/internal/expr"
)

const (
	// maxEntries is the most entries of a matrix.
	maxEntries = 400
	// maxDeterminant is the largest size of a determinant that is worked out.
	maxDeterminant = 6
	// maxMatrixPower is the largest exponent of a matrix.
	maxMatrixPower = 64
)

// matrix is a rectangle of nodes, row by row.
type matrix [][]*node

// lowerMatrix works out an expression of matrices: sums, products, scalar multiples,
// small powers, transposes. ok is false for all else.
func lowerMatrix(n *expr.Node, logTen bool, bud *budget.Budget) (m matrix, ok bool) {
	l := &lowerer{builder: builder{bud}, logTen: logTen}
	m = l.matrix(n)
	for _, row := range m {
		for _, x := range row {
			if !l.done(x) {
				return nil, false
			}
		}
	}
	return m, m != nil
}

// matrix is nil for what is no matrix.
func (l *lowerer) matrix(n *expr.Node) matrix {
	if !l.bud.Spend(costNode) || len(n.Args) == 0 {
		return nil
	}
	switch n.Op {
	case expr.Matrix:
		return l.entries(n)
	case expr.Paren:
		return l.matrix(n.Args[0])
	case expr.Neg:
		return l.scaled(l.matrix(n.Args[0]), minusOne)
	case expr.Add:
		m := l.matrix(n.Args[0])
		for _, a := range n.Args[1:] {
			m = l.plus(m, l.matrix(a))
		}
		return m
	case expr.Mul:
		return l.matrixProduct(n.Args)
	case expr.Div:
		if d := l.node(n.Args[len(n.Args)-1]); d != nil {
			return l.scaled(l.matrix(n.Args[0]), l.pow(d, minusOne))
		}
	case expr.Pow:
		return l.matrixPower(n.Args[0], n.Args[len(n.Args)-1])
	case expr.Call:
		if n.Name == "transpose" && len(n.Args) == 1 {
			return transposed(l.matrix(n.Args[0]))
		}
	}
	return nil
}

func (l *lowerer) entries(n *expr.Node) matrix {
	m := make(matrix, len(n.Args))
	for i, row := range n.Args {
		if len(row.Args) == 0 || len(row.Args) != len(n.Args[0].Args) || len(n.Args)*len(row.Args) > maxEntries {
			return nil
		}
		list, ok := l.nodes(row.Args)
		if !ok {
			return nil
		}
		m[i] = list
	}
	if len(m) == 0 {
		return nil
	}
	return m
}

func (l *lowerer) scaled(m matrix, by *node) matrix {
	return each(m, func(i, j int) *node { return l.mul(by, m[i][j]) })
}

func (l *lowerer) plus(a, b matrix) matrix {
	if len(a) == 0 || len(a) != len(b) || len(a[0]) != len(b[0]) {
		return nil
	}
	return each(a, func(i, j int) *node { return l.add(a[i][j], b[i][j]) })
}

func transposed(m matrix) matrix {
	if m == nil {
		return nil
	}
	t := make(matrix, len(m[0]))
	for j := range t {
		for i := range m {
			t[j] = append(t[j], m[i][j])
		}
	}
	return t
}

// each is the matrix of m's shape with the given entries.
func each(m matrix, entry func(i, j int) *node) matrix {
	if m == nil {
		return nil
	}
	out := make(matrix, len(m))
	for i := range m {
		out[i] = make([]*node, len(m[i]))
		for j := range m[i] {
			out[i][j] = entry(i, j)
		}
	}
	return out
}

// times is nil when the shapes do not fit.
func (l *lowerer) times(a, b matrix) matrix {
	if a == nil || b == nil || len(a[0]) != len(b) || len(a)*len(b[0]) > maxEntries {
		return nil
	}
	out := make(matrix, len(a))
	for i := range a {
		for j := range b[0] {
			terms := make([]*node, len(b))
			for k := range b {
				terms[k] = l.mul(a[i][k], b[k][j])
			}
			if !l.bud.Spend(len(b)) {
				return nil
			}
			out[i] = append(out[i], l.add(terms...))
		}
	}
	return out
}

// matrixProduct multiplies scalars and matrices, of which there is at least one.
func (l *lowerer) matrixProduct(args []*expr.Node) matrix {
	scalar := one
	var m matrix
	for _, a := range args {
		if x := l.node(a); x != nil {
			scalar = l.mul(scalar, x)
			continue
		}
		next := l.matrix(a)
		if m != nil {
			next = l.times(m, next)
		}
		if next == nil {
			return nil
		}
		m = next
	}
	return l.scaled(m, scalar)
}

// matrixPower is a power with a small whole exponent, the inverse of a 2×2 matrix, or
// with exponent T the transpose. A matrix of expressions is multiplied out at most
// twice, for its entries grow.
func (l *lowerer) matrixPower(base, exponent *expr.Node) matrix {
	m := l.matrix(base)
	if m == nil {
		return nil
	}
	if exponent.Op == expr.Symbol && exponent.Name == "T" {
		return transposed(m)
	}
	e := l.node(exponent)
	if e == nil {
		return nil
	}
	n, ok := e.whole()
	switch {
	case !ok || len(m) != len(m[0]):
		return nil
	case n == -1:
		return l.inverse(m)
	case n < 1 || n > maxMatrixPower || n > 3 && !m.rational():
		return nil
	}
	var power matrix
	for ; n > 0; n >>= 1 {
		if n&1 == 1 && power == nil {
			power = m
		} else if n&1 == 1 {
			power = l.times(power, m)
		}
		if n > 1 {
			m = l.times(m, m)
		}
	}
	return power
}

// rational says whether every entry is a number.
func (m matrix) rational() bool {
	for _, row := range m {
		for _, x := range row {
			if x.kind != number {
				return false
			}
		}
	}
	return true
}

// equal compares entry by entry: one difference is enough.
func (m matrix) equal(n matrix, bud *budget.Budget) Decision {
	if len(m) != len(n) || len(m[0]) != len(n[0]) {
		return exact(false)
	}
	all := Decision{Same, true}
	for i := range m {
		for j := range m[i] {
			switch d := equalNodes(m[i][j], n[i][j], bud); d.Relation {
			case Different:
				return d
			case Unknown:
				all.Relation = Unknown
			default:
				all.Exact = all.Exact && d.Exact
			}
		}
	}
	if all.Relation == Unknown {
		return Decision{}
	}
	return all
}
