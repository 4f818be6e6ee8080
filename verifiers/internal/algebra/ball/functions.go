package ball

import "math/big"

// Exp is e^z.
func (c Context) Exp(z Complex) Complex {
	if z.State != Defined {
		return z
	}
	r, ok := c.exp(z.Re)
	if !ok {
		return unclear
	}
	if z.Im.IsZero() {
		return Complex{Re: r}
	}
	sin, cos, ok := c.sinCos(z.Im)
	if !ok {
		return unclear
	}
	return bounded(Complex{Re: c.mul(r, cos), Im: c.mul(r, sin)})
}

// Log is the principal logarithm, with the cut along the negative reals.
func (c Context) Log(z Complex) Complex {
	switch {
	case z.State != Defined:
		return z
	case z.IsZero():
		return undefined
	case z.Im.IsZero():
		r, ok := c.log(c.abs(z.Re))
		if !ok {
			return unclear
		}
		if z.Re.sign() < 0 {
			return Complex{Re: r, Im: c.Pi()}
		}
		return Complex{Re: r}
	}
	r, rOK := c.log(c.square(z))
	a, aOK := c.angle(z.Im, z.Re)
	if !rOK || !aOK {
		return unclear
	}
	return Complex{Re: scale(r, -1), Im: a}
}

// Sqrt is the principal root: of positive real part, or of real part 0 and positive
// imaginary part.
func (c Context) Sqrt(z Complex) Complex {
	switch {
	case z.State != Defined || z.IsZero():
		return z
	case z.Im.IsZero():
		if r, ok := c.sqrt(c.abs(z.Re)); ok {
			if z.Re.sign() < 0 {
				return Complex{Im: r}
			}
			return Complex{Re: r}
		}
		fallthrough
	case !z.NonZero():
		// Near 0 the root is near 0, whichever it is.
		near := Real{rad: z.Re.above().add(z.Im.above()).sqrt()}
		return Complex{Re: near, Im: near}
	}
	// |z|^(1/2)·e^(i·angle/2), without the angle: √((|z|+re)/2) and its partner.
	size, ok := c.sqrt(c.square(z))
	if !ok {
		return unclear
	}
	if z.Re.sign() >= 0 {
		re, ok := c.sqrt(scale(c.add(size, z.Re), -1))
		im, ok2 := c.div(scale(z.Im, -1), re)
		if !ok || !ok2 {
			return unclear
		}
		return Complex{Re: re, Im: im}
	}
	s, known := z.Im.Sign()
	im, ok := c.sqrt(scale(c.sub(size, z.Re), -1))
	if !known || !ok {
		return unclear
	}
	if s < 0 {
		im = neg(im)
	}
	re, ok := c.div(scale(z.Im, -1), im)
	if !ok {
		return unclear
	}
	return Complex{Re: re, Im: im}
}

// SinCos is the sine and the cosine of z.
func (c Context) SinCos(z Complex) (sin, cos Complex) {
	if z.State != Defined {
		return z, z
	}
	s, k, ok := c.sinCos(z.Re)
	if !ok {
		return unclear, unclear
	}
	if z.Im.IsZero() {
		return Complex{Re: s}, Complex{Re: k}
	}
	up, upOK := c.exp(z.Im)
	down, downOK := c.exp(neg(z.Im))
	if !upOK || !downOK {
		return unclear, unclear
	}
	cosh, sinh := scale(c.add(up, down), -1), scale(c.sub(up, down), -1)
	return bounded(Complex{Re: c.mul(s, cosh), Im: c.mul(k, sinh)}),
		bounded(Complex{Re: c.mul(k, cosh), Im: neg(c.mul(s, sinh))})
}

