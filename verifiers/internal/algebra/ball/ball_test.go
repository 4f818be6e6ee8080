package ball

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

// digits are first digits of constants, to be found at every precision that covers them.
var digits = []struct {
	name, want string
	value      func(c Context) Complex
}{
	{"π", "3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803482534211706798",
		func(c Context) Complex { return RealPart(c.Pi()) }},
	{"e", "2.71828182845904523536028747135266249775724709369995957496696762772407663035354759457138217852516642743",
		func(c Context) Complex { return c.Exp(RealPart(c.Int(1))) }},
	{"√e", "1.64872127070012814684865078781416357165377610071014801157507931164066102119421560863277652005636664",
		func(c Context) Complex { return c.Exp(ratio(c, 1, 2)) }},
	{"√2", "1.41421356237309504880168872420969807856967187537694807317667973799073247846210703885038753432764157",
		func(c Context) Complex { return c.Sqrt(RealPart(c.Int(2))) }},
	{"ln 2", "0.693147180559945309417232121458176568075500134360255254120680009493393621969694715605863326996418687",
		func(c Context) Complex { return c.Log(RealPart(c.Int(2))) }},
	{"ln 10", "2.30258509299404568401799145468436420760110148862877297603332790096757260967735248023599720508959830",
		func(c Context) Complex { return c.Log(RealPart(c.Int(10))) }},
	{"sin 1", "0.841470984807896506652502321630298999622563060798371065672751709991910404391239668948639743543052695",
		func(c Context) Complex { s, _ := c.SinCos(RealPart(c.Int(1))); return s }},
	{"cos 1", "0.540302305868139717400936607442976603732310420617922227670097255381100394774471764517951856087183089",
		func(c Context) Complex { _, k := c.SinCos(RealPart(c.Int(1))); return k }},
	{"arctan 1/2", "0.463647609000806116214256231461214402028537054286120263810933088720197864165741705300600283984887892",
		func(c Context) Complex { return c.Atan(ratio(c, 1, 2)) }},
}

func ratio(c Context, a, b int64) Complex { return RealPart(c.Rat(big.NewRat(a, b))) }

func TestDigits(t *testing.T) {
	for _, d := range digits {
		for _, prec := range []uint{64, 128, 200, 256, 320} {
			z := d.value(At(prec))
			want, _ := new(big.Rat).SetString(d.want)
			lo, hi := z.Re.Ends()
			gap := new(big.Rat).SetFrac64(1, 1)
			gap.Quo(gap, new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(len(d.want)-3)), nil)))
			low, _ := lo.Rat(nil)
			high, _ := hi.Rat(nil)
			if !z.IsReal() || low.Cmp(new(big.Rat).Add(want, gap)) > 0 || high.Cmp(new(big.Rat).Sub(want, gap)) < 0 {
				t.Errorf("%s at %d bits is between %s and %s, want %s", d.name, prec, lo.Text('g', 50), hi.Text('g', 50), d.want)
			}
			if width := new(big.Rat).Sub(high, low); width.Cmp(new(big.Rat).SetFrac(big.NewInt(64), new(big.Int).Lsh(big.NewInt(1), prec))) > 0 {
				f, _ := width.Float64()
				t.Errorf("%s at %d bits is known to %g, want 2^-%d or so", d.name, prec, f, prec)
			}
		}
	}
}

// anyNumber draws a real or complex number of moderate size, exact in 64ths.
func anyNumber(t *rapid.T, label string, realOnly bool) func(c Context) Complex {
	re := rapid.Int64Range(-2000, 2000).Draw(t, label)
	im := int64(0)
	if !realOnly && rapid.Bool().Draw(t, label+" is complex") {
		im = rapid.Int64Range(-200, 200).Draw(t, label+", imaginary part")
	}
	return func(c Context) Complex {
		return Complex{Re: c.Rat(big.NewRat(re, 64)), Im: c.Rat(big.NewRat(im, 64))}
	}
}

