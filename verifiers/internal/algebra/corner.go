package algebra

import (
	"math/big"

	"gander/verifiers/internal/algebra/ball"
)

// A corner is a place where a function turns or jumps: 0 of |x| and sgn x, the whole
// numbers of ⌊x⌋, the ties of max. Its formula is another one on every side, so points on
// one side tell nothing of the others: |x-100| is 100-x at every small x. Two expressions
// are the same at points only when the points lay on all sides of all their corners.

// sides is a set of sides of one corner, a bit for each.
type sides uint8

const (
	both sides = 1<<2 - 1
	// mostLargest is how many arguments of max are told apart.
	mostLargest = 8
)

// allSides are those that fn of so many arguments has.
func allSides(fn *function, args int) sides {
	if fn == maximum {
		return 1<<min(args, mostLargest) - 1
	}
	return both
}

// signSides are the sides of 0. What is not real has turned around it.
func signSides(_ ball.Context, x []ball.Complex) sides {
	switch s, known := x[0].Re.Sign(); {
	case !x[0].Im.IsZero():
		return both
	case known && s > 0:
		return 1
	case known && s < 0:
		return 2
	}
	return 0
}

// wholeSides are a whole number and what lies between two of them.
func wholeSides(c ball.Context, x []ball.Complex) sides {
	if _, ok := x[0].Whole(); ok {
		return 1
	}
	if c.Floor(x[0]).State == ball.Defined {
		return 2
	}
	return 0
}

// largestSides is which of the first arguments is the largest, without a tie.
func largestSides(c ball.Context, x []ball.Complex) sides {
	for i := range min(len(x), mostLargest) {
		above := 0
		for j := range x {
			if s, known := c.Sub(x[i], x[j]).Re.Sign(); i != j && known && s > 0 {
				above++
			}
		}
		if above == len(x)-1 {
			return 1 << i
		}
	}
	return 0
}

// sharp is z, the value of n, without a radius where n is a rational number that can be
// worked out: only then is a floor known at its jumps.
func (e *evaluator) sharp(n *node, z ball.Complex) ball.Complex {
	if z.Re.Exact() || e.Floor(z).State == ball.Defined {
		return z
	}
	if q, ok := e.exactly(n); ok {
		return ball.RealPart(e.Rat(q))
	}
	return z
}

// exactly is the value of n when it comes from rational numbers by +, ·, whole powers and
// floors.
func (e *evaluator) exactly(n *node) (q *big.Rat, ok bool) {
	b := builder{e.bud}
	switch n.kind {
	case number:
		return n.q, true
	case variable:
		q = e.point[n.name].re
		return q, q != nil && e.point[n.name].im == nil
	case sum, product:
		q, op := ratZero, (*big.Rat).Add
		if n.kind == product {
			q, op = ratOne, (*big.Rat).Mul
		}
		for _, a := range n.args {
			x, ok := e.exactly(a)
			if !ok || !b.fits(q, x) {
				return nil, false
			}
			q = op(new(big.Rat), q, x)
		}
		return q, true
	case power:
		k, whole := n.args[1].whole()
		if !whole {
			return nil, false
		}
		x, ok := e.exactly(n.args[0])
		if !ok || !b.bud.Spend(words(size(x), max(k, -k)*size(x))) {
			return nil, false
		}
		return ratPow(x, k)
	case apply:
		if n.fn != flooring {
			return nil, false
		}
		x, ok := e.exactly(n.args[0])
		if !ok {
			return nil, false
		}
		return floorOf(x), true
	}
	return nil, false
}

// floorOf is the greatest whole number that is not above q.
func floorOf(q *big.Rat) *big.Rat {
	return new(big.Rat).SetInt(new(big.Int).Div(q.Num(), q.Denom()))
}
