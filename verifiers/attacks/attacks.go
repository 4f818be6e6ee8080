// Package attacks builds the replies that a careless reward rule pays for.
//
// Given the answers of one task, [For] makes replies that a reader who knows the gold
// answer would call wrong or no answer at all: empty ones, stop words, letters and
// pieces of the gold, several answers at once, the answer in the wrong place, the gold
// of another question, very long ones. A rule is fit for the task when all of them
// score 0. Nothing is drawn at random: the same target gives the same replies in the
// same order. The cost is about 0.4 MB of text per format for the long ones.
package attacks

import (
	"slices"

	"gander/internal/text"
	"gander/verifiers/extract"
)

// Target is the task under attack.
type Target struct {
	// Golds are the right answers, the main one first.
	Golds []string
	// Others are answers known to be wrong.
	Others []string
	// Prompt is the text of the task, for the echo; empty makes none.
	Prompt string
}

// Attack is one reply that must score 0.
type Attack struct {
	// Name says what was tried, snake_case.
	Name string
	// Format is the answer format used, empty for a reply that marks no answer.
	Format extract.Format
	// Reply is the whole reply.
	Reply string
}

// For builds the attacks on t in each of formats, answers first. An attack that says
// the gold itself (gold "no", attack "no") is left out. A gold of another question is
// never left out: where it equals the gold, the reward cannot tell the two questions
// apart, and the task must not be used.
func For(t Target, formats []extract.Format) []Attack {
	if len(t.Golds) == 0 {
		return nil
	}
	b := newBuilder(t)
	b.words()
	b.pieces()
	b.numbers()
	b.several()
	b.denials()
	b.long()
	attacks := make([]Attack, 0, (len(b.answers)+len(t.Others)+4)*len(formats)+4)
	for _, f := range formats {
		before, after := f.Marks()
		for _, a := range b.answers {
			attacks = append(attacks, Attack{a.name, f, thought + before + a.text + after})
		}
		for _, o := range t.Others {
			attacks = append(attacks, Attack{"other_gold", f, thought + before + o + after})
		}
		attacks = append(attacks, b.misplaced(f)...)
	}
	return append(attacks, b.unmarked()...)
}

const thought = "<think>\nI give an answer.\n</think>\n"

// answer is the text of one attack before it is marked.
type answer struct{ name, text string }

type builder struct {
	Target
	gold    string
	folded  []string // the golds, see text.Fold
	fillers []string // two names that no gold contains
	answers []answer
}

func newBuilder(t Target) *builder {
	b := &builder{Target: t, gold: t.Golds[0], answers: make([]answer, 0, 64)}
	for _, g := range t.Golds {
		b.folded = append(b.folded, text.Fold(g))
	}
	for _, name := range []string{"Lisbon", "Oslo", "Nairobi", "Quito", "Hanoi"} {
		if len(b.fillers) < 2 && !b.holds(text.Fold(name)) {
			b.fillers = append(b.fillers, name)
		}
	}
	return b
}

// add keeps an attack unless its words are those of a gold.
func (b *builder) add(name, said string) {
	folded := text.Fold(said)
	if folded != " " && slices.Contains(b.folded, folded) {
		return
	}
	b.answers = append(b.answers, answer{name, said})
}

// holds says whether the words of folded stand in some gold.
func (b *builder) holds(folded string) bool {
	return slices.ContainsFunc(b.folded, func(g string) bool { return text.Contains(g, folded) })
}

// filler is the i-th name that no gold contains; a task whose golds name every filler
// gets the last resort.
func (b *builder) filler(i int) string {
	if i < len(b.fillers) {
		return b.fillers[i]
	}
	return "Ulaanbaatar"
}

// wrong is a gold of another question, or a filler where there is none.
func (b *builder) wrong() string {
	for _, o := range b.Others {
		if !slices.Contains(b.folded, text.Fold(o)) {
			return o
		}
	}
	return b.filler(0)
}

// misplaced are replies with the gold where it does not count, or not alone.
func (b *builder) misplaced(f extract.Format) []Attack {
	gold, wrong := extract.Wrap(f, b.gold), extract.Wrap(f, b.wrong())
	return []Attack{
		{"unclosed_think", f, "<think>\n" + gold},
		{"gold_in_think", f, "<think>\n" + gold + "\n</think>\nI am done."},
		{"gold_then_wrong", f, thought + gold + "\n" + wrong},
		{"wrong_then_gold", f, thought + wrong + "\n" + gold},
	}
}

// unmarked are replies without any marked answer.
func (b *builder) unmarked() []Attack {
	return []Attack{
		{Name: "empty_reply"},
		{Name: "blank_reply", Reply: " \n\t\n "},
		{Name: "unmarked_gold", Reply: thought + "The answer is " + b.gold},
		{Name: "unmarked_long", Reply: padding + b.gold},
	}
}
