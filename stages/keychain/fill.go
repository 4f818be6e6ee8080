package keychain

import (
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

// fewestChains is how many chains a context has at least where their number is left
// open: with one, the true question is the only one in the text.
const fewestChains = 2

// selectSets fills a context for e with whole passage sets of others, in their
// order, each with its question as a candidate. Near misses that would give away the
// answer of any candidate are left out, and some more at random to meet the window. When
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
	wanted := c.Chains
	if wanted == 0 {
		wanted = fewestChains
	}
	tries := 0
	for _, o := range others {
		enough := len(f.candidates) >= wanted
		if enough && (f.tokens >= want.low || c.Chains > 0) || tries == dropTries {
			break
		}
		if !f.accepts(o) {
			continue
		}
		f.addSet(o)
		if f.tokens > want.high && !f.trim(want, r) {
			f.removeSet(o)
			tries++
		}
	}
	f.trim(want, r) // the question's own near misses alone may be too much
	if len(f.candidates) < wanted {
		return f.selection, refuse("chains", "%d of %d chains found a question with another answer whose passages fit in; give more questions or a larger budget", len(f.candidates), wanted)
	}
	f.addLoose(others, want, r)
	if f.tokens < want.low || f.tokens > want.high {
		return f.selection, refuse("length", "the pool fills %d tokens of %d to %d; give more questions or a smaller budget", f.tokens, want.low, want.high)
	}
	return f.selection, nil
}

// A filling is a selection on its way to the window. No passage in it holds a gold of a
// candidate but those that support that candidate, and no two are versions of one page.
type filling struct {
	selection
	e         *entry
	tokens    int
	titles    map[string]bool // of every passage
	asked     map[int]bool    // numbers of the candidates
	golds     map[string]bool // of the candidates
	mentioned map[int]int     // passages that hold a gold of a question they do not support
}

// newFilling starts with what must be there.
func newFilling(e *entry, base int) *filling {
	f := &filling{
		e: e, tokens: base,
		titles: map[string]bool{}, asked: map[int]bool{}, golds: map[string]bool{}, mentioned: map[int]int{},
	}
	f.ask(e)
	return f
}

// ask makes o a candidate, with its supporting passages.
func (f *filling) ask(o *entry) {
	f.candidates = append(f.candidates, o)
	f.asked[o.number] = true
	for _, g := range o.golds {
		f.golds[g] = true
	}
	f.tokens += o.chain
	for _, p := range o.supporting {
		f.add(p)
	}
}

func (f *filling) add(p *passage) {
	f.passages = append(f.passages, p)
	f.count(p, 1)
}

// count enters a passage, or with -1 takes it out again.
func (f *filling) count(p *passage, by int) {
	f.tokens += by * p.tokens
	if by > 0 {
		f.titles[p.title] = true
	} else {
		delete(f.titles, p.title)
	}
	for _, m := range p.mentions {
		if !p.supports(m) {
			f.mentioned[m] += by
		}
	}
}

// supports says whether p is a supporting passage of question number n.
func (p *passage) supports(n int) bool { return p.supporting && p.owner.number == n }

func (f *filling) has(p *passage) bool {
	if len(p.title) > 1 {
		return f.titles[p.title]
	}
	return slices.ContainsFunc(f.passages, func(q *passage) bool { return q.body == p.body })
}

// fits says whether p is new here and holds no gold of a candidate that it does not support.
func (f *filling) fits(p *passage) bool {
	return !f.has(p) && !slices.ContainsFunc(p.mentions, func(m int) bool { return f.asked[m] && !p.supports(m) })
}

// accepts says whether o may be a candidate beside those chosen: another question with
// another answer that stands nowhere in the text yet, whose supporting passages fit.
func (f *filling) accepts(o *entry) bool {
	if len(o.supporting) == 0 || f.mentioned[o.number] > 0 ||
		slices.ContainsFunc(o.golds, func(g string) bool { return f.golds[g] }) || !rivals(f.e, o) {
		return false
	}
	return !slices.ContainsFunc(o.supporting, func(p *passage) bool { return !f.fits(p) })
}

func (f *filling) addSet(o *entry) {
	f.ask(o)
	f.addNear(o)
}

// removeSet takes out the set added last.
func (f *filling) removeSet(o *entry) {
	f.candidates = f.candidates[:len(f.candidates)-1]
	delete(f.asked, o.number)
	for _, g := range o.golds {
		delete(f.golds, g)
	}
	f.tokens -= o.chain
	f.remove(func(p *passage) bool { return p.owner == o })
}

func (f *filling) remove(gone func(*passage) bool) {
	f.passages = slices.DeleteFunc(f.passages, func(p *passage) bool {
		if gone(p) {
			f.count(p, -1)
			return true
		}
		return false
	})
}

// addNear adds the near misses of o that may stand here.
func (f *filling) addNear(o *entry) {
	for _, p := range o.near {
		if f.fits(p) {
			f.add(p)
		}
	}
}

// trim leaves out near misses, chosen at random over all sets, so that the length
// falls into the window; it changes nothing and returns false when no choice does that.
func (f *filling) trim(want window, r *rand.Rand) bool {
	if f.tokens <= want.high {
		return f.tokens >= want.low
	}
	var near []*passage
	for _, p := range f.passages {
		if !p.supports(p.owner.number) || !f.asked[p.owner.number] {
			near = append(near, p)
		}
	}
	r.Shuffle(len(near), func(i, j int) { near[i], near[j] = near[j], near[i] })
	near = near[:min(len(near), droppable)]
	sizes := make([]int, len(near))
	for i, p := range near {
		sizes[i] = p.tokens
	}
	drop, ok := subsetSum(sizes, f.tokens-want.high, f.tokens-want.low)
	if !ok {
		return false
	}
	gone := map[*passage]bool{}
	for _, d := range drop {
		gone[near[d]] = true
	}
	f.remove(func(p *passage) bool { return gone[p] })
	return true
}

// addLoose adds passages of others one by one, without their questions, until the
// length falls into the window or nothing is left.
func (f *filling) addLoose(others []*entry, want window, r *rand.Rand) {
	for _, o := range others {
		if f.asked[o.number] {
			continue
		}
		for _, p := range o.passages {
			if f.tokens >= want.low {
				return
			}
			if !f.fits(p) {
				continue
			}
			f.add(p)
			if f.tokens > want.high && !f.trim(want, r) {
				f.remove(func(q *passage) bool { return q == p })
			}
		}
	}
}
