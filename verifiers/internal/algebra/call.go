package algebra

import (
	"math/big"

	"gander/verifiers/internal/expr"
)

// call is the node of a function applied. A function that is not known here, as f in
// f(x), is opaque: equal to itself at equal arguments.
func (l *lowerer) call(n *expr.Node) *node {
	switch n.Name {
	case expr.Sum, expr.Product:
		return l.series(n)
	case expr.Integral, expr.Limit:
		return l.boundCall(n)
	case "det":
		if len(n.Args) == 1 {
			return l.determinant(n.Args[0])
		}
	case expr.Log:
		if len(n.Args) == 1 && l.logTen {
			return l.applied(decimalLog, n)
		}
	}
	if build, ok := calls[n.Name]; ok {
		return l.applied(build, n)
	}
	return l.opaque(n.Name, n.Args)
}

func (l *lowerer) applied(build func(b builder, x []*node) *node, n *expr.Node) *node {
	args, ok := l.nodes(n.Args)
	if !ok || len(args) == 0 {
		return nil
	}
	return build(l.builder, args)
}

// calls are the functions that are known, in terms of the few that nodes have. A wrong
// number of arguments gives nil.
var calls = map[string]func(b builder, x []*node) *node{
	expr.Sqrt: oneArg(func(b builder, x *node) *node { return b.pow(x, half) }),
	expr.Root: twoArgs(func(b builder, x, n *node) *node { return b.pow(x, b.pow(n, minusOne)) }),
	"exp":     oneArg(func(b builder, x *node) *node { return b.pow(eulerNode, x) }),
	expr.Ln:   oneArg(builder.ln),
	expr.Log:  logOf,

	"sin": oneArg(simple(sine)),
	"cos": oneArg(simple(cosine)),
	"tan": oneArg(func(b builder, x *node) *node { return b.div(b.call(sine, x), b.call(cosine, x)) }),
	"cot": oneArg(func(b builder, x *node) *node { return b.div(b.call(cosine, x), b.call(sine, x)) }),
	"sec": oneArg(func(b builder, x *node) *node { return b.pow(b.call(cosine, x), minusOne) }),
	"csc": oneArg(func(b builder, x *node) *node { return b.pow(b.call(sine, x), minusOne) }),

	"arcsin": oneArg(simple(arcsine)),
	"arccos": oneArg(simple(arccosine)),
	"arctan": oneArg(simple(arctan)),
	"arccot": oneArg(func(b builder, x *node) *node {
		return b.sub(b.mul(half, piNode), b.call(arctan, x))
	}),
	"arcsec": oneArg(func(b builder, x *node) *node { return b.call(arccosine, b.pow(x, minusOne)) }),
	"arccsc": oneArg(func(b builder, x *node) *node { return b.call(arcsine, b.pow(x, minusOne)) }),

	"sinh": oneArg(func(b builder, x *node) *node { return b.sinh(x) }),
	"cosh": oneArg(func(b builder, x *node) *node { return b.cosh(x) }),
	"tanh": oneArg(func(b builder, x *node) *node { return b.div(b.sinh(x), b.cosh(x)) }),
	"coth": oneArg(func(b builder, x *node) *node { return b.div(b.cosh(x), b.sinh(x)) }),
	"sech": oneArg(func(b builder, x *node) *node { return b.pow(b.cosh(x), minusOne) }),
	"csch": oneArg(func(b builder, x *node) *node { return b.pow(b.sinh(x), minusOne) }),
	// ln(x + √(x²+1)), ln(x + √(x-1)√(x+1)), ln((1+x)/(1-x))/2
	"arcsinh": oneArg(func(b builder, x *node) *node {
		return b.ln(b.add(x, b.pow(b.add(b.pow(x, two), one), half)))
	}),
	"arccosh": oneArg(func(b builder, x *node) *node {
		return b.ln(b.add(x, b.mul(b.pow(b.sub(x, one), half), b.pow(b.add(x, one), half))))
	}),
	"arctanh": oneArg(func(b builder, x *node) *node {
		return b.mul(half, b.sub(b.ln(b.add(one, x)), b.ln(b.sub(one, x))))
	}),

	expr.Abs: oneArg(simple(absolute)),
	"floor":  oneArg(simple(flooring)),
	"ceil":   oneArg(func(b builder, x *node) *node { return b.neg(b.call(flooring, b.neg(x))) }),
	"sgn":    oneArg(simple(signum)),
	// a - m·floor(a/m), of the sign of m
	expr.Mod: twoArgs(func(b builder, a, m *node) *node {
		return b.sub(a, b.mul(m, b.call(flooring, b.div(a, m))))
	}),
	"max": func(b builder, x []*node) *node { return b.call(maximum, x...) },
	"min": func(b builder, x []*node) *node {
		negated := make([]*node, len(x))
		for i := range x {
			negated[i] = b.neg(x[i])
		}
		return b.neg(b.call(maximum, negated...))
	},
	"re":  oneArg(simple(realPart)),
	"im":  oneArg(func(b builder, x *node) *node { return b.call(realPart, b.neg(b.mul(unitNode, x))) }),
	"arg": oneArg(simple(argument)),

	expr.Binomial: twoArgs(builder.binomial),
	"gcd":         func(b builder, x []*node) *node { return b.divisors(divisor, x) },
	"lcm":         func(b builder, x []*node) *node { return b.divisors(multiple, x) },
}

