package ball

import (
	"math"
	"math/big"
)

// The functions of a real ball. ok is false where the ball is too wide, or the argument
// too large, to say anything of use.

// maxExponent bounds the exponents of all numbers, so that no middle becomes infinite.
const maxExponent = 1 << 22

// exp is e^x.
func (c Context) exp(x Real) (y Real, ok bool) {
	if x.IsZero() {
		return c.Int(1), true
	}
	mid, w := x.Mid(), c.prec+guard
	if mid.MantExp(nil) > 21 || !x.rad.less(pow2(0)) {
		return Real{}, false
	}
	n, r, _ := reduce(mid, ln2Fixed(), w)
	// The series and the reduction leave less than 2^21 units of 2^-w.
	shift := int(n.Int64()) - int(w)
	y = c.fixed(expSeries(r, w), shift, pow2(21+shift))
	if !x.rad.zero() {
		// e^X = e^x·e^(X-x), and e^t - 1 <= t + t² for t <= 1.
		y.rad = y.rad.add(y.above().mul(x.rad.add(x.rad.mul(x.rad))))
	}
	return y, true
}

// sinCos is the sine and the cosine of x.
func (c Context) sinCos(x Real) (sin, cos Real, ok bool) {
	if x.IsZero() {
		return Real{}, c.Int(1), true
	}
	if !x.rad.less(pow2(1)) {
		return Real{}, Real{}, false
	}
	mid := x.Mid()
	// A small sine has as many good digits as a large one.
	w := c.prec + guard + uint(min(max(-mid.MantExp(nil), 0), MaxPrec/2))
	n, r, ok := reduce(mid, halfPi(), w)
	if !ok {
		return Real{}, Real{}, false
	}
	s := sinSeries(r, w)
	k := new(big.Int).Lsh(big.NewInt(1), 2*w)
	k.Sub(k, new(big.Int).Mul(s, s))
	k.Sqrt(k)
	switch n.Int64() & 3 {
	case 1:
		s, k = k, s.Neg(s)
	case 2:
		s.Neg(s)
		k.Neg(k)
	case 3:
		s, k = k.Neg(k), s
	}
	// Both are within 2^12 units of 2^-w, and neither is steeper than 1.
	rad := x.rad.add(pow2(12 - int(w)))
	return c.fixed(s, -int(w), rad), c.fixed(k, -int(w), rad), true
}

// fixed is n·2^shift as a ball with radius rad.
func (c Context) fixed(n *big.Int, shift int, rad mag) Real {
	if n.Sign() == 0 {
		return Real{nil, rad}
	}
	x := scale(c.rounded(c.new().SetInt(n), mag{}), shift)
	x.rad = x.rad.add(rad)
	return x
}

// log is the logarithm of a positive x.
func (c Context) log(x Real) (y Real, ok bool) {
	if _, ok := x.below(); !ok || x.sign() < 0 {
		return Real{}, false
	}
	guess := c.guessLog(x)
	e, ok := c.exp(guess)
	if !ok {
		return Real{}, false
	}
	q, ok := c.div(x, e)
	if !ok {
		return Real{}, false
	}
	// ln x = guess + ln(1+d), and |ln(1+d) - d + d²/2| < |d|³ for |d| < 1/2.
	d := c.sub(q, c.Int(1))
	bound := d.above()
	if !bound.less(pow2(-10)) {
		return Real{}, false
	}
	y = c.sub(c.add(guess, d), scale(c.mul(d, d), -1))
	y.rad = y.rad.add(bound.mul(bound).mul(bound))
	return y, true
}

// guessLog is close enough to ln x for one step of log: the step triples the good bits.
func (c Context) guessLog(x Real) Real {
	const fromFloat = 144
	if c.prec > fromFloat {
		if y, ok := At(c.prec/3 + 8).log(x); ok {
			return Real{mid: y.mid}
		}
	}
	f, e := mantissa(x.mid)
	return c.float(math.Log(f) + float64(e)*math.Ln2)
}

func (c Context) float(f float64) Real {
	if f == 0 {
		return Real{}
	}
	return Real{mid: c.new().SetFloat64(f)}
}

// angle is the angle of the point (x, y), in (-π, π]. ok is false at the origin, and
// where the ball meets the negative half of the first axis from both sides.
func (c Context) angle(y, x Real) (a Real, ok bool) {
	xSign, xKnown := x.Sign()
	ySign, yKnown := y.Sign()
	switch {
	case !yKnown && !(xKnown && xSign > 0):
		return Real{}, false
	case yKnown && ySign == 0 && xSign > 0 && xKnown:
		return Real{}, true
	case yKnown && ySign == 0 && xSign < 0 && xKnown:
		return c.Pi(), true
	case yKnown && ySign == 0:
		return Real{}, false
	}
	guess := c.guessAngle(y, x)
	sin, cos, _ := c.sinCos(guess)
	// Turned back by the guess, the point has a small angle t, and
	// |arctan t - t + t³/3| < |t|⁵.
	t, ok := c.div(c.sub(c.mul(y, cos), c.mul(x, sin)), c.add(c.mul(x, cos), c.mul(y, sin)))
	bound := t.above()
	if !ok || !bound.less(pow2(-10)) {
		return Real{}, false
	}
	square := c.mul(t, t)
	third, _ := c.div(c.mul(square, t), c.Int(3))
	a = c.sub(c.add(guess, t), third)
	a.rad = a.rad.add(bound.mul(bound).mul(bound).mul(bound).mul(bound))
	return a, true
}

// guessAngle is close enough to the angle of (x, y) for one step of angle.
func (c Context) guessAngle(y, x Real) Real {
	const fromFloat = 232
	if c.prec > fromFloat {
		if a, ok := At(c.prec/5+8).angle(y, x); ok {
			return Real{mid: a.mid}
		}
	}
	fy, ey := mantissa(y.mid)
	fx, ex := mantissa(x.mid)
	fy = math.Ldexp(fy, min(max(ey-ex, -900), 900))
	return c.float(math.Atan2(fy*float64(y.sign()), fx*float64(x.sign())))
}

// Pi is the circle's circumference over its diameter.
func (c Context) Pi() Real { return c.constant(piFixed()) }