// operations are drawn to build expressions from.
var operations = []struct {
	name  string
	apply func(c Context, x, y Complex) Complex
}{
	{"add", Context.Add}, {"sub", Context.Sub}, {"mul", Context.Mul}, {"div", Context.Div}, {"max", Context.Max},
	{"pow", func(c Context, x, y Complex) Complex { return c.Pow(x, y, nil) }},
	{"sqrt", func(c Context, x, _ Complex) Complex { return c.Sqrt(x) }},
	{"exp", func(c Context, x, _ Complex) Complex { return c.Exp(x) }},
	{"log", func(c Context, x, _ Complex) Complex { return c.Log(x) }},
	{"sin", func(c Context, x, _ Complex) Complex { s, _ := c.SinCos(x); return s }},
	{"cos", func(c Context, x, _ Complex) Complex { _, k := c.SinCos(x); return k }},
	{"asin", func(c Context, x, _ Complex) Complex { return c.Asin(x) }},
	{"acos", func(c Context, x, _ Complex) Complex { return c.Acos(x) }},
	{"atan", func(c Context, x, _ Complex) Complex { return c.Atan(x) }},
	{"abs", func(c Context, x, _ Complex) Complex { return c.Abs(x) }},
	{"arg", func(c Context, x, _ Complex) Complex { return c.Arg(x) }},
	{"floor", func(c Context, x, _ Complex) Complex { return c.Floor(x) }},
	{"cube", func(c Context, x, _ Complex) Complex { return c.PowInt(x, 3) }},
	{"cube root", func(c Context, x, _ Complex) Complex {
		third := big.NewRat(1, 3)
		return c.Pow(x, RealPart(c.Rat(third)), third)
	}},
}

// A few operations on end at one value, whatever the precision: the balls of any two
// precisions meet, and what is undefined at one is not defined at the other.
func TestPrecisionsAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y := anyNumber(t, "x", false), anyNumber(t, "y", false)
		steps := rapid.SliceOfN(rapid.IntRange(0, len(operations)-1), 1, 5).Draw(t, "operations")
		value := func(c Context) Complex {
			v, w := x(c), y(c)
			for _, s := range steps {
				v, w = operations[s].apply(c, v, w), v
			}
			return v
		}
		coarse, fine := value(At(96)), value(At(512))
		switch {
		case coarse.State == Defined && fine.State == Undefined, coarse.State == Undefined && fine.State == Defined:
			t.Fatalf("state is %v at 96 bits and %v at 512", coarse.State, fine.State)
		case coarse.State != Defined || fine.State != Defined:
			return
		}
		if d := At(512).Distance(coarse, fine); d.Apart {
			t.Fatalf("%v at 96 bits, %v at 512", coarse, fine)
		}
	})
}

// Functions undo one another, and agree with float64 where that is good enough.
func TestIdentities(t *testing.T) {
	same := func(t *rapid.T, what string, c Context, x, y Complex) {
		t.Helper()
		if x.State != Defined || y.State != Defined {
			t.Fatalf("%s: states %v and %v, want values", what, x.State, y.State)
		}
		if d := c.Distance(x, y); d.Apart || d.Relative > -64 && d.Absolute > -64 {
			t.Fatalf("%s: %v is not %v", what, x, y)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		c := At(256)
		x := anyNumber(t, "x", false)(c)
		s, k := c.SinCos(x)
		same(t, "sin² + cos² = 1", c, c.Add(c.Mul(s, s), c.Mul(k, k)), RealPart(c.Int(1)))
		same(t, "√x·√x = x", c, c.PowInt(c.Sqrt(x), 2), x)
		if one := RealPart(c.Int(1)); c.Add(c.Mul(x, x), one).IsZero() {
			t.Skip("±i has no arctangent")
		}
		same(t, "tan arctan x = x", c, func() Complex { s, k := c.SinCos(c.Atan(x)); return c.Div(s, k) }(), x)
		same(t, "sin arcsin x = x", c, func() Complex { s, _ := c.SinCos(c.Asin(x)); return s }(), x)
		if !x.IsZero() {
			same(t, "e^ln x = x", c, c.Exp(c.Log(x)), x)
			same(t, "x·(1/x) = 1", c, c.Mul(x, c.Div(RealPart(c.Int(1)), x)), RealPart(c.Int(1)))
			same(t, "x = |x|·e^(i arg x)", c, c.Mul(c.Abs(x), c.Exp(c.Mul(c.I(), c.Arg(x)))), x)
		}
	})
}

