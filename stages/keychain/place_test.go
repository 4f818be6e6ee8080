package keychain

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"gander/internal/keyed"
)

func chainedRecords(chains, links int) []Record {
	var records []Record
	for c := range chains {
		for l := range links {
			records = append(records, Record{Chain: c, Link: l})
		}
	}
	return records
}

func TestEveryRecordFindsAPlaceOfItsOwn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		records := chainedRecords(rapid.IntRange(1, 8).Draw(t, "chains"), rapid.IntRange(1, 5).Draw(t, "links"))
		ends := rapid.SliceOfNDistinct(rapid.IntRange(1, 1000), 1, 60, rapid.ID[int]).Draw(t, "ends")
		slices.Sort(ends)
		offsets, ok := place(keyed.Stream(1, "row", "place"), records, ends, 1000, 0)
		if ok != (len(ends) >= len(records)) {
			t.Fatalf("%d records in %d places: %v", len(records), len(ends), ok)
		}
		taken := map[int]bool{}
		for _, o := range offsets {
			if _, is := slices.BinarySearch(ends, o); !is || taken[o] {
				t.Fatalf("offset %d is no end or taken twice", o)
			}
			taken[o] = true
		}
	})
}

func TestLinkGap(t *testing.T) {
	var ends []int
	for e := 10; e <= 10000; e += 10 {
		ends = append(ends, e)
	}
	records := chainedRecords(16, 4)
	offsets, ok := place(keyed.Stream(1, "row", "place"), records, ends, 10000, 3000)
	if !ok {
		t.Fatal("no room for a gap of 3,000 in 10,000 bytes")
	}
	for i, r := range records {
		if r.Link > 0 && abs(offsets[i]-offsets[i-1]) < 3000 {
			t.Fatalf("chain %d: records %d and %d are %d bytes apart, less than 3,000", r.Chain, r.Link-1, r.Link, abs(offsets[i]-offsets[i-1]))
		}
	}
	if _, ok := place(keyed.Stream(1, "row", "place"), records, ends, 10000, 9990); ok {
		t.Fatal("a gap of 9,990 in 10,000 bytes was found four times over")
	}
}
