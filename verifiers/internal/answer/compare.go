package answer

import (
	"slices"

	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/budget"
	"gander/verifiers/internal/expr"
)

// comparer holds what one comparison needs.
type comparer struct {
	policy *Policy
	budget *budget.Budget
	part   int // which part of the gold is compared; see Policy.AbsTol
}

// without is c with further rows refused: those that would add up with the row in hand
// to pay for another value.
func (c *comparer) without(rows ...Row) *comparer {
	p := *c.policy
	p.Refuse = append(slices.Clip(p.Refuse), rows...)
	return &comparer{policy: &p, budget: c.budget, part: c.part}
}

// Compare says whether got is as good an answer as gold under p. A gold or answer that
// was read with another policy compares the same.
func Compare(gold, got *Answer, p Policy, b *budget.Budget) Result {
	c := comparer{policy: &p, budget: b}
	r := c.compare(gold, got)
	if b.Spent() && !r.is(Undecided) {
		return undecided(ErrSpent.Error())
	}
	return r
}

func (c *comparer) compare(gold, got *Answer) Result {
	if letter := choice(gold); letter != "" && c.policy.allows(ChoiceText) {
		if r, ok := chosen(letter, got); ok {
			return r
		}
	}
	if r, ok := c.labelled(gold, got); ok {
		return r
	}
	if g := letters(gold.form); len(g) > 1 && g == letters(got.form) && c.policy.allows(ChoiceText) {
		return right(Exact, "").by(ChoiceText)
	}
	if !sameKinds(gold.domains(got), got.domains(gold)) {
		return undecided("the names stand for numbers of different kinds")
	}
	var r Result
	if to, ok := c.rename(gold, got); ok {
		again := reader{policy: c.policy, budget: c.budget}
		r = c.forms(gold.form, again.read(algebra.Rename(got.tree, to))).by(BoundNames)
	} else {
		r = c.forms(gold.form, got.form)
	}
	if !r.is(Right) {
		if f, ok := c.families(gold, got); ok {
			return f
		}
	}
	return r
}

// forms compares two forms: by the type of the gold, once the name of an answer has been
// dealt with.
func (c *comparer) forms(g, a form) Result {
	if v, ok := a.(named); ok {
		if r, done := c.namedAnswer(g, v); done {
			return r
		}
		return c.forms(g, v.value).by(NameDropped)
	}
	switch g := g.(type) {
	case named:
		return c.named(g, a)
	case record:
		return c.record(g, a)
	case scalar:
		return c.scalar(g, a)
	case series:
		return c.series(g, a)
	case region:
		return c.region(g, a)
	case relation:
		return c.relation(g, a)
	case grid:
		return c.grid(g, a)
	case ratio:
		return c.ratio(g, a)
	case clock:
		return c.clock(g, a)
	case word:
		return c.word(g, a)
	}
	if sameText(g, a) {
		return right(Exact, "written the same")
	}
	return undecided("the gold has no type that can be compared")
}

// sameText says whether two forms without a type are written the same.
func sameText(g, a form) bool {
	switch g := g.(type) {
	case opaque:
		a, ok := a.(opaque)
		return ok && expr.Same(g.tree, a.tree)
	case verbatim:
		a, ok := a.(verbatim)
		return ok && g == a
	}
	return false
}
