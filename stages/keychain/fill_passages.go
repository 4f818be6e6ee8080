package keychain

import "slices"

// selectPassages fills a context for e as the published generator does: all its own
// passages and loose ones of the same source, ten more at a time while the passages
// and the reserved answer keep to the budget; and random questions for the other chains.
func selectPassages(c Config, e *entry, others []*entry, base int) (selection, *refusal) {
	s := selection{passages: slices.Clone(e.passages), candidates: []*entry{e}}
	tokens := base + tokensOf(e.passages)
	if tokens+reserved > c.Budget {
		return s, refuse("length", "the question's own passages need %d tokens, the budget is %d", tokens+reserved, c.Budget)
	}
	seen := map[string]bool{}
	for _, p := range e.passages {
		seen[p.body] = true
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
	if odd := (len(e.passages) + len(loose)) % 10; odd <= len(loose) {
		loose = loose[:len(loose)-odd]
	}
	if len(s.candidates) < c.chains() {
		return s, refuse("chains", "%d of %d chains found a question of source %q", len(s.candidates), c.chains(), e.question.Source)
	}
	s.passages = append(s.passages, loose...)
	return s, nil
}

func tokensOf(passages []*passage) (n int) {
	for _, p := range passages {
		n += p.tokens
	}
	return n
}

// chains is the number of question chains where it does not follow from the filler.
func (c Config) chains() int {
	if c.Chains > 0 {
		return c.Chains
	}
	return max(1, c.Budget/1024)
}
