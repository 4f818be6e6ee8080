package answer

import (
	"math/big"
	"strconv"

	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/expr"
)

// certainty is how far d can be trusted.
func certainty(d algebra.Decision) Certainty {
	if d.Exact {
		return Exact
	}
	return Probable
}

// values compares two arithmetic values without marks.
func (c *comparer) values(g, a *expr.Node) Result { return c.close(g, a, asNumber) }

// close compares two values: equal, else within a declared tolerance, else one the
// rounding of the other.
func (c *comparer) close(g, a *expr.Node, how notation) Result {
	if gSign, aSign := infinite(g), infinite(a); gSign != 0 || aSign != 0 {
		if gSign == aSign {
			return right(Exact, "both infinite")
		}
		return wrong(Exact, "infinite on one side, or on the other end")
	}
	gParts, aParts := cartesian(indexed(g), indexed(a))
	d := algebra.Equal(gParts, aParts, c.budget)
	if d.Relation == algebra.Same {
		if c.policy.Form && formKey(g) != formKey(a) {
			return wrong(ByPolicy, "the same value in another form")
		}
		return right(certainty(d), "equal")
	}
	if c.tolerated(g, a) {
		return right(Rounded, "equal within the tolerance")
	}
	if c.policy.allows(Rounding) && c.rounded(g, a, how) {
		return right(Rounded, "equal when rounded to the decimal places that are written")
	}
	if d.Relation == algebra.Unknown && c.policy.allows(LogBase) {
		if r, ok := c.anyBase(g, a); ok {
			return r
		}
	}
	switch {
	case d.Relation == algebra.Different:
		return wrong(certainty(d), "not equal")
	case expr.Same(g, a):
		return right(Exact, "written the same")
	}
	return undecided("equality can neither be shown nor refuted")
}

// tolerated says whether two constants are as close as the policy asks for.
func (c *comparer) tolerated(g, a *expr.Node) bool {
	p := c.policy
	if p.Places == 0 && p.AbsTol == nil && p.RelTol == 0 {
		return false
	}
	gap, ok := algebra.Value(difference(g, a), c.budget)
	if !ok {
		return false
	}
	if p.Places > 0 && within(gap, new(big.Rat).Mul(half, power10(-p.Places))) {
		return true
	}
	if tol, ok := c.absTol(); ok && within(gap, asWritten(tol)) {
		return true
	}
	if p.RelTol > 0 {
		if v, ok := algebra.Value(g, c.budget); ok {
			tol := new(big.Rat).SetFloat64(v.Float64())
			return tol != nil && within(gap, tol.Mul(tol.Abs(tol), asWritten(p.RelTol)))
		}
	}
	return false
}

// asWritten is the decimal that f was written as: 0.1, not the binary fraction near it.
func asWritten(f float64) *big.Rat {
	r, ok := new(big.Rat).SetString(strconv.FormatFloat(f, 'g', -1, 64))
	if !ok {
		return new(big.Rat) // infinite or no number; Policy.Check refuses both
	}
	return r
}

// absTol is the absolute tolerance of the part that is compared.
func (c *comparer) absTol() (float64, bool) {
	switch t := c.policy.AbsTol; {
	case len(t) == 1:
		return t[0], true
	case c.part < len(t):
		return t[c.part], true
	}
	return 0, false
}

// within says whether |gap| ≤ most.
func within(gap algebra.Real, most *big.Rat) bool {
	above, okAbove := gap.Cmp(most)
	below, okBelow := gap.Cmp(new(big.Rat).Neg(most))
	return okAbove && okBelow && above <= 0 && below >= 0
}
