package algebra

import (
	"math/big"

	"gander/verifiers/internal/budget"
)

// kind is the kind of a [node].
type kind uint8

const (
	number   kind = iota + 1 // q
	variable                 // name
	pi                       // π
	euler                    // e
	unit                     // i
	sum                      // args
	product                  // args
	power                    // base, exponent
	apply                    // fn of args
	series                   // fn is sum or product; body, bound variable, from, to
	opaque                   // name is a canonical text: equal names, equal values
)

// node is an expression boiled down: a difference is a sum, a quotient is a product with
// a power, tan is sin over cos, a percentage is a product. Nodes do not change once they
// are built, and may be shared.
type node struct {
	kind kind
	q    *big.Rat
	name string
	fn   *function
	args []*node
	// weight is the number of nodes below, shared ones counted each time; 0 for a leaf.
	weight int
	// free: there are variables or opaque parts in it.
	free bool
}

// maxWeight is the most nodes that an expression may have. A function that is boiled down
// may double its argument, as sinh does, so few letters can stand for very many nodes.
const maxWeight = 30_000

// compound is a node over args.
func compound(k kind, fn *function, args ...*node) *node {
	n := &node{kind: k, fn: fn, args: args}
	for _, a := range args {
		n.weight = min(n.weight+1+a.weight, maxWeight+1)
		n.free = n.free || a.free
	}
	return n
}

var (
	piNode    = &node{kind: pi}
	eulerNode = &node{kind: euler}
	unitNode  = &node{kind: unit}
	zero      = intNode(0)
	one       = intNode(1)
	two       = intNode(2)
	minusOne  = intNode(-1)
	half      = ratNode(ratHalf)
)

func ratNode(q *big.Rat) *node { return &node{kind: number, q: q} }
func intNode(n int64) *node    { return ratNode(big.NewRat(n, 1)) }

// whole is the value of n when it is a small whole number.
func (n *node) whole() (int, bool) {
	if n.kind != number {
		return 0, false
	}
	return smallInt(n.q)
}

// builder makes nodes and folds rational numbers on the way. It never loses a part that
// may be undefined: 0·(1/0) stays as it is.
type builder struct{ bud *budget.Budget }

// add is the sum of args.
func (b builder) add(args ...*node) *node {
	return b.fold(sum, args, func(x, y *big.Rat) (*big.Rat, bool) {
		if !b.fits(x, y) {
			return nil, false
		}
		return new(big.Rat).Add(x, y), true
	}, ratZero)
}

// mul is the product of args.
func (b builder) mul(args ...*node) *node {
	return b.fold(product, args, func(x, y *big.Rat) (*big.Rat, bool) {
		if !b.fits(x, y) {
			return nil, false
		}
		return new(big.Rat).Mul(x, y), true
	}, ratOne)
}

// fits says whether the sum or product of x and y stays within maxBits, and spends what
// it costs, with the common divisor of a quotient.
func (b builder) fits(x, y *big.Rat) bool {
	return size(x)+size(y) <= maxBits && b.bud.Spend(words(size(x), size(y))+commonDivisor(x, y))
}

// fold is a sum or a product without nested ones, its rational parts made one.
func (b builder) fold(k kind, args []*node, op func(x, y *big.Rat) (*big.Rat, bool), neutral *big.Rat) *node {
	if len(args) == 2 && args[0].kind == number && args[1].kind == number {
		if r, ok := op(args[0].q, args[1].q); ok {
			return ratNode(r)
		}
	}
	q := neutral
	rest := make([]*node, 0, len(args))
	for _, a := range args {
		if a.kind == k {
			for _, inner := range a.args {
				q, rest = take(inner, q, neutral, rest, op)
			}
			continue
		}
		q, rest = take(a, q, neutral, rest, op)
	}
	if !b.bud.Spend(len(rest)) {
		return zero
	}
	nothing := q == neutral || is(q, neutral.Num().Int64())
	switch {
	case len(rest) == 0:
		return ratNode(q)
	case nothing && len(rest) == 1:
		return rest[0]
	case nothing:
		return compound(k, nil, rest...)
	}
	return compound(k, nil, append(rest, ratNode(q))...)
}

func take(a *node, q, neutral *big.Rat, rest []*node, op func(x, y *big.Rat) (*big.Rat, bool)) (*big.Rat, []*node) {
	if a.kind == number {
		if q == neutral {
			return a.q, rest
		}
		if r, ok := op(q, a.q); ok {
			return r, rest
		}
	}
	return q, append(rest, a)
}

func (b builder) neg(x *node) *node    { return b.mul(minusOne, x) }
func (b builder) sub(x, y *node) *node { return b.add(x, b.neg(y)) }

func (b builder) div(x, y *node) *node {
	if x.kind == number && y.kind == number && y.q.Sign() != 0 && b.fits(x.q, y.q) {
		return ratNode(new(big.Rat).Quo(x.q, y.q))
	}
	return b.mul(x, b.pow(y, minusOne))
}

// pow is x^y, folded where it is rational.
func (b builder) pow(x, y *node) *node {
	stays := compound(power, nil, x, y)
	if y.kind != number {
		return stays
	}
	switch {
	case is(y.q, 1):
		return x
	case x.kind == power && x.args[1].kind == number && y.q.IsInt():
		// (a^p)^n = a^(pn) for whole n.
		if pn := b.mul(x.args[1], y); pn.kind == number && pn.q.Sign() != 0 {
			return b.pow(x.args[0], pn)
		}
		return stays
	case x.kind != number:
		return stays
	}
	q := x.q
	if !y.q.IsInt() {
		n := y.q.Denom()
		if n.BitLen() > 16 || !b.bud.Spend(words(size(q), size(q))) {
			return stays
		}
		root, ok := ratRoot(q, int(n.Int64()))
		if !ok {
			return stays
		}
		q = root
	}
	n, ok := smallInt(new(big.Rat).SetInt(y.q.Num()))
	if !ok {
		return stays
	}
	r, ok := ratPow(q, n)
	if !ok || !b.bud.Spend(words(size(r), size(r))) {
		return stays
	}
	return ratNode(r)
}

func (b builder) call(fn *function, args ...*node) *node {
	return compound(apply, fn, args...)
}

// visit walks n and all below it, parents first.
func (n *node) visit(f func(*node)) {
	f(n)
	for _, a := range n.args {
		a.visit(f)
	}
}
