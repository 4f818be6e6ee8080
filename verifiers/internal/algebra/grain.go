package algebra

import (
	"math/big"

	"gander/verifiers/internal/algebra/ball"
)

// value is what a node is worth at a point.
type value struct {
	ball.Complex
	// grain is the size of the smallest term in the value, as an exponent of two: without
	// that term, or with it a little changed, the value would move by about 2^grain.
	//
	// Two values that are alike to 29 digits may still differ by a term that is smaller
	// than their last digit, as x⁴⁰⁰ + 1 and x⁴⁰⁰ + 2 do at 20. So values count as alike
	// only when they are so far below their grain, too. It is an estimate, taken low.
	grain int
}

const (
	// noGrain is the grain of 0: nothing in it can be lost.
	noGrain = 1 << 40
	// lostGrain is a grain that no number of digits reaches.
	lostGrain = -noGrain
)

// atomic is a value of one term.
func atomic(z ball.Complex) value { return value{z, noGrain}.settled(0) }

// settled is v with the grain 2^relative of its size; below 1 in any case.
func (v value) settled(relative int) value {
	if e, ok := v.Exponent(); ok {
		v.grain = e + min(relative, 0)
	} else if !v.IsZero() {
		v.grain = lostGrain
	}
	return v
}

// exponent is the size of v as an exponent of two. What may be 0 is taken to be as small
// as its smallest term.
func (v value) exponent() int {
	if e, ok := v.Exponent(); ok {
		return e
	}
	return v.grain
}

// relative is the grain against the size.
func (v value) relative() int { return min(v.grain-v.exponent(), 0) }

// digits is how many bits of v reach down to its grain.
func (v value) digits() int { return -v.relative() }

// number is q. The digits behind its point are terms of it, too: 10⁴⁰ + 1/3 is one number.
func (e *evaluator) number(q *big.Rat) value {
	v := value{ball.RealPart(e.Rat(q)), 0}
	switch {
	case q.Sign() == 0:
		v.grain = noGrain
	case !q.IsInt():
		v.grain = -q.Denom().BitLen()
	}
	return v
}

func (e *evaluator) add(x, y value) value {
	z := value{e.Add(x.Complex, y.Complex), min(x.grain, y.grain)}
	if z.IsZero() {
		z.grain = noGrain
	}
	return z
}

func (e *evaluator) mul(x, y value) value {
	z := value{e.Mul(x.Complex, y.Complex), min(x.grain+y.exponent(), y.grain+x.exponent())}
	if z.IsZero() {
		z.grain = noGrain
	}
	return z
}

// raised is z, which is x^y, with its grain.
func raised(z ball.Complex, x, y value) value {
	return value{z, noGrain}.settled(min(x.relative()+min(y.exponent(), 0), y.grain))
}

// applied is z, which is fn of args, with its grain. A slope is taken to lie between u²
// and 1/u² for an argument of size u, as those of the elementary functions do.
func applied(z ball.Complex, fn *function, args []value) value {
	switch {
	case fn.whole, fn == flooring, fn == signum, args[0].IsZero():
		return atomic(z)
	case fn == absolute, fn == realPart, fn == maximum:
		v := value{z, noGrain}
		for _, a := range args {
			v.grain = min(v.grain, a.grain)
		}
		return v
	}
	u := args[0].exponent()
	relative := args[0].relative() - 2*max(u, -u)
	v := value{z, noGrain}
	if _, ok := v.Exponent(); !ok && !v.IsZero() {
		v.grain = relative
		return v
	}
	return v.settled(relative)
}
