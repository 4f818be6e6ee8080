package algebra

import (
	"math"
	"math/big"

	"gander/verifiers/internal/budget"
)

// ring knows the atoms and counts the work. Once it has failed, all results are void.
type ring struct {
	atoms []*atom
	index map[string]int32
	bud   *budget.Budget
	// failed: the work went past its limit, or there is no form for a part.
	failed bool
	// undefined: a part is undefined everywhere, such as 1/0.
	undefined bool
	left      int
}

// atom is what a poly does not look into: a name, π, the root of a prime, sin of
// something.
type atom struct {
	// text is the atom in print.
	text string
	// degree and instead say that this atom to the power of degree is instead: i² = -1,
	// √2 with its exponent counted in ones is 2, sin² = 1 - cos². 0 says nothing.
	degree  int32
	instead poly
	// positive: a constant above 0. real: real where all names are.
	positive, real bool
	// plain: a name, π, e, i or a prime. Forms over plain atoms are unique.
	plain bool
	// prime is the base of a root atom.
	prime *big.Int
	// exponent is m in an atom e^m.
	exponent mono
}

const (
	// formWork is the most operations that a form may take.
	formWork = 150_000
	// maxText is the longest text, in bytes. The text of an atom holds those of the atoms
	// in it, so it could double with every level.
	maxText = 4096
)

func newRing(bud *budget.Budget) *ring {
	return &ring{index: map[string]int32{}, bud: bud, left: formWork}
}

// spend takes n operations.
func (r *ring) spend(n int) bool {
	r.left -= n
	if r.left < 0 || !r.bud.Spend(n) {
		r.failed = true
	}
	return !r.failed
}

// What a term costs, and a product of two, in budget operations, beside the words of
// coefficients.
const (
	costTerm    = 10
	costProduct = 40
)

// atom is the number of the atom printed as text, which is a if it is new.
func (r *ring) atom(text string, a *atom) int32 {
	return r.keyed(text, text, a)
}

// keyed is atom for one whose text may be that of another atom; the key tells them apart.
func (r *ring) keyed(key, text string, a *atom) int32 {
	if i, ok := r.index[key]; ok {
		return i
	}
	if len(text) > maxText {
		r.failed = true
	}
	a.text = text
	r.atoms = append(r.atoms, a)
	i := int32(len(r.atoms) - 1)
	r.index[key] = i
	return i
}

func (r *ring) ratio(n, d int64) ratio {
	if d < 0 {
		n, d = -n, -d
	}
	a, b := max(n, -n), d
	for b != 0 {
		a, b = b, a%b
	}
	n, d = n/a, d/a
	if n != int64(int32(n)) || d > math.MaxInt32 {
		r.failed = true
		return ratio{0, 1}
	}
	return ratio{int32(n), int32(d)}
}

func (r *ring) addRatio(x, y ratio) ratio {
	if x.d == 1 && y.d == 1 {
		return r.ratio(int64(x.n)+int64(y.n), 1)
	}
	return r.ratio(int64(x.n)*int64(y.d)+int64(y.n)*int64(x.d), int64(x.d)*int64(y.d))
}

func (r *ring) mulRatio(x, y ratio) ratio {
	return r.ratio(int64(x.n)*int64(y.n), int64(x.d)*int64(y.d))
}

// ratioOf is q as an exponent.
func (r *ring) ratioOf(q *big.Rat) ratio {
	if q.Num().BitLen() > 31 || q.Denom().BitLen() > 31 {
		r.failed = true
		return ratio{0, 1}
	}
	return ratio{int32(q.Num().Int64()), int32(q.Denom().Int64())}
}

// floorOver is the greatest k with k·d <= x.
func (x ratio) floorOver(d int32) int32 {
	n, m := int64(x.n), int64(x.d)*int64(d)
	k := n / m
	if n%m < 0 {
		k--
	}
	return int32(k)
}
