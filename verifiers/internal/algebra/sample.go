package algebra

import (
	"math/big"
	"slices"
	"strings"
)

// traits are what sampling must know of two nodes.
type traits struct {
	// names are the variables and the opaque parts of both, sorted.
	names []string
	// whole are the names that stand for whole numbers; natural are those of them that
	// count something: the ends of sums, what stands in a factorial. rooted stand under
	// an even root.
	whole, natural, rooted nameSet
	// analytic: complex points tell as much as real ones.
	analytic bool
	// sameOpaque: both nodes hold the same opaque parts, and no gcd or lcm of names, which
	// may be meant of polynomials. Else a difference at a point proves nothing.
	sameOpaque bool
	divisors   bool
	// corners are the functions with corners, over names; cuts says that there are other
	// functions that may be given by several formulas, such as roots.
	corners []*node
	cuts    bool
	// places are the values at which such functions must be compared.
	places []*big.Rat
	// numbers are the sizes of whole numbers that occur in the two: corners are often there.
	numbers []int64
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
	t.names = sorted(t.names)
	t.findPlaces()
	t.sameOpaque = !t.divisors && slices.Equal(opaques[0], opaques[1])
	return t
}

// note looks at one node, and adds the names that stand for whole numbers there.
func (t *traits) note(n *node) {
	switch n.kind {
	case number:
		for _, k := range []*big.Int{n.q.Num(), n.q.Denom()} {
			if k.BitLen() <= maxPlaceBits {
				t.numbers = append(t.numbers, max(k.Int64(), -k.Int64()))
			}
		}
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
		switch {
		case !n.free || positive:
		case exponent.kind != number:
			t.analytic = false
			t.whole.add(exponent)
		case !exponent.q.IsInt():
			t.analytic, t.cuts = false, true
			if exponent.q.Denom().Bit(0) == 0 {
				t.rooted.add(base)
			}
		}
	case apply:
		if n.free {
			t.noteFunction(n)
		}
	case series:
		t.analytic = false
		t.natural.add(n.args[2:]...)
	}
}

// noteFunction looks at a function over names.
func (t *traits) noteFunction(n *node) {
	switch {
	case n.fn.whole:
		t.natural.add(n.args...)
		t.divisors = t.divisors || n.fn != factorial
	case n.fn.sides != nil:
		t.corners = append(t.corners, n)
	default:
		t.cuts = t.cuts || !n.fn.analytic
	}
	t.analytic = t.analytic && n.fn.analytic
}

// nameSet collects the variables below nodes, looking at every node once.
type nameSet struct {
	list []string
	done map[*node]bool
}

func (s *nameSet) has(name string) bool { return slices.Contains(s.list, name) }

func (s *nameSet) add(nodes ...*node) {
	for _, n := range nodes {
		switch {
		case n.kind == variable:
			if !s.has(n.name) {
				s.list = append(s.list, n.name)
			}
		case n.free && !s.done[n]:
			if s.done == nil {
				s.done = map[*node]bool{}
			}
			s.done[n] = true
			s.add(n.args...)
		}
	}
}
