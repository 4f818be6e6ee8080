package algebra

import (
	"math/big"
	"slices"

	"gander/verifiers/internal/budget"
	"gander/verifiers/internal/expr"
)

// lowerer boils trees down to nodes.
type lowerer struct {
	builder
	// logTen reads a logarithm that is written without a base as one to base 10, else it
	// is natural.
	logTen bool
	// bound are the values of bound variables, innermost last.
	bound []binding
	// failed: a part has no form that it could be known by.
	failed bool
}

// costNode is what a node costs to build, in budget operations.
const costNode = 10

type binding struct {
	name  string
	value *node
}

// lower is n as a node. ok is false when n is no expression with a value, such as a list
// or a relation, or the budget is spent.
func lower(n *expr.Node, logTen bool, bud *budget.Budget) (m *node, ok bool) {
	l := &lowerer{builder: builder{bud}, logTen: logTen}
	m = l.node(n)
	return m, l.done(m)
}

// done says whether a node is complete and of a bearable size.
func (l *lowerer) done(m *node) bool {
	return m != nil && !l.failed && m.weight <= maxWeight && l.bud.Spend(m.weight) && !l.bud.Spent()
}

// node is nil for what has no value.
func (l *lowerer) node(n *expr.Node) *node {
	if !l.bud.Spend(costNode + 2*len(l.bound)) {
		return nil
	}
	switch n.Op {
	case expr.Number:
		if size(n.Value) > maxBits {
			return nil
		}
		return ratNode(n.Value)
	case expr.Symbol:
		for _, b := range slices.Backward(l.bound) {
			if b.name == n.Name {
				return b.value
			}
		}
		return &node{kind: variable, name: n.Name, free: true}
	case expr.Constant:
		return constants[n.Name]
	case expr.Call:
		return l.call(n)
	case expr.Base:
		return l.numeral(n)
	case expr.Prime:
		return l.opaque("prime", n.Args)
	}
	build, ok := operators[n.Op]
	if !ok {
		return nil
	}
	args, ok := l.nodes(n.Args)
	if !ok || len(args) == 0 {
		return nil
	}
	return build(l.builder, args)
}

func (l *lowerer) nodes(list []*expr.Node) (args []*node, ok bool) {
	args = make([]*node, len(list))
	for i, n := range list {
		if args[i] = l.node(n); args[i] == nil {
			return nil, false
		}
	}
	return args, true
}

var constants = map[string]*node{expr.Pi: piNode, expr.E: eulerNode, expr.I: unitNode}

// operators says what the arithmetic of trees means.
var operators = map[expr.Op]func(b builder, x []*node) *node{
	expr.Paren: func(_ builder, x []*node) *node { return x[0] },
	expr.Add:   func(b builder, x []*node) *node { return b.add(x...) },
	expr.Mul:   func(b builder, x []*node) *node { return b.mul(x...) },
	expr.Mixed: func(b builder, x []*node) *node { return b.add(x...) },
	expr.Neg:   func(b builder, x []*node) *node { return b.neg(x[0]) },
	expr.Div:   twoArgs(builder.div),
	expr.Pow:   twoArgs(builder.pow),
	expr.Percent: func(b builder, x []*node) *node {
		return b.mul(x[0], ratNode(big.NewRat(1, 100)))
	},
	expr.Degrees: func(b builder, x []*node) *node {
		return b.mul(x[0], ratNode(big.NewRat(1, 180)), piNode)
	},
	expr.Factorial: func(b builder, x []*node) *node { return b.factorial(x[0]) },
}

func twoArgs(f func(b builder, x, y *node) *node) func(builder, []*node) *node {
	return func(b builder, x []*node) *node {
		if len(x) != 2 {
			return nil
		}
		return f(b, x[0], x[1])
	}
}

// numeral is a number written to a base from 2 to 36.
func (l *lowerer) numeral(n *expr.Node) *node {
	if len(n.Args) != 1 || !l.bud.Spend(len(n.Name)*len(n.Name)/8) {
		return nil
	}
	base := l.node(n.Args[0])
	if base == nil {
		return nil
	}
	k, ok := base.whole()
	if !ok || k < 2 || k > 36 {
		return nil
	}
	q := new(big.Rat)
	place, radix := (*big.Rat)(nil), big.NewRat(int64(k), 1)
	for _, r := range n.Name {
		if r == '.' && place == nil {
			place = big.NewRat(1, 1)
			continue
		}
		d := digit(r)
		if d < 0 || d >= k {
			return nil
		}
		if q.Mul(q, radix).Add(q, big.NewRat(int64(d), 1)); place != nil {
			place.Mul(place, radix)
		}
	}
	if place != nil {
		q.Quo(q, place)
	}
	return ratNode(q)
}

func digit(r rune) int {
	switch {
	case '0' <= r && r <= '9':
		return int(r - '0')
	case 'a' <= r && r <= 'z':
		return int(r-'a') + 10
	case 'A' <= r && r <= 'Z':
		return int(r-'A') + 10
	}
	return -1
}
