package keychain

import (
	"slices"
	"strings"
)

// A goldIndex finds the answers of many questions in a text in one pass over its words.
type goldIndex struct {
	byWord map[string][]indexedGold // by first word
	// starts holds the first two bytes of these words, a space after a letter that stands
	// alone: most words of a text are passed over without a look into the map.
	starts [1 << 16 / 64]uint64
}

type indexedGold struct {
	words string // folded, with a space at either end
	of    int    // the question
}

// add enters the folded golds of question number of.
func (x *goldIndex) add(of int, golds []string) {
	for _, g := range golds {
		first, _, _ := strings.Cut(g[1:], " ")
		x.byWord[first] = append(x.byWord[first], indexedGold{g, of})
		word, bit := start(g[1:])
		x.starts[word] |= bit
	}
}

// start is the place in goldIndex.starts of a text that begins with a word and a space.
func start(s string) (word int, bit uint64) {
	n := uint(s[0])<<8 | uint(s[1])
	return int(n / 64), 1 << (n % 64)
}

func newGoldIndex() *goldIndex { return &goldIndex{byWord: map[string][]indexedGold{}} }

// in returns the questions with a gold in the folded text, ascending.
func (x *goldIndex) in(folded string) []int {
	var found []int
	for at := 0; at+1 < len(folded); {
		length := strings.IndexByte(folded[at+1:], ' ')
		if word, bit := start(folded[at+1:]); x.starts[word]&bit != 0 {
			for _, g := range x.byWord[folded[at+1:at+1+length]] {
				if strings.HasPrefix(folded[at:], g.words) && !slices.Contains(found, g.of) {
					found = append(found, g.of)
				}
			}
		}
		at += 1 + length
	}
	slices.Sort(found)
	return found
}
