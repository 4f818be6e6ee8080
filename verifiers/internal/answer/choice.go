package answer

import (
	"strings"

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
		text := strings.ToUpper(f.text)
		for i := range len(text) {
			if text[i] < 'A' || text[i] > 'J' || i > 0 && text[i] <= text[i-1] {
				return ""
			}
		}
		return text
	case scalar:
		if f.mark == bare && f.value.Op == expr.Symbol && len(f.value.Name) == 1 {
			return letters(word{text: f.value.Name})
		}
	case series:
		var out strings.Builder
		for _, item := range f.items {
			letter := letters(item)
			if len(letter) != 1 {
				return ""
			}
			out.WriteString(letter)
		}
		return letters(word{text: out.String()})
	}
	return ""
}

// chosen compares a choice letter and an answer that starts with a letter and a bracket,
// dot or colon, as in "(B) 12" and "B. 12". It is false for any other answer.
func chosen(letter string, got *Answer) (Result, bool) {
	text := strings.TrimSpace(plainText(got.text))
	text, opened := strings.CutPrefix(text, "(")
	if len(text) < 3 || text[0] < 'A' || text[0] > 'J' {
		return Result{}, false
	}
	if end := text[1]; end != ')' && (opened || end != '.' && end != ':') || text[2] != ' ' {
		return Result{}, false
	}
	if text[:1] == letter {
		return right(Exact, "").by(ChoiceText), true
	}
	return wrong(Exact, "another letter"), true
}
