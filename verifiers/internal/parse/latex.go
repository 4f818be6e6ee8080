package parse

import "strings"

// command reads a backslash and what follows it.
func (l *lexer) command() {
	from := l.at
	to := from + 1
	for to < len(l.src) && isLetter(l.src[to]) {
		to++
	}
	if to == from+1 {
		l.escape(from)
		return
	}
	name := l.src[from+1 : to]
	e, ok := commands[name]
	if !ok {
		if e, to, ok = gluedCommand(l.src, from, to); !ok {
			l.fail(from, "an unknown command")
			return
		}
	}
	l.obey(e, from, to)
}

// escape reads a backslash before a sign that is no letter.
func (l *lexer) escape(from int) {
	if from+1 >= len(l.src) {
		l.fail(from, "a backslash at the end")
		return
	}
	switch c := l.src[from+1]; c {
	case '!': // a step back is no blank
		l.at = from + 2
	case ' ', ',', ';', ':', '>', '/', '"', '@', '-':
		l.blank = true
		l.at = from + 2
	case '(', ')', '[', ']':
		if l.size != 0 { // \left\[
			l.at = from + 1
			return
		}
		l.blank = true
		l.at = from + 2
	case '{':
		l.push(lset)
		l.emit(token{kind: lset}, from, from+2)
	case '}':
		l.bracket(rset)
		l.emit(token{kind: rset}, from, from+2)
	case '$':
		l.emit(token{kind: money, text: "$"}, from, from+2)
	case '%':
		l.emit(token{kind: percent}, from, from+2)
	case '|':
		l.emit(token{kind: norm}, from, from+2)
	case '&', '#', '_', '.':
		l.blank = true
		l.at = from + 2
	case '\\':
		l.doubled(from)
	default:
		l.fail(from, "an unknown command")
	}
}

// doubled reads two backslashes: the end of a row inside an environment, else a
// backslash written twice before a name, else a line break.
func (l *lexer) doubled(from int) {
	rest := l.src[from+2:]
	if l.envs == 0 && rest != "" && (isLetter(rest[0]) || strings.IndexByte("{}()[],;!%$|", rest[0]) >= 0) {
		l.at = from + 1
		return
	}
	l.emit(token{kind: row}, from, from+2)
}

// gluedCommand finds the longest command that the unknown name src[from+1:to] starts
// with, as in \quadx. One or two letters may be left; they are read on their own.
func gluedCommand(src string, from, to int) (entry, int, bool) {
	for n := to - 1; n >= max(to-2, from+4); n-- {
		if n-from-1 > maxCommand {
			continue
		}
		if e, ok := commands[src[from+1:n]]; ok && e.kind != frac {
			return e, n, true
		}
	}
	if name, ok := functionNames[src[from+1:to]]; ok {
		return entry{kind: fn, text: name}, to, true
	}
	return entry{}, 0, false
}

// obey does what command e, written at src[from:to], says.
func (l *lexer) obey(e entry, from, to int) {
	switch e.kind {
	case skipped:
		l.blank, l.at = true, to
	case leftSize, rightSize:
		l.sized(e.kind, to)
	case textGroup, romanGroup, wordGroup:
		l.group(e.kind, to)
	case nameGroup:
		l.operator(from, to)
	case variable, unit:
		l.named(e.kind, from, to)
	case num:
		l.rational(from, to)
	case blackboard:
		l.numberSet(from, to)
	case phantom, color:
		if _, after, ok := l.braced(to); ok {
			l.blank, l.at = true, after
			return
		}
		l.hide(from, to)
	case begin, finish:
		l.environment(e.kind, from, to)
	case boxed:
		l.emit(token{kind: boxed}, from, to)
	case bar:
		t := token{kind: bar, text: e.text}
		switch e.text {
		case "open":
			t.flags = opening
		case "close":
			t.flags = closing
		}
		l.emit(t, from, to)
	default:
		l.bracket(e.kind)
		l.emit(token{kind: e.kind, text: e.text, rel: e.rel}, from, to)
	}
}

// hide skips the sign behind a command whose argument is not seen.
func (l *lexer) hide(from, to int) {
	for to < len(l.src) && l.src[to] == ' ' {
		to++
	}
	if to >= len(l.src) || l.src[to] == '{' {
		l.fail(from, "a command without its argument")
		return
	}
	l.at = to + 1
}

// sized reads \left or \right and a delimiter that is no bracket: none, or a brace
// without its backslash.
func (l *lexer) sized(k kind, to int) {
	l.at = to
	for l.at < len(l.src) && l.src[l.at] == ' ' {
		l.at++
	}
	l.size = opening
	if k == rightSize {
		l.size = closing
	}
	if l.at >= len(l.src) {
		return
	}
	switch l.src[l.at] {
	case '.':
		l.emit(token{kind: nothing}, l.at, l.at+1)
	case '{':
		l.push(lset)
		l.emit(token{kind: lset}, l.at, l.at+1)
	case '}':
		l.bracket(rset)
		l.emit(token{kind: rset}, l.at, l.at+1)
	case '<':
		l.emit(token{kind: langle}, l.at, l.at+1)
	case '>':
		l.emit(token{kind: rangle}, l.at, l.at+1)
	}
}
