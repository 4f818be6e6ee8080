package tokens

import "unicode/utf8"

// A scanner walks over valid UTF-8 and finds where the pieces of a split pattern end.
// It does by hand what a regular expression with backtracking would do, in time linear
// in the text.
type scanner struct {
	text    string
	classes *[utf8.MaxRune + 1]class
}

// at gives the class and the width in bytes of the rune at offset i; the width is 0 at
// the end of the text.
func (s scanner) at(i int) (class, int) {
	if i >= len(s.text) {
		return 0, 0
	}
	if b := s.text[i]; b < utf8.RuneSelf {
		return s.classes[b], 1
	}
	r, width := utf8.DecodeRuneInString(s.text[i:])
	return s.classes[r], width
}

// while gives the end of the longest run of runes from offset i that are in one of the
// given groups.
func (s scanner) while(i int, groups class) int {
	for {
		c, width := s.at(i)
		if width == 0 || c&groups == 0 {
			return i
		}
		i += width
	}
}

// upTo is while with at most n runes.
func (s scanner) upTo(i int, groups class, n int) int {
	for ; n > 0; n-- {
		c, width := s.at(i)
		if width == 0 || c&groups == 0 {
			break
		}
		i += width
	}
	return i
}

// until gives the end of the longest run of runes from offset i that are in none of the
// given groups.
func (s scanner) until(i int, groups class) int {
	for {
		c, width := s.at(i)
		if width == 0 || c&groups != 0 {
			return i
		}
		i += width
	}
}

// contraction gives the end of 's, 't, 'm, 'd, 're, 've or 'll at offset i, or i when
// there is none. With fold, capitals count too, and so does ſ (U+017F), which folds to s.
func (s scanner) contraction(i int, fold bool) int {
	rest := s.text[i:]
	if len(rest) < 2 || rest[0] != '\'' {
		return i
	}
	switch first := asciiLower(rest[1], fold); first {
	case 's', 't', 'm', 'd':
		return i + 2
	case 'r', 'v', 'l':
		second := byte('e')
		if first == 'l' {
			second = 'l'
		}
		if len(rest) > 2 && asciiLower(rest[2], fold) == second {
			return i + 3
		}
	case "ſ"[0]:
		if fold && len(rest) > 2 && rest[1:3] == "ſ" {
			return i + 3
		}
	}
	return i
}

func asciiLower(b byte, fold bool) byte {
	if fold && 'A' <= b && b <= 'Z' {
		return b + 'a' - 'A'
	}
	return b
}

// blanks ends a piece that starts with white space at offset i and is nothing else:
// \s*[\r\n]+|\s+(?!\S)|\s+ with lines, \s+(?!\S)|\s+ without. The last rune of a run is
// left to the word that follows it, unless it is all there is.
func (s scanner) blanks(i int, lines bool) int {
	last, end, afterLine := i, i, i
	for {
		c, width := s.at(end)
		if width == 0 || c&space == 0 {
			break
		}
		last, end = end, end+width
		if c&newline != 0 {
			afterLine = end
		}
	}
	switch {
	case lines && afterLine > i:
		return afterLine
	case end == len(s.text) || last == i:
		return end
	default:
		return last
	}
}
