package ball

import "math/big"

// Pow is x^y.
//
// A whole power is a product. A rational power p/q of a negative real is, for odd q, the
// p-th power of its real root; rational is y where that is known and nil elsewhere. All
// else is e^(y·ln x). 0^0 is 1; 0 to a power without positive real part is Undefined.
func (c Context) Pow(x, y Complex, rational *big.Rat) Complex {
	if x.State != Defined || y.State != Defined {
		return without(x, y)
	}
	if x.IsZero() {
		return c.zeroPow(y)
	}
	if rational == nil {
		return c.Exp(c.Mul(y, c.Log(x)))
	}
	if rational.IsInt() && rational.Num().IsInt64() {
		return c.PowInt(x, rational.Num().Int64())
	}
	p, q := rational.Num(), rational.Denom()
	if q.Cmp(big.NewInt(2)) == 0 && p.IsInt64() {
		return c.PowInt(c.Sqrt(x), p.Int64())
	}
	if s, known := x.Re.Sign(); x.IsReal() && known && s < 0 && q.Bit(0) == 1 {
		r := c.Exp(c.Mul(y, c.Log(c.Neg(x))))
		if p.Bit(0) == 1 {
			return c.Neg(r)
		}
		return r
	}
	return c.Exp(c.Mul(y, c.Log(x)))
}

func (c Context) zeroPow(y Complex) Complex {
	s, known := y.Re.Sign()
	switch {
	case y.IsZero():
		return Complex{Re: c.Int(1)}
	case !known:
		return unclear
	case s < 0:
		return undefined
	case s == 0:
		return offReal(y)
	}
	return Complex{}
}

// PowInt is x^n by squaring.
func (c Context) PowInt(x Complex, n int64) Complex {
	one := Complex{Re: c.Int(1)}
	if n < 0 {
		if n == -n { // the least int64
			return unclear
		}
		return c.Div(one, c.PowInt(x, -n))
	}
	if x.State != Defined {
		return x
	}
	power, square := one, x
	for ; n > 1; n >>= 1 {
		if n&1 == 1 {
			power = c.Mul(power, square)
		}
		square = c.Mul(square, square)
	}
	if n == 1 {
		power = c.Mul(power, square)
	}
	return power
}
