package algebra

import (
	"math/big"

	"gander/verifiers/internal/algebra/ball"
	"gander/verifiers/internal/budget"
	"gander/verifiers/internal/expr"
)

// Real is a real constant: a rational, or a number known to any precision up to
// [ball.MaxPrec] bits. Its methods spend the budget that [Value] was given; where that is
// not enough they say that they cannot tell.
type Real struct {
	rat *big.Rat
	n   *node
	bud *budget.Budget
}

// Value is n as a real constant. ok is false when n has free names or parts that are not
// worked out, has no value, or one that is not real, and when the budget is spent; also
// when a logarithm without a base makes a difference.
func Value(n *expr.Node, bud *budget.Budget) (v Real, ok bool) {
	m, ok := lower(n, false, bud)
	if ok && n.Any(bareLog) {
		decimal, _ := lower(n, true, bud)
		ok = decimal != nil && equalNodes(m, decimal, bud).Relation == Same
	}
	if !ok {
		return Real{}, false
	}
	if m.kind == number {
		return Real{rat: m.q}, true
	}
	if t := traitsOf(m, zero); len(t.names) > 0 {
		return Real{}, false
	}
	r := newRing(bud)
	f, undefined := r.formOrUndefined(m)
	if undefined {
		return Real{}, false
	}
	if q, ok := f.rational(); ok && !r.failed {
		return Real{rat: q}, true
	}
	v = Real{n: m, bud: bud}
	_, ok = v.enclosure(precisions[0])
	return v, ok
}

// Rat is the value where it is known to be rational, else nil.
func (v Real) Rat() *big.Rat { return v.rat }

// enclosure is the value as a ball. An imaginary part of 0 within 2^-64 is rounding.
func (v Real) enclosure(prec uint) (x ball.Real, ok bool) {
	c := ball.At(prec)
	if v.rat != nil {
		return c.Rat(v.rat), true
	}
	e := &evaluator{Context: c, bud: v.bud}
	z := e.at(v.n).Complex
	if z.State == ball.Defined && !z.Im.IsZero() {
		lo, hi := z.Im.Ends()
		limit := big.NewFloat(0x1p-64)
		if lo.Sign() > 0 || hi.Sign() < 0 || hi.Cmp(limit) > 0 || lo.Cmp(limit.Neg(limit)) < 0 {
			return x, false
		}
	}
	return z.Re, z.State == ball.Defined
}

// Ends are a lower and an upper bound of the value, equal only for some rationals.
func (v Real) Ends() (lo, hi *big.Float) {
	x, _ := v.enclosure(precisions[0])
	return x.Ends()
}

// Cmp is the sign of v - q. ok is false when it cannot be told.
func (v Real) Cmp(q *big.Rat) (sign int, ok bool) { return v.Compare(Real{rat: q}) }

// Compare is the sign of v - w. ok is false when it cannot be told, as for two equal
// values of which one is not known to be rational.
func (v Real) Compare(w Real) (sign int, ok bool) {
	if v.rat != nil && w.rat != nil {
		return v.rat.Cmp(w.rat), true
	}
	for _, prec := range precisions {
		x, xOK := v.enclosure(prec)
		y, yOK := w.enclosure(prec)
		if !xOK || !yOK {
			return 0, false
		}
		d := ball.At(prec).Sub(ball.RealPart(x), ball.RealPart(y))
		if sign, known := d.Re.Sign(); known {
			return sign, true
		}
	}
	return 0, false
}

// RoundsTo says whether |v - decimal| is at most half a unit of the last of so many
// decimal places. It is false where that cannot be told.
func (v Real) RoundsTo(decimal *big.Rat, places int) bool {
	unit, ok := ratPow(big.NewRat(10, 1), -places)
	if !ok {
		return false
	}
	unit.Mul(unit, ratHalf)
	low, lowOK := v.Cmp(new(big.Rat).Sub(decimal, unit))
	high, highOK := v.Cmp(new(big.Rat).Add(decimal, unit))
	return lowOK && highOK && low >= 0 && high <= 0
}

// Float64 is the value to about 16 digits; ±Inf when it is beyond the range.
func (v Real) Float64() float64 {
	if v.rat != nil {
		f, _ := v.rat.Float64()
		return f
	}
	x, _ := v.enclosure(precisions[0])
	f, _ := x.Mid().Float64()
	return f
}