// Atan is the principal arctangent.
func (c Context) Atan(z Complex) Complex {
	if z.IsReal() {
		a, _ := c.angle(z.Re, c.Int(1))
		return Complex{Re: a}
	}
	// (ln(1+iz) - ln(1-iz)) / 2i
	one, iz := Complex{Re: c.Int(1)}, c.Mul(c.I(), z)
	d := c.Sub(c.Log(c.Add(one, iz)), c.Log(c.Sub(one, iz)))
	return c.Div(d, Complex{Im: c.Int(2)})
}

// Asin is the principal arcsine.
func (c Context) Asin(z Complex) Complex {
	root := c.Sqrt(c.Sub(Complex{Re: c.Int(1)}, c.Mul(z, z)))
	if z.IsReal() && root.IsReal() {
		if a, ok := c.angle(z.Re, root.Re); ok {
			return Complex{Re: a}
		}
		return unclear
	}
	// -i·ln(iz + √(1-z²))
	w := c.Log(c.Add(c.Mul(c.I(), z), root))
	return c.Neg(c.Mul(c.I(), w))
}

// Acos is the principal arccosine.
func (c Context) Acos(z Complex) Complex {
	return c.Sub(Complex{Re: scale(c.Pi(), -1)}, c.Asin(z))
}

// Abs is |z|.
func (c Context) Abs(z Complex) Complex {
	switch {
	case z.State != Defined:
		return z
	case z.Im.IsZero():
		return Complex{Re: c.abs(z.Re)}
	}
	r, ok := c.sqrt(c.square(z))
	if !ok {
		return Complex{Re: Real{rad: z.Re.above().add(z.Im.above())}}
	}
	return Complex{Re: r}
}

// Arg is the angle of z in (-π, π], and Undefined for 0.
func (c Context) Arg(z Complex) Complex {
	if z.State != Defined {
		return z
	}
	if z.IsZero() {
		return undefined
	}
	a, ok := c.angle(z.Im, z.Re)
	if !ok {
		return unclear
	}
	return Complex{Re: a}
}

// Floor is the greatest whole number that is not above z, and Undefined unless z is real.
func (c Context) Floor(z Complex) Complex {
	switch {
	case z.State != Defined:
		return z
	case !z.Im.IsZero():
		return offReal(z)
	}
	lo, hi := z.Re.Ends()
	if lo.MantExp(nil) > MaxPrec || hi.MantExp(nil) > MaxPrec {
		return unclear
	}
	a, b := floor(lo), floor(hi)
	if a.Cmp(b) != 0 {
		return unclear
	}
	return Complex{Re: c.Rat(new(big.Rat).SetInt(a))}
}

func floor(x *big.Float) *big.Int {
	n, acc := x.Int(nil)
	if acc == big.Above { // cut towards 0, up from a negative x
		n.Sub(n, big.NewInt(1))
	}
	return n
}

// Sign is -1, 0 or 1, and Undefined unless z is real.
func (c Context) Sign(z Complex) Complex {
	switch {
	case z.State != Defined:
		return z
	case !z.Im.IsZero():
		return offReal(z)
	}
	s, known := z.Re.Sign()
	if !known {
		return unclear
	}
	return Complex{Re: c.Int(int64(s))}
}

// Max is the larger of two reals, and Undefined when one is not real.
func (c Context) Max(x, y Complex) Complex {
	switch {
	case x.State != Defined || y.State != Defined:
		return without(x, y)
	case !x.Im.IsZero():
		return offReal(x)
	case !y.Im.IsZero():
		return offReal(y)
	}
	// (x + y + |x - y|) / 2 would lose digits of the one that is taken.
	s, known := c.sub(x.Re, y.Re).Sign()
	switch {
	case known && s >= 0:
		return x
	case known:
		return y
	}
	half := scale(c.add(c.add(x.Re, y.Re), c.abs(c.sub(x.Re, y.Re))), -1)
	return Complex{Re: half}
}

// offReal is the result of a function of reals for a number with an imaginary part.
func offReal(z Complex) Complex {
	if s, known := z.Im.Sign(); known && s != 0 {
		return undefined
	}
	return unclear
}
