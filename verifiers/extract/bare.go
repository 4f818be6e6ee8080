package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The limits of a text that has the look of an answer.
const (
	maxBare     = 600 // length with formulas, commands or digits, in bytes
	maxName     = 80  // length without, in bytes
	maxUnits    = 5   // words beside formulas and digits
	maxNameWord = 6   // words without
	maxDense    = 3   // letters in a row of a script without blanks, beside digits
	maxShort    = 200 // length of a text that is taken for want of anything else, in bytes
)

// bare says whether s as a whole has the look of an answer: one line of formulas,
// numbers, names and units, and no sentence.
func (t *page) bare(s span) bool {
	text := t.of(s)
	if len(text) > maxBare || strings.HasSuffix(strings.TrimSpace(t.text[:min(len(t.text), s.to+1)]), ":") {
		return false
	}
	formulas := t.within(s)
	if len(formulas) > 0 && formulas[0].from == s.from && t.conditioned(formulas[0].to) {
		return true
	}
	math, words, row, longest := len(formulas) > 0, 0, 0, 0
	next := 0
	for i := s.from; i < s.to; {
		if next < len(formulas) && formulas[next].from == i {
			i, row = formulas[next].to, 0
			next++
			continue
		}
		rest := t.text[i:s.to]
		c, size := utf8.DecodeRuneInString(rest)
		n := wordAt(rest)
		switch {
		case c == '\n' || c == '?' || c == '？' || c == '。':
			return false
		case (c == '.' || c == '!') && i+1 < s.to && t.text[i+1] == ' ' && t.stops(s.from, i):
			return false
		case c == '\\':
			size = commandLength(rest)
			math = math || size > 2 || len(rest) > 1 && rest[1] == '{'
		case unicode.IsDigit(c) || c == '∞' || c == '∅':
			math = true
		case dense(c):
			row++
			longest = max(longest, row)
		case n > 1:
			word := strings.ToLower(rest[:n])
			if sentenceWords[word] {
				return false
			}
			if !connectors[word] && !functions[word] {
				words++
			}
			size = n
		}
		if !dense(c) {
			row = 0
		}
		i += size
	}
	if math {
		return words <= maxUnits && longest <= maxDense
	}
	return len(text) <= maxName && words <= maxNameWord && saysSomething(text)
}

// conditioned says whether a word follows at i that ties a condition to a formula.
func (t *page) conditioned(i int) bool {
	rest := strings.TrimLeft(t.text[i:], " ,")
	return phraseAt(rest, conditions) > 0
}

var conditions = []string{"where", "with", "for", "when", "if", "such that", "wherein", "provided"}

// sentenceWords are words of a sentence, not of an answer.
var sentenceWords = set(`the is are was were be been has have had do does did will would can could should may might must
	we i'm i'll you he she they it it's its this that these those there here which who what when where why how
	so therefore thus hence then because since if let let's get gets got think guess maybe perhaps either
	est sont donc alors c'est es son entonces é são então ist sind also daher è sono quindi это значит`)

// saysSomething says whether text holds a letter, a digit or a sign of mathematics.
func saysSomething(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '∞' || r == '∅' })
}

// short says whether s is one line that may be an answer for want of anything else.
func (t *page) short(s span) bool {
	text := t.of(s)
	return len(text) <= maxShort && !strings.Contains(text, "\n") && !strings.HasSuffix(strings.TrimSpace(t.text), ":") && saysSomething(text)
}
