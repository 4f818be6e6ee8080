package extract

import (
	"strings"
	"unicode/utf8"
)

// statement is the second rung of the ladder: what the last statement of an answer says.
// It is false when there is none. With read, prose is read for the one formula or number
// in it, without it stays as it is.
//
// Two statements of one sentence must agree, and a later denial of what was stated takes
// it back.
func (t *page) statement(read bool) (Extraction, bool) {
	all := t.anchors()
	t.voidDenied(all)
	if line := t.hashes(); line.from < line.to && (len(all) == 0 || all[len(all)-1].from < line.from) {
		return t.settle(line, read), true
	}
	for _, weak := range []bool{false, true} {
		for i := len(all) - 1; i >= 0; i-- {
			if a := all[i]; a.weak == weak && !a.denied {
				if e, ok := t.stated(all, i, read); ok {
					return e, true
				}
			}
		}
	}
	return Extraction{}, false
}

// voidDenied notes what the anchors in all deny or ask, as far as the next comma.
func (t *page) voidDenied(all []anchor) {
	for i, a := range all {
		if _, question, reversed := t.valueOf(all, i); a.denied || question || reversed {
			limit := len(t.text)
			if i+1 < len(all) {
				limit = all[i+1].from
			}
			end, _ := t.sentenceEnd(a.value.from, max(limit, a.value.from))
			if comma := strings.IndexByte(t.text[a.value.from:end], ','); comma >= 0 {
				end = a.value.from + comma
			}
			t.void = append(t.void, span{a.from, end})
		}
	}
}

// hashes is what follows #### in the last line of t: the way of one well-known set of
// school problems to give an answer.
func (t *page) hashes() span {
	whole := t.all()
	line := strings.LastIndexByte(t.text[:whole.to], '\n') + 1
	rest, ok := strings.CutPrefix(t.text[line:], "####")
	if !ok || strings.HasPrefix(rest, "#") {
		return span{}
	}
	s := t.trim(span{line + len("####"), len(t.text)})
	if s.to-s.from > maxShort {
		return span{}
	}
	return s
}

// stated is what the anchor at i of all says; false when it says nothing and another may.
func (t *page) stated(all []anchor, i int, read bool) (Extraction, bool) {
	a := all[i]
	if list, ok := t.items(a.value.from); ok && a.value.to < 0 && !t.framed(a.from) {
		return found(list), true
	}
	value, question, reversed := t.valueOf(all, i)
	switch {
	case question || reversed:
		return Extraction{}, false
	case t.framed(a.from):
		t.void = append(t.void, span{a.from, max(value.to, a.value.from)})
		return Extraction{}, false
	case value.from >= value.to:
		if i == len(all)-1 && strings.TrimSpace(strings.Trim(t.text[a.value.from:], markup+".:")) == "" {
			return nothing("the statement of the answer is not finished"), true
		}
		return Extraction{}, false
	}
	said := squeeze(t.of(value))
	for j := i - 1; j >= 0; j-- {
		if end, _ := t.sentenceEnd(all[j].value.from, all[j+1].from); end < all[j+1].from {
			break // another sentence
		}
		other, question, reversed := t.valueOf(all, j)
		if !all[j].denied && all[j].weak == a.weak && !question && !reversed && other.from < other.to && squeeze(t.of(other)) != said {
			return several("two answers in one statement"), true
		}
	}
	for j := i + 1; j < len(all); j++ {
		if !all[j].denied {
			continue
		}
		if other, _, _ := t.valueOf(all, j); squeeze(t.of(other)) == said {
			return several("the answer is taken back"), true
		}
	}
	if read && t.retracted(span{value.to, len(t.text)}) {
		return several("the answer is taken back"), true
	}
	return t.settle(value, read), true
}

// valueOf is the value of the anchor at i of all: up to the end of the sentence, the next
// anchor or a word that explains. It says whether the sentence is a question, and
// whether its verb, which some languages put last, denies it.
func (t *page) valueOf(all []anchor, i int) (value span, question, reversed bool) {
	a := all[i]
	if a.value.to >= 0 {
		return a.value, false, false
	}
	limit := len(t.text)
	if i+1 < len(all) {
		limit = max(all[i+1].from, a.value.from)
	}
	end, question := t.sentenceEnd(a.value.from, limit)
	s := span{a.value.from, t.cut(a, end)}
	if end == limit && limit < len(t.text) {
		s = t.dropLast(s)
	}
	s = t.trim(s)
	text := t.of(s)
	for _, tail := range a.reversals {
		if strings.HasSuffix(text, tail) {
			return s, question, true
		}
	}
	for _, tail := range a.tails {
		if rest, ok := strings.CutSuffix(text, tail); ok && rest != "" {
			return t.trim(span{s.from, s.from + len(rest)}), question, false
		}
	}
	if a.tailed {
		s.to = s.from
	}
	return s, question, false
}

// cut is where the first word stands between the value of a and end that starts an
// explanation or a contrast; end when there is none.
func (t *page) cut(a anchor, end int) int {
	next := t.formulaAt(a.value.from)
	for i := a.value.from; i < end; {
		for next < len(t.formulas) && t.formulas[next].from < i {
			next++
		}
		if next < len(t.formulas) && t.formulas[next].from == i {
			i = t.formulas[next].to
			continue
		}
		rest := t.text[i:end]
		n := wordAt(rest)
		switch {
		case rest[0] == '\\':
			n = commandLength(rest)
		case n > 0 && i > a.value.from && phraseAt(rest, a.cuts) > 0 && t.wordBefore(i, auxiliaries) < 0:
			return i
		case strings.HasPrefix(rest, "; ") && wordAt(rest[2:]) > 2:
			return i
		case n == 0:
			_, n = utf8.DecodeRuneInString(rest)
		}
		i += n
	}
	return end
}

// auxiliaries are words that a denial behind them belongs to: "8 does not".
var auxiliaries = []string{"does", "do", "did", "is", "are", "was", "were", "can", "could", "will", "would", "should", "must", "may"}

// dropLast takes the words off the end of s that lead to the next statement.
func (t *page) dropLast(s span) span {
	for s.from < s.to {
		s.to = s.from + len(strings.TrimRight(t.of(s), " \t*_,;("))
		at := t.wordBefore(s.to, leading)
		if at < s.from {
			break
		}
		s.to = at
	}
	return s
}

// leading are words that lead to the next statement.
var leading = []string{"the", "final", "correct", "our", "my", "so", "and", "or", "then", "therefore", "thus", "hence", "right", "la", "le", "el", "die", "der"}
