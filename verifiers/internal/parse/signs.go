package parse

import "strings"

// signs of one byte.
var asciiSigns = [128]kind{
	'+': plus, '-': minus, '*': times, '/': slash, '^': caret, '_': under, '!': bang, '\'': prime, '%': percent,
	',': comma, ';': semicolon, ':': colon, '(': lparen, ')': rparen, '[': lbrack, ']': rbrack, '|': bar, '&': amp, '=': relation, '<': relation, '>': relation,
}

// sign reads what is no letter, digit or command.
func (l *lexer) sign(c byte) {
	rest := l.src[l.at:]
	switch c {
	case '{':
		l.push(lbrace)
		l.emit(token{kind: lbrace}, l.at, l.at+1)
		return
	case '}':
		l.closeBrace()
		return
	case '~':
		l.blank = true
		l.at++
		return
	case '$':
		l.dollar()
		return
	case '`', '#':
		l.at++
		return
	case '.':
		l.dot(rest)
		return
	case '&':
		if n := len(l.open); n > 0 && l.open[n-1].kind == begin && l.open[n-1].argument {
			l.at++
			return
		}
	case '"':
		l.quotation()
		return
	case '*':
		if strings.HasPrefix(rest, "**") {
			l.stars()
			return
		}
	}
	if r, n := asciiRelation(rest); n > 0 {
		l.emit(token{kind: relation, rel: r}, l.at, l.at+n)
		return
	}
	k := asciiSigns[c]
	if k == end {
		l.fail(l.at, "this sign has no meaning")
		return
	}
	l.bracket(k)
	l.emit(token{kind: k}, l.at, l.at+1)
}

// dot reads an ellipsis or skips a full stop: at the end, before a closing bracket, or
// between sentences of words. Between numbers it has no meaning.
func (l *lexer) dot(rest string) {
	if strings.HasPrefix(rest, "...") {
		l.emit(token{kind: ellipsis}, l.at, l.at+3)
		return
	}
	after := strings.TrimLeft(rest[1:], " ")
	switch {
	case l.last().kind == num && after != "" && isDigit(after[0]):
		l.fail(l.at, "a second decimal point")
	case after == "" || strings.IndexByte(")]}$\\", after[0]) >= 0 || l.last().kind == word || l.last().is(inText):
		l.blank = true
		l.at++
	default:
		l.fail(l.at, "a full stop inside the text")
	}
}

// quotation reads "…" as words; a lone mark is not seen.
func (l *lexer) quotation() {
	n := strings.IndexByte(l.src[l.at+1:], '"')
	if n < 0 {
		l.at++
		return
	}
	from, to := l.at+1, l.at+1+n
	text := strings.Join(strings.Fields(l.src[from:to]), " ")
	if text == "" {
		l.at = to + 1
		return
	}
	l.emit(token{kind: quoted, text: text}, l.at, to+1)
}

// stars reads ** between two operands as a power; else it is markup.
func (l *lexer) stars() {
	before := len(l.toks) > 0 && !l.blank && endsOperand(l.last().kind)
	after := l.at+2 < len(l.src) && l.src[l.at+2] != ' ' && strings.IndexByte(".,;:)", l.src[l.at+2]) < 0
	if before && after {
		l.emit(token{kind: caret}, l.at, l.at+2)
		return
	}
	l.at += 2
}

// endsOperand says whether a value can end with a token of kind k.
func endsOperand(k kind) bool {
	switch k {
	case num, sym, constant, variable, word, quoted, rparen, rbrack, rbrace, rset, rangle, rfloor, rceil, bar, norm, bang, prime, percent, degree, finish:
		return true
	}
	return false
}

// dollar reads a price sign; as a delimiter of mathematics it is a blank.
func (l *lexer) dollar() {
	n := 1
	for l.at+n < len(l.src) && l.src[l.at+n] == '$' {
		n++
	}
	if l.prices && n == 1 {
		before := l.last().kind == num
		after := l.at+1 < len(l.src) && (isDigit(l.src[l.at+1]) || l.src[l.at+1] == '.')
		if before || after {
			l.emit(token{kind: money, text: "$"}, l.at, l.at+1)
			return
		}
	}
	l.blank = true
	l.at += n
	if m := len(l.open); m > 0 { // $…$ inside \text is mathematics
		switch e := &l.open[m-1]; e.kind {
		case textGroup:
			e.kind = mathGroup
		case mathGroup:
			e.kind = textGroup
		}
	}
}

// pricesIn says whether the dollars of src are prices: their number is odd, or each one
// stands before a digit and after a blank.
func pricesIn(src string) bool {
	if strings.IndexByte(src, '$') < 0 {
		return false
	}
	count, prices := 0, 0
	for i := range len(src) {
		if src[i] != '$' || i > 0 && src[i-1] == '\\' {
			continue
		}
		count++
		if i+1 < len(src) && isDigit(src[i+1]) && (i == 0 || strings.IndexByte(" (,", src[i-1]) >= 0) {
			prices++
		}
	}
	return count%2 == 1 || prices == count
}
