package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxRun is the length of the longest expression in running text, in bytes.
const maxRun = 400

// runs finds the plain expressions of s, in order: numbers with sign, thousands,
// decimals, percent, fractions and powers, one-letter names beside them, joined by
// signs, and lists of all these. Words, units and currencies are left out, and so are
// the numbers of list items and those in names such as CO2.
func (t *page) runs(s span) []span {
	var all []span
	r := scan{text: t.text[:s.to], at: s.from}
	for r.at < len(r.text) {
		if run, ok := r.run(); ok {
			all = append(all, run)
		}
	}
	return all
}

// numberAt is the length of the number that s starts with: digits with decimal signs and
// thousands separators of all kinds inside.
func numberAt(s string) int {
	n := 0
	for n < len(s) {
		c, size := utf8.DecodeRuneInString(s[n:])
		if unicode.IsDigit(c) {
			n += size
			continue
		}
		separator := separatorAt(s[n:])
		if separator == 0 || n+separator >= len(s) || !isDigit(s[n+separator]) {
			break
		}
		if blank := s[n] == ' ' || size > 1; blank && (n > 3 && !strings.ContainsAny(s[:n], " \u00a0\u202f\u2009") || digits(s[n+separator:]) != 3) {
			break
		}
		n += separator
	}
	return n
}

// separatorAt is the length of the sign between digits that s starts with.
func separatorAt(s string) int {
	for _, p := range []string{"{,}", `,\!`, `\,`, ".", ",", " ", "\u00a0", "\u202f", "\u2009", "٫", "٬"} {
		if strings.HasPrefix(s, p) {
			return len(p)
		}
	}
	return 0
}

// digits counts the digits that s starts with.
func digits(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}
