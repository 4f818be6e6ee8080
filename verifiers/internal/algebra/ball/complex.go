package ball

import "math/big"

// State says whether a [Complex] has a value.
type State uint8

// The states. Of two operands the larger state goes on.
const (
	// Defined: the value lies in the balls Re and Im.
	Defined State = iota
	// Unclear: there may be a value, but not enough is known at this precision.
	Unclear
	// Undefined: there is no value.
	Undefined
)

// Complex is a complex number, part by part. An imaginary part of exactly 0 makes it
// real.
type Complex struct {
	Re, Im Real
	State  State
}

// The numbers without a value.
var (
	unclear   = Complex{State: Unclear}
	undefined = Complex{State: Undefined}
)

// RealPart is the real number x.
func RealPart(x Real) Complex { return Complex{Re: x} }

// I is the imaginary unit.
func (c Context) I() Complex { return Complex{Im: c.Int(1)} }

// IsReal says whether z is real, without doubt.
func (z Complex) IsReal() bool { return z.State == Defined && z.Im.IsZero() }

// IsZero says whether z is 0, exactly.
func (z Complex) IsZero() bool { return z.IsReal() && z.Re.IsZero() }

// NonZero says whether z is other than 0, without doubt.
func (z Complex) NonZero() bool {
	_, re := z.Re.below()
	_, im := z.Im.below()
	return z.State == Defined && (re || im)
}

// Exponent is the size of z: |z| is at least 2^(e-1), and not much more unless z is known
// badly. ok is false when z may be 0, or has no value.
func (z Complex) Exponent() (e int, ok bool) {
	re, reOK := z.Re.below()
	im, imOK := z.Im.below()
	switch {
	case z.State != Defined || !reOK && !imOK:
		return 0, false
	case !imOK || reOK && im.less(re):
		return re.e, true
	}
	return im.e, true
}

// bounded is z unless a part is beyond all bounds.
func bounded(z Complex) Complex {
	for _, x := range []Real{z.Re, z.Im} {
		if x.mid == nil {
			continue
		}
		if e := x.mid.MantExp(nil); e > maxExponent || e < -maxExponent || x.mid.IsInf() {
			return unclear
		}
	}
	return z
}

// without is the state of an operation on x and y where one of them has no value.
func without(x, y Complex) Complex { return Complex{State: max(x.State, y.State)} }

// Add is x + y.
func (c Context) Add(x, y Complex) Complex {
	if x.State != Defined || y.State != Defined {
		return without(x, y)
	}
	return Complex{Re: c.add(x.Re, y.Re), Im: c.add(x.Im, y.Im)}
}

// Neg is -x.
func (c Context) Neg(x Complex) Complex { return Complex{neg(x.Re), neg(x.Im), x.State} }

// Sub is x - y.
func (c Context) Sub(x, y Complex) Complex { return c.Add(x, c.Neg(y)) }

// Mul is x·y.
func (c Context) Mul(x, y Complex) Complex {
	if x.State != Defined || y.State != Defined {
		return without(x, y)
	}
	if x.Im.IsZero() && y.Im.IsZero() {
		return bounded(Complex{Re: c.mul(x.Re, y.Re)})
	}
	return bounded(Complex{
		Re: c.sub(c.mul(x.Re, y.Re), c.mul(x.Im, y.Im)),
		Im: c.add(c.mul(x.Re, y.Im), c.mul(x.Im, y.Re)),
	})
}

// square is |z|².
func (c Context) square(z Complex) Real {
	return c.add(c.mul(z.Re, z.Re), c.mul(z.Im, z.Im))
}

// Div is x/y: Undefined when y is 0, Unclear when it may be.
func (c Context) Div(x, y Complex) Complex {
	switch {
	case x.State != Defined || y.State != Defined:
		return without(x, y)
	case y.IsZero():
		return undefined
	case !y.NonZero():
		return unclear
	}
	if y.Im.IsZero() {
		re, _ := c.div(x.Re, y.Re)
		im, _ := c.div(x.Im, y.Re)
		return bounded(Complex{Re: re, Im: im})
	}
	n := c.square(y)
	z := c.Mul(x, Complex{Re: y.Re, Im: neg(y.Im)})
	re, reOK := c.div(z.Re, n)
	im, imOK := c.div(z.Im, n)
	if !reOK || !imOK {
		return unclear
	}
	return bounded(Complex{Re: re, Im: im})
}

// Distance bounds |x - y|: the two numbers are Apart when even the nearest points of
// their balls differ. radius bounds how far apart they can be, as a power of two, relative
// to the larger of the two numbers and absolute.
type Distance struct {
	Apart bool
	// Absolute and Relative are exponents e of bounds 2^e of |x - y| and of
	// |x - y| / max(|x|, |y|); Relative is 0 or more when neither number is surely
	// other than 0.
	Absolute, Relative int
}

// Distance compares two numbers that are Defined.
func (c Context) Distance(x, y Complex) Distance {
	d := c.Sub(x, y)
	far := d.Re.above().add(d.Im.above())
	if far.zero() {
		return Distance{Absolute: big.MinExp, Relative: big.MinExp}
	}
	size, known := mag{}, false
	for _, part := range []Real{x.Re, x.Im, y.Re, y.Im} {
		if low, ok := part.below(); ok && size.less(low) {
			size, known = low, true
		}
	}
	dist := Distance{Apart: d.NonZero(), Absolute: far.e}
	if known {
		dist.Relative = far.over(size).e
	}
	return dist
}

// Whole is the value of z when it is a whole number, without doubt.
func (z Complex) Whole() (n *big.Int, ok bool) {
	if !z.IsReal() || !z.Re.Exact() || !z.Re.Mid().IsInt() {
		return nil, false
	}
	n, _ = z.Re.Mid().Int(nil)
	return n, true
}
