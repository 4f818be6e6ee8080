package parse

import (
	"strings"
	"unicode/utf8"
)

// letters reads a run of letters: a name, a word, or a product of letters.
func (l *lexer) letters() {
	from := l.at
	to := from + 1
	for to < len(l.src) && isLetter(l.src[to]) {
		to++
	}
	if to < len(l.src) && l.src[to] >= utf8.RuneSelf {
		l.foreign()
		return
	}
	if l.last().kind == num && l.halfDay(from, to) {
		return
	}
	run := l.src[from:to]
	switch {
	case l.hexadecimal(from):
	case l.mode() != 0:
		l.wordOrName(run, from, to)
	case l.known(run, from, to):
	case len(run) == 1:
		l.letter(from)
	default:
		l.productOrWord(run, from, to)
	}
}

// hexadecimal reads a numeral of digits and capitals, at src[from:], to a base from 11
// to 16: 2A3_{16}. Outside \text it starts with a digit.
func (l *lexer) hexadecimal(from int) bool {
	to := from
	for to < len(l.src) && (isDigit(l.src[to]) || 'A' <= l.src[to] && l.src[to] <= 'F') {
		to++
	}
	inText := l.mode() != 0
	if to < from+2 || wholeNumber(l.src[from:to]) || !isDigit(l.src[from]) && !inText {
		return false
	}
	rest := l.src[to:]
	if inText {
		rest = strings.TrimPrefix(rest, "}")
	}
	base, indexed := strings.CutPrefix(rest, "_")
	base = strings.TrimPrefix(base, "{")
	if !indexed || len(base) < 2 || base[0] != '1' || base[1] < '1' || base[1] > '6' {
		return false
	}
	l.emit(token{kind: num, text: l.src[from:to]}, from, to)
	return true
}

// halfDay reads am, pm, a.m., P.M., o'clock behind a number.
func (l *lexer) halfDay(from, to int) bool {
	text := strings.ToLower(l.src[from:min(len(l.src), from+4)])
	var n int
	switch {
	case strings.HasPrefix(text, "a.m"), strings.HasPrefix(text, "p.m"):
		n = 3
		if strings.HasSuffix(text, ".") {
			n = 4
		}
	case strings.HasPrefix(l.src[from:], "o'clock"):
		l.emit(token{kind: word, text: "o'clock"}, from, from+len("o'clock"))
		return true
	case to == from+2 && (strings.HasPrefix(text, "am") || strings.HasPrefix(text, "pm")):
		n = 2
	default:
		return false
	}
	l.emit(token{kind: word, text: text[:1] + "m"}, from, from+n)
	return true
}

// wordOrName reads a run inside \text, \mathrm and the like. Functions are functions
// where the group holds nothing else or brackets follow; single letters are letters.
func (l *lexer) wordOrName(run string, from, to int) {
	alone := l.aloneInGroup(from, to)
	if unitNames[run] != "" && endsOperand(l.last().kind) && len(run) > 1 {
		l.word(from, to)
		return
	}
	if name, ok := functionNames[run]; ok && (alone || to < len(l.src) && l.src[to] == '(') && l.mode() != wordGroup {
		l.emit(token{kind: fn, text: name}, from, to)
		return
	}
	e, ok := plainNames[run]
	switch {
	case ok && (e.kind == and || e.kind == or || e.kind == where || e.kind == percent || e.kind == degree):
		l.emit(token{kind: e.kind}, from, to)
	case ok && alone && e.kind == constant:
		l.emit(token{kind: constant, text: e.text}, from, to)
	case len(run) == 1 && alone:
		l.letter(from)
	case len(run) == 1:
		l.emit(token{kind: sym, text: run}, from, to)
	default:
		l.word(from, to)
	}
}

