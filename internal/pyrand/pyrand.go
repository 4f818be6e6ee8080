// Package pyrand draws the numbers that Python's random.Random draws.
//
// Published generators that are written in Python fix their choices by a seed; to
// reproduce what they made, the same generator is needed: the Mersenne Twister MT19937
// (Matsumoto and Nishimura, 1998), seeded with the digits of an integer, and the ways
// in which Python 3.11 and later make choices of its output. It serves such comparisons
// only. Every other random choice of gander comes from package keyed.
package pyrand

import (
	"fmt"
	"math/bits"

	"github.com/google/uuid"
)

// Rand is a generator in the state that random.Random(seed) has. It is not safe for
// concurrent use.
type Rand struct {
	twister twister
}

// New returns the generator random.Random(seed). As in Python, seed and -seed give the
// same numbers.
func New(seed int64) *Rand {
	size := uint64(seed)
	if seed < 0 {
		size = -size
	}
	key := []uint32{uint32(size)}
	if size>>32 != 0 {
		key = append(key, uint32(size>>32))
	}
	r := new(Rand)
	r.twister.seed(key)
	return r
}

// Bits returns getrandbits(k), k from 0 to 64.
func (r *Rand) Bits(k int) uint64 {
	switch {
	case k < 0 || k > 64:
		panic(fmt.Sprintf("pyrand: %d bits asked for; ask for 0 to 64", k))
	case k == 0:
		return 0
	case k <= 32:
		return uint64(r.twister.next() >> (32 - k))
	}
	low := uint64(r.twister.next())
	return low | uint64(r.twister.next()>>(64-k))<<32
}

// Float returns random(), in [0, 1), in steps of 2^-53.
func (r *Rand) Float() float64 {
	high, low := r.twister.next()>>5, r.twister.next()>>6
	return (float64(high)*(1<<26) + float64(low)) / (1 << 53)
}

// Below returns randrange(n), in [0, n); it is also the index that choice draws from a
// list of n. It panics for n < 1.
func (r *Rand) Below(n int) int {
	if n < 1 {
		panic(fmt.Sprintf("pyrand: a number below %d asked for; give 1 or more", n))
	}
	for {
		if drawn := r.Bits(bits.Len(uint(n))); drawn < uint64(n) {
			return int(drawn)
		}
	}
}

// Shuffle does shuffle on a list of n, of which swap exchanges two entries.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	for i := n - 1; i > 0; i-- {
		swap(i, r.Below(i+1))
	}
}

// Sample returns sample(range(n), k): k different numbers in [0, n), in the order drawn.
// It panics unless 0 <= k <= n.
func (r *Rand) Sample(n, k int) []int {
	if k < 0 || k > n {
		panic(fmt.Sprintf("pyrand: a sample of %d from %d asked for; give 0 to %[2]d", k, n))
	}
	if n <= poolLimit(k) {
		return r.fromPool(n, k)
	}
	sample := make([]int, k)
	seen := make(map[int]bool, k)
	for i := range sample {
		drawn := r.Below(n)
		for seen[drawn] {
			drawn = r.Below(n)
		}
		seen[drawn] = true
		sample[i] = drawn
	}
	return sample
}

// fromPool samples by taking from a list of all numbers; the last one fills the gap.
func (r *Rand) fromPool(n, k int) []int {
	pool := make([]int, n)
	for i := range pool {
		pool[i] = i
	}
	sample := make([]int, k)
	for i := range sample {
		at := r.Below(n - i)
		sample[i] = pool[at]
		pool[at] = pool[n-i-1]
	}
	return sample
}

// poolLimit is the length up to which Python samples k from a list: that of a set of k
// in its memory, 21 plus the power of four that is not below 3k for k above 5.
func poolLimit(k int) int {
	limit := 21
	if k > 5 {
		power := 1
		for power < 3*k {
			power *= 4
		}
		limit += power
	}
	return limit
}

// UUID returns str(uuid.UUID(int=getrandbits(128), version=4)).
func (r *Rand) UUID() string {
	var id uuid.UUID
	for at := 12; at >= 0; at -= 4 { // the lowest 32 bits are drawn first
		word := r.twister.next()
		id[at], id[at+1], id[at+2], id[at+3] = byte(word>>24), byte(word>>16), byte(word>>8), byte(word)
	}
	id[6] = id[6]&0x0f | 0x40
	id[8] = id[8]&0x3f | 0x80
	return id.String()
}
