// Package ball computes with real and complex numbers that carry a bound of their error.
//
// A number is a middle and a radius; the true value lies within. Every operation widens
// the radius by its own rounding, so two balls that do not meet prove that two values
// differ, at any precision. Balls that meet prove nothing: compute again with more bits.
//
// A result that has no value is Undefined (1/0, log 0), one that cannot be told at this
// precision is Unclear (a quotient by a ball around 0, the floor of a ball around an
// integer, a logarithm across its cut). Both are states of [Complex] and pass through
// every later operation, so a long computation is checked once, at its end.
//
// Functions take their principal values, with one exception: an odd root of a negative
// real is the negative real root, as in school, and so is a power with a rational
// exponent of odd denominator.
//
// The elementary functions rest on two series, of exp and sin, in fixed point. Their
// inverses are found by one Newton step from a float64 and bounded by what the step left
// over, so they need no error analysis of their own.
package ball

import "math/big"

// Context is the precision of a computation, in bits of the middle.
type Context struct{ prec uint }

// The precisions that can be asked for.
const (
	MinPrec = 64
	MaxPrec = 1024
)

// At is a context of prec bits, moved into [MinPrec, MaxPrec].
func At(prec uint) Context { return Context{min(max(prec, MinPrec), MaxPrec)} }

// Prec is the precision in bits.
func (c Context) Prec() uint { return c.prec }

func (c Context) new() *big.Float { return new(big.Float).SetPrec(c.prec) }

// rounded is the ball around mid, which was just computed with at most half a unit of
// error in its last place, with radius rad before that.
func (c Context) rounded(mid *big.Float, rad mag) Real {
	if mid.Acc() != big.Exact {
		rad = rad.add(c.half(mid))
	}
	return Real{mid, rad}
}

// half is half a unit in the last place of mid.
func (c Context) half(mid *big.Float) mag { return pow2(mid.MantExp(nil) - int(c.prec) - 1) }

// add is x + y.
func (c Context) add(x, y Real) Real {
	switch {
	case x.mid == nil:
		return Real{y.mid, x.rad.add(y.rad)}
	case y.mid == nil:
		return Real{x.mid, x.rad.add(y.rad)}
	case c.tiny(x.mid, y.mid):
		return Real{y.mid, x.rad.add(y.rad).add(c.half(y.mid))}
	case c.tiny(y.mid, x.mid):
		return Real{x.mid, x.rad.add(y.rad).add(c.half(x.mid))}
	}
	return c.rounded(c.new().Add(x.mid, y.mid), x.rad.add(y.rad))
}

// tiny says that x is less than half a unit in the last place of y. Their sum would hold
// all the places between the two before it is rounded.
func (c Context) tiny(x, y *big.Float) bool {
	return y.MantExp(nil)-x.MantExp(nil) > int(c.prec)+2
}

func neg(x Real) Real {
	if x.mid == nil {
		return x
	}
	return Real{new(big.Float).Neg(x.mid), x.rad}
}

func (c Context) sub(x, y Real) Real { return c.add(x, neg(y)) }

// mul is x·y.
func (c Context) mul(x, y Real) Real {
	var rad mag
	if !x.rad.zero() || !y.rad.zero() {
		rad = magOf(x.mid).mul(y.rad).add(x.rad.mul(y.above()))
	}
	if x.mid == nil || y.mid == nil {
		return Real{nil, rad}
	}
	return c.rounded(c.new().Mul(x.mid, y.mid), rad)
}

// div is x/y; ok is false when y may be 0.
func (c Context) div(x, y Real) (q Real, ok bool) {
	low, ok := y.below()
	if !ok {
		return Real{}, false
	}
	// X/Y - x/y = ((X-x) - (x/y)(Y-y)) / Y.
	if x.mid == nil {
		return Real{nil, x.rad.over(low)}, true
	}
	mid := c.new().Quo(x.mid, y.mid)
	rad := x.rad.add(magOf(mid).mul(y.rad)).over(low)
	return c.rounded(mid, rad), true
}

// sqrt is the root of x, which is not negative; ok is false when x may be.
func (c Context) sqrt(x Real) (root Real, ok bool) {
	if x.IsZero() {
		return x, true
	}
	low, ok := x.below()
	if !ok || x.sign() < 0 {
		return Real{}, false
	}
	// |√X - √x| = |X-x| / (√X + √x), and low is below both X and x. Sqrt does not tell
	// whether it rounded.
	mid := c.new().Sqrt(x.mid)
	return Real{mid, x.rad.over(low.sqrtBelow()).add(c.half(mid))}, true
}

// abs is |x|, for any x.
func (c Context) abs(x Real) Real {
	if x.sign() < 0 {
		return neg(x)
	}
	return x
}

// scale is x·2^k.
func scale(x Real, k int) Real {
	if !x.rad.zero() {
		x.rad.e += k
	}
	if x.mid != nil {
		x.mid = new(big.Float).SetMantExp(x.mid, k)
	}
	return x
}