// aloneInGroup says whether src[from:to] is all that stands between its braces.
func (l *lexer) aloneInGroup(from, to int) bool {
	before := strings.TrimRight(l.src[:from], " ~")
	after := strings.TrimLeft(l.src[to:], " ~")
	return strings.HasSuffix(before, "{") && (after == "" || after[0] == '}')
}

// known reads a run that is a name of the tables.
func (l *lexer) known(run string, from, to int) bool {
	if name, ok := functionNames[run]; ok {
		if commonWords[run] && !l.opensBracket(to) {
			return false // max, min and inf as words
		}
		l.emit(token{kind: fn, text: name}, from, to)
		return true
	}
	if name, ok := callNames[run]; ok && to < len(l.src) && l.src[to] == '(' {
		l.emit(token{kind: fn, text: name}, from, to)
		return true
	}
	if e, ok := plainNames[run]; ok {
		if (e.kind == frac || run == "rac") && !(to < len(l.src) && (l.src[to] == '{' || isDigit(l.src[to]))) {
			return false
		}
		l.emit(token{kind: e.kind, text: e.text, rel: e.rel}, from, to)
		return true
	}
	if n := len(run) - 1; n >= 2 && strings.IndexByte("xyz", run[n]) >= 0 { // sinx, lny
		if name, ok := functionNames[run[:n]]; ok {
			l.emit(token{kind: fn, text: name}, from, from+n)
			return true
		}
	}
	return false
}

func (l *lexer) opensBracket(at int) bool {
	rest := strings.TrimLeft(l.src[at:min(len(l.src), at+3)], " ")
	return rest != "" && (rest[0] == '(' || rest[0] == '{' || rest[0] == '\\')
}

// letter reads one letter: a variable, e or i.
func (l *lexer) letter(from int) {
	switch c := l.src[from]; c {
	case 'e', 'i':
		l.emit(token{kind: constant, text: l.src[from : from+1]}, from, from+1)
	default:
		l.emit(token{kind: sym, text: l.src[from : from+1]}, from, from+1)
	}
}

// productOrWord reads a run of plain text that is no name.
func (l *lexer) productOrWord(run string, from, to int) {
	after := strings.TrimLeft(l.src[to:min(len(l.src), to+4)], " ")
	touches := to < len(l.src) && strings.IndexByte("^_+*/=<>!)]}|&(\\-", l.src[to]) >= 0
	if len(run) == 2 && !touches {
		touches = after != "" && strings.IndexByte("+-*/=<>|&", after[0]) >= 0
	}
	if n := len(l.toks); n > 0 {
		switch p := l.toks[n-1]; p.kind {
		case mark:
			l.word(from, to)
			return
		case lbrace:
			if n > 1 && l.toks[n-2].kind == accent && strings.ToUpper(run) == run {
				l.word(from, to)
				return
			}
			touches = true
		case word, quoted:
		case num:
			if !l.blank && isOrdinal(run) || rawUnits[run] || l.blank && unitNames[run] != "" {
				l.word(from, to)
				return
			}
			touches = touches || !l.blank
		case sym, constant, rparen, rbrace:
			touches = touches || !l.blank
		default:
			touches = touches || len(run) == 2 && p.kind != comma && p.kind != and && p.kind != or || !l.blank && p.kind != comma
		}
	}
	if !isProduct(run, touches) {
		l.word(from, to)
		return
	}
	for at := from; at < to; at++ {
		l.letter(at)
	}
}

// word emits a word with the hyphens and apostrophes inside it: half-life, Euler's.
func (l *lexer) word(from, to int) {
	for to+1 < len(l.src) && (l.src[to] == '\'' || l.src[to] == '-' && to+2 < len(l.src) && isLetter(l.src[to+2])) && isLetter(l.src[to+1]) {
		to++
		for to < len(l.src) && isLetter(l.src[to]) {
			to++
		}
	}
	if to-from > 2 {
		l.words++
	}
	l.emit(token{kind: word, text: l.src[from:to]}, from, to)
}
