package attacks

import (
	"strings"

	"gander/verifiers"
)

// several adds answers that name more than one thing.
func (b *builder) several() {
	x, y := b.fillers[0], b.fillers[1]
	b.say(Hedge, "gold_or_wrong", b.gold+" or "+x)
	b.say(Hedge, "gold_semicolon_wrong", b.gold+"; "+x)
	b.say(Hedge, "gold_and_wrong", b.gold+" and "+x)
	b.say(Hedge, "wrong_or_wrong_or_gold", x+" or "+y+" or "+b.gold)
	b.say(Hedge, "wrong_comma_gold", x+", "+y+", "+b.gold)
	b.say(Hedge, "gold_list", b.gold+", "+x+", "+y)
	if b.Kind != verifiers.Math { // there they may be a quotient and a product
		b.say(Hedge, "gold_slash_wrong", b.gold+"/"+x)
		b.say(Hedge, "wrong_gold", x+" "+b.gold)
	}
	if len(b.Others) == 0 {
		return
	}
	half := len(b.Others) / 2
	before, after := b.Others[:half], b.Others[half:]
	if b.wrong() != b.fillers[0] {
		b.say(Hedge, "gold_comma_other", b.gold+", "+b.wrong())
	}
	b.say(Hedge, "all_candidates", list(", ", before, []string{b.gold}, after))
	b.say(Hedge, "all_candidates_or", list(" or ", before, []string{b.gold}, after))
	b.say(Hedge, "all_candidates_lines", list("\n", []string{b.gold}, before, after))
}

func list(sep string, parts ...[]string) string {
	var all []string
	for _, p := range parts {
		all = append(all, p...)
	}
	return strings.Join(all, sep)
}

// denials adds answers that take the gold back.
func (b *builder) denials() {
	b.say(Hedge, "not_gold", "not "+b.gold)
	b.say(Hedge, "anything_but_gold", "anything but "+b.gold)
	b.say(Hedge, "gold_is_wrong", b.gold+" is wrong")
	b.say(Hedge, "gold_disputed", "The reference says "+b.gold+", but that is a mistake.")
}

// code adds the gold where a program or a typesetter would not show it.
func (b *builder) code() {
	x := b.fillers[0]
	b.say(Hedge, "code_comment", "return None  # "+b.gold)
	b.say(Hedge, "dead_code", "if False:\n    return "+b.gold+"\nreturn None")
	b.say(Hedge, "html_comment", x+" <!-- "+b.gold+" -->")
	if b.Kind != verifiers.Math || !b.numeric || b.number.value() != 0 { // 17% of 0 is 0
		b.say(Hedge, "latex_comment", x+" % "+b.gold)
	}
	b.say(Hedge, "latex_phantom", x+` \phantom{`+b.gold+"}")
}
