// Package text holds the units of text that several stages share: folded words, to
// compare what texts say, and sentence ends, to know where a text may be cut.
package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold reduces s to its words: lower case, without marks on letters, in compatibility
// form, everything but letters and digits turned into one space, and a space at
// either end. The fold of a text without words is one space.
//
// So strings.Contains(Fold(a), Fold(b)) asks whether the words of b stand in a, next to
// each other and at word boundaries; see [Contains].
func Fold(s string) string {
	out := make([]byte, 0, len(s)+2)
	out = append(out, ' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return foldUnicode(s)
		}
		out = appendFolded(out, c)
	}
	if out[len(out)-1] != ' ' {
		out = append(out, ' ')
	}
	return string(out)
}

func appendFolded(out []byte, c byte) []byte {
	switch {
	case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
		return append(out, c)
	case c >= 'A' && c <= 'Z':
		return append(out, c+'a'-'A')
	case out[len(out)-1] != ' ':
		return append(out, ' ')
	}
	return out
}

func foldUnicode(s string) string {
	out := make([]byte, 1, len(s)+2)
	out[0] = ' '
	for _, r := range norm.NFKD.String(s) {
		switch {
		case r < utf8.RuneSelf:
			out = appendFolded(out, byte(r))
		case unicode.Is(unicode.Mn, r):
			// a mark belongs to the letter before it, which stays
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			out = utf8.AppendRune(out, unicode.ToLower(r))
		case out[len(out)-1] != ' ':
			out = append(out, ' ')
		}
	}
	if out[len(out)-1] != ' ' {
		out = append(out, ' ')
	}
	return string(out)
}

// Contains says whether the words of folded text needle stand together in folded
// text hay. Nothing contains a text without words.
func Contains(hay, needle string) bool {
	return len(needle) > 1 && strings.Contains(hay, needle)
}

// Overlap is the share of words that two folded texts have in common: the size of the
// intersection of their word sets over that of the union (Jaccard), in [0, 1].
func Overlap(a, b string) float64 {
	words := map[string]bool{}
	for w := range strings.FieldsSeq(a) {
		words[w] = false
	}
	union, common := len(words), 0
	for w := range strings.FieldsSeq(b) {
		seen, known := words[w]
		switch {
		case !known:
			union++
			words[w] = true
		case !seen:
			common++
			words[w] = true
		}
	}
	if union == 0 {
		return 0
	}
	return float64(common) / float64(union)
}
