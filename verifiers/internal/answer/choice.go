package answer

import (
	"strings"

	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/expr"
)

// choice is the letter of a gold that is one capital letter, A to J, and nothing else.
func choice(a *Answer) string {
	var text string
	switch f := a.form.(type) {
	case word:
		text = strings.ToUpper(f.text)
	case scalar:
		if f.mark == bare && f.value.Op == expr.Symbol {
			text = f.value.Name
		}
	}
	if len(text) == 1 && text[0] >= 'A' && text[0] <= 'J' {
		return text
	}
	return ""
}

// letters are the choices of a that are several capital letters in a row, as in AC or
// "A, C"; empty for all else.
func letters(f form) string {
	switch f := f.(type) {
	case word:
		text := f.raw
		for i := range len(text) {
			if text[i] < 'A' || text[i] > 'J' || i > 0 && text[i] <= text[i-1] {
				return ""
			}
		}
		return text
	case scalar:
		if f.mark == bare && f.value.Op == expr.Symbol && len(f.value.Name) == 1 && f.value.Name <= "Z" {
			return letters(word{raw: f.value.Name})
		}
	case series:
		if f.kind.ordered() {
			return ""
		}
		var out strings.Builder
		for _, item := range f.items {
			letter := letters(item)
			if len(letter) != 1 {
				return ""
			}
			out.WriteString(letter)
		}
		return letters(word{raw: out.String()})
	}
	return ""
}

// chosen compares a choice letter and an answer that starts with a letter and a bracket,
// dot or colon and goes on with what the letter stands for: "(B) 12", "B. Lisbon". It is
// false for any other answer. What is long, lists several things or denies the letter is
// not judged.
func chosen(letter string, got *Answer) (Result, bool) {
	first, rest := option(got.text)
	if s, ok := got.form.(scalar); ok && first == "" && s.value.Op != expr.Symbol && len(algebra.Free(s.value)) > 0 {
		return undecided("more than a letter"), true // \text{B1} is read as a product
	}
	switch {
	case first == "":
		return Result{}, false
	case first != letter:
		return wrong(Exact, "another letter"), true
	case len(rest) > maxOption || hedges(rest):
		return undecided("more behind the letter than what it stands for"), true
	}
	return right(Exact, "").by(ChoiceText), true
}

// maxOption is the length of the longest text of an option, in bytes.
const maxOption = 80

// option takes text apart into the letter of an option, A to J in brackets or before a
// dot, bracket or colon, and the text behind it. The letter is empty when there is none,
// or nothing behind it.
func option(text string) (letter, rest string) {
	text = strings.TrimSpace(plainText(text))
	text, opened := strings.CutPrefix(text, "(")
	text = strings.TrimSpace(text)
	if len(text) < 3 || text[0] < 'A' || text[0] > 'J' {
		return "", ""
	}
	rest = strings.TrimSpace(text[1:])
	if rest == "" || rest[0] != ')' && (opened || rest[0] != '.' && rest[0] != ':') {
		return "", ""
	}
	letter, rest = text[:1], rest[1:]
	if rest == "" || rest[0] != ' ' {
		return "", ""
	}
	return letter, strings.TrimSpace(strings.Trim(rest, " ~"))
}

// hedging are folded words that make a text behind a letter more than an option: a second
// answer, or a judgement of the letter.
var hedging = wordSet(`or and not no nor but is are was isn't aren't wrong incorrect false untrue right correct true
	maybe perhaps possibly probably either neither except unless instead also both if because since`)

// hedges says whether text lists several things or judges what stands before it.
func hedges(text string) bool {
	if strings.ContainsAny(text, ",;?!\n=→") {
		return true
	}
	for _, sign := range []string{`\pm`, `\mp`, `\to`, `\ne`, `\rightarrow`, `\Rightarrow`} {
		if strings.HasPrefix(text, sign) {
			return true
		}
	}
	if len(text) == 1 && text[0] >= 'A' && text[0] <= 'J' { // B) C
		return true
	}
	for w := range strings.FieldsSeq(fold(text)) {
		if hedging[w] {
			return true
		}
	}
	return false
}

// labelled compares a gold that is an option with its letter, "(B) 12", and an answer that
// is the letter alone. It is false for any other two.
func (c *comparer) labelled(gold, got *Answer) (Result, bool) {
	g, ok := gold.form.(named)
	letter := choice(got)
	if !ok || g.left != nil || len(g.name) != 1 || letter == "" || !c.policy.allows(ChoiceText) {
		return Result{}, false
	}
	if first, _ := option(gold.text); !strings.EqualFold(first, g.name) {
		return Result{}, false
	}
	if strings.EqualFold(g.name, letter) {
		return right(Exact, "").by(ChoiceText), true
	}
	return wrong(Exact, "another letter"), true
}
