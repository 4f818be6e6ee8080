package keychain

import (
	"slices"
	"strings"
)

// A goldIndex finds the answers of many questions in a text in one pass over its words.
type goldIndex map[string][]indexedGold // by first word

type indexedGold struct {
	words string // folded, with a space at either end
	of    int    // the question
}

// add enters the folded golds of question number of.
func (x goldIndex) add(of int, golds []string) {
	for _, g := range golds {
		first, _, _ := strings.Cut(g[1:], " ")
		x[first] = append(x[first], indexedGold{g, of})
	}
}

// in returns the questions with a gold in the folded text, ascending.
func (x goldIndex) in(folded string) []int {
	var found []int
	for at := 0; at+1 < len(folded); {
		length := strings.IndexByte(folded[at+1:], ' ')
		for _, g := range x[folded[at+1:at+1+length]] {
			if strings.HasPrefix(folded[at:], g.words) && !slices.Contains(found, g.of) {
				found = append(found, g.of)
			}
		}
		at += 1 + length
	}
	slices.Sort(found)
	return found
}
