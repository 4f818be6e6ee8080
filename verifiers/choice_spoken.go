package verifiers

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gander/verifiers/extract"
)

// marked reads what stands in a box or tag where more than the strict mode counts: as
// strict, the text of an option with texts, or a letter whose reason stands behind a
// stop, a colon or a bracket.
func (o *options) marked(answer string, texts bool) naming {
	if n := o.strict(answer); n.option >= 0 {
		return n
	}
	if option := o.texted(answer); texts && option >= 0 {
		return naming{option: option, how: "the text of the option"}
	}
	if _, rest, ok := o.leading(undress(answer)); ok && strings.IndexAny(rest, ").:,]") != 0 {
		return noOption
	}
	return o.stated(answer, texts)
}

// maxReason is how much may stand behind a stated letter, in bytes.
const maxReason = 300

// stated reads what a reply states as its answer: a letter, with a stop, a
// bracket or more words behind it, and no other letter in them. With texts, the text of
// an option will do.
func (o *options) stated(answer string, texts bool) naming {
	if n := o.strict(answer); n.option >= 0 {
		return n
	}
	if option := o.texted(answer); texts && option >= 0 {
		return naming{option: option, how: "the text of the option"}
	}
	s := undress(answer)
	option, rest, ok := o.leading(s)
	if !ok {
		if len(o.mentions(s)) > 1 {
			return naming{option: -1, several: true}
		}
		return noOption
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "([{* "))
	if strings.HasPrefix(rest, " ") && (!unicode.IsUpper(first) || isArticleLetter(first, rest)) {
		return noOption // a word of a sentence
	}
	if len(rest) > maxReason || denies(rest) {
		return noOption
	}
	for _, other := range o.mentions(rest) {
		if other != option {
			return naming{option: -1, several: true}
		}
	}
	if said := o.texted(strings.TrimLeft(rest, ").:,]}* ")); said >= 0 && said != option {
		return naming{option: -1, several: true}
	}
	return naming{option: option, how: "the stated letter"}
}

// isArticleLetter says whether the letter r with rest behind it reads as the English
// words "a" or "I".
func isArticleLetter(r rune, rest string) bool {
	if r != 'A' && r != 'I' {
		return false
	}
	word, _, _ := strings.Cut(strings.TrimLeft(rest, " "), " ")
	first, _ := utf8.DecodeRuneInString(word)
	return strings.HasPrefix(rest, " ") && unicode.IsLower(first) && !besideLetters[word]
}

// besideLetters are words that follow a letter which is one, not an article.
var besideLetters = set("and or is was because since as but not nor et ou y o und oder non no nicht pas")

// mentions are the options whose letters stand alone in text, in the case of their
// label, or in lower case as the mark of an item, "b)", each once.
func (o *options) mentions(text string) []int {
	var all []int
	before := ' '
	for i, r := range text {
		option := -1
		item := before == ' ' && strings.HasPrefix(text[i:], string(r)+")")
		for k, l := range o.labels {
			if l == r || item && unicode.ToLower(l) == r {
				option = k
			}
		}
		if option >= 0 && !unicode.IsLetter(before) && !unicode.IsDigit(before) && before != '\\' && before != '\'' {
			rest := text[i+utf8.RuneLen(r):]
			next, _ := utf8.DecodeRuneInString(rest)
			alone := rest == "" || next == '-' || !joins(r, next)
			if alone && !isArticleLetter(r, rest) && !slices.Contains(all, option) {
				all = append(all, option)
			}
		}
		before = r
	}
	return all
}

// maxSpoken is how much of a reply without a mark is read, in bytes from its end, and
// maxOpening how much of its start.
const (
	maxSpoken  = 1 << 14
	maxOpening = 256
)

// spoken reads a reply that marks and states no answer: the whole of it, when it is no
// more than an answer; else letters chosen or called right in its sentences, and the
// letter that it starts with. All of these must be one.
func (o *options) spoken(text string, texts bool) naming {
	if e := extract.Answer(text, extract.Anchored); e.Status == extract.Found {
		return o.stated(e.Answer, texts)
	}
	text = strings.TrimSpace(text)
	if len(text) <= maxOpening {
		if n := o.strict(text); n.option >= 0 {
			n.text = text
			return n
		}
		if option := o.texted(text); texts && option >= 0 {
			return naming{option: option, how: "the text of the option", text: text}
		}
	}
	n := noOption
	add := func(option int, how string) {
		switch {
		case n.option < 0 && !n.several:
			n = naming{option: option, how: how, text: string(o.labels[option])}
		case option != n.option:
			n = naming{option: -1, several: true}
		}
	}
	if option, ok := o.opening(text); ok {
		add(option, "the letter at the start")
	}
	if len(text) > maxSpoken {
		text = text[len(text)-maxSpoken:]
	}
	words := strings.Fields(text)
	for i, w := range words {
		option := o.alone(w)
		supposed := i > 0 && supposing[strings.ToLower(words[i-1])]
		if option >= 0 && !supposed && (chosen(words[:i]) || calledRight(words[i:])) {
			add(option, "the letter called right")
		}
	}
	return n
}

// opening is the option that a reply starts with, as in "B. Because …" or "B不是A". A
// reply whose lines start with different letters lists the options.
func (o *options) opening(text string) (int, bool) {
	first, found := -1, false
	for line := range strings.SplitSeq(text, "\n") {
		option, rest, ok := o.leading(strings.TrimLeft(line, "* "))
		if !ok || rest != "" && !strings.ContainsAny(rest[:1], ".):,*") && rest[0] < utf8.RuneSelf {
			option = -1
		}
		switch {
		case !found && option < 0:
			return -1, false // not at the start of the text
		case !found:
			first, found = option, true
		case option >= 0 && option != first:
			return -1, false
		}
	}
	return first, found
}

// alone is the option whose letter word is, marks around it left out.
func (o *options) alone(word string) int {
	letter := strings.Trim(word, "*_()[]\"'“”.,:;!")
	r, size := utf8.DecodeRuneInString(letter)
	if size != len(letter) {
		return -1
	}
	for i, l := range o.labels {
		if l == r {
			return i
		}
	}
	return -1
}

// chosen says whether words end in a choice of what follows: "it's", "I choose option".
func chosen(words []string) bool {
	n := len(words)
	if n > 0 && optionWords[strings.ToLower(words[n-1])] {
		n--
	}
	if n == 0 {
		return false
	}
	last := strings.ToLower(strings.Trim(words[n-1], "*_:,"))
	return choosing[last] || n > 1 && choosing[strings.ToLower(words[n-2])+" "+last]
}

var (
	optionWords = set("option choice answer letter statement")
	choosing    = map[string]bool{
		"it's": true, "it’s": true, "it is": true, "must be": true, "i choose": true, "i pick": true, "i select": true,
		"i'd choose": true, "i'd pick": true, "go with": true, "going with": true, "choose": true, "select": true,
	}
	praise    = set("correct right valid true best")
	stresses  = set("the definitely clearly only")
	supposing = set("if whether suppose assume assuming unless")
)

// calledRight says whether words, which start with a letter, call it right: "B is valid".
func calledRight(words []string) bool {
	if len(words) < 3 || strings.ToLower(words[1]) != "is" {
		return false
	}
	for _, w := range words[2:min(5, len(words))] {
		w = strings.ToLower(strings.Trim(w, "*_.,;!"))
		switch {
		case praise[w]:
			return true
		case !stresses[w]:
			return false
		}
	}
	return false
}
