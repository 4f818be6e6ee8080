package pyrand

import (
	"slices"
	"testing"
)

// All vectors were drawn with random.Random of Python 3.11.

func TestSeeds(t *testing.T) {
	for _, c := range []struct {
		seed       int64
		first      []uint64 // getrandbits(32), three times
		later      uint64   // the 1001st
		identifier string   // a fresh generator's
	}{
		{0, []uint64{3626764237, 1654615998, 3255389356}, 126175447, "e3e70682-c209-4cac-a29f-6fbed82c07cd"},
		{1, []uint64{577090037, 2444712010, 3639700191}, 2160508093, "cd613e30-d8f1-4adf-91b7-584a2265b1f5"},
		{42, []uint64{2746317213, 478163327, 107420369}, 2672573305, "bdd640fb-0667-4ad1-9c80-317fa3b1799d"},
		{-42, []uint64{2746317213, 478163327, 107420369}, 2672573305, "bdd640fb-0667-4ad1-9c80-317fa3b1799d"},
		{4294967295, []uint64{2728839433, 2661025012, 872737089}, 2478953446, "3720bfa9-3404-4941-9e9c-04f4a2a6c909"},
		{4294967296, []uint64{485306839, 1508871100, 1794561286}, 1608289731, "ef49e4d2-6af6-4506-99ef-8bbc1ced31d7"},
		{9223372036854775807, []uint64{1359979423, 2819855560, 2711238091}, 1672291842, "21f7a760-a19a-45cb-a813-94c8510fa39f"},
		{123456789012345, []uint64{2896848117, 946991832, 1255537387}, 3240315729, "6905b686-4ad5-4aeb-b871-f2d8acaa64f5"},
	} {
		r := New(c.seed)
		for i, want := range c.first {
			if got := r.Bits(32); got != want {
				t.Errorf("seed %d: word %d is %d, want %d", c.seed, i, got, want)
			}
		}
		r = New(c.seed)
		for range 1000 {
			r.Bits(32)
		}
		if got := r.Bits(32); got != c.later {
			t.Errorf("seed %d: word 1000 is %d, want %d", c.seed, got, c.later)
		}
		if got := New(c.seed).UUID(); got != c.identifier {
			t.Errorf("seed %d: identifier is %s, want %s", c.seed, got, c.identifier)
		}
	}
}

// The chain in the figure of the KeyChain paper.
func TestPublishedIdentifiers(t *testing.T) {
	r := New(42)
	for _, want := range []string{
		"bdd640fb-0667-4ad1-9c80-317fa3b1799d",
		"23b8c1e9-3924-46de-beb1-3b9046685257",
		"bd9c66b3-ad3c-4d6d-9a3d-1fa7bc8960a9",
		"972a8469-1641-4f82-8b9d-2434e465e150",
	} {
		if got := r.UUID(); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// A published set puts the ten passages of a question first in a list of 130 and
// shuffles it with seed 42 for every item, so they always land in these places.
func TestPublishedSlots(t *testing.T) {
	passages := make([]int, 130)
	for i := range passages {
		passages[i] = i
	}
	New(42).Shuffle(len(passages), func(i, j int) { passages[i], passages[j] = passages[j], passages[i] })
	var slots []int
	for place, passage := range passages {
		if passage < 10 {
			slots = append(slots, place+1)
		}
	}
	if want := []int{1, 2, 25, 30, 69, 79, 96, 114, 115, 129}; !slices.Equal(slots, want) {
		t.Errorf("slots are %v, want %v", slots, want)
	}
}

func TestDraws(t *testing.T) {
	r := New(42)
	for _, c := range []struct {
		bits int
		want uint64
	}{{1, 1}, {7, 14}, {31, 53710184}, {33, 3184935163}, {53, 2010501012863888}, {64, 13585496030504862185}} {
		if got := r.Bits(c.bits); got != c.want {
			t.Errorf("%d bits are %d, want %d", c.bits, got, c.want)
		}
	}
	r = New(42)
	for _, c := range []struct{ n, want int }{{1, 0}, {2, 0}, {10, 4}, {100, 31}, {1 << 31, 958682846}, {1<<33 + 1, 2342331444}} {
		if got := r.Below(c.n); got != c.want {
			t.Errorf("below %d is %d, want %d", c.n, got, c.want)
		}
	}
	for _, want := range []float64{0.5904925124490397, 0.03178267948178359, 0.09369523986159245} {
		if got := r.Float(); got != want {
			t.Errorf("random is %v, want %v", got, want)
		}
	}
}

// The lengths lie on both sides of the point where Python samples in another way.
func TestSample(t *testing.T) {
	for _, c := range []struct {
		n, k  int
		first []int  // up to eight entries
		sum   int    // of the entries, each times its place from 1
		next  uint64 // 32 bits drawn afterwards
	}{
		{10, 10, []int{1, 0, 4, 9, 6, 5, 8, 2}, 278, 136505587},
		{21, 5, []int{20, 3, 0, 8, 7}, 93, 958682846},
		{22, 5, []int{20, 3, 0, 8, 7}, 93, 958682846},
		{85, 6, []int{81, 14, 3, 35, 31, 28}, 581, 599310825},
		{86, 6, []int{81, 14, 3, 35, 31, 28}, 581, 599310825},
		{277, 64, []int{57, 12, 140, 125, 114, 71, 52, 44}, 256797, 978815630},
		{278, 64, []int{57, 12, 140, 125, 114, 71, 52, 44}, 277868, 284277889},
		{277, 22, []int{57, 12, 140, 125, 114, 71, 52, 44}, 28058, 3259052811},
		{100000, 3, []int{83810, 14592, 3278}, 122828, 3184935163},
		{1, 0, nil, 0, 2746317213},
	} {
		r := New(42)
		got := r.Sample(c.n, c.k)
		if len(got) != c.k || !slices.Equal(got[:len(c.first)], c.first) {
			t.Errorf("sample of %d from %d starts with %v, want %v", c.k, c.n, got[:min(8, len(got))], c.first)
		}
		sum := 0
		for i, x := range got {
			sum += (i + 1) * x
		}
		if next := r.Bits(32); sum != c.sum || next != c.next {
			t.Errorf("sample of %d from %d: sum %d, next %d, want %d, %d", c.k, c.n, sum, next, c.sum, c.next)
		}
	}
}

func TestShuffle(t *testing.T) {
	list := []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}
	New(42).Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	if want := []int{7, 5, 2, 8, 9, 6, 11, 3, 4, 0, 1, 10}; !slices.Equal(list, want) {
		t.Errorf("got %v, want %v", list, want)
	}
}

func TestMisuse(t *testing.T) {
	for _, c := range []struct {
		name string
		call func(*Rand)
		want string
	}{
		{"no list to choose from", func(r *Rand) { r.Below(0) }, "pyrand: a number below 0 asked for; give 1 or more"},
		{"too many bits", func(r *Rand) { r.Bits(65) }, "pyrand: 65 bits asked for; ask for 0 to 64"},
		{"more than there are", func(r *Rand) { r.Sample(3, 4) }, "pyrand: a sample of 4 from 3 asked for; give 0 to 3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			defer func() {
				if got := recover(); got != c.want {
					t.Errorf("panic is %v, want %q", got, c.want)
				}
			}()
			c.call(New(1))
		})
	}
}
