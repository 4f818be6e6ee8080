package keychain

import (
	"fmt"
	"math/rand/v2"
	"slices"
)

// A selection is what a context is made of, before it has an order.
type selection struct {
	passages   []*passage
	candidates []*entry // the questions that close chains; the true one first
}

// A window is the range of lengths, in tokens, that a prompt may have.
type window struct{ low, high int }

// dropTries bounds how many further sets are tried when one set is too much and
// nothing in it can be left out.
const dropTries = 64

// droppable bounds how many near misses are looked at when some must go.
const droppable = 64

// selectSets fills a context for e with whole passage sets of others, in their
// order, each with its question as a candidate. Near misses that would give e's answer
// away are left out everywhere, and some more at random to meet the window. When
// there are no more sets or chains, loose passages close the gap.
func selectSets(c Config, e *entry, others []*entry, base int, want window, r *rand.Rand) (selection, *refusal) {
	if len(e.supporting) == 0 {
		return selection{}, refuse("unsupported", "the question marks no supporting passage")
	}
	f := newFilling(e, base)
	if f.tokens > want.high {
		return f.selection, refuse("length", "the supporting passages alone need %d tokens, the budget leaves %d", f.tokens, want.high)
	}
	f.addNear(e)
	tries := 0
	for _, o := range others {
		if f.tokens >= want.low || c.Chains > 0 && len(f.candidates) == c.Chains || tries == dropTries {
			break
		}
		if !f.accepts(o) {
			continue
		}
		before := f.mark()
		f.addSet(o)
		if f.tokens > want.high && !f.trim(want, r) {
			f.undo(before)
			tries++
		}
	}
	f.trim(want, r) // the question's own near misses alone may be too much
	if len(f.candidates) < c.Chains {
		return f.selection, refuse("chains", "%d of %d chains found a question", len(f.candidates), c.Chains)
	}
	f.addLoose(others, want, r)
	if f.tokens < want.low || f.tokens > want.high {
		return f.selection, refuse("length", "the pool fills %d tokens of %d to %d; give more questions or a smaller budget", f.tokens, want.low, want.high)
	}
	return f.selection, nil
}

// A filling is a selection on its way to the window.
type filling struct {
	selection
	e      *entry
	tokens int
	titles map[string]bool // of every passage in it
}

// newFilling starts with what must be there.
func newFilling(e *entry, base int) *filling {
	f := &filling{e: e, tokens: base + e.chain, titles: map[string]bool{}}
	f.candidates = []*entry{e}
	for _, p := range e.supporting {
		f.add(p)
	}
	return f
}

func (f *filling) add(p *passage) {
	f.passages = append(f.passages, p)
	f.tokens += p.tokens
	f.titles[p.title] = true
}

func (f *filling) has(p *passage) bool {
	if len(p.title) > 1 {
		return f.titles[p.title]
	}
	return slices.ContainsFunc(f.passages, func(q *passage) bool { return q.body == p.body })
}

// accepts says whether o may be a candidate beside those chosen: another question with
// another answer, whose supporting passages keep e's answer hidden and are new here.
func (f *filling) accepts(o *entry) bool {
	if len(o.supporting) == 0 || !rivals(f.e, o) {
		return false
	}
	return !slices.ContainsFunc(o.supporting, func(p *passage) bool { return f.has(p) || !p.pureFor(f.e) })
}

func (f *filling) addSet(o *entry) {
	f.candidates = append(f.candidates, o)
	f.tokens += o.chain
	for _, p := range o.supporting {
		f.add(p)
	}
	f.addNear(o)
}

// addNear adds the near misses of o that may stand here.
func (f *filling) addNear(o *entry) {
	for _, p := range o.near {
		if !f.has(p) && p.pureFor(f.e) {
			f.add(p)
		}
	}
}

type mark struct{ passages, candidates, tokens int }

func (f *filling) mark() mark { return mark{len(f.passages), len(f.candidates), f.tokens} }

func (f *filling) undo(m mark) {
	for _, p := range f.passages[m.passages:] {
		delete(f.titles, p.title)
	}
	f.passages, f.candidates, f.tokens = f.passages[:m.passages], f.candidates[:m.candidates], m.tokens
}

// trim leaves out near misses, chosen at random over all sets, so that the length
// falls into the window; it changes nothing and returns false when no choice does that.
func (f *filling) trim(want window, r *rand.Rand) bool {
	if f.tokens <= want.high {
		return f.tokens >= want.low
	}
	var near []int
	for i, p := range f.passages {
		if !p.supporting || !slices.Contains(f.candidates, p.owner) {
			near = append(near, i)
		}
	}
	r.Shuffle(len(near), func(i, j int) { near[i], near[j] = near[j], near[i] })
	near = near[:min(len(near), droppable)]
	sizes := make([]int, len(near))
	for i, n := range near {
		sizes[i] = f.passages[n].tokens
	}
	drop, ok := subsetSum(sizes, f.tokens-want.high, f.tokens-want.low)
	if !ok {
		return false
	}
	gone := map[*passage]bool{}
	for _, d := range drop {
		p := f.passages[near[d]]
		gone[p] = true
		f.tokens -= p.tokens
		delete(f.titles, p.title)
	}
	f.passages = slices.DeleteFunc(f.passages, func(p *passage) bool { return gone[p] })
	return true
}

// addLoose adds passages of others one by one, without their questions, until the
// length falls into the window or nothing is left.
func (f *filling) addLoose(others []*entry, want window, r *rand.Rand) {
	for _, o := range others {
		for _, p := range o.passages {
			if f.tokens >= want.low {
				return
			}
			if slices.Contains(f.candidates, o) || f.has(p) || !p.pureFor(f.e) {
				continue
			}
			before := f.mark()
			f.add(p)
			if f.tokens > want.high && !f.trim(want, r) {
				f.undo(before)
			}
		}
	}
}

// selectPassages fills a context for e as the published generator does: all its own
// passages and loose ones of the same source, ten more at a time while the passages
// and the reserved answer keep to the budget; and random questions for the other chains.
func selectPassages(c Config, e *entry, others []*entry, base int) (selection, *refusal) {
	s := selection{passages: slices.Clone(e.passages), candidates: []*entry{e}}
	tokens := base
	seen := map[string]bool{}
	for _, p := range e.passages {
		seen[p.body] = true
		tokens += p.tokens
	}
	var loose []*passage
	for _, o := range others {
		if o.question.Source != e.question.Source {
			continue
		}
		if len(s.candidates) < c.chains() {
			s.candidates = append(s.candidates, o)
		}
		for _, p := range o.passages {
			if tokens+reserved <= c.Budget && !seen[p.body] {
				seen[p.body] = true
				tokens += p.tokens
				loose = append(loose, p)
			}
		}
	}
	if tokens+reserved > c.Budget && len(loose) > 0 {
		loose = loose[:len(loose)-1] // the one that went over
	}
	loose = loose[:len(loose)-(len(e.passages)+len(loose))%10]
	if len(s.candidates) < c.chains() {
		return s, refuse("chains", "%d of %d chains found a question of source %q", len(s.candidates), c.chains(), e.question.Source)
	}
	s.passages = append(s.passages, loose...)
	return s, nil
}

// chains is the number of question chains where it does not follow from the filler.
func (c Config) chains() int {
	if c.Chains > 0 {
		return c.Chains
	}
	return max(1, c.Budget/1024)
}

// A refusal is why a question becomes no task: a gate's reason code and the evidence.
type refusal struct{ reason, detail string }

func refuse(reason, format string, args ...any) *refusal {
	return &refusal{reason, fmt.Sprintf(format, args...)}
}
