package attacks

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gander/internal/text"
	"gander/verifiers"
)

// letters adds letters and parts of the gold, the gold inside a longer word, and the
// gold in letters that only look like its own.
func (b *builder) letters() {
	switch b.Kind {
	case verifiers.JSON:
		return
	case verifiers.Math:
		if strings.ContainsFunc(b.gold, unicode.IsDigit) {
			return // a digit of a number may be its value, as 6 is that of √36
		}
	}
	words := strings.FieldsFunc(b.gold, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) == 0 {
		return
	}
	first, last := words[0], words[len(words)-1]
	if letter, size := utf8.DecodeRuneInString(first); size < len(first) {
		b.say(Near, "first_letter", string(letter))
	}
	if letter, size := utf8.DecodeLastRuneInString(last); size < len(last) {
		b.say(Near, "last_letter", string(letter))
	}
	longest := slices.MaxFunc(words, func(v, w string) int { return cmp.Compare(len(v), len(w)) })
	if letters := []rune(longest); len(letters) >= 4 {
		piece := string(letters[1 : len(letters)-1])
		if !b.holds(text.Fold(piece)) {
			b.say(Near, "inside_word", piece)
		}
	}
	b.say(Hedge, "word_around", "un"+b.gold+"ish")
	if alike := lookalikes.Replace(b.gold); alike != b.gold && b.Kind != verifiers.Math {
		b.say(Near, "homoglyphs", alike)
	}
}

// lookalikes are Cyrillic letters in the place of Latin ones.
var lookalikes = strings.NewReplacer(
	"a", "а", "c", "с", "e", "е", "o", "о", "p", "р", "x", "х", "y", "у",
	"A", "А", "B", "В", "C", "С", "E", "Е", "H", "Н", "K", "К", "M", "М", "O", "О", "P", "Р", "T", "Т", "X", "Х",
)

// words adds what a search for words in a text falls to.
func (b *builder) words() {
	if b.Kind != verifiers.Text {
		return
	}
	if !b.holds(" nolan ") {
		b.say(Junk, "no_inside_name", "Nolan")
	}
	first, _, more := strings.Cut(strings.TrimSpace(b.folded[0]), " ")
	if more && b.minor(" "+first+" ") {
		b.say(Near, "first_word", first)
	}
	if bare := strings.TrimRight(b.gold, "+#"); bare != b.gold { // C++ is not C
		b.change("sign_missing", bare)
	}
	if side, _, both := strings.Cut(b.gold, " and "); both && !b.numeric {
		b.say(Near, "one_side_of_and", side)
	}
}

// minor says whether a folded word is less than half of every gold that holds it.
func (b *builder) minor(word string) bool {
	for _, g := range b.folded {
		if text.Contains(g, word) && strings.Count(g, " ")-1 < 3 {
			return false
		}
	}
	return true
}
