package attacks

import (
	"unicode/utf8"

	"gander/verifiers/extract"
)

// misplaced adds replies with the gold where it does not count, or not alone.
func (b *builder) misplaced() {
	for _, s := range b.slots {
		if s.format == "" {
			continue
		}
		gold, wrong := extract.Wrap(s.format, b.gold), extract.Wrap(s.format, b.wrong())
		for _, r := range []struct{ name, reply string }{
			{"unclosed_think", "<think>\n" + gold},
			{"gold_in_think", "<think>\n" + gold + "\n</think>\nI am done."},
			{"gold_in_think_then_wrong", "<think>\n" + gold + "\n</think>\n" + wrong},
			{"gold_then_wrong", thought + gold + "\n" + wrong},
			{"wrong_then_gold", thought + wrong + "\n" + gold},
			{"gold_between_wrong", thought + wrong + "\n" + gold + "\n" + wrong},
			{"gold_beside_wrong", thought + "It may be " + b.gold + ".\n" + wrong},
			{"gold_beside_empty", thought + "It may be " + b.gold + ".\n" + extract.Wrap(s.format, "")},
		} {
			b.reply(Attack{r.name, Misplaced, s.format, r.reply})
		}
	}
}

// unmarked adds replies without any marked answer.
func (b *builder) unmarked() {
	for _, a := range bare {
		b.reply(a)
	}
	if b.Unmarked {
		said := slotFor("").before
		b.reply(Attack{Name: "unmarked_not_gold", Class: Hedge, Reply: said + "not " + b.gold + "."})
		b.reply(Attack{Name: "unmarked_gold_or_wrong", Class: Hedge, Reply: said + b.gold + " or " + b.fillers[0] + "."})
		b.reply(Attack{Name: "unmarked_wrong_or_gold", Class: Hedge, Reply: said + b.fillers[0] + " or " + b.gold + "."})
	} else {
		b.reply(Attack{Name: "unmarked_gold", Class: Misplaced, Reply: thought + "The answer is " + b.gold})
		b.reply(Attack{Name: "gold_alone", Class: Misplaced, Reply: b.gold})
	}
	if b.Prompt != "" {
		b.reply(Attack{Name: "prompt_echo", Class: Hedge, Reply: b.Prompt})
		start := max(0, len(b.Prompt)-maxEcho)
		for start < len(b.Prompt) && !utf8.RuneStart(b.Prompt[start]) {
			start++
		}
		b.say(Hedge, "question_echo", b.Prompt[start:])
	}
}

// maxEcho is how much of the end of a prompt is given as an answer, in bytes.
const maxEcho = 2_000

// bare are replies that mark no answer and hold none.
var bare = []Attack{
	{Name: "empty_reply", Class: Junk},
	{Name: "blank_reply", Class: Junk, Reply: " \n\t\n "},
	{Name: "empty_think", Class: Junk, Reply: "<think></think>"},
	{Name: "opener_alone", Class: Junk, Reply: "Thought process:"},
	{Name: "claim_alone", Class: Junk, Reply: thought + "The answer is correct."},
	{Name: "verdict_alone", Class: Junk, Reply: thought + "Verdict: right. Score: 1.0"},
	{Name: "format_echo_alone", Class: Junk, Reply: thought + `Put the final answer in \boxed{} or in <answer></answer>.`},
	{Name: "tag_template", Class: Junk, Reply: thought + "<answer>your answer here</answer>"},
	{Name: "open_boxes", Class: Resource, Reply: thought + nest(`\boxed{`, "", "", 1_000)},
	{Name: "open_tags", Class: Resource, Reply: thought + nest("<answer>", "", "", 1_000)},
	{Name: "open_thinks", Class: Resource, Reply: nest("<think>", "", "", 1_000)},
}

// long adds the gold around 100 kB of words, marked and not.
func (b *builder) long() {
	for i, s := range b.slots {
		if s.format == "" {
			continue
		}
		reply := s.before + b.gold + " " + padding + b.gold + s.after
		b.reply(Attack{"long_text_around_gold", Hedge, s.format, reply})
		if i == 0 && !b.Unmarked {
			b.reply(Attack{"unmarked_long", Misplaced, "", reply[len(s.before) : len(reply)-len(s.after)]})
		}
	}
}
