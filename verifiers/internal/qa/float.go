package qa

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ParseFloat is Python's float(s): blanks around are allowed, digits of every script,
// single underscores between digits, inf and nan; a number that is too large is an
// infinity. False means that Python raises an error.
func ParseFloat(s string) (float64, bool) {
	s = strings.Trim(inASCII(s), " \t\n\v\f\r")
	s, ok := withoutUnderscores(s)
	if !ok || !isFloat(s) {
		return 0, false
	}
	// The only error left is a range error, and then f is the infinity that Python gives.
	f, _ := strconv.ParseFloat(s, 64)
	return f, true
}

// FormatFloat is Python's str(f): the shortest text that reads back as f, always with a
// point or an exponent.
func FormatFloat(f float64) string {
	switch {
	case math.IsNaN(f):
		return "nan"
	case math.IsInf(f, 1):
		return "inf"
	case math.IsInf(f, -1):
		return "-inf"
	}
	if size := math.Abs(f); size != 0 && (size < 1e-4 || size >= 1e16) {
		return strconv.FormatFloat(f, 'e', -1, 64)
	}
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if strings.Contains(s, ".") {
		return s
	}
	return s + ".0"
}

// inASCII puts ASCII digits and blanks in the place of those of other scripts; any other
// letter becomes a question mark, which no number has.
func inASCII(s string) string {
	if isASCII(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r < utf8.RuneSelf:
			return r
		case isBlank(r):
			return ' '
		case unicode.Is(unicode.Nd, r):
			return '0' + digitValue(r)
		}
		return '?'
	}, s)
}

// digitValue is the value of a decimal digit. Unicode lists such digits in whole sets of
// ten, from 0 to 9.
func digitValue(r rune) rune {
	for _, set := range unicode.Nd.R16 {
		if r <= rune(set.Hi) {
			return (r - rune(set.Lo)) % 10
		}
	}
	for _, set := range unicode.Nd.R32 {
		if r <= rune(set.Hi) {
			return (r - rune(set.Lo)) % 10
		}
	}
	return 0
}

// withoutUnderscores takes out underscores; false when one does not stand between two
// digits.
func withoutUnderscores(s string) (string, bool) {
	if !strings.Contains(s, "_") {
		return s, true
	}
	for i := range len(s) {
		if s[i] == '_' && (i == 0 || i+1 == len(s) || !isDigit(s[i-1]) || !isDigit(s[i+1])) {
			return "", false
		}
	}
	return strings.ReplaceAll(s, "_", ""), true
}

// isFloat says whether s is a decimal number with an optional sign, fraction and
// exponent, or the name of an infinity or of nan.
func isFloat(s string) bool {
	s = withoutSign(s)
	switch strings.ToLower(s) {
	case "inf", "infinity", "nan":
		return true
	}
	whole := digits(s)
	s = s[whole:]
	fraction := 0
	if strings.HasPrefix(s, ".") {
		fraction = digits(s[1:])
		s = s[1+fraction:]
	}
	if whole+fraction == 0 {
		return false
	}
	if s == "" {
		return true
	}
	if s[0] != 'e' && s[0] != 'E' {
		return false
	}
	s = withoutSign(s[1:])
	return s != "" && digits(s) == len(s)
}

func withoutSign(s string) string {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		return s[1:]
	}
	return s
}

// digits is the length of the run of digits that s starts with.
func digits(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
