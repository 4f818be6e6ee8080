package algebra

import (
	"math/big"
	"math/bits"

	"gander/verifiers/internal/algebra/ball"
)

// function is one that a node may apply: the few to which all others are boiled down.
type function struct {
	name string
	// at evaluates it.
	at func(c ball.Context, x []ball.Complex) ball.Complex
	// analytic: it has a derivative, up to poles, on the whole complex plane, so complex
	// arguments tell as much as real ones. False for functions with cuts or corners.
	analytic bool
	// whole: it is meant for whole numbers.
	whole bool
	// sides says on which sides of its corner the arguments lie; nil for a function
	// without corners.
	sides func(c ball.Context, x []ball.Complex) sides
}

var (
	sine = &function{name: "sin", analytic: true, at: func(c ball.Context, x []ball.Complex) ball.Complex {
		s, _ := c.SinCos(x[0])
		return s
	}}
	cosine = &function{name: "cos", analytic: true, at: func(c ball.Context, x []ball.Complex) ball.Complex {
		_, k := c.SinCos(x[0])
		return k
	}}
	logarithm = &function{name: "ln", at: unary(ball.Context.Log)}
	arcsine   = &function{name: "arcsin", at: unary(ball.Context.Asin)}
	arccosine = &function{name: "arccos", at: unary(ball.Context.Acos)}
	arctan    = &function{name: "arctan", at: unary(ball.Context.Atan)}
	absolute  = &function{name: "abs", sides: signSides, at: unary(ball.Context.Abs)}
	flooring  = &function{name: "floor", sides: wholeSides, at: unary(ball.Context.Floor)}
	signum    = &function{name: "sign", sides: signSides, at: unary(ball.Context.Sign)}
	argument  = &function{name: "arg", at: unary(ball.Context.Arg)}
	realPart  = &function{name: "re", at: unary(func(_ ball.Context, z ball.Complex) ball.Complex {
		return ball.Complex{Re: z.Re, State: z.State}
	})}
	maximum = &function{name: "max", sides: largestSides, at: func(c ball.Context, x []ball.Complex) ball.Complex {
		top := x[0]
		for _, y := range x[1:] {
			top = c.Max(top, y)
		}
		return top
	}}
	factorial = &function{name: "factorial", whole: true, at: func(c ball.Context, x []ball.Complex) ball.Complex {
		n, ok := x[0].Whole()
		switch {
		case !ok:
			return noWhole(x[0])
		case n.Sign() < 0:
			return ball.Complex{State: ball.Undefined}
		case !n.IsInt64():
			return unclear
		}
		f, ok := intFactorial(int(n.Int64()))
		if !ok {
			return unclear
		}
		return ball.RealPart(c.Rat(new(big.Rat).SetInt(f)))
	}}
	divisor = &function{name: "gcd", whole: true, at: func(c ball.Context, x []ball.Complex) ball.Complex {
		g := new(big.Int)
		for _, y := range x {
			n, ok := y.Whole()
			if !ok {
				return noWhole(y)
			}
			g.GCD(nil, nil, g, n.Abs(n))
		}
		return ball.RealPart(c.Rat(new(big.Rat).SetInt(g)))
	}}
	multiple = &function{name: "lcm", whole: true, at: func(c ball.Context, x []ball.Complex) ball.Complex {
		m := big.NewInt(1)
		for _, y := range x {
			n, ok := y.Whole()
			switch {
			case !ok:
				return noWhole(y)
			case n.Sign() == 0:
				return ball.Complex{}
			case m.BitLen()+n.BitLen() > maxBits:
				return unclear
			}
			m.Mul(m, new(big.Int).Quo(n, new(big.Int).GCD(nil, nil, m, n.Abs(n))))
		}
		return ball.RealPart(c.Rat(new(big.Rat).SetInt(m)))
	}}
)

func unary(f func(ball.Context, ball.Complex) ball.Complex) func(ball.Context, []ball.Complex) ball.Complex {
	return func(c ball.Context, x []ball.Complex) ball.Complex { return f(c, x[0]) }
}

// noWhole is the value of a function of whole numbers elsewhere: none, or not known
// when the argument has a radius.
func noWhole(z ball.Complex) ball.Complex {
	if z.State == ball.Defined && z.Re.Exact() && z.Im.Exact() {
		return ball.Complex{State: ball.Undefined}
	}
	return ball.Complex{State: max(z.State, ball.Unclear)}
}

const (
	// mostFactorial is the largest number of which a factorial is worked out: 5900! has
	// just under maxBits bits.
	mostFactorial = 5_900
	// mostBinomial is the most operations that a binomial coefficient may take.
	mostBinomial = 100_000
)

// factorialCost is what n! takes, and binomialCost n over k, in budget operations.
func factorialCost(n int) int   { return 7*n + n*n/400 }
func binomialCost(n, k int) int { return k * (15 + min(n, k*bits.Len(uint(n)))/256) }

// intFactorial is n! when 0 <= n and it fits in maxBits.
func intFactorial(n int) (f *big.Int, ok bool) {
	if n < 0 || n > mostFactorial {
		return nil, false
	}
	return new(big.Int).MulRange(1, int64(n)), true
}

// intBinomial is n over k for whole n >= 0 and k, when it fits in maxBits and is no long
// work. cost is what it takes, in budget operations.
func intBinomial(n, k int) (c *big.Int, cost int, ok bool) {
	k = min(k, n-k)
	switch {
	case n < 0 || n > maxBits:
		return nil, 0, false
	case k < 0:
		return new(big.Int), 0, true
	case binomialCost(n, k) > mostBinomial:
		return nil, 0, false
	}
	return new(big.Int).Binomial(int64(n), int64(k)), binomialCost(n, k), true
}

// cost is what fn takes at args, in budget operations. ok is false when that is too much.
func (fn *function) cost(args []ball.Complex) (ops int, ok bool) {
	if !fn.whole {
		return costFunction, true
	}
	n, whole := args[0].Whole()
	if fn != factorial || !whole {
		return costBall, true
	}
	if !n.IsInt64() || n.Int64() > mostFactorial {
		return 0, false
	}
	return costBall + factorialCost(int(max(n.Int64(), 0))), true
}
