package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// page is a text with the formulas in it found.
type page struct {
	text     string
	formulas []formula // in order, apart from each other
	void     []span    // what a statement denies or asks; known after statement
	unstated []int     // where nouns for "answer" end that state nothing; known after statement
}

// span is a piece of the text of a page, in bytes.
type span struct{ from, to int }

func newPage(text string) *page { return &page{text: text, formulas: findFormulas(text)} }

// all is the span of the whole text.
func (t *page) all() span { return t.trim(span{0, len(t.text)}) }

// of is the text of s.
func (t *page) of(s span) string { return t.text[s.from:s.to] }

// markup are the signs around a word that dress it and say nothing.
const markup = " \t\r\n\u00a0*_`\"“”„«»「」『』‘’'"

// trim takes blanks and markup off both ends of s, and the stops behind it.
func (t *page) trim(s span) span {
	for s.from < s.to {
		r, size := utf8.DecodeRuneInString(t.text[s.from:s.to])
		if !strings.ContainsRune(markup, r) && !strings.ContainsRune("#>:：", r) {
			break
		}
		s.from += size
	}
	for s.from < s.to {
		r, size := utf8.DecodeLastRuneInString(t.text[s.from:s.to])
		if primed(t.text[s.from:s.to]) || !strings.ContainsRune(markup, r) && !strings.ContainsRune(".,;:。，、；：।", r) {
			break
		}
		s.to -= size
	}
	return s
}

// maxPrimes is how many primes a name may have.
const maxPrimes = 3

// primed says whether the last sign of s belongs to what stands before it: the primes of
// f', f” or 5', an escaped sign such as \_.
func primed(s string) bool {
	if len(s) < 2 {
		return false
	}
	before := s[len(s)-2]
	if before == '\\' {
		return true
	}
	name := strings.TrimRight(s, "'")
	if len(s)-len(name) < 1 || len(s)-len(name) > maxPrimes || name == "" || s[0] == '\'' {
		return false
	}
	last := name[len(name)-1]
	return isDigit(last) || isLetter(last) && (len(name) == 1 || !isLetter(name[len(name)-2]))
}

// plain is the text of s without the delimiters of a formula that is all of it.
func (t *page) plain(s span) string {
	s = t.trim(s)
	for _, f := range t.within(s) {
		if f.from == s.from && f.to == s.to {
			return f.content(t.text)
		}
	}
	text := t.of(t.balance(s))
	if strings.HasSuffix(t.text[:s.from], "**") {
		text = strings.Replace(text, "**", "", 1) // the end of the emphasis that was trimmed
	}
	return text
}

// within are the formulas that lie in s.
func (t *page) within(s span) []formula {
	lo := t.formulaAt(s.from)
	hi := lo
	for hi < len(t.formulas) && t.formulas[hi].to <= s.to {
		hi++
	}
	return t.formulas[lo:hi]
}

// formulaAt is the index of the first formula that starts at or after offset.
func (t *page) formulaAt(offset int) int {
	lo, hi := 0, len(t.formulas)
	for lo < hi {
		mid := (lo + hi) / 2
		if t.formulas[mid].from < offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// balance takes one closing bracket off the end of s that has no opening one in it: the
// whole statement stood in brackets.
func (t *page) balance(s span) span {
	text := t.of(s)
	for _, b := range []string{"()", "{}"} {
		if strings.HasSuffix(text, b[1:]) && !strings.Contains(text, b[:1]) && !strings.ContainsAny(text, "[\\") {
			return t.trim(span{s.from, s.to - 1})
		}
	}
	return s
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return c >= '0' && c <= '9' }

// dense says whether r is of a script that writes words without blanks between them:
// Han, kana, Hangul, Thai, Lao, Khmer, Burmese. Hangul is one because its particles are
// tied to the word.
func dense(r rune) bool {
	return r >= 0x0e00 && r <= 0x0eff || r >= 0x1000 && r <= 0x109f || r >= 0x1780 && r <= 0x17ff || r >= 0x2e80 && r <= 0x9fff && !unicode.IsPunct(r) ||
		r >= 0xac00 && r <= 0xd7af || r >= 0xf900 && r <= 0xfaff
}

// wordAt is the length of the run of letters and marks that s starts with, 0 when it
// starts with something else. A letter of a dense script is a word by itself; a full
// stop or apostrophe between two letters is part of a word.
func wordAt(s string) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		switch {
		case r < utf8.RuneSelf && isLetter(byte(r)):
		case r < utf8.RuneSelf || r == '’':
			if r != '\'' && r != '’' || n == 0 {
				return n
			}
			if next, _ := utf8.DecodeRuneInString(s[n+size:]); !unicode.IsLetter(next) {
				return n
			}
		case dense(r):
			if n == 0 {
				return size
			}
			return n
		case !unicode.IsLetter(r) && !unicode.IsMark(r):
			return n
		}
		n += size
	}
	return n
}

// set is the set of the words of s.
func set(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}
