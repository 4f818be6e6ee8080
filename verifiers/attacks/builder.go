package attacks

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"gander/internal/text"
	"gander/verifiers"
	"gander/verifiers/extract"
)

// thought is the reasoning before every answer.
const thought = "<think>\nI give an answer.\n</think>\n"

// slot is a place for an answer in a reply.
type slot struct {
	format        extract.Format
	before, after string
}

// slotFor is the slot of a format; the one without a format stands behind a phrase.
func slotFor(f extract.Format) slot {
	if f == "" {
		return slot{before: thought + "The answer is "}
	}
	before, after := f.Marks()
	return slot{f, thought + before, after}
}

// builder makes the attacks on one target.
type builder struct {
	Target
	slots   []slot
	gold    string   // the main gold
	folded  []string // the golds, see text.Fold
	tight   []string // the golds, see tighten
	number  quantity // the main gold
	numeric bool     // the main gold is one number
	fillers []string // two wrong answers that no gold contains
	yield   func(Attack) bool
	stopped bool // nobody wants more
}

func newBuilder(t Target, formats []extract.Format, yield func(Attack) bool) *builder {
	b := &builder{Target: t, gold: t.Golds[0], yield: yield}
	for _, f := range formats {
		b.slots = append(b.slots, slotFor(f))
	}
	if t.Unmarked {
		b.slots = append(b.slots, slotFor(""))
	}
	for _, g := range t.Golds {
		b.folded = append(b.folded, text.Fold(g))
		b.tight = append(b.tight, tighten(g))
	}
	b.number, b.numeric = readQuantity(b.gold)
	b.fillers = b.pick()
	return b
}

// pick chooses the fillers: numbers beside a number that is compared by value, letters
// beside a letter, else names.
func (b *builder) pick() []string {
	free := make([]string, 0, 4)
	switch {
	case b.Kind == verifiers.Math && b.numeric:
		v := b.number.value()
		for _, other := range []struct {
			value float64
			text  string
		}{{17, "17"}, {23, "23"}, {409, "409"}} {
			if math.Abs(v-other.value) > max(b.Slack, 1e-9) && v != 100*other.value { // 1700% is 17
				free = append(free, other.text)
			}
		}
	case b.Kind == verifiers.Choice:
		free = append(free, b.Others...)
	}
	for _, name := range []string{"Lisbon", "Oslo", "Nairobi", "Quito", "Hanoi"} {
		if !b.holds(text.Fold(name)) {
			free = append(free, name)
		}
	}
	return append(free, "Ulaanbaatar", "Ulaanbaatar")[:2]
}

// say adds an answer unless it says a gold.
func (b *builder) say(c Class, name, answer string) {
	if !b.says(c, text.Fold(answer), answer) {
		b.mark(c, name, answer)
	}
}

// says whether an answer, and its fold, may count as a gold. Texts are the same when
// their words are. For golds of other kinds a sign is more than a word: there an answer
// must be written as the gold is, but junk must not say any word of it.
func (b *builder) says(c Class, folded, answer string) bool {
	switch {
	case b.Kind == verifiers.Text:
		return folded != " " && slices.Contains(b.folded, folded)
	case c == Junk:
		return b.holds(folded)
	default:
		return b.written(answer)
	}
}

// change adds a near miss whose value is not that of the gold it was made from.
func (b *builder) change(name, answer string) {
	if !b.written(answer) {
		b.mark(Near, name, answer)
	}
}

// mark adds an answer in every slot. A hedge needs marks that say where the answer ends:
// in running text, what follows the gold may be the next thing said.
func (b *builder) mark(c Class, name, answer string) {
	for _, s := range b.slots {
		if s.format == "" && c == Hedge {
			continue
		}
		b.reply(Attack{name, c, s.format, s.before + answer + s.after})
	}
}

// reply adds one reply.
func (b *builder) reply(a Attack) {
	b.stopped = b.stopped || !b.yield(a)
}

// holds says whether the words of folded stand in some gold.
func (b *builder) holds(folded string) bool {
	return slices.ContainsFunc(b.folded, func(g string) bool { return text.Contains(g, folded) })
}

// written says whether answer is some gold but for blanks and case.
func (b *builder) written(answer string) bool {
	return slices.Contains(b.tight, tighten(answer))
}

// tighten drops blanks and case.
func tighten(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s))
}

// wrong is a gold of another question, or a filler where there is none.
func (b *builder) wrong() string {
	for _, o := range b.Others {
		if !slices.Contains(b.folded, text.Fold(o)) {
			return o
		}
	}
	return b.fillers[0]
}
