package tokens

import (
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

// A piece has the tokens that are left when the best pair is looked for from the left,
// merged, and looked for again.
func TestMergesByDefinition(t *testing.T) {
	for _, v := range []*vocabulary{o200kBase(), cl100kBase()} {
		rapid.Check(t, func(t *rapid.T) {
			piece := rapid.OneOf(
				rapid.StringMatching(`[a-z]{1,40}`),
				rapid.StringMatching(`(a|b|ab|aa){1,60}`),
				rapid.StringMatching(`[ \n=\-]{1,60}`),
				rapid.StringN(1, 30, -1),
			).Draw(t, "piece")
			if got, want := v.merge(v.parts(piece)), mergeSlowly(v, piece); got != want {
				t.Fatalf("%q has %d tokens, want %d", piece, got, want)
			}
		})
	}
}

func mergeSlowly(v *vocabulary, piece string) int {
	var tokens []int32
	for i := range len(piece) {
		tokens = append(tokens, v.bytes[piece[i]])
	}
	for {
		best, at := merged{}, -1
		for i := range len(tokens) - 1 {
			m, ok := v.merges[pair{tokens[i], tokens[i+1]}]
			if ok && (at < 0 || m.rank < best.rank) {
				best, at = m, i
			}
		}
		if at < 0 {
			return len(tokens)
		}
		tokens[at] = best.token
		tokens = append(tokens[:at+1], tokens[at+2:]...)
	}
}

// A counter that has counted much gives what a new one gives, also when several count
// at once.
func TestCountsDoNotDependOnTheCache(t *testing.T) {
	used := open(t, "tiktoken:o200k_base")
	text := mixed(100_000)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() { used.Count(text) })
	}
	group.Wait()
	rapid.Check(t, func(t *rapid.T) {
		text := soup(t)
		fresh, err := Open("tiktoken:o200k_base")
		if err != nil {
			t.Fatal(err)
		}
		if got, want := used.Count(text), fresh.Count(text); got != want {
			t.Fatalf("%q has %d tokens after others, %d at first", text, got, want)
		}
	})
	if got, want := used.Count(text), open(t, "tiktoken:o200k_base").Count(text); got != want {
		t.Errorf("mixed text has %d tokens after others, %d at first", got, want)
	}
}

// Cutting in front of words changes nothing for a vocabulary that has no token across.
func TestWordsAreSafeBoundaries(t *testing.T) {
	for _, name := range []string{"llama2", "mistral", "gemma"} {
		c := open(t, "hf:testdata/"+name+".json").(*fromFile)
		if c.pieces.pattern != pattern(words{}) {
			t.Fatalf("%s is cut by %T, want words", name, c.pieces.pattern)
		}
		rapid.Check(t, func(t *rapid.T) {
			text := strings.ReplaceAll(soup(t), " ", marker)
			if got, want := c.pieces.count(text), newPieces(uncut{}, c.pieces.merge).count(text); got != want {
				t.Fatalf("%q has %d tokens in words, %d uncut", text, got, want)
			}
		})
	}
	crossing := open(t, "hf:testdata/llama2-crossing.json").(*fromFile)
	if crossing.pieces.pattern != pattern(uncut{}) {
		t.Errorf("a vocabulary with tokens across words is cut by %T", crossing.pieces.pattern)
	}
}

func TestInvalidBytesAreReplacementCharacters(t *testing.T) {
	for _, name := range []string{"tiktoken:cl100k_base", "hf:testdata/llama2.json"} {
		c := open(t, name)
		for broken, whole := range map[string]string{
			"\xff":              "\ufffd",
			"a\xc3":             "a\ufffd",
			"\xe2\x82 and \x80": "\ufffd\ufffd and \ufffd",
			"\xed\xa0\x80":      "\ufffd\ufffd\ufffd",
		} {
			if got, want := c.Count(broken), c.Count(whole); got != want {
				t.Errorf("%s: %q has %d tokens, %q has %d", name, broken, got, whole, want)
			}
		}
	}
}

// A run of one letter is one piece for every pattern; 400 kB of it take a blink, where
// looking for each merge from the start would take minutes.
func TestLongRuns(t *testing.T) {
	for name, want := range map[string]int{"tiktoken:o200k_base": 50_000, "tiktoken:cl100k_base": 50_000} {
		if got := open(t, name).Count(strings.Repeat("a", 400_000)); got != want {
			t.Errorf("%s: %d tokens, want %d", name, got, want)
		}
	}
}

// Counters that say so add up over cuts between a line end and a letter; some say no.
func TestAddsUp(t *testing.T) {
	names := []string{"tiktoken:o200k_base", "tiktoken:cl100k_base"}
	files, err := filepath.Glob("testdata/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if filepath.Base(f) != "vectors.json" {
			names = append(names, "hf:"+f)
		}
	}
	adds := 0
	for _, name := range names {
		c := open(t, name)
		if !c.AddsUp() {
			continue
		}
		adds++
		rapid.Check(t, func(t *rapid.T) {
			left := soup(t) + rapid.SampledFrom([]string{"\n", ".\n\n", "\r\n", " \n \n", ":\n", "/\n"}).Draw(t, "end")
			right := rapid.StringMatching(`[A-Za-z][A-Za-z' .0-9]*`).Draw(t, "right")
			if sum, whole := c.Count(left)+c.Count(right), c.Count(left+right); sum != whole {
				t.Fatalf("%s: %q and %q have %d tokens apart, %d together", name, left, right, sum, whole)
			}
		})
	}
	if adds < 4 || adds == len(names) {
		t.Errorf("%d of %d counters add up; want the two embedded ones, some files and not all", adds, len(names))
	}
}
