package qa

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// bestByTrial is the greatest sum of scores over all pairings, one by one.
func bestByTrial(scores [][]float64, taken []bool) float64 {
	if len(scores) == 0 {
		return 0
	}
	best := bestByTrial(scores[1:], taken)
	for j, score := range scores[0] {
		if !taken[j] {
			taken[j] = true
			best = max(best, score+bestByTrial(scores[1:], taken))
			taken[j] = false
		}
	}
	return best
}

func TestBestSumIsTheBestOfAllPairings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, m := rapid.IntRange(1, 5).Draw(t, "rows"), rapid.IntRange(1, 5).Draw(t, "columns")
		scores := make([][]float64, n)
		for i := range scores {
			scores[i] = rapid.SliceOfN(rapid.SampledFrom([]float64{0, 0, 0.25, 0.4, 0.5, 2.0 / 3, 1}), m, m).Draw(t, "row")
		}
		want := bestByTrial(scores, make([]bool, m))
		if got := bestSum(scores); math.Abs(got-want) > 1e-9 {
			t.Fatalf("%v, want %v", got, want)
		}
	})
}
