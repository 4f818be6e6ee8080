package answer

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold is text in lower case, in compatibility form, its punctuation taken for blanks and
// these squeezed. Two texts with one fold say the same words.
func fold(text string) string {
	var out strings.Builder
	gap := false
	for _, r := range norm.NFKC.String(text) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || unicode.IsSymbol(r):
			if gap && out.Len() > 0 {
				out.WriteByte(' ')
			}
			gap = false
			out.WriteRune(unicode.ToLower(r))
		default:
			gap = true
		}
	}
	return out.String()
}

// meanings are the folded words that say something in mathematics.
var meanings = map[string]meaning{
	"yes": yes, "true": yes, "no": no, "false": no,
	"no solution": nothing, "no solutions": nothing, "no real solution": nothing, "no real solutions": nothing,
	"empty set": nothing, "the empty set": nothing, "none": nothing, "no such": nothing, "null set": nothing,
	"no answer": nothing, "impossible": nothing, "not possible": nothing, "no roots": nothing, "no real roots": nothing,
	"undefined": undefined, "does not exist": undefined, "dne": undefined, "not defined": undefined,
}

// numberWords are numbers in words.
var numberWords = map[string]int64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
	"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
	"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000, "million": 1_000_000,
}

// fractionWords are the folded words of common fractions: numerator, denominator.
var fractionWords = map[string][2]int64{
	"half": {1, 2}, "one half": {1, 2}, "a half": {1, 2}, "one third": {1, 3}, "a third": {1, 3}, "two thirds": {2, 3},
	"one quarter": {1, 4}, "a quarter": {1, 4}, "one fourth": {1, 4}, "three quarters": {3, 4}, "three fourths": {3, 4},
	"one fifth": {1, 5}, "two fifths": {2, 5}, "three fifths": {3, 5}, "four fifths": {4, 5}, "one sixth": {1, 6}, "five sixths": {5, 6},
	"one eighth": {1, 8}, "one tenth": {1, 10},
}

// changers are folded words that make another number, or none, of the number they follow;
// all other words there say what is counted.
var changers = wordSet(`dozen dozens score gross
	halves half thirds third quarters quarter fourths fifths sixths sevenths eighths ninths tenths hundredths thousandths millionths
	squared cubed factorial root roots power below under above over minus negative plus zero
	not no false wrong incorrect untrue never isn't bc bce base binary octal hexadecimal`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// changes says whether words behind a number change it.
func changes(words string) bool {
	for w := range strings.FieldsSeq(fold(words)) {
		if changers[w] {
			return true
		}
	}
	return false
}

// infiniteWords are the folded words for a number that is infinite.
var infiniteWords = map[string]bool{
	"infinite": true, "infinity": true, "infinitely many": true, "infinitely many solutions": true, "an infinite number": true,
	"infinite number": true, "infinitely": true, "positive infinity": true,
}

// allRealsWords are the folded words for the set of all reals.
var allRealsWords = map[string]bool{"all real numbers": true, "all reals": true, "all real values": true, "any real number": true}

// wordNumber is the whole number that the folded words say, as in "twenty one".
func wordNumber(folded string) (int64, bool) {
	var sum, part int64
	words := strings.Fields(folded)
	if len(words) == 0 || len(words) > 6 {
		return 0, false
	}
	for _, w := range words {
		n, known := numberWords[w]
		switch {
		case !known:
			return 0, false
		case n >= 1000:
			if part == 0 {
				return 0, false
			}
			sum, part = sum+part*n, 0
		case n == 100:
			if part == 0 || part > 9 {
				return 0, false
			}
			part *= 100
		case part%10 != 0 || n >= 10 && part%100 != 0 || n == 0 && len(words) > 1 || n < 10 && part%100 > 0 && part%100 < 20:
			return 0, false
		default:
			part += n
		}
	}
	return sum + part, true
}

// readUnparsed is the form of a text that is no mathematics; nil when it says nothing.
// What is not made of letters alone equals only what is written the same.
func readUnparsed(text string, p *Policy) form {
	text = plainText(text)
	words := fold(text)
	switch {
	case words == "":
		return nil
	case strings.ContainsFunc(text, isMathematical):
		return verbatim{strings.Join(strings.Fields(strings.TrimRight(text, ". ")), "")}
	}
	return readWord(words, p)
}

// isMathematical says whether r may change what a text says although fold drops it.
func isMathematical(r rune) bool {
	return unicode.IsDigit(r) || strings.ContainsRune(`+-−*/\^_=<>|()[]{}:;`, r) || unicode.Is(unicode.Sm, r)
}

// plainText is text without the marks of formulas and fonts around words.
func plainText(text string) string { return fontMarks.Replace(text) }

var fontMarks = strings.NewReplacer(
	`\text`, " ", `\mathrm`, " ", `\mathbf`, " ", `\textbf`, " ", `\textit`, " ", `\mbox`, " ", `\operatorname`, " ",
	`\left`, "", `\right`, "", `\quad`, " ", `\,`, " ", "~", " ", `\;`, " ", `\ `, " ", `\!`, "", "{", " ", "}", " ", "$", "", "*", "",
)
