package world

import (
	"strings"
	"testing"

	"gander/internal/keyed"

	"pgregory.net/rapid"
)

func mustNew(t testing.TB, seed int64, pages int) *World {
	t.Helper()
	w, err := New(seed, pages)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestPermutationIsABijection(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 2000).Draw(t, "n")
		seed := rapid.Int64().Draw(t, "seed")
		p := newPermutation(n, keyed.Stream(seed, "test", "permutation"))
		seen := make([]bool, n)
		for x := range n {
			y := p.at(x)
			if y < 0 || y >= n || seen[y] {
				t.Fatalf("at(%d) = %d: out of range or met before", x, y)
			}
			seen[y] = true
			if back := p.inverse(y); back != x {
				t.Fatalf("inverse(at(%d)) = %d", x, back)
			}
		}
	})
}

// The largest world has a million roots, no two alike, and none is a word of the prose
// in a smaller one.
func TestRootsAreUnique(t *testing.T) {
	if testing.Short() {
		t.Skip("makes a million names; run without -short")
	}
	w := mustNew(t, 3, MaxPages)
	seen := make(map[string]struct{}, MaxPages)
	for e := range entity(MaxPages) {
		seen[w.root(e)] = struct{}{}
	}
	if len(seen) != MaxPages {
		t.Errorf("%d roots for %d pages", len(seen), MaxPages)
	}
	small := mustNew(t, 4, 2000)
	for i := range small.Pages() {
		d := small.Page(i)
		for word := range strings.FieldsFuncSeq(d.Text, notLetter) {
			title := strings.ToUpper(word[:1]) + strings.ToLower(word[1:])
			if _, bad := seen[title]; bad && word != title {
				t.Fatalf("the word %q is also a root", word)
			}
		}
	}
}

func TestEveryKindHasEnoughRoots(t *testing.T) {
	for k := range kinds {
		per, _ := slotsOfKind(k)
		if need := MaxPages / int(districtSize) * per; roots(k) < need {
			t.Errorf("kind %d has %d roots, a world can need %d", k, roots(k), need)
		}
	}
	all := map[string]bool{}
	for k := range kinds {
		for _, e := range endings[k] {
			if all[e] {
				t.Errorf("ending %q stands twice", e)
			}
			all[e] = true
			if strings.ContainsAny(e[:1], "aeiou") || strings.HasSuffix(e, "s") {
				t.Errorf("ending %q: begin with a consonant, and end with another letter than s", e)
			}
		}
	}
	for _, c := range append(append([]string{}, onsets...), medials...) {
		if strings.ContainsAny(strings.ToLower(c), "aeiou") {
			t.Errorf("%q contains a vowel, so roots could be read in two ways", c)
		}
	}
}

func TestAnotherSeedGivesOtherNames(t *testing.T) {
	a, b := mustNew(t, 1, 200), mustNew(t, 2, 200)
	for i := range 200 {
		if a.Page(i).Title == b.Page(i).Title {
			t.Errorf("page %d is called %q in both worlds", i, a.Page(i).Title)
		}
	}
}

func notLetter(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z') }
