package extract

import (
	"strings"
	"unicode/utf8"
)

var (
	// checks open a remark that goes on to the end of its line.
	checks = newLexicon("check|checking|verification|verify|verifying|to check|to verify|as a check|sanity check|double-check|double check|proof|explanation|reason|justification|let's check|let's verify|let us check",
		"验证|检验|验算|検算|vérification|probe|comprobación|проверка")

	// asides open a sentence that remarks on what was said.
	asides = newLexicon("note|notice|observe|here|where|indeed|recall|remember|because|since this|i hope|hope|done|q.e.d|qed|let me know|that's it|注意")

	// agreements say that a sentence tests what was said before.
	agreements = newLexicon("which matches|which checks|which agrees|which is consistent|which confirms|as a check|✓|✔")

	// reasons start an explanation inside a sentence, and contrasts one behind a comma or
	// a word that joins.
	reasons   = newLexicon("because|since|where|rather than|instead of|as opposed to|and not|but not|parce que|car|puisque|weil|denn|porque|ya que|perché|因为|因為|由于|потому что|так как|поскольку")
	contrasts = newLexicon("not|as|given that|for")
)

// closing is the sentence that s ends with and whether it is a question. Checks and
// remarks behind it are passed over, explanations in it cut off.
func (t *page) closing(s span) (last span, question bool) {
	last = span{s.to, s.to}
	heading, checking := false, false
	for from := s.from; from < s.to; {
		end, asks := t.sentenceEnd(from, s.to)
		start := t.sentenceFrom(from)
		switch rest := t.text[min(start, end):end]; {
		case !saysSomething(rest):
		case checks.at(rest) > 0:
			checking = true
			heading = !saysSomething(rest[checks.at(rest):])
		case checking:
			heading = false
		case asides.at(rest) > 0 || t.says(span{start, end}, agreements) || t.bracketed(span{start, end}):
		default:
			last, question = span{start, end}, asks
		}
		if end < s.to && t.text[end] == '\n' && !heading {
			checking = false
		}
		_, size := utf8.DecodeRuneInString(t.text[end:])
		from = end + max(size, 1)
	}
	return t.withoutAside(t.withoutReason(last)), question
}

// sentenceFrom is where the words of the sentence start that goes on at offset: behind
// markup and stops, but for the stop of a decimal.
func (t *page) sentenceFrom(offset int) int {
	i := t.skip(offset, markup+"#>•.。!！…")
	if i > offset && i < len(t.text) && isDigit(t.text[i]) && t.text[i-1] == '.' {
		return i - 1
	}
	return i
}

// withoutReason is s up to the first word behind a value in it that explains.
func (t *page) withoutReason(s span) span {
	value, comma := false, false
	t.parts(s, func(w part) bool {
		text := t.text[w.from:s.to]
		if value && !w.formula && (reasons.at(text) > 0 || comma && contrasts.at(text) > 0) {
			s.to = w.from
			return false
		}
		value = value || t.valued(w)
		comma = !w.formula && text[0] == ',' || comma && text[0] == ' '
		return true
	})
	return s
}

// withoutAside is s without a remark in brackets at its end.
func (t *page) withoutAside(s span) span {
	end := s.from + len(strings.TrimRight(t.of(s), markup+".,;"))
	if end == s.from || t.text[end-1] != ')' || end-s.from > maxText {
		return s
	}
	depth := 0
	for i := end - 1; i > max(s.from, end-maxShort); i-- {
		switch t.text[i] {
		case ')':
			depth++
		case '(':
			depth--
		}
		if depth == 0 {
			if t.text[i-1] == ' ' && t.remarks(span{i + 1, end - 1}) {
				s.to = i
			}
			break
		}
	}
	return s
}

// bracketed says whether brackets hold all of s, and words are in it.
func (t *page) bracketed(s span) bool {
	text := strings.Trim(t.of(s), markup+".")
	return strings.HasPrefix(text, "(") && strings.HasSuffix(text, ")") && strings.Count(text, "(") == 1 && t.remarks(s)
}

// remarks says whether s holds a word that is no part of an expression, and does not
// offer another answer.
func (t *page) remarks(s span) bool {
	if t.says(s, doubts) || t.retracted(s) {
		return false
	}
	words := false
	t.parts(s, func(w part) bool {
		word := strings.ToLower(t.of(w.span))
		if word == "mod" || !words && connectors[word] {
			words = false
			return false
		}
		words = words || !w.formula && wordAt(word) > 1 && !functions[word]
		return true
	})
	return words
}
