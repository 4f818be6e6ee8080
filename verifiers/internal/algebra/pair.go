package algebra

import (
	"math/big"

	"gander/verifiers/internal/algebra/ball"
	"gander/verifiers/internal/budget"
)

const (
	// points are tried at most; enough of them must have values.
	points = 40
	enough = 8
	// hopeless is how many points without enough digits are tried before the first one
	// that tells something.
	hopeless = 4
	// alike is how near two values are that agree, as a power of two relative to them:
	// 29 digits. alikeTwice is the same at the second precision: 90 digits.
	alike      = -96
	alikeTwice = -300
)

// precisions are tried one after the other, until two values are apart or alike.
var precisions = []uint{128, 384, ball.MaxPrec}

// pair is two nodes under comparison.
type pair struct {
	a, b   *node
	traits traits
	bud    *budget.Budget
}

// newPair puts the two nodes into an order of its own, so that the work and its end are
// the same for both orders.
func newPair(a, b *node, bud *budget.Budget) *pair {
	p := &pair{a: a, b: b, traits: traitsOf(a, b), bud: bud}
	if p.traits.hashes[0] > p.traits.hashes[1] {
		p.a, p.b = b, a
	}
	return p
}

// finding is what one point tells.
type finding uint8

const (
	nothing   finding = iota // not enough digits
	neither                  // no side has a value
	agrees                   // the values are alike
	apart                    // the values differ
	onlyFirst                // the first side has a value, the other surely none
	onlyLast                 // the other way round
	findings                 // how many there are
)

// claim gives two values at point k that are equal if what is claimed holds.
type claim func(at *sampler, k int) (x, y ball.Complex)

func (p *pair) equality(at *sampler, k int) (x, y ball.Complex) {
	return at.point(k, p.a), at.point(k, p.b)
}

// equalNodes decides whether a = b.
func equalNodes(a, b *node, bud *budget.Budget) Decision {
	if a.kind == number && b.kind == number {
		return exact(a.q.Cmp(b.q) == 0)
	}
	return newPair(a, b, bud).equal()
}

func (p *pair) equal() Decision {
	first := p.try(0, p.equality)
	if first == apart {
		return p.different()
	}
	r := newRing(p.bud)
	f, undefinedA := r.formOrUndefined(p.a)
	g, undefinedB := r.formOrUndefined(p.b)
	switch {
	case undefinedA && undefinedB:
		return Decision{}
	case undefinedA || undefinedB:
		return p.different()
	}
	switch diff := r.difference(f, g); {
	case r.failed:
	case len(diff) == 0 && r.allPlain():
		return exact(true)
	case len(diff) == 0:
		return p.whereDefined(first)
	case r.plain(diff):
		return p.different()
	}
	return p.sampled(p.equality, first)
}

// formOrUndefined is the form of n, or says that n has no value anywhere.
func (r *ring) formOrUndefined(n *node) (f fraction, undefined bool) {
	f = r.form(n)
	undefined = r.undefined && !r.failed
	r.undefined = false
	return f, undefined
}

// different is a proved difference, unless the sides hold different opaque parts.
func (p *pair) different() Decision {
	if !p.traits.sameOpaque || p.bud.Spent() {
		return Decision{}
	}
	return exact(false)
}

// whereDefined is a proved equality, if there is a point where both sides have a value: a
// denominator may be 0 in a way that its form does not show.
func (p *pair) whereDefined(first finding) Decision {
	for k := 1; first != agrees && k < enough; k++ {
		first = p.try(k, p.equality)
	}
	if first != agrees || p.bud.Spent() {
		return Decision{}
	}
	return Decision{Same, true}
}

