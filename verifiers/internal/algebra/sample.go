package algebra

import (
	"slices"
	"strings"

	"gander/verifiers/internal/algebra/ball"
)

// traits are what sampling must know of two nodes.
type traits struct {
	// names are the variables and the opaque parts of both, sorted.
	names []string
	// whole are the names that stand for whole numbers; natural are those of them that
	// count something: the ends of sums, what stands in a factorial.
	whole, natural []string
	// analytic: complex points tell as much as real ones.
	analytic bool
	// sameOpaque: both nodes hold the same opaque parts, and no gcd or lcm of names, which
	// may be meant of polynomials. Else a difference at a point proves nothing.
	sameOpaque bool
	divisors   bool
	// bits is the length of the longest number, or of a constant's power.
	bits int
	// hashes are those of the two nodes, in the order in which they were given; seed is
	// the same for both orders.
	hashes [2]hash
	seed   uint64
}

func traitsOf(a, b *node) traits {
	t := traits{analytic: true}
	var opaques [2][]string
	for i, n := range []*node{a, b} {
		h := hash(14695981039346656037)
		n.visit(func(m *node) {
			h = h.node(m)
			if m.kind == opaque {
				opaques[i] = append(opaques[i], m.name)
			}
			t.note(m)
		})
		opaques[i] = sorted(opaques[i])
		t.hashes[i] = h
		t.seed += uint64(h)
	}
	t.names, t.whole, t.natural = sorted(t.names), sorted(t.whole), sorted(t.natural)
	t.sameOpaque = !t.divisors && slices.Equal(opaques[0], opaques[1])
	return t
}

// note looks at one node.
func (t *traits) note(n *node) {
	switch n.kind {
	case number:
		t.bits = max(t.bits, size(n.q))
	case variable:
		if !strings.HasPrefix(n.name, boundMark) {
			t.names = append(t.names, n.name)
		}
	case opaque:
		t.names = append(t.names, n.name)
		t.analytic = false
	case power:
		base, exponent := n.args[0], n.args[1]
		positive := base.kind == euler || base.kind == number && base.q.Sign() > 0
		if k, ok := exponent.whole(); ok && len(variables(nil, base)) == 0 {
			t.bits = max(t.bits, k, -k)
		}
		switch {
		case exponent.kind == number && exponent.q.IsInt() || positive:
		case exponent.kind == number:
			t.analytic = false
		default:
			t.analytic = false
			t.whole = variables(t.whole, exponent)
		}
	case apply:
		t.analytic = t.analytic && n.fn.analytic
		if n.fn.whole {
			before := len(t.natural)
			t.natural = variables(t.natural, n.args...)
			t.divisors = t.divisors || n.fn != factorial && len(t.natural) > before
		}
	case series:
		t.analytic = false
		t.natural = variables(t.natural, n.args[2:]...)
	}
}

// variables adds the variables below nodes to list.
func variables(list []string, nodes ...*node) []string {
	for _, n := range nodes {
		n.visit(func(m *node) {
			if m.kind == variable {
				list = append(list, m.name)
			}
		})
	}
	return list
}

// point is the k-th point: a value for every name. The first has positive values alone,
// the second negative ones alone.
func (t *traits) point(c ball.Context, k int) map[string]ball.Complex {
	r := random(t.seed + uint64(k)*0x9e3779b97f4a7c15)
	values := make(map[string]ball.Complex, len(t.names)+1)
	for i, name := range t.names {
		switch {
		case slices.Contains(t.natural, name):
			values[name] = ball.RealPart(c.Int(r.natural(k, i)))
		case slices.Contains(t.whole, name):
			n := r.natural(k, i)
			if k%4 == 1 {
				n = -n
			}
			values[name] = ball.RealPart(c.Int(n))
		case t.analytic && k%4 == 3:
			values[name] = ball.Complex{Re: r.fraction(c, k), Im: r.fraction(c, k)}
		default:
			values[name] = ball.RealPart(r.fraction(c, k))
		}
	}
	return values
}

// random is a stream of numbers that its seed alone decides (SplitMix64).
type random uint64

func (r *random) next() uint64 {
	*r += 0x9e3779b97f4a7c15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// fraction is an odd number of 64ths, below 1, below 4 or below 20 in magnitude.
func (r *random) fraction(c ball.Context, k int) ball.Real {
	below := []uint64{4, 1, 20}[r.next()%3]
	if k < 2 {
		below = 4
	}
	n := int64(r.next()%(32*below))*2 + 1
	if minus := r.next()%2 == 0; k == 1 || k > 1 && minus {
		n = -n
	}
	return c.Dyadic(n, -6)
}

// natural is the i-th name's positive whole number at point k. The first name takes
// another value at every point.
func (r *random) natural(k, i int) int64 {
	if i == 0 {
		return int64(k) + 2
	}
	return int64(r.next()%16) + 1
}

// hash is a running 64-bit FNV-1a hash.
type hash uint64

func (h hash) node(n *node) hash {
	h = h.byte(byte(n.kind)).byte(byte(len(n.args)))
	if n.kind == number {
		for _, w := range n.q.Num().Bits() {
			h = h.word(uint64(w))
		}
		for _, w := range n.q.Denom().Bits() {
			h = h.word(uint64(w))
		}
	}
	for i := range len(n.name) {
		h = h.byte(n.name[i])
	}
	if n.fn != nil {
		for i := range len(n.fn.name) {
			h = h.byte(n.fn.name[i])
		}
	}
	return h
}

func (h hash) byte(b byte) hash { return (h ^ hash(b)) * 1099511628211 }

func (h hash) word(w uint64) hash {
	for range 8 {
		h = h.byte(byte(w))
		w >>= 8
	}
	return h
}
