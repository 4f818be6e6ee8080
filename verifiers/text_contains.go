package verifiers

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"

	"gander/verifiers/extract"
)

var textContains = Verifier{
	Name:    "text_contains@1",
	Doc:     "the published two-way substring rule, holes and all; for comparison only",
	Formats: []extract.Format{extract.Boxed},
	Args:    TextArgs{},
	Example: `{"golds":["Marie Curie"],"others":["Pierre Curie"]}`,
	Bait: []string{
		`\boxed{Marie Curie}`,
		`<think>\boxed{Marie Curie}</think>`,
		`</think>Marie Curie`,
		`</think>\boxed{**}`,
		`</think>\boxed{Pierre Curie}`,
		`</think>\boxed{Marie Curie}\boxed{Paris}`,
	},
	Compile: func(args string) (Checker, error) {
		var a TextArgs
		if err := decode(args, &a); err != nil {
			return nil, err
		}
		if err := errors.Join(a.check()...); err != nil {
			return nil, err
		}
		c := &contains{args: a}
		for _, g := range a.Golds {
			c.golds = append(c.golds, squash(g))
		}
		return c, nil
	},
}

// contains is text_contains@1 for one task.
//
// The answer is the content of the last \boxed{…} after the last </think>, which must
// be there, with asterisks taken out before. Answer and gold are lowered, freed of ASCII
// punctuation and of the words a, an and the, and their blanks collapsed. The reply is
// right when one is then a substring of the other, letter by letter. Only an answer
// that is empty before all this is refused: one that becomes empty is in everything.
//
// Source: the reward function published with LoongRL's training code. We differ in
// trying every gold.
type contains struct {
	args  TextArgs
	golds []string // squashed
}

func (c *contains) Golds() []string  { return c.args.Golds }
func (c *contains) Others() []string { return c.args.Others }

func (c *contains) Reply(format extract.Format, answer string) (string, error) {
	return extract.Render(format, answer)
}

func (c *contains) Verify(reply string) Verdict {
	v := Verdict{Outcome: Unparsed, Rule: textContains.Name, Detail: "no box after the last </think>"}
	i := strings.LastIndex(reply, "</think>")
	if i < 0 {
		return v
	}
	answer, ok := lastBox(strings.ReplaceAll(reply[i:], "*", ""))
	if !ok {
		return v
	}
	v.Outcome, v.Certainty, v.Extracted, v.Detail = Wrong, Exact, answer, "neither holds the other"
	if answer == "" {
		v.Detail = "the box is empty"
		return v
	}
	squashed := squash(answer)
	for _, g := range c.golds {
		if strings.Contains(squashed, g) || strings.Contains(g, squashed) {
			v.Outcome, v.Score, v.Detail = Right, 1, "one holds the other"
			return v
		}
	}
	return v
}

const boxOpening = `\boxed{`

// lastBox is the content of the last \boxed{…}; every brace counts, also after a
// backslash.
func lastBox(text string) (string, bool) {
	i := strings.LastIndex(text, boxOpening)
	if i < 0 {
		return "", false
	}
	text = text[i+len(boxOpening):]
	depth := 1
	for i := range len(text) {
		switch text[i] {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth == 0 {
			return text[:i], true
		}
	}
	return "", false
}

const asciiPunctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"

// squash is the rule's normal form. The order of the steps is part of it: the-cat
// becomes thecat, not cat.
func squash(s string) string {
	s = lower(s)
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune(asciiPunctuation, r) {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.FieldsFunc(withoutArticles(s), isBlank), " ")
}

// lower maps final sigma and dotted capital I as full Unicode lower-casing does.
func lower(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	return cases.Lower(language.Und).String(s)
}

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
		if word := s[i : i+n]; isArticle(word) {
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

// isBlank says what parts words: Unicode blanks and the four ASCII separators.
func isBlank(r rune) bool { return unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f }