// sampled decides by values alone. Of constants there is one point. Numbers of more
// digits than are compared could hide a difference, so with them nothing is the same.
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
	switch {
	case p.bud.Spent():
	case p.traits.bits > -alikeTwice:
	case count[agrees] >= need && p.compare(last, c, precisions[1], alikeTwice) == agrees && !p.bud.Spent():
		return Decision{Same, false}
	case count[agrees] == 0 && max(count[onlyFirst], count[onlyLast]) >= need && p.traits.sameOpaque:
		return Decision{Different, false}
	}
	return Decision{}
}

// try compares at point k, with more digits as long as that helps.
func (p *pair) try(k int, c claim) finding {
	for _, prec := range precisions {
		if f := p.compare(k, c, prec, alike); f != nothing || p.bud.Spent() {
			return f
		}
	}
	return nothing
}

// compare compares at point k, with so many bits; values are alike when they are nearer
// than 2^near of their size.
func (p *pair) compare(k int, c claim, prec uint, near int) finding {
	at := &sampler{Context: ball.At(prec), pair: p}
	x, y := c(at, k)
	switch {
	case x.State == ball.Defined && y.State == ball.Undefined:
		return onlyFirst
	case x.State == ball.Undefined && y.State == ball.Defined:
		return onlyLast
	case x.State == ball.Undefined || y.State == ball.Undefined:
		return neither
	case x.State != ball.Defined || y.State != ball.Defined:
		return nothing
	}
	d := at.Distance(x, y)
	switch {
	case d.Apart:
		return apart
	case d.Relative <= near:
		return agrees
	// Two zeros have no relative distance; let more digits tell that they are zeros.
	case d.Absolute <= 2*near && prec > precisions[0]:
		return agrees
	}
	return nothing
}

// sampler evaluates the two nodes of a pair at its points.
type sampler struct {
	ball.Context
	pair *pair
	// last is the evaluator at the last point asked for, lastPoint.
	last      *evaluator
	lastPoint int
}

func (s *sampler) point(k int, n *node) ball.Complex {
	if s.last == nil || s.lastPoint != k {
		s.lastPoint = k
		s.last = &evaluator{Context: s.Context, values: s.pair.traits.point(s.Context, k), bud: s.pair.bud}
	}
	return s.last.at(n)
}

// proportional decides whether a = c·b for a constant c other than 0.
func (p *pair) proportional() Decision {
	zeroA, zeroB := equalNodes(p.a, zero, p.bud), equalNodes(p.b, zero, p.bud)
	proved := zeroA.Exact && zeroB.Exact
	switch {
	case zeroA.Relation == Unknown || zeroB.Relation == Unknown:
		return Decision{}
	case zeroA.Relation != zeroB.Relation:
		return Decision{Different, proved}
	case zeroA.Relation == Same, len(p.traits.names) == 0:
		return Decision{Same, proved}
	}
	if p.rationalRatio() {
		return Decision{Same, true}
	}
	for q := range enough {
		at := &sampler{Context: ball.At(precisions[0]), pair: p}
		if at.point(q, p.a).NonZero() && at.point(q, p.b).NonZero() {
			c := p.ratioAsAt(q)
			return p.sampled(c, p.try(0, c))
		}
	}
	return Decision{}
}

// ratioAsAt claims that a/b is the same at every point as at point q.
func (p *pair) ratioAsAt(q int) claim {
	return func(at *sampler, k int) (x, y ball.Complex) {
		x = at.Mul(at.point(k, p.a), at.point(q, p.b))
		y = at.Mul(at.point(q, p.a), at.point(k, p.b))
		return x, y
	}
}

// rationalRatio says whether the forms of a and b differ by a rational factor.
func (p *pair) rationalRatio() bool {
	r := newRing(p.bud)
	f, g := r.form(p.a), r.form(p.b)
	x, y := r.up(f.num, g.den), r.up(g.num, f.den)
	if r.failed || r.undefined || len(x) == 0 || len(y) == 0 {
		return false
	}
	ratio := new(big.Rat).Quo(x[0].coef, y[0].coef)
	return x.equal(r.times(y, ratio)) && !r.failed
}
