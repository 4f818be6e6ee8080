package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentenceEnd is where the sentence that goes on at from ends, at most limit, and
// whether it is a question. A line break ends a sentence; so does a stop, unless it is
// inside a formula or a number or behind an abbreviation.
func (t *page) sentenceEnd(from, limit int) (end int, question bool) {
	next := t.formulaAt(from)
	for i := from; i < limit; {
		for next < len(t.formulas) && t.formulas[next].from < i {
			next++
		}
		if next < len(t.formulas) && t.formulas[next].from == i {
			i = t.formulas[next].to
			continue
		}
		if c := t.text[i]; c < utf8.RuneSelf {
			switch c {
			case '\n':
				return i, false
			case '?':
				return i, true
			case '.', '!':
				if t.stops(from, i) {
					return i, false
				}
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(t.text[i:])
		switch r {
		case '。', '！', '।', '۔':
			return i, false
		case '？', '؟':
			return i, true
		}
		i += size
	}
	return limit, false
}

// stops says whether the full stop or exclamation mark at i ends the sentence that goes
// on at from.
func (t *page) stops(from, i int) bool {
	rest := strings.TrimLeft(t.text[i+1:], "*_\"”’)]}`")
	if rest == "" {
		return t.text[i] == '.'
	}
	r, _ := utf8.DecodeRuneInString(rest)
	if !unicode.IsSpace(r) {
		return dense(r)
	}
	if t.text[i] == '!' { // behind a word it ends a sentence, behind a name or number it is a factorial
		return i > 1 && isLetter(t.text[i-1]) && isLetter(t.text[i-2])
	}
	word := t.text[from:i]
	word = word[strings.LastIndexAny(word, " \t\n(")+1:]
	if abbreviations[strings.ToLower(word)] || strings.Contains(word, ".") && isLetter(word[0]) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " \t"))
	return !unicode.IsLower(next) || len(word) > 0 && !isLetter(word[len(word)-1])
}

// abbreviations are words that a full stop belongs to.
var abbreviations = set("approx ca vs etc no nr art fig eq sq ft in mr mrs ms dr st prof resp min max sec hr hrs lb lbs oz mt jr sr co inc")
