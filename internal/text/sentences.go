package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// SentenceEnds returns the byte offsets in s right after its sentences, ascending, with
// closing quotes and brackets counted to the sentence. It is careful rather than
// complete: an end is a full stop, question or exclamation mark that is followed
// by white space and by something that can open a sentence, and that does not belong to
// an initial, an abbreviation or a number. len(s) is an end when s closes like a
// sentence.
func SentenceEnds(s string) []int {
	var ends []int
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c != '.' && c != '?' && c != '!' {
			continue
		}
		if c == '.' && (isInitial(s, i) || isAbbreviation(s, i)) {
			continue
		}
		end := skipClosers(s, i+1)
		if opensSentence(s, end) {
			ends = append(ends, end)
			i = end - 1
		}
	}
	return ends
}

// skipClosers returns the offset after closing quotes, brackets and further marks.
func skipClosers(s string, i int) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch r {
		case '"', '\'', ')', ']', '.', '?', '!', '”', '’', '»':
			i += size
		default:
			return i
		}
	}
	return i
}

// opensSentence says whether s[i:] is the end, or space and then a capital, a digit or
// an opening mark.
func opensSentence(s string, i int) bool {
	rest := strings.TrimLeft(s[i:], " \t\r\n\u00a0")
	if rest == "" {
		return true
	}
	if len(rest) == len(s)-i {
		return false // no space after the mark
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || unicode.Is(unicode.Lo, r) ||
		strings.ContainsRune(`"'([“‘«`, r)
}

// isInitial says whether the full stop at i follows a letter that stands alone, as in
// "J. R. Smith" or "U.S.".
func isInitial(s string, i int) bool {
	r, size := utf8.DecodeLastRuneInString(s[:i])
	if size == 0 || !unicode.IsLetter(r) {
		return false
	}
	before, size := utf8.DecodeLastRuneInString(s[:i-size])
	return size == 0 || !unicode.IsLetter(before) && !unicode.IsDigit(before)
}

// isAbbreviation says whether the word before the full stop at i is one that rarely
// ends a sentence.
func isAbbreviation(s string, i int) bool {
	start := i
	for start > 0 && (s[start-1]|0x20 >= 'a' && s[start-1]|0x20 <= 'z') {
		start--
	}
	if start == i || i-start > longestAbbreviation {
		return false
	}
	word := strings.ToLower(s[start:i])
	if word == "no" { // an abbreviation before a number, a word elsewhere
		rest := strings.TrimLeft(s[i+1:], " ")
		return rest != "" && rest[0] >= '0' && rest[0] <= '9'
	}
	return abbreviations[word]
}

const longestAbbreviation = 5

var abbreviations = func() map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(`
		mr mrs ms mx dr prof rev fr hon pres gov sen rep gen col lt maj capt cmdr adm sgt cpl st sts
		jr sr esq phd bros inc ltd co corp cie nos vol vols pp ed eds fig figs ch sec art al
		vs etc eg ie cf ca approx est b d r fl lit trans mt ft dept univ assn
		jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun
		ave blvd rd hwy km kg cm mm mi hr min lb oz sq tel`) {
		set[w] = true
	}
	return set
}()