func TestFloat64Agrees(t *testing.T) {
	c := At(128)
	for _, f := range []struct {
		name string
		ours func(Complex) Complex
		std  func(float64) float64
	}{
		{"exp", c.Exp, math.Exp},
		{"ln |x|", func(z Complex) Complex { return c.Log(c.Abs(z)) }, func(x float64) float64 { return math.Log(math.Abs(x)) }},
		{"sin", func(z Complex) Complex { s, _ := c.SinCos(z); return s }, math.Sin},
		{"cos", func(z Complex) Complex { _, k := c.SinCos(z); return k }, math.Cos},
		{"arctan", c.Atan, math.Atan},
		{"arcsin x/50", func(z Complex) Complex { return c.Asin(c.Div(z, RealPart(c.Int(50)))) }, func(x float64) float64 { return math.Asin(x / 50) }},
		{"floor", c.Floor, math.Floor},
	} {
		for n := int64(-499); n < 500; n += 14 {
			x := big.NewRat(n, 16)
			in, _ := x.Float64()
			got, _ := f.ours(RealPart(c.Rat(x))).Re.Mid().Float64()
			if want := f.std(in); math.Abs(got-want) > 1e-14*max(1, math.Abs(want)) {
				t.Errorf("%s of %v is %v, want %v", f.name, in, got, want)
			}
		}
	}
}

func TestStates(t *testing.T) {
	c := At(128)
	zero, one := Complex{}, RealPart(c.Int(1))
	s, _ := c.SinCos(RealPart(c.Pi()))
	nearlyZero := s // 0, but no ball is that narrow
	for _, x := range []struct {
		name string
		got  Complex
		want State
	}{
		{"1/0", c.Div(one, zero), Undefined},
		{"1/sin π", c.Div(one, nearlyZero), Unclear},
		{"ln 0", c.Log(zero), Undefined},
		{"ln sin π", c.Log(nearlyZero), Unclear},
		{"0^-1", c.PowInt(zero, -1), Undefined},
		{"0^0", c.Pow(zero, zero, new(big.Rat)), Defined},
		{"0^i", c.Pow(zero, c.I(), nil), Undefined},
		{"floor i", c.Floor(c.I()), Undefined},
		{"floor sin π", c.Floor(nearlyZero), Unclear},
		{"√sin π", c.Sqrt(nearlyZero), Defined},
		{"arg 0", c.Arg(zero), Undefined},
		{"max(1, i)", c.Max(one, c.I()), Undefined},
		{"e^10^9", c.Exp(c.PowInt(RealPart(c.Int(10)), 9)), Unclear},
		{"2^2^40", c.PowInt(RealPart(c.Int(2)), 1<<40), Unclear},
		{"1/0 + e^10^9", c.Add(c.Div(one, zero), unclear), Undefined},
		{"ln of -1 with a doubtful imaginary part", c.Log(Complex{Re: c.Int(-1), Im: nearlyZero.Re}), Unclear},
	} {
		if x.got.State != x.want {
			t.Errorf("%s has state %d, want %d", x.name, x.got.State, x.want)
		}
	}
}

