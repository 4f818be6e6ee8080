package expr

// Functions of more than one argument, or whose argument has a form of its own, and the
// order of their arguments in a [Call]. All other functions are called by their usual
// name: sin, arcsin, ln, exp, abs, floor, ceil, sgn, re, im, arg, det, max, gcd, f, f'.
//
//	sqrt(x)                          √x
//	root(x, n)                       the nth root
//	log(x)                           a logarithm whose base was not said
//	log(x, b)                        to the base b; ln(x) to the base e
//	binomial(n, k)
//	mod(a, b)                        the rest of a divided by b, as an operation
//	pmod(a, n)                       a modulo n, as a class: a (mod n)
//	sum(term, var, low, high)        also sum(term, var), sum(term, condition)
//	product(…)                       as sum
//	integral(f, var)                 and integral(f, var, low, high)
//	limit(f, var, point)             and a fourth argument, Text "+" or "-", for one side
//	derivative(f, var)               and a third, the order
//	overline(x), vec(x), hat(x)      an accent; overline may be the conjugate
//	angle(ABC), triangle(ABC)        the argument is the Symbol ABC
//	positive(S), nonnegative(S), negative(S), nonzero(S)   part of a set of numbers
//	cases(Where(v, c), …)            by cases
//	norm(v), transpose(A)
//	f^{-1}(x)                        the inverse of f, by that name
const (
	Sqrt       = "sqrt"
	Root       = "root"
	Abs        = "abs"
	Log        = "log"
	Ln         = "ln"
	Binomial   = "binomial"
	Mod        = "mod"
	PMod       = "pmod"
	Sum        = "sum"
	Product    = "product"
	Integral   = "integral"
	Limit      = "limit"
	Derivative = "derivative"
	Overline   = "overline"
	Cases      = "cases"
)
