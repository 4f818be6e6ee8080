package algebra

import (
	"gander/verifiers/internal/expr"
)

// inverse is the matrix of cofactors over the determinant.
func (l *lowerer) inverse(m matrix) matrix {
	if len(m) > maxDeterminant {
		return nil
	}
	over := l.pow(l.expand(m), minusOne)
	return each(m, func(i, j int) *node {
		c := l.expand(m.without(j, i))
		if (i+j)%2 == 1 {
			c = l.neg(c)
		}
		return l.mul(c, over)
	})
}

// determinant is nil unless n is a small square matrix.
func (l *lowerer) determinant(n *expr.Node) *node {
	m := l.matrix(n)
	if m == nil || len(m) != len(m[0]) || len(m) > maxDeterminant {
		return nil
	}
	return l.expand(m)
}

// expand is the determinant of a square matrix, along its first row; of none it is 1.
func (l *lowerer) expand(m matrix) *node {
	if len(m) == 0 {
		return one
	}
	terms := make([]*node, len(m))
	for j, x := range m[0] {
		if !l.bud.Spend(costTerm * len(m) * len(m)) {
			return zero
		}
		terms[j] = l.mul(x, l.expand(m.without(0, j)))
		if j%2 == 1 {
			terms[j] = l.neg(terms[j])
		}
	}
	return l.add(terms...)
}

// without is m without row i and column j.
func (m matrix) without(i, j int) matrix {
	var out matrix
	for k, row := range m {
		if k != i {
			out = append(out, append(append([]*node{}, row[:j]...), row[j+1:]...))
		}
	}
	return out
}
