package qa

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
)

// Lower is Python's str.lower: full Unicode lower case, with final sigma and dotted
// capital I.
func Lower(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	return cases.Lower(language.Und).String(s)
}

// Fields is Python's str.split without arguments.
func Fields(s string) []string { return strings.FieldsFunc(s, isBlank) }

// Squeeze joins the fields of s by one blank.
func Squeeze(s string) string { return strings.Join(Fields(s), " ") }

// isBlank says what parts words: Unicode blanks and the four ASCII separators.
func isBlank(r rune) bool { return unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f }

// withoutArticles puts a blank in the place of each a, an and the that stands as a
// word of its own. Letters and numbers of every script make words; marks do not.
func withoutArticles(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		n := wordLength(s[i:])
		if n == 0 {
			_, size := utf8.DecodeRuneInString(s[i:])
			b.WriteString(s[i : i+size])
			i += size
			continue
		}
		if word := s[i : i+n]; word == "a" || word == "an" || word == "the" {
			b.WriteByte(' ')
		} else {
			b.WriteString(word)
		}
		i += n
	}
	return b.String()
}

// wordLength is the length of the word that s starts with, 0 when it starts with none.
func wordLength(s string) int {
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_' {
			return i
		}
	}
	return len(s)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