func TestRoots(t *testing.T) {
	c := At(128)
	third := big.NewRat(1, 3)
	for _, x := range []struct {
		name      string
		got, want Complex
	}{
		{"√-4", c.Sqrt(RealPart(c.Int(-4))), Complex{Im: c.Int(2)}},
		{"√(3+4i)", c.Sqrt(Complex{Re: c.Int(3), Im: c.Int(4)}), Complex{Re: c.Int(2), Im: c.Int(1)}},
		{"√(-3-4i)", c.Sqrt(Complex{Re: c.Int(-3), Im: c.Int(-4)}), Complex{Re: c.Int(1), Im: c.Int(-2)}},
		{"the cube root of -8", c.Pow(RealPart(c.Int(-8)), RealPart(c.Rat(third)), third), RealPart(c.Int(-2))},
		{"2^10", c.PowInt(RealPart(c.Int(2)), 10), RealPart(c.Int(1024))},
		{"i^-1", c.PowInt(c.I(), -1), Complex{Im: c.Int(-1)}},
	} {
		if d := c.Distance(x.got, x.want); d.Apart || d.Relative > -100 {
			t.Errorf("%s is %v, want %v", x.name, x.got, x.want)
		}
	}
}

func TestDistance(t *testing.T) {
	c := At(128)
	one := RealPart(c.Int(1))
	root := c.PowInt(c.Sqrt(RealPart(c.Int(2))), 2)
	if d := c.Distance(root, RealPart(c.Int(2))); d.Apart || d.Relative > -120 {
		t.Errorf("(√2)² and 2: %+v, want less than 2^-120 apart", d)
	}
	if d := c.Distance(one, c.Add(one, RealPart(c.Rat(big.NewRat(1, 1<<62))))); !d.Apart || d.Relative != -61 {
		t.Errorf("1 and 1 + 2^-62: %+v, want apart by 2^-62", d)
	}
	if d := c.Distance(Complex{}, Complex{}); d.Apart || d.Relative > -1000 {
		t.Errorf("0 and 0: %+v, want the same", d)
	}
}

// A sum of numbers of very different sizes takes no room for the places between them.
func TestAddFarApart(t *testing.T) {
	c := At(128)
	for _, gap := range []int{100, 128, 129, 130, 131, 132, 133, 134, 1000, 5000} {
		want := new(big.Rat).SetFrac(big.NewInt(-5), new(big.Int).Lsh(big.NewInt(1), uint(gap)))
		want.Add(want, big.NewRat(3, 1))
		large, small := RealPart(c.Int(3)), RealPart(c.Dyadic(-5, -gap))
		for _, sum := range []Complex{c.Add(large, small), c.Add(small, large)} {
			lo, hi := sum.Re.Ends()
			low, _ := lo.Rat(nil)
			high, _ := hi.Rat(nil)
			if low.Cmp(want) > 0 || high.Cmp(want) < 0 {
				t.Errorf("3 - 5·2^-%d is between %s and %s", gap, lo.Text('g', 50), hi.Text('g', 50))
			}
			if width := new(big.Float).Sub(hi, lo); width.Cmp(big.NewFloat(0x1p-120)) > 0 {
				t.Errorf("3 - 5·2^-%d is known to %s, want 2^-120", gap, width.Text('g', 5))
			}
		}
	}
}

// The exponent of z is that of a power of two near |z|, for z surely other than 0.
func TestExponent(t *testing.T) {
	c := At(128)
	for _, x := range []struct {
		name string
		z    Complex
		want int
		ok   bool
	}{
		{"1", RealPart(c.Int(1)), 1, true},
		{"-12", RealPart(c.Int(-12)), 4, true},
		{"1/8", RealPart(c.Dyadic(1, -3)), -2, true},
		{"1+16i", Complex{Re: c.Int(1), Im: c.Int(16)}, 5, true},
		{"0", Complex{}, 0, false},
		{"sin π", func() Complex { s, _ := c.SinCos(RealPart(c.Pi())); return s }(), 0, false},
		{"1/0", c.Div(RealPart(c.Int(1)), Complex{}), 0, false},
	} {
		if e, ok := x.z.Exponent(); ok != x.ok || ok && e != x.want && e != x.want-1 {
			t.Errorf("%s has exponent %d (%v), want %d (%v)", x.name, e, ok, x.want, x.ok)
		}
	}
}
