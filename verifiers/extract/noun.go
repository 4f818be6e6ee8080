package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// noun is one noun of a tongue, ready to be looked for.
type noun struct {
	text string
	weak bool
	*grammar
}

// grammar is a tongue with its lists parted.
type grammar struct {
	links, denials, fillers, cuts, tails, reversals []string
}

// nouns are the nouns of all tongues by their first letter, the longest first.
var nouns = readTongues()

func readTongues() map[rune][]noun {
	byLetter := map[rune][]noun{}
	add := func(list string, weak bool, g *grammar) {
		for _, text := range phrases(list) {
			r, _ := utf8.DecodeRuneInString(text)
			at := 0
			for at < len(byLetter[r]) && len(byLetter[r][at].text) >= len(text) {
				at++
			}
			rest := append([]noun{{text, weak, g}}, byLetter[r][at:]...)
			byLetter[r] = append(byLetter[r][:at:at], rest...)
		}
	}
	for _, l := range tongues {
		g := &grammar{phrases(l.links), phrases(l.denials), phrases(l.fillers), phrases(l.cuts), phrases(l.tails), phrases(l.reversals)}
		add(l.nouns, false, g)
		add(l.weak, true, g)
	}
	return byLetter
}

// nounAt is the longest noun that s, which starts with the letter r, starts with.
func nounAt(s string, r rune) (noun, bool) {
	for _, n := range nouns[unicode.ToLower(r)] {
		if hasPhrase(s, n.text) {
			return n, true
		}
	}
	return noun{}, false
}

// hasPhrase says whether s starts with phrase, whatever the case, and the last word of
// phrase ends there.
func hasPhrase(s, phrase string) bool {
	if len(s) < len(phrase) || !strings.EqualFold(s[:len(phrase)], phrase) {
		return false
	}
	if last, _ := utf8.DecodeLastRuneInString(phrase); dense(last) || len(s) == len(phrase) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s[len(phrase):])
	return !unicode.IsLetter(r) && !unicode.IsMark(r) || dense(r)
}

// phraseAt is the length of the phrase of list that s starts with, 0 when there is none;
// the longest counts.
func phraseAt(s string, list []string) int {
	longest := 0
	for _, p := range list {
		if len(p) > longest && hasPhrase(s, p) {
			longest = len(p)
		}
	}
	return longest
}