// oneArg is a function of one argument.
func oneArg(f func(b builder, x *node) *node) func(builder, []*node) *node {
	return func(b builder, x []*node) *node {
		if len(x) != 1 {
			return nil
		}
		return f(b, x[0])
	}
}

func simple(fn *function) func(builder, *node) *node {
	return func(b builder, x *node) *node { return b.call(fn, x) }
}

func decimalLog(b builder, x []*node) *node { return b.div(b.ln(x[0]), b.ln(intNode(10))) }

func (b builder) ln(x *node) *node { return b.call(logarithm, x) }

// logOf is log(x), natural, or log(x, base).
func logOf(b builder, x []*node) *node {
	switch len(x) {
	case 1:
		return b.ln(x[0])
	case 2:
		return b.div(b.ln(x[0]), b.ln(x[1]))
	}
	return nil
}

// (e^x ∓ e^-x) / 2
func (b builder) sinh(x *node) *node {
	return b.mul(half, b.sub(b.pow(eulerNode, x), b.pow(eulerNode, b.neg(x))))
}

func (b builder) cosh(x *node) *node {
	return b.mul(half, b.add(b.pow(eulerNode, x), b.pow(eulerNode, b.neg(x))))
}

// factorial is x!.
func (b builder) factorial(x *node) *node {
	if n, ok := x.whole(); ok {
		if f, ok := intFactorial(n); ok && b.bud.Spend(factorialCost(n)) {
			return ratNode(new(big.Rat).SetInt(f))
		}
	}
	return b.call(factorial, x)
}

// binomial is n over k: a polynomial in n for a small whole k, or in n over n-k, else a
// quotient of factorials.
func (b builder) binomial(n, k *node) *node {
	nn, nOK := n.whole()
	kk, kOK := k.whole()
	if nOK && kOK {
		if c, cost, ok := intBinomial(nn, kk); ok && b.bud.Spend(cost) {
			return ratNode(new(big.Rat).SetInt(c))
		}
	}
	const falling = 20
	rest := b.sub(n, k)
	if r, ok := rest.whole(); ok && !kOK {
		kk, kOK = r, true
	}
	if kOK && 0 <= kk && kk <= falling {
		c := one
		for i := range int64(kk) {
			c = b.mul(c, b.sub(n, intNode(i)), ratNode(big.NewRat(1, i+1)))
		}
		return c
	}
	return b.div(b.factorial(n), b.mul(b.factorial(k), b.factorial(rest)))
}

// divisors is the gcd or the lcm of x. For rationals a/b it is that of the whole numbers
// over a common denominator, divided by it.
func (b builder) divisors(fn *function, x []*node) *node {
	q := new(big.Rat)
	for i, a := range x {
		if a.kind != number || !b.fits(q, a.q) {
			return b.call(fn, x...)
		}
		if i == 0 {
			q = new(big.Rat).Abs(a.q)
			continue
		}
		m, n := new(big.Int).Mul(q.Num(), a.q.Denom()), new(big.Int).Mul(a.q.Num(), q.Denom())
		g := new(big.Int).GCD(nil, nil, m, n.Abs(n))
		if fn == multiple && g.Sign() != 0 {
			g.Mul(m, n.Quo(n, g))
		}
		q = new(big.Rat).SetFrac(g, new(big.Int).Mul(q.Denom(), a.q.Denom()))
	}
	return ratNode(q)
}
