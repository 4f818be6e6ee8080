package verifiers

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// name is the name of an entity as entity@1 compares it.
type name struct {
	// words are those of text_strict@1, with initials that stand together in one word,
	// saint and mount for st and mt, and no article in front.
	words []string
	// parts are the words with initials apart.
	parts []string
	// full is words with one blank between.
	full string
	// base and detail are the name and the disambiguator where the name ends in one, in
	// brackets or after its only comma; both are in the form of full. Else base is full
	// and detail is empty.
	base, detail string
	bracketed    bool
}

// readName reads a name.
func readName(text string) name {
	n := name{parts: nameParts(text)}
	n.words = joinInitials(n.parts)
	n.full = strings.Join(n.words, " ")
	n.base = n.full
	base, detail, bracketed := cutDetail(text)
	if detail != "" {
		n.base = strings.Join(joinInitials(nameParts(base)), " ")
		n.detail = strings.Join(joinInitials(nameParts(detail)), " ")
		n.bracketed = bracketed
	}
	return n
}

// cutDetail cuts a disambiguator off the end of a name: what stands in its only
// brackets, at the end, or after its only comma.
func cutDetail(text string) (base, detail string, bracketed bool) {
	text = strings.TrimSpace(text)
	if open := strings.IndexByte(text, '('); open > 0 && strings.IndexByte(text, ')') == len(text)-1 && strings.LastIndexByte(text, '(') == open {
		return text[:open], text[open+1 : len(text)-1], true
	}
	if strings.Count(text, ",") == 1 {
		base, detail, _ = strings.Cut(text, ",")
		return base, detail, false
	}
	return text, "", false
}

// nameParts reads the words of a name and takes abbreviations of two letters apart that
// its dots show to be initials, as in J.R.R.
func nameParts(text string) []string {
	words := slices.Clone(read(text).words)
	if len(words) > 1 && isArticle(words[0]) {
		words = words[1:]
	}
	var parts []string
	initials := dotted(text)
	for _, w := range words {
		switch {
		case initials[w]:
			for _, r := range w {
				parts = append(parts, string(r))
			}
		case nameWords[w] != "":
			parts = append(parts, nameWords[w])
		default:
			parts = append(parts, w)
		}
	}
	return parts
}

// nameWords are abbreviations in the names of places.
var nameWords = pairs("st saint  ste sainte  mt mount  ft fort")

// dotted are the words that text writes as letters with a full stop after each, read as
// [read] reads them.
func dotted(text string) map[string]bool {
	if !strings.Contains(text, ".") {
		return nil
	}
	found := map[string]bool{}
	for field := range strings.FieldsFuncSeq(fold(text), func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '(' || r == ')' }) {
		letters := strings.Split(strings.TrimSuffix(field, "."), ".")
		if len(letters) > 1 && !slices.ContainsFunc(letters, func(l string) bool { return !isInitial(l) }) {
			found[strings.Join(letters, "")] = true
		}
	}
	return found
}

// joinInitials joins single letters that stand together: j r r tolkien → jrr tolkien.
func joinInitials(parts []string) []string {
	var words []string
	joined := false
	for _, p := range parts {
		single := isInitial(p)
		if single && joined {
			words[len(words)-1] += p
		} else {
			words = append(words, p)
		}
		joined = single
	}
	return words
}

// isInitial says whether w is a single letter.
func isInitial(w string) bool {
	r, size := utf8.DecodeRuneInString(w)
	return size == len(w) && unicode.IsLetter(r)
}

func firstLetter(w string) rune {
	r, _ := utf8.DecodeRuneInString(w)
	return r
}

// legalForms are endings of company names, in words.
var legalForms = [][]string{
	{"incorporated"}, {"corporation"}, {"limited"}, {"company"}, {"inc"}, {"corp"}, {"ltd"}, {"llc"}, {"llp"}, {"lp"}, {"plc"}, {"co"},
	{"gmbh"}, {"ag"}, {"se"}, {"kg"}, {"ev"}, {"sa"}, {"sas"}, {"sarl"}, {"spa"}, {"srl"}, {"nv"}, {"bv"}, {"ab"}, {"oy"}, {"oyj"}, {"as"}, {"asa"},
	{"kk"}, {"pty"}, {"pte"}, {"gmbh", "and", "co", "kg"}, {"co", "ltd"}, {"pty", "ltd"}, {"pte", "ltd"}, {"company", "limited"},
}

// legalForm is how many words at the end of a name are its legal form, the longest that
// leaves a word of the name.
func legalForm(words []string) int {
	longest := 0
	for _, form := range legalForms {
		if n := len(words) - len(form); n > 0 && len(form) > longest && slices.Equal(words[n:], form) {
			longest = len(form)
		}
	}
	return longest
}

func sameWords(a, b []string) bool { return len(a) > 0 && slices.Equal(a, b) }
