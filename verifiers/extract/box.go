package extract

import "strings"

const boxOpen = `\boxed{`

// box is one outermost \boxed{…} of a text.
type box struct {
	// innermost is what stands between its braces, with blanks and boxes around all of it removed.
	innermost string
	// mixed says that there is a box inside with other text beside it.
	mixed bool
}

// findBoxes finds the outermost boxes of text in order; closed is false when one of them,
// or a brace inside, is never closed. A brace after a backslash is a letter, not a
// brace. The work is linear in text.
func findBoxes(text string) (found []box, closed bool) {
	for {
		start := strings.Index(text, boxOpen)
		if start < 0 {
			return found, true
		}
		text = text[start+len(boxOpen):]
		end := closingBrace(text)
		if end < 0 {
			return found, false
		}
		found = append(found, unwrap(text[:end]))
		text = text[end+1:]
	}
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
