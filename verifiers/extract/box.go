package extract

import (
	"slices"
	"strings"
)

const boxOpen = `\boxed{`

// box is one outermost \boxed{…} of a text.
type box struct {
	// start and end are where the whole of it stands in the text, in bytes.
	start, end int
	// innermost is what stands between its braces, with blanks and boxes around all of it removed.
	innermost string
	// mixed says that there is a box inside with other text beside it.
	mixed bool
}

// findBoxes finds the outermost boxes of text in order; closed is false when one of them,
// or a brace inside, is never closed. A brace after a backslash is a letter, not a
// brace. The work is linear in text.
func findBoxes(text string) (found []box, closed bool) {
	for at := 0; ; {
		start, inside := nextMark(text, at, boxOpen)
		if start < 0 {
			return found, true
		}
		end := closingBrace(text[inside:])
		if end < 0 {
			return found, false
		}
		b := unwrap(text[inside : inside+end])
		b.start, b.end = start, inside+end+1
		found = append(found, b)
		at = b.end
	}
}

// looseBoxes are the commands that make a box for every policy but [Marked].
var looseBoxes = []string{`\boxed`, `\fbox`, `\framebox`}

// allBoxes is findBoxes for all commands of looseBoxes, with blanks before the brace, or
// with one character or command in the place of braces: \boxed 5, \fbox\pi.
func allBoxes(text string) (found []box, closed bool) {
	next := make([]int, len(looseBoxes)) // where each stands, at or after the place looked at
	for at := 0; ; {
		first, inside := -1, 0
		for i, name := range looseBoxes {
			if next[i] >= 0 && (next[i] < at || at == 0) {
				next[i], _ = nextMark(text, at, name)
			}
			if next[i] >= 0 && (first < 0 || next[i] < first) {
				first, inside = next[i], next[i]+len(name)
			}
		}
		if first < 0 {
			return found, true
		}
		rest := strings.TrimLeft(text[inside:], " ")
		apart := len(rest) < len(text)-inside
		inside = len(text) - len(rest)
		n := token(rest)
		if n > 0 && (isLetter(rest[0]) && !apart || slices.Contains(looseBoxes, rest[:n])) {
			n = 0 // the name of another command, or another box
		}
		switch {
		case strings.HasPrefix(rest, "{"):
			end := closingBrace(rest[1:])
			if end < 0 {
				return found, false
			}
			b := unwrap(rest[1 : 1+end])
			b.start, b.end = first, inside+end+2
			found = append(found, b)
			at = b.end
		case n == 0:
			at = inside
		default:
			found = append(found, box{start: first, end: inside + n, innermost: rest[:n]})
			at = inside + n
		}
	}
}

// token is the length of the digit, letter or command that s starts with, 0 when it
// starts with something else.
func token(s string) int {
	if s == "" || !isLetter(s[0]) && !isDigit(s[0]) && s[0] != '\\' {
		return 0
	}
	if digits(s) > 1 {
		return 0 // only the first of them would be boxed
	}
	n := 1
	if s[0] == '\\' {
		for n < len(s) && isLetter(s[n]) {
			n++
		}
		if n == 1 {
			return 0
		}
	}
	return n
}

// closingBrace is the offset of the brace that closes the one before text, or -1. It
// jumps from mark to mark, so that long texts without marks cost little.
func closingBrace(text string) int {
	depth := 1
	nextOpen, nextEscape := -1, -1
	for i := 0; ; {
		end := strings.IndexByte(text[i:], '}')
		if end < 0 {
			return -1
		}
		end += i
		for i <= end {
			nextOpen = following(text, nextOpen, i, '{')
			nextEscape = following(text, nextEscape, i, '\\')
			mark := min(nextOpen, nextEscape, end)
			switch text[mark] {
			case '\\':
				i = mark + 2
				continue
			case '{':
				depth++
			case '}':
				depth--
			}
			if depth == 0 {
				return mark
			}
			i = mark + 1
		}
		i = min(i, len(text))
	}
}

// following is the first offset of c in text at or after from, len(text) when there is
// none. known is what an earlier call with a smaller from gave, or -1.
func following(text string, known, from int, c byte) int {
	if known >= from {
		return known
	}
	if from < len(text) {
		if i := strings.IndexByte(text[from:], c); i >= 0 {
			return from + i
		}
	}
	return len(text)
}

// unwrap looks for boxes inside content.
func unwrap(content string) box {
	inner := strings.TrimSpace(content)
	layers := 0
	for strings.HasPrefix(inner, boxOpen) && strings.HasSuffix(inner, "}") {
		inner = strings.TrimSpace(inner[len(boxOpen) : len(inner)-1])
		layers++
	}
	// Layers taken off from both ends are real boxes only if what is left is balanced
	// by itself and holds no further box.
	b := box{innermost: inner}
	b.mixed = strings.Contains(inner, boxOpen) || layers > 0 && closingBrace(inner+"}") != len(inner)
	return b
}
