package world

import (
	"math/bits"
	"math/rand/v2"
)

// permutation is a keyed bijection of [0, n) that is computed at a point, forward
// and back, without a table: a Feistel network of four rounds over the next even
// number of bits, walked until it lands in range (at most four steps on average).
//
// Source: Black and Rogaway, "Ciphers with Arbitrary Finite Domains" (2002), cycle
// walking. The round function mixes well and promises no secrecy.
type permutation struct {
	n    uint32
	half uint
	keys [4]uint32
}

// newPermutation draws a permutation of [0, n), n at least 1, from r.
func newPermutation(n int, r *rand.Rand) permutation {
	p := permutation{n: uint32(n), half: uint(bits.Len32(uint32(n-1))+1) / 2}
	for i := range p.keys {
		p.keys[i] = r.Uint32()
	}
	return p
}

// at is the image of x.
func (p *permutation) at(x int) int {
	mask := uint32(1)<<p.half - 1
	v := uint32(x)
	for {
		left, right := v>>p.half, v&mask
		for _, k := range p.keys {
			left, right = right, left^scramble(right, k)&mask
		}
		if v = left<<p.half | right; v < p.n {
			return int(v)
		}
	}
}

// inverse is the x whose image is y.
func (p *permutation) inverse(y int) int {
	mask := uint32(1)<<p.half - 1
	v := uint32(y)
	for {
		left, right := v>>p.half, v&mask
		for i := len(p.keys) - 1; i >= 0; i-- {
			left, right = right^scramble(left, p.keys[i])&mask, left
		}
		if v = left<<p.half | right; v < p.n {
			return int(v)
		}
	}
}

// scramble is the round function.
func scramble(x, key uint32) uint32 {
	x = (x ^ key) * 0x9e3779b1
	x = (x ^ x>>15) * 0x85ebca77
	return x ^ x>>13
}

// mix turns a counter into a number that looks drawn, the finalizer of SplitMix64.
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
