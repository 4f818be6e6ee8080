package keychain

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"gander/internal/text"
)

// The index finds what looking for each gold by itself finds.
func TestGoldIndex(t *testing.T) {
	words := rapid.StringMatching(`[ab ]{0,12}`)
	rapid.Check(t, func(t *rapid.T) {
		x := newGoldIndex()
		var golds []string
		for range rapid.IntRange(0, 6).Draw(t, "golds") {
			if g := text.Fold(words.Draw(t, "gold")); len(g) > 1 {
				x.add(len(golds), []string{g})
				golds = append(golds, g)
			}
		}
		folded := text.Fold(words.Draw(t, "text"))
		var want []int
		for i, g := range golds {
			if text.Contains(folded, g) {
				want = append(want, i)
			}
		}
		if got := x.in(folded); !slices.Equal(got, want) {
			t.Fatalf("golds %q in %q: %v, want %v", golds, folded, got, want)
		}
	})
}
