package answer

import (
	"math/big"
	"slices"
	"strings"

	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/expr"
)

// unknown is the side of an inequality that is bounded: slope·name + shift, or the
// absolute value of that.
type unknown struct {
	name         string
	slope, shift *big.Rat
	absolute     bool
}

// isBare says whether u is the name itself.
func (u unknown) isBare() bool { return !u.absolute && u.isCentered() }

// isCentered says whether nothing is done to the name but for an absolute value.
func (u unknown) isCentered() bool { return u.shift.Sign() == 0 && u.slope.Cmp(one) == 0 }

// origin says whether a condition on u is solved: x > 2 and |x| > 2 are, 2x > 4 and
// |x-1| > 2 have still to be solved.
func (u unknown) origin() origin {
	if u.isCentered() {
		return asCondition
	}
	return unsolved
}

var one = big.NewRat(1, 1)

// unknown finds the side that is bounded and where it stands: a name, or else the one
// side with a name in it, which must be linear in it, perhaps in bars.
func (r *reader) unknown(sides []*expr.Node) (u unknown, at int, ok bool) {
	at = slices.IndexFunc(sides, func(side *expr.Node) bool { return isName(side) && side.Op != expr.Constant })
	if at >= 0 && !isBars(sides[at]) {
		return unknown{name: sides[at].String(), slope: one, shift: new(big.Rat)}, at, true
	}
	at = -1
	for i, side := range sides {
		switch names := algebra.Free(side); {
		case len(names) == 0:
		case len(names) > 1 || at >= 0:
			return unknown{}, -1, false
		default:
			u.name, at = names[0], i
		}
	}
	if at < 0 {
		return unknown{}, -1, false
	}
	inside := sides[at]
	if isBars(inside) {
		inside, u.absolute = inside.Args[0], true
		if !isReal(u.name) {
			return unknown{}, -1, false
		}
	}
	u.slope, u.shift, ok = r.linear(inside, u.name)
	return u, at, ok
}

// isBars says whether n is |…|.
func isBars(n *expr.Node) bool { return n.Op == expr.Call && n.Name == expr.Abs && len(n.Args) == 1 }

// isReal says whether name in bars is taken to be a real number: letters that are used
// for complex numbers are not, nor are capitals, which may name sets, events and
// segments.
func isReal(name string) bool {
	return strings.ToLower(name) == name && !strings.HasPrefix(name, "z") && !strings.HasPrefix(name, "w") && name != "omega"
}

// linear is n as slope·name + shift with rational numbers, the slope not 0.
func (r *reader) linear(n *expr.Node, name string) (slope, shift *big.Rat, ok bool) {
	if !isLinear(n, name, r.budget) {
		return nil, nil, false
	}
	at := func(x int64) *big.Rat {
		v, ok := algebra.Value(substituted(n, name, expr.Int(x)), r.budget)
		if !ok {
			return nil
		}
		return v.Rat()
	}
	zero, first := at(0), at(1)
	if zero == nil || first == nil {
		return nil, nil, false
	}
	return new(big.Rat).Sub(first, zero), zero, true
}

// solved is the set of all values of u's name with u rel bound.
func (r *reader) solved(u unknown, rel expr.Rel, bound *expr.Node) (region, bool) {
	if !u.absolute {
		return r.isolated(u, rel, bound)
	}
	if sign, ok := algebra.Compare(bound, expr.Int(0), r.budget); !ok || sign <= 0 {
		return region{}, false
	}
	keep := or
	if isLess(rel) {
		keep = and
	} else if !isGreater(rel) {
		return region{}, false
	}
	above, okAbove := r.isolated(u, rel, bound)
	below, okBelow := r.isolated(u, flipped(rel), expr.New(expr.Neg, bound))
	if !okAbove || !okBelow {
		return region{}, false
	}
	return above.combine(below, keep, r.budget)
}

// isolated is the set of all values of u's name with slope·name + shift rel bound.
func (r *reader) isolated(u unknown, rel expr.Rel, bound *expr.Node) (region, bool) {
	if u.slope.Sign() < 0 {
		rel = flipped(rel)
	}
	if !u.isCentered() {
		if infinite(bound) != 0 {
			return region{}, false
		}
		bound = product(difference(bound, expr.Rat(u.shift)), expr.Rat(new(big.Rat).Inv(u.slope)))
		if v, ok := algebra.Value(bound, r.budget); ok && v.Rat() != nil {
			bound = expr.Rat(v.Rat())
		}
	}
	return r.bounded(rel, bound)
}

// absolute is the form of |x| = c, where c is a positive constant: x = ±c. It is false
// for any other two sides.
func (r *reader) absolute(left, right *expr.Node) (form, bool) {
	if !isBars(left) {
		left, right = right, left
	}
	if !isBars(left) || left.Args[0].Op != expr.Symbol || !strings.Contains("xyt", left.Args[0].Name) {
		return nil, false
	}
	if sign, ok := algebra.Compare(right, expr.Int(0), r.budget); !ok || sign <= 0 {
		return nil, false
	}
	return r.name(left.Args[0], expr.New(expr.PlusMinus, right)), true
}
