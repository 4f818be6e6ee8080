package attacks

import (
	"slices"
	"strings"

	"gander/verifiers"
)

// options adds answers to a multiple choice that name more than its letter, or none.
func (b *builder) options() {
	if b.Kind != verifiers.Choice {
		return
	}
	letters := slices.Concat([]string{b.gold}, b.Others)
	slices.Sort(letters)
	b.say(Hedge, "letters_run", strings.Join(letters, ""))
	b.say(Hedge, "letters_in_parentheses", "("+strings.Join(letters, ") (")+")")
	b.say(Hedge, "letters_between", letters[0]+"-"+letters[len(letters)-1])
	b.say(Hedge, "two_letters", "("+b.gold+") ("+b.fillers[0]+")")
	b.say(Hedge, "letter_doubled", b.gold+b.gold)
	b.say(Hedge, "letter_inside_word", b.gold+"anana")
	b.say(Hedge, "letter_in_prose", b.gold+" good question has "+b.fillers[0]+" good answer")
	b.say(Junk, "every_option", "all of the above")
	b.say(Junk, "no_option", "none of the above")
	b.say(Junk, "option_unnamed", "Option")
	b.say(Junk, "option_beyond", "Z")
}
