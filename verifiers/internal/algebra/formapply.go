package algebra

import (
	"math/big"
	"slices"
	"strings"
)

// formApply is the form of a function applied: worked out where the value is known,
// else an atom, with signs and constants taken out of the argument.
func (r *ring) formApply(n *node) fraction {
	args := make([]fraction, len(n.args))
	for i, a := range n.args {
		args[i] = r.form(a)
	}
	if r.failed || r.undefined {
		return fraction{}
	}
	switch x := args[0]; n.fn {
	case sine:
		_, s := r.cosSin(x)
		return s
	case cosine:
		c, _ := r.cosSin(x)
		return c
	case arcsine, arccosine, arctan:
		return r.arc(n.fn, x)
	case logarithm:
		return r.formLog(x)
	case absolute:
		return r.formAbs(n.args[0], x)
	case flooring:
		return r.formFloor(n.args[0], x)
	case signum:
		if s, ok := r.signOf(n.args[0], x); ok {
			return whole(constant(big.NewRat(int64(s), 1)))
		}
	case factorial:
		return r.formFactorial(x)
	case maximum:
		return r.formMax(n, args)
	case divisor, multiple:
		return r.applied(n.fn, sorted(r.texts(args)))
	}
	return r.applied(n.fn, r.texts(args))
}

func (r *ring) texts(args []fraction) []string {
	list := make([]string, len(args))
	for i, a := range args {
		list[i] = r.text(a)
	}
	return list
}

func sorted(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}

// applied is the atom of a function of which nothing more is known.
func (r *ring) applied(fn *function, args []string) fraction {
	return r.free(fn.name+"("+strings.Join(args, ", ")+")", &atom{real: fn.whole || fn == flooring || fn == signum || fn == realPart})
}

// signOf is the sign of a real constant.
func (r *ring) signOf(n *node, f fraction) (sign int, ok bool) {
	if q, ok := f.rational(); ok {
		return q.Sign(), true
	}
	v, ok := r.constantValue(n)
	if !ok || !v.IsReal() {
		return 0, false
	}
	return v.Re.Sign()
}

// formLog is ln f: of a product of positive constants the sum of theirs, else without
// the positive rational factor of f.
func (r *ring) formLog(f fraction) fraction {
	if len(f.num) == 0 {
		r.undefined = true
		return fraction{}
	}
	if f.den == nil && len(f.num) == 1 {
		t := f.num[0]
		if len(t.mono) == 1 && is(t.coef, 1) {
			// ln e^m = m for a real m.
			if a := r.atoms[t.mono[0].atom]; a.exponent != nil && a.real {
				return whole(r.reduced(a.exponent, new(big.Rat).SetFrac64(int64(t.mono[0].exp.n), int64(t.mono[0].exp.d))))
			}
		}
		if r.constantMono(t.mono) {
			sum := r.logOfMono(append(r.primes(new(big.Rat).Abs(t.coef)), t.mono...))
			if t.coef.Sign() < 0 {
				sum = r.addFractions(sum, r.mulFractions(r.form(unitNode), r.form(piNode)))
			}
			return sum
		}
	}
	c := r.content(f.num)
	rest := fraction{r.times(f.num, new(big.Rat).Inv(c)), f.den}
	return r.addFractions(r.logOfMono(r.primes(c)), r.applied(logarithm, r.texts([]fraction{rest})))
}

// logOfMono is the logarithm of a product of positive constants.
func (r *ring) logOfMono(m mono) fraction {
	var sum fraction
	for _, f := range m {
		a := r.atoms[f.atom]
		var l fraction
		switch {
		case a.text == "e":
			l = whole(constant(ratOne))
		case a.exponent != nil:
			l = whole(r.reduced(a.exponent, ratOne))
		default:
			l = r.free("ln("+a.text+")", &atom{real: true, positive: a.prime != nil})
		}
		sum = r.addFractions(sum, r.timesFraction(l, big.NewRat(int64(f.exp.n), int64(f.exp.d))))
	}
	return sum
}

// formFactorial is f! with the whole part of f's constant taken out: (n+2)! is
// (n+2)(n+1)·n!.
func (r *ring) formFactorial(f fraction) fraction {
	const most = 20
	shift := 0
	for _, t := range f.num {
		if len(t.mono) == 0 && t.coef.IsInt() && len(f.num) > 1 && f.den == nil {
			shift, _ = smallInt(t.coef)
		}
	}
	if shift < -most || shift > most {
		shift = 0
	}
	add := func(k int) fraction {
		return r.addFractions(f, whole(constant(big.NewRat(int64(k), 1))))
	}
	result := r.applied(factorial, r.texts([]fraction{add(-shift)}))
	for k := shift; k > 0; k-- {
		result = r.mulFractions(result, add(k-shift))
	}
	for k := shift; k < 0; k++ {
		result = r.mulFractions(result, r.invert(add(-k)))
	}
	return result
}
