package keychain

import (
	"math/rand/v2"
	"slices"
)

// gapTries bounds how often a record is drawn anew to keep its distance.
const gapTries = 1000

// place gives every record an offset of its own out of ends, which ascend in [0,
// length]. Each falls where a uniform draw over the length lands, moved on to the next
// free end, so that a record's place says nothing about its chain or link. Consecutive records of
// a chain keep at least gap bytes apart. The result is parallel to records; ok is
// false when there is no room.
func place(r *rand.Rand, records []Record, ends []int, length, gap int) (offsets []int, ok bool) {
	if len(records) > len(ends) {
		return nil, false
	}
	taken := make([]bool, len(ends))
	draw := func() int {
		i, _ := slices.BinarySearch(ends, r.IntN(length+1))
		for taken[i%len(ends)] {
			i++
		}
		return i % len(ends)
	}
	offsets = make([]int, len(records))
	// Chains are placed in random order: the later ones find more ends taken.
	for _, chain := range shuffledChains(r, records) {
		for n, i := range chain {
			end := draw()
			for tries := 0; n > 0 && gap > 0 && abs(ends[end]-offsets[chain[n-1]]) < gap; tries++ {
				if tries == gapTries {
					return nil, false
				}
				end = draw()
			}
			taken[end] = true
			offsets[i] = ends[end]
		}
	}
	return offsets, true
}

// shuffledChains groups the indices of records by chain, links in order, chains in
// random order.
func shuffledChains(r *rand.Rand, records []Record) [][]int {
	var chains [][]int
	for i, rec := range records {
		if rec.Chain == len(chains) {
			chains = append(chains, nil)
		}
		chains[rec.Chain] = append(chains[rec.Chain], i)
	}
	r.Shuffle(len(chains), func(i, j int) { chains[i], chains[j] = chains[j], chains[i] })
	return chains
}

func abs(n int) int { return max(n, -n) }
