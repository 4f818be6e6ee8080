package algebra

import (
	"slices"

	"gander/verifiers/internal/algebra/ball"
)

// sampled decides by values alone. Of constants there is one point. Functions with
// corners or cuts must agree wherever they have values among their places, too, and the
// points of agreement lie on all sides of all corners.
func (p *pair) sampled(c claim, first finding) Decision {
	need, most := enough, points
	if len(p.traits.names) == 0 {
		need, most = 1, 1
	}
	var count [findings]int
	last := 0
	for k := 0; k < most && count[agrees] < need && !p.bud.Spent(); k++ {
		f := first
		if k > 0 {
			f = p.try(k, c)
		}
		switch f {
		case apart:
			return p.different()
		case agrees:
			last = k
		}
		count[f]++
		if count[agrees] == 0 && count[nothing] == hopeless {
			break
		}
	}
	if p.bud.Spent() {
		return Decision{}
	}
	if count[agrees] < need {
		if count[agrees] == 0 && max(count[onlyFirst], count[onlyLast]) >= need && p.traits.sameOpaque {
			return Decision{Different, false}
		}
		return Decision{}
	}
	f := p.withDigits(last, c, precisions[1:], alikeTwice)
	for k := 0; f != apart && k < len(p.traits.places); k++ {
		if p.withDigits(points+k, c, precisions[:2], alike) == apart {
			f = apart
		}
	}
	switch {
	case f == apart:
		return p.different()
	case f == agrees && p.allSidesSeen() && !p.bud.Spent():
		return Decision{Same, false}
	}
	return Decision{}
}

// allSidesSeen says whether the points of agreement lay on all sides of all corners. The
// other side of √(n²) is a negative n, which no factorial of n has.
func (p *pair) allSidesSeen() bool {
	if slices.ContainsFunc(p.traits.rooted.list, p.traits.natural.has) {
		return false
	}
	for _, n := range p.traits.corners {
		if p.seen[n] != allSides(n.fn, len(n.args)) {
			return false
		}
	}
	return true
}

// try compares at point k, with more digits as long as that helps.
func (p *pair) try(k int, c claim) finding {
	most := len(precisions)
	if k >= hopeless {
		most--
	}
	return p.withDigits(k, c, precisions[:most], alike)
}

// withDigits compares at point k with one precision after the other, leaving out those
// that are known not to be enough, until the values are apart or nearer than 2^near of
// their size.
func (p *pair) withDigits(k int, c claim, precisions []uint, near int) finding {
	f, enough := nothing, 0
	for _, prec := range precisions {
		if int(prec) < enough {
			continue
		}
		if f, enough = p.compare(k, c, prec, near); f != nothing || p.bud.Spent() {
			break
		}
	}
	return f
}

// compare compares at point k, with so many bits. Of nothing, enough says how many bits
// would tell more, as far as that is known.
func (p *pair) compare(k int, c claim, prec uint, near int) (f finding, enough int) {
	at := p.at(prec)
	x, y := c(at, k)
	switch {
	case x.State == ball.Defined && y.State == ball.Undefined:
		return onlyFirst, 0
	case x.State == ball.Undefined && y.State == ball.Defined:
		return onlyLast, 0
	case x.State == ball.Undefined || y.State == ball.Undefined:
		return neither, 0
	case x.State != ball.Defined || y.State != ball.Defined:
		return nothing, 0
	}
	d, grain := at.Distance(x.Complex, y.Complex), min(x.grain, y.grain)
	// Two zeros have no relative distance; let more digits tell that they are zeros.
	zeros := d.Absolute <= 2*near+min(grain, 0) && prec > precisions[0]
	switch {
	case d.Apart:
		return apart, 0
	case d.Relative <= near && d.Absolute <= grain+belowGrain, zeros:
		for n, s := range at.seen {
			p.seen[n] |= s
		}
		return agrees, 0
	}
	return nothing, max(x.digits(), y.digits())
}

// sampler evaluates the two nodes of a pair at its points.
type sampler struct {
	ball.Context
	pair *pair
	// seen are the sides of corners that its points lie on.
	seen map[*node]sides
	// last is the evaluator at the last point asked for, lastPoint.
	last      *evaluator
	lastPoint int
}

// at is a sampler with so many bits.
func (p *pair) at(prec uint) *sampler {
	s := &sampler{Context: ball.At(prec), pair: p}
	if p.seen != nil {
		s.seen = map[*node]sides{}
	}
	return s
}

func (s *sampler) value(k int, n *node) value {
	if s.last == nil || s.lastPoint != k {
		s.lastPoint = k
		s.last = &evaluator{Context: s.Context, point: s.pair.traits.point(k), seen: s.seen, bud: s.pair.bud}
	}
	return s.last.at(n)
}
