package verifiers

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// options are the options of one task, and how they can be named.
type options struct {
	labels    []rune
	texts     []phrase // what the options say, or none
	exactCase bool
}

// naming is what a text names.
type naming struct {
	option  int    // -1 for none
	several bool   // two or more options
	how     string // in what form
	text    string // the words that name it
}

var noOption = naming{option: -1}

// setTexts reads what the options say. Where a text may stand for its letter, it must not
// be one.
func (o *options) setTexts(texts []string, mode string) (faults []error) {
	if len(texts) > 0 && len(texts) != len(o.labels) {
		return []error{fmt.Errorf("texts has %d entries for %d options; give one for each option", len(texts), len(o.labels))}
	}
	for i, t := range texts {
		p := read(t)
		for j, earlier := range o.texts {
			if earlier.joined == p.joined {
				faults = append(faults, fmt.Errorf("texts[%d] reads the same as texts[%d]; give each option a text of its own", i, j))
			}
		}
		if mode == textMode && o.strict(t).option >= 0 {
			faults = append(faults, fmt.Errorf("texts[%d] is a letter of an option itself; use another mode", i))
		}
		if len(p.words) == 0 {
			faults = append(faults, fmt.Errorf("texts[%d] has no word or number; leave texts out", i))
		}
		o.texts = append(o.texts, p)
	}
	return faults
}

// names are the letters of the options.
func (o *options) names() []string {
	var all []string
	for _, l := range o.labels {
		all = append(all, string(l))
	}
	return all
}

// name gives the letter that each of given names: alone, as a reply would state it, or
// at its start.
func (o *options) name(field string, given []string) (letters []string, faults []error) {
	for i, text := range given {
		n := o.strict(text)
		if n.option < 0 {
			n = o.spoken(text, true)
		}
		if option, rest, ok := o.leading(text); n.option < 0 && !n.several && ok && strings.HasPrefix(rest, " ") && len(o.mentions(text)) < 2 {
			n.option = option
		}
		if n.option < 0 {
			faults = append(faults, fmt.Errorf("%s[%d] names no option; give one of %s", field, i, strings.Join(o.names(), ", ")))
			continue
		}
		letters = append(letters, string(o.labels[n.option]))
	}
	return letters, faults
}

// labelled is the option whose letter r is, -1 for none.
func (o *options) labelled(r rune) int {
	for i, l := range o.labels {
		if r == l || !o.exactCase && unicode.ToUpper(r) == unicode.ToUpper(l) {
			return i
		}
	}
	return -1
}

// texted is the option that says text, -1 for none.
func (o *options) texted(text string) int {
	p := read(text)
	for i, t := range o.texts {
		if t.joined == p.joined {
			return i
		}
	}
	return -1
}

// strict reads an answer that is a letter and nothing else, but for dress and the text
// of the same option: B, (B), B., \text{B}, **B**, "B) Rome".
func (o *options) strict(answer string) naming {
	option, rest, ok := o.leading(undress(answer))
	if !ok {
		return noOption
	}
	switch said := strings.TrimLeft(rest, ").:,]}* "); {
	case said == "":
		return naming{option: option, how: "the letter"}
	case rest[0] != said[0] && o.texted(said) == option:
		return naming{option: option, how: "the letter and its text"}
	}
	return noOption
}

// leading is the option whose letter text starts with, bare or in a bracket, and what
// follows the letter.
func (o *options) leading(text string) (option int, rest string, ok bool) {
	text = strings.TrimLeft(text, "([{* ")
	r, size := utf8.DecodeRuneInString(text)
	if option = o.labelled(r); option < 0 {
		return -1, "", false
	}
	rest = text[size:]
	next, _ := utf8.DecodeRuneInString(rest)
	return option, rest, rest == "" || !joins(r, next)
}

// joins says whether next, which follows the letter r, makes it part of a word or name.
// A letter of a script without capitals does not belong to a Latin word.
func joins(r, next rune) bool {
	if r < unicode.MaxLatin1 && next > unicode.MaxLatin1 && unicode.Is(unicode.Lo, next) {
		return false
	}
	return unicode.IsLetter(next) || unicode.IsMark(next) || unicode.IsDigit(next) || strings.ContainsRune("'’_-^+=", next)
}

// dresses are what may stand around a letter: LaTeX text commands, formula signs, marks
// of Markdown, quotes.
var dresses = strings.NewReplacer(
	`\text{`, "{", `\textbf{`, "{", `\mathrm{`, "{", `\mathbf{`, "{", `\textit{`, "{", `\mathit{`, "{", `\mbox{`, "{", `\operatorname{`, "{",
	`\left`, "", `\right`, "", `\(`, "", `\)`, "", `\[`, "", `\]`, "", "$", "", "`", "", `"`, "", "“", "", "”", "", "‘", "", "**", "", "__", "",
)

// undress takes the dress off an answer that names an option, and the word "option".
func undress(answer string) string {
	s := strings.TrimSpace(dresses.Replace(answer))
	for {
		inner, ok := strings.CutPrefix(s, "{")
		if !ok {
			break
		}
		text, rest, closed := strings.Cut(inner, "}")
		if !closed {
			break
		}
		s = strings.TrimSpace(text + rest)
	}
	for _, word := range []string{"option ", "choice ", "answer "} {
		if len(s) > len(word) && strings.EqualFold(s[:len(word)], word) {
			return strings.TrimSpace(s[len(word):])
		}
	}
	return s
}
