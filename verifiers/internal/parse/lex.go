package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gander/verifiers/internal/budget"
)

// lexer turns folded text into tokens.
type lexer struct {
	src    string
	at     int
	toks   []token
	budget *budget.Budget
	err    *fault
	words  int // words seen that are no names: of three letters or more

	open   []enclosure
	single int  // arguments that a fraction before still wants: a digit alone is one
	blank  bool // a blank since the last token
	size   flag // opening or closing, of the \left or \right before
	envs   int  // \begin without \end
	prices bool // a lone $ before or after a number is a price
	commas int  // commas in all of the source
}

// enclosure is one open bracket.
type enclosure struct {
	kind   kind // of the opening token, or textGroup and the like
	single int  // what lexer.single was, less the argument in these braces
	// argument says that the braces hold an argument, exponent or index, no plain set;
	// of an environment, that it only aligns.
	argument bool
}

// fail notes what is wrong at at; nothing is read behind it.
func (l *lexer) fail(at int, what string) {
	if l.err == nil {
		l.err = &fault{at, what}
	}
}

// run reads all of the source.
func (l *lexer) run() {
	l.prices = pricesIn(l.src)
	l.commas = strings.Count(l.src, ",")
	for l.err == nil && l.at < len(l.src) {
		if !l.budget.Spend(tokenCost) {
			l.fail(l.at, "the budget is spent")
			return
		}
		l.next()
	}
}

// last is the token before, the zero token at the start.
func (l *lexer) last() token {
	if len(l.toks) == 0 {
		return token{}
	}
	return l.toks[len(l.toks)-1]
}

// mode is the innermost group that says how letters read: textGroup, romanGroup,
// wordGroup, or 0 for mathematics.
func (l *lexer) mode() kind {
	for i := len(l.open) - 1; i >= 0; i-- {
		switch k := l.open[i].kind; k {
		case textGroup, romanGroup, wordGroup:
			return k
		case mathGroup:
			return 0
		}
	}
	return 0
}

// emit adds a token over src[from:to] and moves on.
func (l *lexer) emit(t token, from, to int) {
	t.pos, t.end = int32(from), int32(to)
	if l.blank {
		t.flags |= spaced
		l.blank = false
	}
	if l.size != 0 && isBracket(t.kind) {
		t.flags |= l.size
		l.size = 0
	}
	if l.mode() != 0 {
		t.flags |= inText
	}
	if l.single > 0 && t.kind != lbrace {
		l.single--
	}
	switch t.kind {
	case frac, binom:
		l.single = 2
	case sqrt:
		l.single = 0
	}
	l.toks = append(l.toks, t)
	l.at = to
}

func isBracket(k kind) bool { return lparen <= k && k <= nothing }

// next reads one token, or skips what is none.
func (l *lexer) next() {
	c := l.src[l.at]
	switch {
	case c == ' ':
		l.blank = true
		l.at++
	case isDigit(c), c == '.' && l.at+1 < len(l.src) && isDigit(l.src[l.at+1]) && !l.afterDigit():
		l.numeral()
	case isLetter(c):
		l.letters()
	case c == '\\':
		l.command()
	case c >= utf8.RuneSelf:
		l.foreign()
	default:
		l.sign(c)
	}
}

// afterDigit says whether the byte before is part of a numeral: 1.1.1 is none.
func (l *lexer) afterDigit() bool { return l.at > 0 && isDigit(l.src[l.at-1]) && l.last().kind == num }

// foreignNames are words of other scripts that are signs.
var foreignNames = map[string]entry{"或": {kind: or}, "或者": {kind: or}, "和": {kind: and}, "且": {kind: and}, "与": {kind: and}, "или": {kind: or}, "и": {kind: and}, "度": {kind: degree}}

// foreign reads a run of letters of other scripts as one word. Han letters end where
// Latin ones start.
func (l *lexer) foreign() {
	to, han := l.at, false
	for to < len(l.src) {
		r, size := utf8.DecodeRuneInString(l.src[to:])
		if !unicode.IsLetter(r) || han && r < utf8.RuneSelf {
			break
		}
		han = han || unicode.Is(unicode.Han, r)
		to += size
	}
	if to == l.at {
		l.fail(l.at, "this sign has no meaning")
		return
	}
	if e, ok := foreignNames[l.src[l.at:to]]; ok {
		l.emit(token{kind: e.kind}, l.at, to)
		return
	}
	l.words++
	l.emit(token{kind: word, text: l.src[l.at:to]}, l.at, to)
}

// bracket keeps the stack of enclosures for round and square brackets.
func (l *lexer) bracket(k kind) {
	switch k {
	case lparen, lbrack, lset:
		l.push(k)
	case rparen, rbrack, rset:
		if n := len(l.open); n > 0 && (l.open[n-1].kind == lparen || l.open[n-1].kind == lbrack || l.open[n-1].kind == lset) {
			l.open = l.open[:n-1]
		}
	}
}

func (l *lexer) push(k kind) {
	if len(l.open) >= MaxDepth {
		l.fail(l.at, "brackets nest too deep")
	}
	e := enclosure{kind: k}
	if k == lbrace {
		switch l.last().kind {
		case frac, binom, sqrt, caret, under, accent, boxed, rbrack, rbrace:
			e.argument = true
		}
		if l.single > 0 {
			e.argument = true
			e.single = l.single - 1
			l.single = 0
		}
	}
	l.open = append(l.open, e)
}

// closeBrace ends a group. Braces of \text and its like leave no token; one brace too
// many is not seen.
func (l *lexer) closeBrace() {
	for i := len(l.open) - 1; i >= 0; i-- {
		switch e := l.open[i]; e.kind {
		case lbrace:
			l.open = l.open[:i]
			l.emit(token{kind: rbrace}, l.at, l.at+1)
			l.single = e.single
			return
		case textGroup, romanGroup, wordGroup, mathGroup:
			l.open = l.open[:i]
			l.at++
			return
		}
	}
	l.blank = true
	l.at++
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
