package algebra

import (
	"math/big"
	"slices"

	"gander/verifiers/internal/algebra/ball"
)

// formAbs is |f|: ±f for a real constant; of a product the product of the absolute
// values; else an atom whose square is f², when f is real.
func (r *ring) formAbs(n *node, f fraction) fraction {
	if s, ok := r.signOf(n, f); ok {
		return r.timesFraction(f, sign(s < 0))
	}
	if f.den != nil {
		return r.mulFractions(r.absPoly(f.num), r.invert(r.absPoly(f.den)))
	}
	return r.absPoly(f.num)
}

func (r *ring) absPoly(p poly) fraction {
	if r.failed || len(p) == 0 {
		return fraction{}
	}
	c := r.content(p)
	if r.leadingMinus(p) {
		c = new(big.Rat).Neg(c)
	}
	outer := constant(new(big.Rat).Abs(c))
	p = r.times(p, new(big.Rat).Inv(c))
	if r.nonNegative(p) {
		return whole(r.mul(outer, p))
	}
	if len(p) > 1 || !r.realPoly(p) {
		return r.mulFractions(whole(outer), r.absAtom(p))
	}
	result := whole(outer)
	for _, f := range p[0].mono {
		one := r.reduced(mono{f}, ratOne)
		if !r.notBelow(f) {
			base := r.absAtom(poly{{mono{{f.atom, ratio{1, 1}}}, ratOne}})
			result = r.mulFractions(result, r.powFraction(base, int(f.exp.n)))
			continue
		}
		result = r.mulFractions(result, whole(one))
	}
	return result
}

// nonNegative says that p is a sum of what is never negative where all names are real.
func (r *ring) nonNegative(p poly) bool {
	for _, t := range p {
		if t.coef.Sign() < 0 || slices.ContainsFunc(t.mono, func(f factor) bool { return !r.notBelow(f) }) {
			return false
		}
	}
	return true
}

// notBelow says that f is never negative: a positive constant, a power of e, an even power.
func (r *ring) notBelow(f factor) bool {
	a := r.atoms[f.atom]
	return a.positive || a.real && (a.exponent != nil || f.exp.d == 1 && f.exp.n%2 == 0)
}

func (r *ring) absAtom(p poly) fraction {
	a := &atom{real: true}
	if r.realPoly(p) {
		a.degree, a.instead = 2, r.mul(p, p)
	}
	return r.free("abs("+r.text(whole(p))+")", a)
}

// formFloor is the floor of a constant, or an atom.
func (r *ring) formFloor(n *node, f fraction) fraction {
	if q, ok := f.rational(); ok {
		return whole(constant(floorOf(q)))
	}
	if v, ok := r.constantValue(n); ok {
		if k, ok := ball.At(256).Floor(v).Whole(); ok {
			return whole(constant(new(big.Rat).SetInt(k)))
		}
	}
	return r.applied(flooring, r.texts([]fraction{f}))
}

// formMax is the largest of constants, or an atom that does not mind their order.
func (r *ring) formMax(n *node, args []fraction) fraction {
	const digits = 256
	c := ball.At(digits)
	top, best := 0, ball.Complex{}
	for i, a := range n.args {
		v, ok := r.constantValue(a)
		if !ok || !v.IsReal() {
			return r.applied(maximum, sorted(r.texts(args)))
		}
		if i == 0 {
			best = v
			continue
		}
		s, known := c.Sub(v, best).Re.Sign()
		if !known && r.text(args[i]) != r.text(args[top]) {
			return r.applied(maximum, sorted(r.texts(args)))
		}
		if s > 0 {
			top, best = i, v
		}
	}
	return args[top]
}
