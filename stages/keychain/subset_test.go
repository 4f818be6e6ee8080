package keychain

import (
	"testing"

	"pgregory.net/rapid"
)

func TestSubsetSumFindsASolutionExactlyWhenThereIsOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sizes := rapid.SliceOfN(rapid.IntRange(1, 40), 0, 9).Draw(t, "sizes")
		low := rapid.IntRange(-3, 200).Draw(t, "low")
		high := low + rapid.IntRange(0, 20).Draw(t, "width")

		exists := false
		for mask := range 1 << len(sizes) {
			sum := 0
			for i, s := range sizes {
				if mask&(1<<i) != 0 {
					sum += s
				}
			}
			exists = exists || low <= sum && sum <= high
		}

		chosen, ok := subsetSum(sizes, low, high)
		if ok != exists {
			t.Fatalf("subsetSum(%v, %d, %d) ok is %v, a subset exists: %v", sizes, low, high, ok, exists)
		}
		sum, used := 0, map[int]bool{}
		for _, i := range chosen {
			if used[i] {
				t.Fatalf("item %d is used twice", i)
			}
			used[i] = true
			sum += sizes[i]
		}
		if ok && (sum < low && low > 0 || sum > high) {
			t.Fatalf("chosen %v of %v sum to %d, not %d to %d", chosen, sizes, sum, low, high)
		}
	})
}
