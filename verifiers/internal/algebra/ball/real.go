package ball

import (
	"math"
	"math/big"
)

// Real is a real number that is known up to a radius: it lies in [mid - rad, mid + rad].
// The zero value is the number 0, exactly.
type Real struct {
	mid *big.Float // nil for 0
	rad mag
}

// Rat is the ball around q.
func (c Context) Rat(q *big.Rat) Real {
	if q.Sign() == 0 {
		return Real{}
	}
	f := c.new()
	if q.IsInt() {
		f.SetInt(q.Num())
	} else {
		f.SetRat(q)
	}
	return c.rounded(f, mag{})
}

// Int is the number n.
func (c Context) Int(n int64) Real {
	if n == 0 {
		return Real{}
	}
	return c.rounded(c.new().SetInt64(n), mag{})
}

// Dyadic is the number n·2^shift.
func (c Context) Dyadic(n int64, shift int) Real { return scale(c.Int(n), shift) }

// IsZero says whether x is 0, exactly.
func (x Real) IsZero() bool { return x.sign() == 0 && x.rad.zero() }

// Exact says whether x is known without error.
func (x Real) Exact() bool { return x.rad.zero() }

// sign is the sign of the middle.
func (x Real) sign() int {
	if x.mid == nil {
		return 0
	}
	return x.mid.Sign()
}

// Sign is the sign of x; known is false when x may be on either side of 0.
func (x Real) Sign() (sign int, known bool) {
	if x.IsZero() {
		return 0, true
	}
	if _, ok := x.below(); !ok {
		return 0, false
	}
	return x.sign(), true
}

// Mid is the middle of the ball.
func (x Real) Mid() *big.Float {
	if x.mid == nil {
		return new(big.Float)
	}
	return x.mid
}

// Ends are the lower and upper end of the ball, rounded outwards.
func (x Real) Ends() (lo, hi *big.Float) {
	r := x.rad.float()
	p := x.Mid().Prec() + 64
	lo = new(big.Float).SetPrec(p).SetMode(big.ToNegativeInf).Sub(x.Mid(), r)
	hi = new(big.Float).SetPrec(p).SetMode(big.ToPositiveInf).Add(x.Mid(), r)
	return lo, hi
}

// above bounds |x| from above.
func (x Real) above() mag {
	if x.mid == nil {
		return x.rad
	}
	return magOf(x.mid).add(x.rad)
}

// below bounds |x| from below; ok is false when that bound is not above 0.
func (x Real) below() (bound mag, ok bool) {
	f, e := mantissa(x.mid)
	r := math.Ldexp(x.rad.m, min(max(x.rad.e-e, -60), 2))
	d := f*down - r*up
	if f == 0 || d <= 0 {
		return mag{}, false
	}
	return normal(d*down, e), true
}
