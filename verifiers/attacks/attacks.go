// Package attacks builds the replies that a careless reward rule pays for.
//
// Given the golds of one task, [For] makes replies that a reader who knows the gold
// would call wrong or no answer at all: empty ones, openers, claims and injections,
// letters and near misses of the gold, several answers at once, the answer in the wrong
// place or taken back, the gold of another question, very long and very deep ones. A
// rule is fit for the task when it pays for none of them, see [Attack.Paid].
//
// An attack never equals a gold: near misses change the value of what is written, and a
// fixed text that says a gold is left out. What the golds are, words or numbers or a
// list, is the [verifiers.Kind] of the rule; it decides which changes make another
// answer, such as another order.
//
// Nothing is drawn at random: the same target gives the same replies in the same order.
// The cost is about 0.1 MB of text per format; replies that do not depend on the task
// are built once.
package attacks

import (
	"iter"

	"gander/verifiers"
	"gander/verifiers/extract"
)

// Target is the task under attack.
type Target struct {
	// Kind is what the golds are.
	Kind verifiers.Kind
	// Golds are the right answers, the main one first.
	Golds []string
	// Others are answers known to be wrong.
	Others []string
	// Unmarked says that the rule also takes an answer that no box or tag marks. Attacks
	// are then tried after "The answer is" as well, and the gold there is none.
	Unmarked bool
	// Slack is how far an answer may be from a gold number and still be right; 0 when
	// only the gold is right.
	Slack float64
	// Prompt is the text of the task, for the echo; empty makes none.
	Prompt string
}

// Class says what is wrong with an attack.
type Class string

const (
	// Junk has nothing of the gold in it.
	Junk Class = "junk"
	// Near is another answer, close to the gold or a part of it.
	Near Class = "near"
	// Hedge holds the gold and more: other answers, or words that take it back.
	Hedge Class = "hedge"
	// Misplaced gives the gold where no answer counts, or a second answer beside it.
	Misplaced Class = "misplaced"
	// Resource is long, deep or dear to compute.
	Resource Class = "resource"
)

// Classes lists the classes.
var Classes = []Class{Junk, Near, Hedge, Misplaced, Resource}

// Attack is one reply that must not be paid.
type Attack struct {
	// Name says what was tried, snake_case.
	Name string
	// Class says what is wrong with it.
	Class Class
	// Format is the answer format used, empty for a reply that marks no answer.
	Format extract.Format
	// Reply is the whole reply.
	Reply string
}

// For yields the attacks on t, the marked ones in each of formats, fixed ones of class
// Resource in the first alone. A target without a gold has none. The gold of another question is never left out: where it equals the
// gold, the reward cannot tell the two questions apart, and the task must not be used.
func For(t Target, formats []extract.Format) iter.Seq[Attack] {
	return func(yield func(Attack) bool) {
		if len(t.Golds) == 0 {
			return
		}
		b := newBuilder(t, formats, yield)
		for _, part := range parts {
			if b.stopped {
				return
			}
			part(b)
		}
	}
}

// parts are the makers of attacks, in order.
var parts = []func(*builder){
	(*builder).fixed,
	(*builder).others,
	(*builder).letters,
	(*builder).words,
	(*builder).numbers,
	(*builder).quantity,
	(*builder).expression,
	(*builder).relation,
	(*builder).members,
	(*builder).options,
	(*builder).document,
	(*builder).several,
	(*builder).denials,
	(*builder).code,
	(*builder).misplaced,
	(*builder).unmarked,
	(*builder).long,
}

// others adds the golds of other questions.
func (b *builder) others() {
	for _, o := range b.Others {
		b.mark(Near, "other_gold", o)
	}
}
