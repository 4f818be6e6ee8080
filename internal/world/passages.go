package world

import (
	"bytes"
	"slices"

	"gander/schemas"
)

// A question comes with this many passages.
const fewestPassages, mostPassages = 8, 10

// passages writes the supporting pages and as many near misses as are wanted into out,
// in an order drawn for the question, and the steps, which point at them.
func (q *inquiry) passages(out *schemas.Question) {
	want := fewestPassages + q.r.IntN(mostPassages-fewestPassages+1)
	taken := make([]entity, 0, mostPassages)
	found := make([]schemas.Passage, 0, mostPassages)
	var p page
	for _, ev := range q.proof {
		p.write(q.w, ev.page)
		passage := p.passage()
		passage.Supporting = true
		for _, r := range ev.relations {
			passage.SupportingSentences = append(passage.SupportingSentences, p.sentenceOf(r))
		}
		slices.Sort(passage.SupportingSentences)
		passage.SupportingSentences = slices.Compact(passage.SupportingSentences)
		taken, found = append(taken, ev.page), append(found, passage)
	}
	for _, e := range q.nearMisses() {
		if len(found) == want {
			break
		}
		taken, found = q.tryNearMiss(&p, e, taken, found)
	}
	// A small world can run out of near misses; the pages after the first do then.
	for e := q.proof[0].page; len(found) < want; {
		e = (e + 1) % entity(q.w.pages)
		taken, found = q.tryNearMiss(&p, e, taken, found)
	}

	place := q.r.Perm(len(found))
	out.Passages = make([]schemas.Passage, len(found))
	for i, passage := range found {
		out.Passages[place[i]] = passage
	}
	out.Steps = make([]schemas.Step, len(q.steps))
	for i, s := range q.steps {
		out.Steps[i] = schemas.Step{Question: s.question, Answer: s.answer, Passage: -1}
		if n := slices.Index(taken, s.page); n >= 0 {
			out.Steps[i].Passage = int32(place[n])
		}
	}
}

// tryNearMiss adds the page of e unless it is there already or gives the answer away.
// A count needs no look: no page states a number so small.
func (q *inquiry) tryNearMiss(p *page, e entity, taken []entity, found []schemas.Passage) ([]entity, []schemas.Passage) {
	if slices.Contains(taken, e) {
		return taken, found
	}
	p.write(q.w, e)
	if q.shun != "" && bytes.Contains(p.text, []byte(q.shun)) {
		return taken, found
	}
	return append(taken, e), append(found, p.passage())
}

// nearMisses are pages that look like they could help, best first: rivals of the
// answer, near twins of supporting pages, pages that mention what those are about in
// passing, and pages of the same role near by.
func (q *inquiry) nearMisses() []entity {
	out := make([]entity, 0, 64)
	for i := 0; i < len(q.rivals) && i < 3; i++ {
		out = append(out, q.rivals[i])
	}
	for _, ev := range q.proof {
		if t, ok := q.w.twin(ev.page); ok {
			out = append(out, t)
		}
	}
	for n := range nodOffsets {
		for _, ev := range q.proof {
			out = append(out, q.w.nodder(ev.page, n))
		}
		for _, ev := range q.proof {
			out = append(out, q.w.neighbor(ev.page, n+1))
		}
	}
	return out
}

// passage is what was written, as a passage that supports nothing.
func (p *page) passage() schemas.Passage {
	return schemas.Passage{
		Title:        p.w.title(p.e),
		Text:         string(p.text),
		SentenceEnds: slices.Clone(p.ends),
	}
}
