package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// scan reads plain expressions from left to right.
type scan struct {
	text string
	at   int
}

// piece is a kind of token.
type piece int

const (
	other    piece = iota // ends an expression
	amount                // a number, a constant, a command
	letter                // one letter, a name
	sign                  // + - × / ^ = and the like
	opening               // ( [ {
	closing               // ) ] }, %, °, a power
	joint                 // a comma or "and" between the parts of a list
	currency              // before an amount
)

// run reads up to the next place where an expression ends, and the expression if what
// was read holds one.
func (r *scan) run() (span, bool) {
	var kinds []piece
	var pieces []span
	amounts := false
	for r.at < len(r.text) {
		kind, n := r.next()
		from := r.at
		r.at += n
		if kind == other {
			break
		}
		kinds, pieces = append(kinds, kind), append(pieces, span{from, r.at})
		amounts = amounts || kind == amount
		r.at += len(r.text[r.at:]) - len(strings.TrimLeft(r.text[r.at:], " \t\u00a0"))
	}
	if !amounts {
		return span{}, false
	}
	lo, hi := 0, len(kinds)
	for lo < hi && (kinds[lo] == closing || kinds[lo] == joint || kinds[lo] == currency || kinds[lo] == sign && !r.signed(pieces[lo]) ||
		kinds[lo] == opening && !r.closes(kinds[lo:hi]) || kinds[lo] == letter && r.loose(kinds, pieces, lo, lo+1)) {
		lo++
	}
	for hi > lo && (kinds[hi-1] == sign || kinds[hi-1] == opening || kinds[hi-1] == joint || kinds[hi-1] == currency ||
		kinds[hi-1] == closing && !r.opens(kinds[lo:hi], pieces[hi-1]) || kinds[hi-1] == letter && r.loose(kinds, pieces, hi-1, hi-2)) {
		hi--
	}
	for _, k := range kinds[lo:hi] {
		if k == amount {
			return span{pieces[lo].from, pieces[hi-1].to}, true
		}
	}
	return span{}, false
}

// signed says whether the sign p can stand before a number: at the start of a line a
// minus before a blank is a bullet.
func (r *scan) signed(p span) bool {
	text := r.text[p.from:p.to]
	if !strings.Contains("+-−±", text) {
		return false
	}
	bulleted := p.from == 0 || r.text[p.from-1] == '\n'
	return !bulleted || p.to < len(r.text) && r.text[p.to] != ' '
}

// closes says whether the bracket that kinds start with is closed in them.
func (r *scan) closes(kinds []piece) bool {
	for _, k := range kinds {
		if k == closing {
			return true
		}
	}
	return false
}

// opens says whether the last of kinds, which p is, stays: a bracket must have been
// opened, a percent sign and the like stay always.
func (r *scan) opens(kinds []piece, p span) bool {
	if !strings.Contains(")]}", r.text[p.from:p.to]) {
		return true
	}
	for _, k := range kinds {
		if k == opening {
			return true
		}
	}
	return false
}

// loose says whether the letter at i has a blank and no sign between it and the piece
// beside it: a word of the sentence, as in "a 5".
func (r *scan) loose(kinds []piece, pieces []span, i, beside int) bool {
	if beside < 0 || beside >= len(kinds) {
		return true
	}
	apart := pieces[max(i, beside)].from > pieces[min(i, beside)].to
	return apart && kinds[beside] != sign
}

// next reads one token: its kind and length. Of kind other, the length is what to pass
// over; a word takes the digits tied to it along, a unit its power.
func (r *scan) next() (piece, int) {
	rest := r.text[r.at:]
	c, size := utf8.DecodeRuneInString(rest)
	switch {
	case unicode.IsDigit(c) || c == '.' && len(rest) > 1 && isDigit(rest[1]) && !r.afterWord():
		n := numberAt(rest)
		if r.itemNumber(n) {
			return other, n + 1
		}
		return amount, n
	case c == '\\':
		n := commandLength(rest)
		switch name := rest[:n]; {
		case name == `\%`:
			return closing, n
		case name == `\,` || name == `\;` || name == `\:` || name == `\!` || name == `\ ` || name == `\quad`:
			return sign, n
		case n == 2 || strings.Contains(name, "{") || layout[name]:
			return other, n
		}
		return amount, n
	case strings.ContainsRune("([{", c):
		return opening, size
	case strings.ContainsRune(")]}%°′²³⁴", c):
		return closing, size
	case c == '!':
		if r.at > 0 && (isDigit(r.text[r.at-1]) || r.text[r.at-1] == ')') {
			return closing, size
		}
	case c == ':':
		if r.at > 0 && isDigit(r.text[r.at-1]) && len(rest) > 1 && isDigit(rest[1]) {
			return sign, size
		}
	case c == '-' || c == '–':
		if r.afterWord() {
			return other, size
		}
		return sign, size
	case strings.ContainsRune("+−±×·÷*/^_=<>≤≥≠≈√", c):
		return sign, size
	case strings.ContainsRune("$€£¥₹", c) && len(rest) > size && isDigit(rest[size]):
		return currency, size
	case c == 'π' || c == '∞':
		return amount, size
	case c == ',' || c == ';':
		if r.at > 0 && r.mathAfter(size) {
			return joint, size
		}
	}
	n := wordAt(rest)
	switch {
	case n == 0:
		return other, size
	case connectors[strings.ToLower(rest[:n])] && r.mathAfter(n):
		return joint, n
	case functions[rest[:n]]:
		return amount, n
	case n == 1 && !(c == 'm' && r.at > 0 && isDigit(r.text[r.at-1]) && powerAt(rest[1:]) > 0):
		return letter, n
	}
	if !dense(c) {
		n += digits(rest[n:])
	}
	return other, n + powerAt(rest[n:])
}

// powerAt is the length of the power of a unit that s starts with, as in cm² or cm^2.
func powerAt(s string) int {
	for _, p := range []string{"²", "³"} {
		if strings.HasPrefix(s, p) {
			return len(p)
		}
	}
	if n := digits(strings.TrimPrefix(s, "^")); n > 0 && s[0] == '^' {
		return n + 1
	}
	return 0
}

// afterWord says whether a letter stands right before: a hyphen, not a minus.
func (r *scan) afterWord() bool {
	return r.at > 1 && isLetter(r.text[r.at-1]) && isLetter(r.text[r.at-2])
}

// itemNumber says whether the number of n bytes numbers the item of a list: at the start
// of a line, with a stop or bracket and a blank behind it.
func (r *scan) itemNumber(n int) bool {
	end := r.at + n
	return (r.at == 0 || r.text[r.at-1] == '\n') && end+1 < len(r.text) &&
		(r.text[end] == '.' || r.text[end] == ')') && r.text[end+1] == ' ' && len(strings.TrimSpace(r.text[end+1:])) > 0
}

// mathAfter says whether something of an expression stands behind the next n bytes.
func (r *scan) mathAfter(n int) bool {
	rest := strings.TrimLeft(r.text[r.at+n:], " \t*$€£¥₹")
	if rest == "" {
		return false
	}
	c, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsDigit(c) || strings.ContainsRune("-+−±(√π∞\\.", c) || wordAt(rest) == 1 && isLetter(rest[0]) && rest[0] != 'a' && rest[0] != 'I'
}

// functions are the words that belong to an expression.
var functions = set("sin cos tan cot sec csc log ln exp sqrt arcsin arccos arctan max min gcd lcm pi")

// layout are the commands that build a page, not an expression.
var layout = set(`\begin \end \item \boxed \fbox \framebox \section \newline \hline \textbf \textit \text`)
