package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lexicon is a list of phrases in lower case by their first letter.
type lexicon map[rune][]string

// newLexicon reads lists whose phrases bars part.
func newLexicon(lists ...string) lexicon {
	l := lexicon{}
	for _, list := range lists {
		for _, p := range phrases(list) {
			r, _ := utf8.DecodeRuneInString(p)
			l[r] = append(l[r], p)
		}
	}
	return l
}

// at is the length of the longest phrase that s starts with, whatever the case; 0 when
// there is none.
func (l lexicon) at(s string) int {
	if s == "" || s[0] < utf8.RuneSelf && !isLetter(s[0]) {
		return 0 // no phrase starts with a sign
	}
	r, _ := utf8.DecodeRuneInString(s)
	return phraseAt(s, l[unicode.ToLower(r)])
}

// ends says whether a phrase of l ends s, as whole words.
func (l lexicon) ends(s string) bool {
	tail := s[max(0, len(s)-maxLead):]
	for i := range tail {
		if i > 0 || len(tail) == len(s) {
			before, _ := utf8.DecodeLastRuneInString(tail[:i])
			if n := l.at(tail[i:]); n == len(tail)-i && (i == 0 || dense(before) || !unicode.IsLetter(before)) {
				return true
			}
		}
	}
	return false
}

// part is a word, a sign or a formula of a text.
type part struct {
	span
	formula bool
}

// parts calls visit with every word, sign and formula of s in order, until it returns
// false.
func (t *page) parts(s span, visit func(part) bool) {
	next := t.formulaAt(s.from)
	for i := s.from; i < s.to; {
		for next < len(t.formulas) && t.formulas[next].from < i {
			next++
		}
		if next < len(t.formulas) && t.formulas[next].from == i {
			to := min(t.formulas[next].to, s.to)
			if !visit(part{span{i, to}, true}) {
				return
			}
			i = to
			continue
		}
		rest := t.text[i:s.to]
		n := wordAt(rest)
		switch {
		case rest[0] == '\\':
			n = commandLength(rest)
		case n == 0:
			_, n = utf8.DecodeRuneInString(rest)
		}
		if !visit(part{span{i, i + n}, false}) {
			return
		}
		i += n
	}
}

// says says whether a phrase of l stands in s outside of its formulas.
func (t *page) says(s span, l lexicon) bool {
	found := false
	t.parts(s, func(w part) bool {
		found = !w.formula && l.at(t.text[w.from:s.to]) > 0
		return !found
	})
	return found
}

// valued says whether w is a formula or starts with a digit.
func (t *page) valued(w part) bool {
	return w.formula || strings.IndexByte("0123456789", t.text[w.from]) >= 0
}
