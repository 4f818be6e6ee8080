package parse

import (
	"strconv"
	"strings"
)

// numeral reads a number. Its token holds the digits in one spelling: no group marks, a
// point, repeating digits in brackets, e and a signed exponent, as in 1234.5(67)e-8.
func (l *lexer) numeral() {
	from := l.at
	if l.single > 0 && isDigit(l.src[from]) { // \frac12
		l.emit(token{kind: num, text: l.src[from : from+1], flags: digitArgument}, from, from+1)
		return
	}
	s := scanner{src: l.src, from: from, at: from, listed: l.inList(), only: len(l.open) == 0 && l.commas == 1}
	if p := l.last(); p.kind == under || p.kind == caret {
		s.plain = true
	}
	if l.hexadecimal(from) {
		return
	}
	text := s.scan()
	if s.digits > MaxDigits {
		l.fail(from, "a number of more than "+strconv.Itoa(MaxDigits)+" digits")
		return
	}
	l.emit(token{kind: num, text: text}, from, s.at)
	if strings.IndexByte(text, '.') >= 0 {
		for _, dots := range []string{"...", `\ldots`, `\dots`, `\cdots`} { // 3.14...
			if strings.HasPrefix(l.src[l.at:], dots) {
				l.at += len(dots)
				break
			}
		}
	}
}

// inList says whether the next comma would stand between the parts of a bracket.
func (l *lexer) inList() bool {
	for i := len(l.open) - 1; i >= 0; i-- {
		switch e := l.open[i]; e.kind {
		case lparen, lbrack, lset:
			return true
		case lbrace:
			return !e.argument
		}
	}
	return false
}

// scanner reads one numeral.
type scanner struct {
	src    string
	from   int // where the numeral starts
	at     int
	listed bool // commas separate
	only   bool // outside all brackets, and the next comma is the only one
	plain  bool // an index or exponent: digits and one point, no groups
	digits int
}

// scan returns the numeral in the one spelling and leaves s.at behind it.
func (s *scanner) scan() string {
	from := s.at
	whole := s.run()
	if s.plain {
		s.fraction()
		return s.src[from:s.at]
	}
	grouped := s.groups(whole)
	switch {
	case grouped == "" && s.decimalComma(whole):
		s.at++
		frac := s.run()
		return whole + "." + frac
	case grouped != "":
		whole = grouped
	}
	point := s.at
	s.fraction()
	text := s.src[from:s.at]
	if grouped != "" {
		text = whole + s.src[point:s.at]
	}
	if cycle, n := s.cycle(); n > 0 {
		if !strings.Contains(text, ".") {
			text += "."
		}
		s.at += n
		s.digits += len(cycle)
		return text + "(" + cycle + ")"
	}
	return text + s.exponent(text)
}

// run reads digits.
func (s *scanner) run() string {
	from := s.at
	for s.at < len(s.src) && isDigit(s.src[s.at]) {
		s.at++
	}
	s.digits += s.at - from
	return s.src[from:s.at]
}

// fraction reads a point and the digits behind it. A point without digits behind it is
// left, unless repeating digits follow.
func (s *scanner) fraction() {
	if s.at >= len(s.src) || s.src[s.at] != '.' {
		return
	}
	if s.at+1 < len(s.src) && isDigit(s.src[s.at+1]) {
		s.at++
		s.run()
		return
	}
	s.at++
	if _, n := s.cycle(); n == 0 {
		s.at--
	}
}

// groupMarks stand between groups of three digits, longest first. A comma alone or a
// point is not among them.
var groupMarks = []string{`,\!\!`, `,\! `, `,\!`, `,\,`, `{,}\!`, `{,}`, `{\,}`, `{ }`, `\,`, `\ `, `\;`, ",! ", ",!", "~", " "}

