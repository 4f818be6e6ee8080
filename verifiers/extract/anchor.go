package extract

import (
	"strings"
	"unicode/utf8"
)

// anchor is a place where a text says "the answer is".
type anchor struct {
	*grammar
	from   int  // where the noun starts
	value  span // where the answer may stand; to is -1 where its end is not known yet
	weak   bool
	denied bool
	tailed bool // stands without a link and has to end in a tail
}

// maxBetween is how many words may stand between a noun and its link, as in "the answer
// to the last question is".
const maxBetween = 5

// anchors finds the statements of t in order.
func (t *page) anchors() []anchor {
	var all []anchor
	next := 0 // formula at or after i
	for i := 0; i < len(t.text); {
		for next < len(t.formulas) && t.formulas[next].from < i {
			next++
		}
		if next < len(t.formulas) && t.formulas[next].from == i {
			i = t.formulas[next].to
			continue
		}
		r, size := rune(t.text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(t.text[i:])
		}
		if n, ok := nounAt(t.text[i:], r); ok {
			end := i + len(n.text)
			if a, ok := t.anchorAt(n, i, end); ok {
				all = append(all, a)
				if a.value.from > end {
					end = a.value.from
				}
			} else if !n.weak {
				t.unstated = append(t.unstated, end)
			}
			i = end
			continue
		}
		if n := wordAt(t.text[i:]); n > 0 {
			i += n
		} else {
			i += size
		}
	}
	return all
}

// anchorAt reads the statement of the noun from from to end: the link and what stands
// between it and the answer. It is false when the noun states nothing.
func (t *page) anchorAt(n noun, from, end int) (anchor, bool) {
	a := anchor{grammar: n.grammar, from: from, value: span{to: -1}, weak: n.weak}
	if t.wordBefore(from, otherAnswers) >= 0 {
		return anchor{}, false
	}
	formula := -1
	for i, words := end, 0; words <= maxBetween; words++ {
		i = t.skip(i, " \t*_}\"”)`\u00a0")
		rest := t.text[i:]
		if words == 0 && (rest == "" || rest[0] == '\n') && t.heading(from) {
			return t.valueAt(a, i), true
		}
		if rest == "" {
			break
		}
		r, size := utf8.DecodeRuneInString(rest)
		if r == ':' || r == '：' || r == '=' || strings.HasPrefix(rest, "→") {
			if words > 2 || n.weak {
				break
			}
			return t.valueAt(a, i+size), true
		}
		if size := dashAt(rest); size > 0 && words == 0 && !n.weak {
			i = t.skip(i+size, " ")
			return t.valueAt(a, i+phraseAt(t.text[i:], n.links)), true
		}
		if size := phraseAt(rest, n.denials); size > 0 {
			a.denied = true
			return t.valueAt(a, i+size), true
		}
		if size := phraseAt(rest, n.links); size > 0 {
			return t.valueAt(a, i+size), true
		}
		if k := t.formulaAt(i); k < len(t.formulas) && t.formulas[k].from == i {
			if words == 0 {
				formula = i
			}
			i = t.formulas[k].to
			continue
		}
		if size = wordAt(rest); size == 0 {
			if !isDigit(rest[0]) && rest[0] != '(' {
				break
			}
			size = 1
		}
		if _, other := nounAt(rest, r); other {
			break
		}
		i += size
	}
	if formula >= 0 && !n.weak {
		return t.valueAt(a, formula), true
	}
	if len(n.links) == 0 && len(n.tails) > 0 {
		a.tailed = true
		return t.valueAt(a, from+len(n.text)), true
	}
	return t.postfix(a)
}

// dashAt is the length of the dash that s starts with; one that is tied to what follows
// is a minus.
func dashAt(s string) int {
	for _, d := range []string{"—", "– ", "- "} {
		if strings.HasPrefix(s, d) {
			return len(d)
		}
	}
	return 0
}

// skip is the offset of the first sign at or after i that is none of signs.
func (t *page) skip(i int, signs string) int {
	for i < len(t.text) {
		r, size := utf8.DecodeRuneInString(t.text[i:])
		if !strings.ContainsRune(signs, r) {
			break
		}
		i += size
	}
	return i
}

// heading says whether the noun at from stands in a line of its own: at most two words
// before it.
func (t *page) heading(from int) bool {
	line := t.text[t.lineStart(from):from]
	return len(line) < maxLead && len(strings.Fields(strings.Trim(line, markup+"#>"))) <= 2 && !strings.ContainsAny(line, ".,?!")
}

// maxLead is how far back the start of a line is looked for, in bytes.
const maxLead = 64

// lineStart is where the line that holds offset starts, at least offset less maxLead.
func (t *page) lineStart(offset int) int {
	least := max(0, offset-maxLead)
	return least + strings.LastIndexByte(t.text[least:offset], '\n') + 1
}

// valueAt sets where the value of a starts: behind fillers, marks and line breaks. A
// denial on the way makes a denied.
func (t *page) valueAt(a anchor, i int) anchor {
	for {
		i = t.skip(i, markup+":：,，}")
		rest := t.text[i:]
		if n := phraseAt(rest, a.denials); n > 0 {
			a.denied = true
			i += n
		} else if n := phraseAt(rest, a.fillers); n > 0 {
			i += n
		} else {
			break
		}
	}
	a.value.from = i
	return a
}

// wordBefore is where the one of words that stands before offset starts, -1 if none does.
func (t *page) wordBefore(offset int, words []string) int {
	s := strings.TrimRight(t.text[max(0, offset-64):offset], " \t*_")
	start := offset - min(64, offset)
	for _, w := range words {
		n := len(s) - len(w)
		if n >= 0 && strings.EqualFold(s[n:], w) && (n == 0 || !isLetter(s[n-1])) {
			return start + n
		}
	}
	return -1
}

// otherAnswers are words before a noun that speak of an answer which is not the final one.
var otherAnswers = []string{"wrong", "incorrect", "other", "possible", "no", "any", "false", "another", "each", "every"}
