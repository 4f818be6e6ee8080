package algebra

import (
	"strconv"

	"gander/verifiers/internal/expr"
)

const (
	// maxTerms is the most terms of a sum or product that are written out.
	maxTerms = 1000
	// boundMark starts the name of a bound variable; no name of a tree starts so.
	boundMark = "#"
)

// series is sum or product(body, name, from, to). Between numbers it is written out,
// between expressions it is kept and evaluated where the ends are whole, and without end
// it is opaque.
func (l *lowerer) series(n *expr.Node) *node {
	if len(n.Args) != 4 || n.Args[1].Op != expr.Symbol {
		return l.opaque(n.Name, n.Args)
	}
	from, to := l.node(n.Args[2]), l.node(n.Args[3])
	if from == nil || to == nil {
		return l.boundCall(n)
	}
	first, firstOK := from.whole()
	last, lastOK := to.whole()
	switch {
	case firstOK && lastOK && last-first < maxTerms:
		return l.writtenOut(n, first, last)
	case firstOK && lastOK:
		return l.boundCall(n)
	}
	inner := l.newBound()
	body := l.with(n.Args[1].Name, inner, n.Args[0])
	if body == nil {
		return nil
	}
	fn := summed
	if n.Name == expr.Product {
		fn = multiplied
	}
	return compound(series, fn, body, inner, from, to)
}

// writtenOut is the sum or product from first to last; an empty one is 0 or 1.
func (l *lowerer) writtenOut(n *expr.Node, first, last int) *node {
	total, op := zero, builder.add
	if n.Name == expr.Product {
		total, op = one, builder.mul
	}
	terms := []*node{total}
	for k := first; k <= last; k++ {
		t := l.with(n.Args[1].Name, intNode(int64(k)), n.Args[0])
		if t == nil {
			return nil
		}
		terms = append(terms, t)
	}
	return op(l.builder, terms...)
}

// boundCall is an integral, a limit or an endless series that is not worked out: opaque,
// equal to itself whatever its bound variable is called. The bound name is the second
// argument; an integral without ends binds none.
func (l *lowerer) boundCall(n *expr.Node) *node {
	if len(n.Args) < 3 || n.Args[1].Op != expr.Symbol {
		return l.opaque(n.Name, n.Args)
	}
	inner := l.newBound()
	l.bound = append(l.bound, binding{n.Args[1].Name, inner})
	body := l.text(n.Args[0])
	l.bound = l.bound[:len(l.bound)-1]
	return l.opaqueText(n.Name, append([]string{body, inner.name}, l.texts(n.Args[2:])...))
}

// newBound is a variable for the next bound name, the same at the same depth.
func (l *lowerer) newBound() *node {
	return &node{kind: variable, name: boundMark + strconv.Itoa(len(l.bound)), free: true}
}

// with is body with name bound to value.
func (l *lowerer) with(name string, value *node, body *expr.Node) *node {
	l.bound = append(l.bound, binding{name, value})
	m := l.node(body)
	l.bound = l.bound[:len(l.bound)-1]
	return m
}
