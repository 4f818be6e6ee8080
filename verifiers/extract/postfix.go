package extract

import (
	"strings"
	"unicode/utf8"
)

var (
	adjectives  = []string{"final", "correct", "right", "desired", "required", "only"}
	determiners = []string{"the", "our", "my", "your"}
	copulas     = []string{"is", "are"}
	pronouns    = set("this that it which what here there he she they these those")
	openings    = []string{"therefore", "thus", "hence", "so", "then", "and", "finally", "consequently", "but", "now"}
)

// maxBack is how far before its noun the answer of "42 is the answer" may start, in bytes.
const maxBack = 256

// postfix reads a statement that ends with its noun: "42 is the answer", "$x > 5$ is our
// solution". English only.
func (t *page) postfix(a anchor) (anchor, bool) {
	at := a.from
	if before := t.wordBefore(at, adjectives); before >= 0 {
		at = before
	}
	for _, words := range [][]string{determiners, copulas} {
		if at = t.wordBefore(at, words); at < 0 {
			return anchor{}, false
		}
	}
	from := t.sentenceStart(at)
	for {
		from = t.skip(from, markup+",")
		n := phraseAt(t.text[from:], openings)
		if n == 0 {
			break
		}
		from += n
	}
	a.value = t.trim(span{min(from, at), at})
	value := t.of(a.value)
	if pronouns[strings.ToLower(value)] || !t.bare(a.value) {
		return anchor{}, false
	}
	return a, true
}

// sentenceStart is where the sentence that holds offset starts, or offset less maxBack.
func (t *page) sentenceStart(offset int) int {
	least := max(0, offset-maxBack)
	for k := t.formulaAt(least) - 1; k >= 0 && t.formulas[k].to > least; k-- {
		least = t.formulas[k].from
	}
	from := least
	for {
		end, _ := t.sentenceEnd(from, offset)
		if end >= offset {
			return from
		}
		_, size := utf8.DecodeRuneInString(t.text[end:])
		from = end + size
	}
}
