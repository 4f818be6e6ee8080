// Package extract finds the one final answer in a reply of a model.
//
// It is apart from the rules so that every rule looks in the same place: reasoning is
// cut off, then a [Policy] says which marks count. Two different final answers are
// none. The work is linear in the reply, nothing is drawn at random, nothing panics.
//
// A policy is a ladder. Each takes the first rung of this list that it has and that the
// reply stands on, and looks no further:
//
//	rung        what it takes                                        policies from
//	mark        \boxed{…} or <answer>…</answer>                      marked
//	statement   what follows "the answer is", in some 40 languages   anchored
//	bare        the whole reply, when it has the look of an answer   free
//	formula     the formula that the text concludes with            formula
//	number      the number, expression or list that it ends with     number
//	text        the whole reply, when it is one short line           free
//
// A reply that starts a rung and does not finish it, as a box without its end or "so the
// answer is" with nothing behind, has no answer: it was cut off. A reply that gives two
// different answers on one rung, or takes its answer back, has none either.
//
// The looser a rung, the more the words around a value have to leave it alone. A
// statement that is supposed, denied or told of others is none. A formula or number of
// running text is an answer only where the last sentence ends with it, checks and
// remarks left out, and neither denies, weakens, compares nor alters it. The lists of
// such words are of the languages that most replies are in and cannot be complete: train
// on the policies with a mark.
package extract

import (
	"strings"
	"unicode/utf8"
)

// Status is how the search for an answer ended.
type Status string

const (
	// Found: exactly one answer; a rule has still to judge it.
	Found Status = "found"
	// Missing: no finished answer where the policy looks for one.
	Missing Status = "missing"
	// Several: more than one final answer, and they differ.
	Several Status = "several"
)

// Policy says which marks make a text the answer of a reply.
type Policy string

const (
	// Marked wants \boxed{…} or <answer>…</answer>, or a box inside the tag. It is the
	// strictest: one tag, boxes that agree to the letter, nothing else.
	Marked Policy = "marked"
	// Boxes wants a box, also written \fbox{…} or \boxed 5. Tags do not count.
	Boxes Policy = "boxed"
	// Tagged wants <answer>…</answer>. Boxes outside of it do not count.
	Tagged Policy = "tag"
	// Anchored takes a mark, else what a phrase such as "the answer is" states.
	Anchored Policy = "anchored"
	// Formula is Anchored, else the last formula.
	Formula Policy = "formula"
	// Number is Anchored, else the last number or plain expression.
	Number Policy = "number"
	// Free takes any rung of the ladder. Boxes that stand together, as in
	// "\boxed{1} and \boxed{2}", are one answer: a list.
	Free Policy = "free"
	// Reference is Free for a text that is trusted, such as the worked solution that a
	// gold answer comes in: of several different boxes or tags the last ones count, and
	// a text of one short line that states nothing is the answer itself.
	Reference Policy = "reference"
)

// Policies lists the policies.
var Policies = []Policy{Marked, Boxes, Tagged, Anchored, Formula, Number, Free, Reference}

// Extraction is what a reply gives as its answer.
type Extraction struct {
	// Status says whether there is one.
	Status Status
	// Answer is the answer without its marks and the blanks around it, as the reply
	// writes it; several boxes or lines that make one list are joined by ", ". The
	// delimiters of a formula are taken off when the formula is all of the answer and
	// stay where it is a part. Answer may be empty: an empty box was found.
	Answer string
	// Detail says in one line why nothing was found.
	Detail string
}

func found(answer string) Extraction   { return Extraction{Status: Found, Answer: answer} }
func nothing(detail string) Extraction { return Extraction{Status: Missing, Detail: detail} }
func several(detail string) Extraction { return Extraction{Status: Several, Detail: detail} }

// Answer finds the one final answer of a reply as p says. A policy that is none of
// [Policies] reads as [Marked].
//
// Reasoning is cut off first, see [Conclusion]. For the policies from [Anchored] on, so
// is everything from the first mark or line of a next turn: what a model writes in the
// name of the user is not its answer. Without a mark, the last 64 KiB are read.
func Answer(reply string, p Policy) Extraction {
	text, ok := Conclusion(reply)
	if !ok {
		return nothing("the reasoning is not closed")
	}
	switch p {
	case Boxes:
		return boxed(text)
	case Tagged:
		return tagged(text)
	case Anchored, Formula, Number, Free, Reference:
		return climb(firstTurn(text), p)
	}
	return marked(text)
}

// climb walks the ladder of the package comment from the top.
func climb(text string, p Policy) Extraction {
	if e, ok := marks(text, p); ok {
		if e.Status == Found && p != Reference {
			if why := markTakenBack(text); why != "" {
				return several(why)
			}
		}
		return undelimited(e)
	}
	t := newPage(ending(text))
	if e, ok := t.statement(p != Anchored); ok {
		return e
	}
	whole := t.all()
	open := (p == Free || p == Reference) && len(t.void) == 0
	if open && (t.bare(whole) && !t.altered(whole) || p == Reference && t.short(whole)) {
		return found(t.plain(whole))
	}
	if e, ok := t.loose(p != Anchored && p != Number, p != Anchored && p != Formula); ok {
		return e
	}
	if open && t.short(whole) {
		return found(t.plain(whole))
	}
	return nothing(missing[p])
}

// maxText is how much of a long text is read for an answer without a mark, in bytes.
const maxText = 1 << 16

// ending is the last maxText bytes of text, from the start of a line or at least of a
// character.
func ending(text string) string {
	if len(text) <= maxText {
		return text
	}
	text = text[len(text)-maxText:]
	if line := strings.IndexByte(text, '\n'); line >= 0 {
		return text[line+1:]
	}
	return strings.TrimLeftFunc(text, func(r rune) bool { return r == utf8.RuneError })
}

// missing says what a policy looked for in vain.
var missing = map[Policy]string{
	Anchored:  "no mark and no statement of an answer",
	Formula:   "no mark, no statement of an answer and no formula",
	Number:    "no mark, no statement of an answer and no number",
	Free:      "nothing that could be an answer",
	Reference: "nothing that could be an answer",
}
