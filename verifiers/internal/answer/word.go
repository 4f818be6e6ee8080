package answer

import (
	"math/big"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"gander/verifiers/internal/expr"
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

// readWord is the form of words: a number, a meaning, or the words themselves.
func readWord(text string, p *Policy) form {
	words := fold(text)
	if !p.allows(NumberWords) {
		return sentence(text)
	}
	if rest, ok := negated(text); ok {
		if n, ok := digits(rest); ok {
			return scalar{value: expr.New(expr.Neg, n)}
		}
		if s, ok := readWord(rest, p).(scalar); ok {
			return scalar{value: expr.New(expr.Neg, s.value)}
		}
		return sentence(text)
	}
	if n, ok := wordNumber(words); ok {
		return scalar{value: expr.Int(n)}
	}
	if n, ok := wordDecimal(words); ok {
		return scalar{value: n}
	}
	if f, ok := fractionWords[words]; ok {
		return scalar{value: expr.Rat(big.NewRat(f[0], f[1]))}
	}
	if allRealsWords[words] {
		return region{in: []bool{true}}
	}
	if infiniteWords[words] {
		return scalar{value: expr.Const(expr.Infinity)}
	}
	return sentence(text)
}

// negated is what stands behind a minus in words: "-five", "minus one half".
func negated(text string) (rest string, ok bool) {
	text = strings.TrimSpace(text)
	for _, minus := range []string{"-", "−", "minus ", "Minus ", "negative ", "Negative "} {
		if rest, ok := strings.CutPrefix(text, minus); ok {
			return rest, true
		}
	}
	return "", false
}

// maxDigits is the length of the longest numeral that is read behind a minus in words.
const maxDigits = 18

// digits is the whole number that text writes in digits alone.
func digits(text string) (*expr.Node, bool) {
	text = strings.TrimSpace(text)
	if text == "" || len(text) > maxDigits || strings.ContainsFunc(text, func(r rune) bool { return r < '0' || r > '9' }) {
		return nil, false
	}
	n, ok := new(big.Rat).SetString(text)
	return expr.Rat(n), ok
}

// sentence is the form of words that are no number.
func sentence(text string) form {
	words := fold(text)
	return word{text: words, raw: strings.Join(strings.Fields(text), " "), is: meanings[words]}
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
	return readWord(text, p)
}

// isMathematical says whether r may change what a text says although fold drops it.
func isMathematical(r rune) bool {
	return unicode.IsDigit(r) || strings.ContainsRune(`+-−*/\^_=<>|()[]{}:;`, r) || unicode.Is(unicode.Sm, r)
}

// plainText is text without the marks of formulas and fonts around words.
func plainText(text string) string { return fontMarks.Replace(text) }

var fontMarks = strings.NewReplacer(
	`\textbf`, " ", `\textit`, " ", `\textrm`, " ", `\text`, " ", `\mathrm`, " ", `\mathbf`, " ", `\mbox`, " ", `\operatorname`, " ",
	`\left`, "", `\right`, "", `\quad`, " ", `\,`, " ", "~", " ", `\;`, " ", `\ `, " ", `\!`, "", "{", " ", "}", " ", "$", "", "*", "",
)
