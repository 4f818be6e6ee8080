package algebra

import (
	"math/big"
	"slices"

	"gander/verifiers/internal/algebra/ball"
)

// point is a value for every name.
type point map[string]coordinate

// coordinate is re + i·im; a nil im is 0.
type coordinate struct{ re, im *big.Rat }

func (x coordinate) in(c ball.Context) ball.Complex {
	z := ball.RealPart(c.Rat(x.re))
	if x.im != nil {
		z.Im = c.Rat(x.im)
	}
	return z
}

// point is the k-th point: one of those drawn below the number points, then one of the
// places.
func (t *traits) point(k int) point {
	if k >= points {
		return t.placed(k - points)
	}
	return t.drawn(k)
}

// drawn is a point without any pattern, whole where it must be. The first has positive
// values alone, the second negative ones alone.
func (t *traits) drawn(k int) point {
	r := t.random(k)
	p := make(point, len(t.names)+1)
	for i, name := range t.names {
		switch {
		case t.natural.has(name):
			p[name] = coordinate{re: big.NewRat(r.natural(k, i), 1)}
		case t.whole.has(name):
			n := r.natural(k, i)
			if k%4 == 1 {
				n = -n
			}
			p[name] = coordinate{re: big.NewRat(n, 1)}
		case t.analytic && k%4 == 3:
			p[name] = coordinate{re: r.fraction(k), im: r.fraction(k)}
		default:
			p[name] = coordinate{re: r.fraction(k)}
		}
	}
	return p
}

// A formula that holds on one side of a corner, or of a cut, need not hold on the other.
// So functions with such are compared at places, too: far out on both sides, and at
// numbers that they name; with corners also at 0, whole numbers and halves, where floors
// jump.
var (
	farPlaces    = []*big.Rat{big.NewRat(4099, 4), big.NewRat(-4099, 4), big.NewRat(1<<22+1, 4), big.NewRat(-1<<22-1, 4), big.NewRat(1<<40+1, 4), big.NewRat(-1<<40-1, 4)}
	cornerPlaces = []*big.Rat{
		ratZero, ratOne, ratMinus, ratHalf, big.NewRat(-1, 2), ratTwo, big.NewRat(-2, 1),
		big.NewRat(3, 2), big.NewRat(-3, 2), big.NewRat(3, 1), big.NewRat(-3, 1),
	}
)

const (
	// maxPlaceBits bounds a number that is taken for a place, and mostNumbers how many are.
	maxPlaceBits = 40
	mostNumbers  = 8
	// mostNatural is the largest place for a name that counts something.
	mostNatural = 1000
)

// findPlaces lists the places that a and b must be compared at.
func (t *traits) findPlaces() {
	if len(t.names) == 0 || len(t.corners) == 0 && !t.cuts && !t.divisors {
		return
	}
	t.places = slices.Clone(farPlaces)
	if len(t.corners) > 0 {
		t.places = append(t.places, cornerPlaces...)
	}
	slices.Sort(t.numbers)
	t.numbers = slices.Compact(t.numbers)
	for _, n := range t.numbers[max(0, len(t.numbers)-mostNumbers):] {
		if n > 3 {
			t.places = append(t.places, big.NewRat(n, 1), big.NewRat(-n, 1))
		}
	}
}

// placed is the k-th point of places. Every name goes around all of them, from a start of
// its own.
func (t *traits) placed(k int) point {
	start := t.random(-1)
	r := t.random(points + k)
	p := make(point, len(t.names)+1)
	for i, name := range t.names {
		at := k
		if i > 0 {
			at += int(start.next() % uint64(len(t.places)))
		}
		q := t.places[at%len(t.places)]
		counts := t.natural.has(name)
		n, small := smallInt(q)
		if !small && (counts || t.whole.has(name)) || counts && (n < 1 || n > mostNatural) {
			q = big.NewRat(r.natural(k, i), 1)
		}
		p[name] = coordinate{re: q}
	}
	return p
}

// random is a stream of numbers that its seed alone decides (SplitMix64).
type random uint64

// random is the stream of point k.
func (t *traits) random(k int) random { return random(t.seed + uint64(k)*0x9e3779b97f4a7c15) }

func (r *random) next() uint64 {
	*r += 0x9e3779b97f4a7c15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// fraction is below 1, below 4 or below 20 in magnitude. It has 40 binary places, so that
// nothing periodic that a person would write vanishes there.
func (r *random) fraction(k int) *big.Rat {
	const places = 40
	below := []uint64{4, 1, 20}[r.next()%3]
	if k < 2 {
		below = 4
	}
	n := int64(r.next()%(below<<places)) | 1
	if minus := r.next()%2 == 0; k == 1 || k > 1 && minus {
		n = -n
	}
	return big.NewRat(n, 1<<places)
}

// natural is the i-th name's positive whole number at point k. The first name takes
// another value at every point, and is large now and then.
func (r *random) natural(k, i int) int64 {
	switch {
	case i == 0 && k%4 == 3:
		return int64(k) + 32
	case i == 0:
		return int64(k) + 2
	}
	return int64(r.next()%16) + 1
}
