package verifiers

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// compact is p without blanks, so that B - 29, B-29 and B29 are one; a blank between
// two digits stays.
func compact(p phrase) string {
	var b strings.Builder
	b.Grow(len(p.joined))
	for i, w := range p.words {
		if i > 0 && isDigit(w[0]) {
			if last := p.words[i-1]; isDigit(last[len(last)-1]) {
				b.WriteByte(' ')
			}
		}
		b.WriteString(w)
	}
	return b.String()
}

// dateKey is the same for two dates that differ only in order, as in 1 December 2010
// and December 1st, 2010. It is empty unless p is one month name with numbers beside
// it.
func dateKey(p phrase) string {
	var parts []string
	named := 0
	for _, w := range p.words {
		switch {
		case months[w]:
			named++
		case w == "of" || w == "on" || w == "in":
			continue
		case isDigit(w[0]):
			w = dayNumber(w)
		default:
			return ""
		}
		parts = append(parts, w)
	}
	if named != 1 || len(parts) < 2 {
		return ""
	}
	slices.Sort(parts)
	return strings.Join(parts, " ")
}

// dayNumber is w without the letters of an ordinal: 1st → 1.
func dayNumber(w string) string {
	for _, suffix := range []string{"st", "nd", "rd", "th"} {
		if digits, ok := strings.CutSuffix(w, suffix); ok {
			return digits
		}
	}
	return w
}

// hasDigit says whether some character of w is a digit of any script.
func hasDigit(w string) bool {
	for i := 0; i < len(w); i++ {
		if isDigit(w[i]) {
			return true
		}
		if w[i] >= utf8.RuneSelf {
			return strings.ContainsFunc(w[i:], unicode.IsNumber)
		}
	}
	return false
}
