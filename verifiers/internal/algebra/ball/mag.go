package ball

import (
	"math"
	"math/big"
)

// mag is an upper bound of a magnitude: m·2^e with m in [1/2, 1), or 0. Its arithmetic
// rounds up, so a bound of a result is never below the result. Floats of 64 bits would
// do but for their range.
type mag struct {
	m float64
	e int
}

// up and down push a result of float64 arithmetic past its rounding error, from above
// and from below.
const (
	up   = 1 + 0x1p-50
	down = 1 - 0x1p-50
)

func normal(m float64, e int) mag {
	f, d := math.Frexp(m)
	if f == 0 {
		return mag{}
	}
	return mag{f, e + d}
}

// pow2 is 2^e.
func pow2(e int) mag { return mag{0.5, e + 1} }

// magOf bounds |x| from above.
func magOf(x *big.Float) mag {
	f, e := mantissa(x)
	return normal(f*up, e)
}

// mantissa is |x| as f·2^e, with f in [1/2, 1] correct to 52 bits, or 0.
func mantissa(x *big.Float) (f float64, e int) {
	if x == nil || x.Sign() == 0 {
		return 0, 0
	}
	e = x.MantExp(nil)
	if -1000 < e && e < 1000 {
		f, _ = x.Float64()
		return math.Abs(math.Ldexp(f, -e)), e
	}
	var m big.Float
	x.MantExp(&m)
	f, _ = m.Float64()
	return math.Abs(f), e
}

func (a mag) zero() bool { return a.m == 0 }

func (a mag) add(b mag) mag {
	switch {
	case b.m == 0:
		return a
	case a.m == 0:
		return b
	case a.e < b.e:
		a, b = b, a
	}
	return normal((a.m+math.Ldexp(b.m, max(b.e-a.e, -60)))*up, a.e)
}

func (a mag) mul(b mag) mag {
	if a.m == 0 || b.m == 0 {
		return mag{}
	}
	return normal(a.m*b.m*up, a.e+b.e)
}

// over is a/b, where b is a bound from below and not 0.
func (a mag) over(b mag) mag {
	if a.m == 0 {
		return mag{}
	}
	return normal(a.m/b.m*up, a.e-b.e)
}

// sqrt is the root of a; sqrtBelow bounds it from below.
func (a mag) sqrt() mag      { return a.root(up) }
func (a mag) sqrtBelow() mag { return a.root(down) }

func (a mag) root(rounding float64) mag {
	if a.e%2 != 0 {
		a.m, a.e = 2*a.m, a.e-1
	}
	return normal(math.Sqrt(a.m)*rounding, a.e/2)
}

// less says whether a < b.
func (a mag) less(b mag) bool {
	if a.m == 0 || b.m == 0 {
		return a.m == 0 && b.m != 0
	}
	return a.e < b.e || a.e == b.e && a.m < b.m
}

// float is a as a number, exactly.
func (a mag) float() *big.Float {
	f := big.NewFloat(a.m)
	return f.SetMantExp(f, a.e)
}
