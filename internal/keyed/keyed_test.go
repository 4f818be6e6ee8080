package keyed

import (
	"slices"
	"testing"
)

// The numbers of a stream are part of the format: another number is another data set.
func TestStreamsStayAsTheyAre(t *testing.T) {
	tests := []struct {
		seed        int64
		id, purpose string
		want        uint64
	}{
		{1, "row", "order", 9061823927921080668},
		{2, "row", "order", 7790468802160445265},
		{1, "rowo", "rder", 6610541406497644773},
		{-1, "", "", 12960483005363292545},
	}
	seen := map[uint64]bool{}
	for _, tt := range tests {
		got := Stream(tt.seed, tt.id, tt.purpose).Uint64()
		if got != tt.want {
			t.Errorf("the first number of (%d, %q, %q) is %d, want %d", tt.seed, tt.id, tt.purpose, got, tt.want)
		}
		if seen[got] {
			t.Errorf("(%d, %q, %q) starts like another stream", tt.seed, tt.id, tt.purpose)
		}
		seen[got] = true
	}
	if got, want := Stream(1, "row", "order").Perm(8), []int{7, 2, 6, 1, 0, 3, 5, 4}; !slices.Equal(got, want) {
		t.Errorf("the first shuffle is %v, want %v", got, want)
	}
}
