package tokens

import (
	"sort"
	"strings"
)

// added finds the added tokens of a tokenizer file, such as <|im_end|>, in a text.
type added struct {
	byFirst [256][]string // contents by first byte, longest first
	any     bool
}

func newAdded(contents []string) *added {
	a := &added{any: len(contents) > 0}
	for _, content := range contents {
		a.byFirst[content[0]] = append(a.byFirst[content[0]], content)
	}
	for _, list := range a.byFirst {
		sort.Slice(list, func(i, j int) bool { return len(list[i]) > len(list[j]) })
	}
	return a
}

// split gives every stretch between added tokens, with its offset, to between, and
// returns the number of added tokens. Of two that overlap the one that starts first
// counts, of two that start together the longer.
func (a *added) split(text string, between func(offset int, stretch string)) int {
	found, start := 0, 0
	if a.any {
		for i := 0; i < len(text); {
			if width := a.at(text[i:]); width > 0 {
				if i > start {
					between(start, text[start:i])
				}
				found++
				i += width
				start = i
			} else {
				i++
			}
		}
	}
	if start < len(text) {
		between(start, text[start:])
	}
	return found
}

// at gives the length of the longest added token that text starts with, or 0.
func (a *added) at(text string) int {
	for _, content := range a.byFirst[text[0]] {
		if strings.HasPrefix(text, content) {
			return len(content)
		}
	}
	return 0
}
