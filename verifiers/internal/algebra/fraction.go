package algebra

import (
	"math/big"
	"slices"
)

// fraction is num/den; a nil den is 1. It is not in lowest terms: two fractions are
// equal when num·den' = num'·den.
type fraction struct{ num, den poly }

func whole(p poly) fraction { return fraction{num: p} }

func (f fraction) rational() (q *big.Rat, ok bool) {
	if f.den != nil {
		return nil, false
	}
	return f.num.rational()
}

func (r *ring) addFractions(a, b fraction) fraction {
	switch {
	case a.den == nil && b.den == nil:
		return whole(r.add(a.num, b.num))
	case a.den.equal(b.den):
		return r.simple(r.add(a.num, b.num), a.den)
	}
	return r.simple(r.add(r.up(a.num, b.den), r.up(b.num, a.den)), r.dens(a.den, b.den))
}

// up is num·den and dens is a·b, where a nil denominator is 1.
func (r *ring) up(num, den poly) poly {
	if den == nil {
		return num
	}
	return r.mul(num, den)
}

func (r *ring) dens(a, b poly) poly {
	if a == nil {
		return b
	}
	return r.up(a, b)
}

func (r *ring) mulFractions(a, b fraction) fraction {
	if a.den == nil && b.den == nil {
		return whole(r.mul(a.num, b.num))
	}
	return r.simple(r.mul(a.num, b.num), r.dens(a.den, b.den))
}

func (r *ring) timesFraction(a fraction, q *big.Rat) fraction {
	return fraction{r.times(a.num, q), a.den}
}

func (r *ring) invert(a fraction) fraction {
	num := a.den
	if num == nil {
		num = constant(ratOne)
	}
	return r.simple(num, a.num)
}

func (r *ring) powFraction(a fraction, n int) fraction {
	if n < 0 {
		a, n = r.invert(a), -n
	}
	f := whole(r.powInt(a.num, n))
	if a.den != nil {
		return r.simple(f.num, r.powInt(a.den, n))
	}
	return f
}

// simple is num/den without a denominator where it can be moved up: a rational, a
// product of atoms, a sum of square roots of rationals and of i.
func (r *ring) simple(num, den poly) fraction {
	switch {
	case r.failed:
		return fraction{}
	case len(den) == 0:
		r.undefined = true
		return fraction{}
	}
	for range 4 {
		conjugate := r.conjugate(den)
		if conjugate == nil || r.failed {
			break
		}
		num, den = r.mul(num, conjugate), r.mul(den, conjugate)
	}
	if len(den) != 1 {
		return fraction{num, den}
	}
	var moved, stay mono
	for _, f := range den[0].mono {
		if a := r.atoms[f.atom]; a.degree == 0 || len(a.instead) == 1 && len(a.instead[0].mono) == 0 {
			moved = append(moved, f)
		} else {
			stay = append(stay, f)
		}
	}
	inverse := r.reduced(r.powMono(moved, ratio{-1, 1}), new(big.Rat).Inv(den[0].coef))
	num = r.mul(num, inverse)
	if stay == nil {
		return whole(num)
	}
	return fraction{num, poly{{stay, ratOne}}}
}

// conjugate is den with the sign of one square root, or of i, turned, when den is a sum
// of square roots and i alone; else nil.
func (r *ring) conjugate(den poly) poly {
	if len(den) < 2 {
		return nil
	}
	turn := int32(-1)
	for _, t := range den {
		for _, f := range t.mono {
			a := r.atoms[f.atom]
			root := a.prime != nil && f.exp == ratio{1, 2}
			if !root && a.text != unitText {
				return nil
			}
			turn = f.atom
		}
	}
	if turn < 0 {
		return nil
	}
	out := slices.Clone(den)
	for i, t := range out {
		if slices.ContainsFunc(t.mono, func(f factor) bool { return f.atom == turn }) {
			out[i].coef = new(big.Rat).Neg(t.coef)
		}
	}
	return out
}
