package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// loose is the rung of formulas and numbers: the value that the last sentence of t ends
// with. It is false when t has no value, and Missing when the last sentence has none, is
// cut off, asks, or doubts its value: a number of running text is an answer only where
// the text concludes with it.
func (t *page) loose(formulas, numbers bool) (Extraction, bool) {
	whole := t.all()
	formulas = formulas && len(t.within(whole)) > 0
	if !formulas && !(numbers && len(t.runs(whole)) > 0) {
		return Extraction{}, false
	}
	s, question := t.closing(whole)
	switch {
	case question:
		return nothing("the last sentence is a question"), true
	case t.unfinished(whole):
		return nothing("the last sentence is cut off"), true
	case t.names(s):
		return nothing("the last sentence speaks of an answer and states none"), true
	}
	if formulas {
		if e, ok := t.lastFormula(s, whole.from); ok {
			return e, true
		}
	}
	if numbers {
		if e, ok := t.lastNumber(s); ok {
			return e, true
		}
	}
	return nothing("the text goes on behind its last value"), true
}

// names says whether a noun for "answer" that states nothing stands in s; one with the
// value right behind it is well, as in "we get the answer 5".
func (t *page) names(s span) bool {
	for _, end := range t.unstated {
		if s.from < end && end <= s.to {
			rest := strings.TrimLeft(t.text[end:s.to], " *_-")
			if rest == "" || !isDigit(rest[0]) && rest[0] != '$' {
				return true
			}
		}
	}
	return false
}

// operators are signs that something has to follow.
const operators = "+-−*×·/÷=<>≤≥^(,，"

// openWords are English words that something has to follow at the end of a text.
var openWords = set(`and or but by of to the an we is are was were with for from into at that which then than so because since
	when where while now be let consider its our multiply divide add subtract if as`)

// unfinished says whether s stops in the middle of a sentence.
func (t *page) unfinished(s span) bool {
	text := strings.TrimRight(t.text, markup)
	last, size := utf8.DecodeLastRuneInString(text)
	if strings.ContainsRune(operators, last) && !(size == 1 && len(text) > 1 && text[len(text)-2] == '\\') {
		return true
	}
	word := text[strings.LastIndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })+1:]
	return s.to == len(text) && openWords[strings.ToLower(word)]
}

// lastFormula is the last formula of s, or the last list of them, which may start before
// s but not before least; several lines of a display are its last one. It is false when
// s has none, and Missing when the text denies or doubts it.
func (t *page) lastFormula(s span, least int) (Extraction, bool) {
	if len(t.within(s)) == 0 {
		return Extraction{}, false
	}
	all := t.within(span{least, s.to})
	first := len(all) - 1
	last := all[first]
	for first > 0 && onlyListMarks(t.text[all[first-1].to:all[first].from]) {
		first--
	}
	value := span{all[first].from, last.to}
	if t.denied(value.from) {
		return nothing("the last formula is denied"), true
	}
	if why := t.doubted(span{min(s.from, value.from), s.to}, value); why != "" {
		return nothing(why), true
	}
	if len(t.runs(span{last.to, s.to})) > 0 {
		return nothing("a number stands behind the last formula"), true
	}
	if first == len(all)-1 {
		return found(last.content(t.text)), true
	}
	if value.to-value.from > maxBare {
		return nothing("the last list of formulas goes on for too long"), true
	}
	return found(t.of(value)), true
}

// lastNumber is the last plain expression of s. It is false when there is none, and
// Missing when the text denies or doubts it.
func (t *page) lastNumber(s span) (Extraction, bool) {
	runs := t.runs(s)
	if len(runs) == 0 {
		return Extraction{}, false
	}
	last := runs[len(runs)-1]
	switch why := t.doubted(s, last); {
	case last.to-last.from > maxRun:
		return nothing("the last number goes on for too long"), true
	case t.denied(last.from):
		return nothing("the last number is denied"), true
	case why != "":
		return nothing(why), true
	}
	return found(t.of(last)), true
}
