package verifiers

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// fold removes the differences between letters that do not make another answer: case,
// compatibility forms, and the accents of Latin, Greek and Cyrillic letters. Marks of
// other scripts stay, where they are vowels. Superscripts and fractions keep away from
// the digits before them: 10² does not become 102.
func fold(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	spaced := make([]byte, 0, len(s)+8)
	for _, r := range s {
		if unicode.Is(unicode.No, r) {
			spaced = append(spaced, ' ')
		}
		spaced = utf8.AppendRune(spaced, r)
	}
	bare := strings.Map(func(r rune) rune {
		if isAccent(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(string(spaced)))
	return norm.NFKC.String(plainLetters.Replace(cases.Fold().String(bare)))
}

// plainLetters are letters that Unicode does not take apart, with the ones that stand
// for them in plain spelling, and the signs with an ASCII twin.
var plainLetters = strings.NewReplacer(
	"ø", "o", "ł", "l", "đ", "d", "ħ", "h", "ı", "i", "æ", "ae", "œ", "oe", "ð", "d", "þ", "th",
	"−", "-", "’", "'", "‘", "'", "ʼ", "'",
)

// isAccent says whether r is one of the general combining marks.
func isAccent(r rune) bool {
	return r >= 0x300 && r <= 0x36f || r >= 0x1ab0 && r <= 0x1aff || r >= 0x1dc0 && r <= 0x1dff
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