// groups reads groups of three digits behind whole and returns all digits, "" when there
// is no well-formed group. Marks do not mix.
func (s *scanner) groups(whole string) string {
	if len(whole) == 0 || len(whole) > 3 || whole[0] == '0' {
		return ""
	}
	mark := s.markAt(s.at)
	if mark == "" {
		return ""
	}
	var all []byte
	at := s.at
	zero := false // some group starts with a zero: no number of a list does
	groups := 0
	for s.groupAt(at, mark) {
		if all == nil {
			all = append(make([]byte, 0, 16), whole...)
		}
		group := s.src[at+len(mark) : at+len(mark)+3]
		zero = zero || group[0] == '0'
		all = append(all, group...)
		at += len(mark) + 3
		groups++
	}
	switch {
	case groups == 0, at < len(s.src) && isDigit(s.src[at]):
		return ""
	case mark == "," && s.listed && !zero, mark == "." && groups < 2:
		return ""
	case mark == "," && at+1 < len(s.src) && s.src[at] == ',' && isDigit(s.src[at+1]):
		return "" // 1,234,56 is a list
	case mark == " " && !s.blankGroups(at):
		return ""
	}
	s.digits += len(all) - len(whole)
	s.at = at
	if mark == "." && s.at+1 < len(s.src) && s.src[s.at] == ',' && isDigit(s.src[s.at+1]) { // 1.234.567,89
		s.at++
		all = append(append(all, '.'), s.run()...)
	}
	return string(all)
}

// blankGroups says whether groups with blanks, ending at at, may be one number: what
// follows must not make the last group part of something else, as in 3 100/7.
func (s *scanner) blankGroups(at int) bool {
	return at >= len(s.src) || s.src[at] != '/' && s.src[at] != '^' && s.src[at] != '_' && s.src[at] != '!'
}

// markAt is the mark between groups that stands at at, "" for none.
func (s *scanner) markAt(at int) string {
	if at >= len(s.src) {
		return ""
	}
	switch s.src[at] {
	case ',', '{', '\\', '~', ' ':
		for _, m := range groupMarks {
			if strings.HasPrefix(s.src[at:], m) {
				return m
			}
		}
		if s.src[at] == ',' {
			return ","
		}
	case '.':
		return "."
	}
	return ""
}

// groupAt says whether mark and three digits stand at at, and no fourth.
func (s *scanner) groupAt(at int, mark string) bool {
	if !strings.HasPrefix(s.src[min(at, len(s.src)):], mark) || at+len(mark)+3 > len(s.src) {
		return false
	}
	d := s.src[at+len(mark):]
	return isDigit(d[0]) && isDigit(d[1]) && isDigit(d[2]) && (len(d) == 3 || !isDigit(d[3]))
}

// decimalComma says whether a comma behind whole is a decimal comma: the only comma of
// a text without brackets, and what follows is no second number of a list: 0,25 or
// 3,05 or 1000,99; 3,5 is a list.
func (s *scanner) decimalComma(whole string) bool {
	if !s.only || s.at+2 >= len(s.src) || s.src[s.at] != ',' || !isDigit(s.src[s.at+1]) {
		return false
	}
	behind := s.src[s.at+1:]
	n := 0
	for n < len(behind) && isDigit(behind[n]) {
		n++
	}
	if n < 2 || n < len(behind) && behind[n] == '.' {
		return false
	}
	return whole == "0" || behind[0] == '0' || len(whole) > 3 && n == 2
}

// exponent reads e or E and an exponent behind the numeral mantissa. A small e before a
// sign and one digit, behind a whole number other than 1, is left: 2e-1 is 2·e − 1.
func (s *scanner) exponent(mantissa string) string {
	if s.at+1 >= len(s.src) || s.src[s.at]|0x20 != 'e' {
		return ""
	}
	at := s.at + 1
	signed := s.src[at] == '-' || s.src[at] == '+'
	if signed {
		at++
	}
	from := at
	for at < len(s.src) && isDigit(s.src[at]) {
		at++
	}
	if at == from || at < len(s.src) && isLetter(s.src[at]) {
		return ""
	}
	if signed && s.src[s.at] == 'e' && at == from+1 && mantissa != "1" && !strings.Contains(mantissa, ".") {
		return ""
	}
	sign := ""
	if s.src[s.at+1] == '-' {
		sign = "-"
	}
	n, err := strconv.Atoi(s.src[from:at])
	if err != nil || n > MaxDigits {
		s.digits = MaxDigits + 1
	} else {
		s.digits += n
	}
	text := "e" + sign + s.src[from:at]
	s.at = at
	return text
}
