package algebra

import (
	"math/big"

	"gander/verifiers/internal/algebra/ball"
	"gander/verifiers/internal/budget"
)

const (
	// points are drawn at most; enough of them must have values.
	points = 40
	enough = 8
	// hopeless is how many points without enough digits are tried before the first one
	// that tells something.
	hopeless = 4
	// alike is how near two values are that agree, as a power of two relative to them:
	// 29 digits. alikeTwice is the same at the second precision: 90 digits. belowGrain is
	// how far they must be below their grain.
	alike      = -96
	alikeTwice = -300
	belowGrain = -64
)

// precisions are tried one after the other, until two values are apart or alike.
var precisions = []uint{128, 384, ball.MaxPrec}

// pair is two nodes under comparison.
type pair struct {
	a, b   *node
	traits traits
	// seen are the sides of corners where the two were found to agree.
	seen map[*node]sides
	bud  *budget.Budget
}

// newPair puts the two nodes into an order of its own, so that the work and its end are
// the same for both orders.
func newPair(a, b *node, bud *budget.Budget) *pair {
	p := &pair{a: a, b: b, traits: traitsOf(a, b), bud: bud}
	if p.traits.hashes[0] > p.traits.hashes[1] {
		p.a, p.b = b, a
	}
	if len(p.traits.corners) > 0 {
		p.seen = map[*node]sides{}
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
type claim func(at *sampler, k int) (x, y value)

func (p *pair) equality(at *sampler, k int) (x, y value) {
	return at.value(k, p.a), at.value(k, p.b)
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
		at := p.at(precisions[0])
		if at.value(q, p.a).NonZero() && at.value(q, p.b).NonZero() {
			c := p.ratioAsAt(q)
			return p.sampled(c, p.try(0, c))
		}
	}
	return Decision{}
}

// ratioAsAt claims that a/b is the same at every point as at point q.
func (p *pair) ratioAsAt(q int) claim {
	return func(at *sampler, k int) (x, y value) {
		aq, bq := at.value(q, p.a), at.value(q, p.b)
		ak, bk := at.value(k, p.a), at.value(k, p.b)
		return at.last.mul(ak, bq), at.last.mul(aq, bk)
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
