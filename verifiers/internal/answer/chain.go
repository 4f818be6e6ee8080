package answer

import (
	"math/big"
	"slices"

	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/expr"
)

// agree says whether each side of a chain of = and ≈ may stand for the one before it. A
// side with other names than its neighbor is not held against it, as in A = πr² = 9π, but
// where nothing has been put in: 2x + 1 is not near 5.
func (r *reader) agree(sides []*expr.Node, rels []expr.Rel, named bool) bool {
	for i, rel := range rels {
		a, b := sides[i], sides[i+1]
		names, others := algebra.Free(a), algebra.Free(b)
		switch {
		case len(names) == 0 && len(others) == 0:
			if !r.near(a, b, rel) {
				return false
			}
		case !slices.Equal(names, others):
			if rel == expr.Approx && (len(others) > 0 || !named) {
				return false
			}
		case algebra.Equal(a, b, r.budget).Relation == algebra.Different:
			return false
		}
	}
	return true
}

// near says whether two constants are equal, or the second is an approximation of the
// first: behind ≈, or with places behind the point, half a unit of its last place or a
// hundredth of the value away. What is no number is near unless it is shown to be another.
func (r *reader) near(a, b *expr.Node, rel expr.Rel) bool {
	v, ok := algebra.Value(a, r.budget)
	gap, okGap := algebra.Value(difference(a, b), r.budget)
	if !ok || !okGap {
		return algebra.Equal(a, b, r.budget).Relation != algebra.Different
	}
	most := new(big.Rat)
	d, isDecimal := readDecimal(b, asNumber)
	switch {
	case isDecimal:
		most = new(big.Rat).Mul(half, d.unit)
	case rel == expr.Approx:
		most = half
	default:
		return within(gap, most)
	}
	if share := new(big.Rat).SetFloat64(v.Float64() / 100); share != nil && share.Abs(share).Cmp(most) > 0 {
		most = share
	}
	return within(gap, most)
}
