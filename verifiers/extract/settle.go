package extract

import "strings"

// altersDense are words that alter or deny a value, of scripts without blanks: a short
// value may hold them, "8倍".
var altersDense = newLexicon("倍|折|的|の|以上|以下|以内|未満|未满|보다|이상|이하|미만|是错|是錯|不是|不对|不對|错|錯|ではな|じゃな")

// altered says whether s is one number that a word behind it, of altersDense, makes
// another one.
func (t *page) altered(s span) bool {
	runs := t.runs(s)
	return len(runs) == 1 && altersDense.at(t.text[runs[0].to:s.to]) > 0
}

// settle reads the value of a statement: as it is when it has the look of an answer, else
// the last formula in it or the one number, else as it is. A value that the statement
// doubts or alters is Missing.
func (t *page) settle(s span, read bool) Extraction {
	s = t.trim(t.withoutAside(s))
	if !read {
		return found(t.plain(s))
	}
	if t.bare(s) {
		if t.altered(s) {
			return nothing("the statement alters its value")
		}
		return found(t.plain(s))
	}
	if e, ok := t.lastFormula(s, s.from); ok {
		return e
	}
	if runs := t.runs(s); len(runs) == 1 && !t.denied(runs[0].from) {
		if e, ok := t.lastNumber(s); ok {
			return e
		}
	}
	return found(t.plain(s))
}

// items reads a list of lines with bullets at from, or of two or more with numbers, whose
// every item has the look of an answer, as one answer.
func (t *page) items(from int) (string, bool) {
	start := t.lineStart(from)
	if strings.Trim(t.text[start:from], " \t*-") != "" {
		return "", false
	}
	var list []string
	least := 1
	for line := range strings.SplitSeq(t.text[start:], "\n") {
		item, numbered, ok := bullet(line)
		if !ok {
			break
		}
		if numbered {
			least = 2 // one alone may be an amount: "5. Done"
		}
		p := newPage(item)
		if !p.bare(p.all()) {
			return "", false
		}
		list = append(list, p.plain(p.all()))
	}
	return strings.Join(list, ", "), len(list) >= least
}

// bullet is a line without the bullet or number that it starts with.
func bullet(line string) (item string, numbered, ok bool) {
	line = strings.TrimLeft(line, " \t")
	for _, b := range []string{"- ", "* ", "+ ", "• "} {
		if item, ok := strings.CutPrefix(line, b); ok {
			return item, false, true
		}
	}
	rest := line[digits(line):]
	if len(rest) == len(line) || !strings.HasPrefix(rest, ". ") && !strings.HasPrefix(rest, ") ") {
		return "", false, false
	}
	return rest[2:], true, true
}
