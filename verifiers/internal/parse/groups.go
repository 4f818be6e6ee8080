package parse

import (
	"strings"

	"gander/verifiers/internal/expr"
)

// group opens \text{ and the like. Without a brace the command is not seen.
func (l *lexer) group(k kind, to int) {
	for to < len(l.src) && l.src[to] == ' ' {
		to++
	}
	if to >= len(l.src) || l.src[to] != '{' {
		l.at = to
		return
	}
	l.at = to
	if k == wordGroup {
		if text, _, ok := l.braced(to); !ok || strings.Trim(text, " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") != "" {
			l.fail(to, "signs other than letters in a word")
			return
		}
	}
	l.push(k)
	l.at = to + 1
}

// braced is the text between the braces at src[at:], and the offset behind them.
func (l *lexer) braced(at int) (text string, after int, ok bool) {
	for at < len(l.src) && l.src[at] == ' ' {
		at++
	}
	if at >= len(l.src) || l.src[at] != '{' {
		return "", 0, false
	}
	depth := 0
	for i := at; i < len(l.src); i++ {
		switch l.src[i] {
		case '{':
			depth++
		case '}':
			depth--
			if depth == 0 {
				return l.src[at+1 : i], i + 1, true
			}
		}
	}
	return "", 0, false
}

// operator reads \operatorname{name}: a function, known or not.
func (l *lexer) operator(from, to int) {
	text, after, ok := l.braced(to)
	name := strings.TrimSpace(text)
	if !ok || name == "" {
		l.fail(from, "an operator without a name")
		return
	}
	if known, ok := functionNames[name]; ok {
		name = known
	}
	l.emit(token{kind: fn, text: name}, from, after)
}

// named reads \variable{name} or \unit{expression}.
func (l *lexer) named(k kind, from, to int) {
	text, after, ok := l.braced(to)
	name := strings.TrimSpace(text)
	if !ok || name == "" {
		l.fail(from, "a command without its argument")
		return
	}
	l.emit(token{kind: k, text: name}, from, after)
}

// rational reads \rational{n/d}, which printed trees have for a number that is no short
// decimal.
func (l *lexer) rational(from, to int) {
	text, after, ok := l.braced(to)
	n, d, _ := strings.Cut(text, "/")
	if !ok || n == "" || d == "" || !wholeNumber(n) || !wholeNumber(d) || strings.Trim(d, "0") == "" || len(text) > 2*MaxDigits {
		l.fail(from, "no rational number")
		return
	}
	l.emit(token{kind: num, text: text}, from, after)
}

// numberSets are the letters of \mathbb.
var numberSets = map[string]string{"R": expr.Reals, "Q": expr.Rationals, "Z": expr.Integers, "N": expr.Naturals, "C": expr.Complexes}

// numberSet reads \mathbb{R}; other letters are letters.
func (l *lexer) numberSet(from, to int) {
	text, after, ok := l.braced(to)
	if !ok && to < len(l.src) {
		for to < len(l.src)-1 && l.src[to] == ' ' {
			to++
		}
		text, after = l.src[to:to+1], to+1
	}
	text = strings.TrimSpace(text)
	if name, ok := numberSets[text]; ok {
		l.emit(token{kind: constant, text: name}, from, after)
		return
	}
	if len(text) != 1 || !isLetter(text[0]) {
		l.fail(from, "an unknown set of numbers")
		return
	}
	l.emit(token{kind: sym, text: text}, from, after)
}

// alignments are the environments in which & is only a place to align at.
var alignments = map[string]bool{"align": true, "aligned": true, "alignat": true, "split": true, "gather": true, "gathered": true, "eqnarray": true, "equation": true}

// environment reads \begin{name} and \end{name}, with the columns of an array.
func (l *lexer) environment(k kind, from, to int) {
	name, after, ok := l.braced(to)
	if !ok {
		l.fail(from, "an environment without a name")
		return
	}
	name = strings.TrimSuffix(strings.TrimSpace(name), "*")
	if k == begin {
		l.envs++
		l.push(begin)
		l.open[len(l.open)-1].argument = alignments[name]
		if name == "array" {
			if _, columns, ok := l.braced(after); ok {
				after = columns
			}
		}
	} else {
		l.envs = max(0, l.envs-1)
		for n := len(l.open); n > 0; n-- {
			if l.open[n-1].kind == begin {
				l.open = l.open[:n-1]
				break
			}
		}
	}
	l.emit(token{kind: k, text: name}, from, after)
}
