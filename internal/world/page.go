package world

import (
	"math/rand/v2"
	"strconv"

	"gander/internal/keyed"
	"gander/schemas"
)

// Between the sentences of its facts a page has this many asides.
const fewestAsides, mostAsides = 4, 6

// page is a page in the making. One page can be written again and again; it keeps
// its memory.
type page struct {
	w    *World
	e    entity
	kind kind
	r    *rand.Rand

	text  []byte
	ends  []int32 // end of each sentence, full stop included
	links []span  // in order
	facts []stated
	plan  []item // sentences after the first

	// doubt says that another entity of this kind was named since the subject was:
	// until the subject is named again, no pronoun may stand for it.
	doubt bool
}

// span is a piece of text and the entity that it names.
type span struct {
	start, end int32
	target     entity
}

// stated says which sentence states a relation.
type stated struct {
	relation relation
	sentence int32
}

// item is one sentence to write.
type item struct {
	sort   itemSort
	number int // of the group or the template
	nod    int // which entity to mention
}

type itemSort uint8

const (
	factItem itemSort = iota
	asideItem
	mentionItem
)

// write fills p with the page of e. What p held before is gone.
func (p *page) write(w *World, e entity) {
	p.w, p.e, p.kind = w, e, w.kind(e)
	p.r = keyed.Stream(w.seed, w.id+"page/"+strconv.Itoa(int(e)), "prose")
	p.text, p.ends, p.links, p.facts = p.text[:0], p.ends[:0], p.links[:0], p.facts[:0]
	p.doubt = false

	p.outline()
	p.writeFact(0)
	for _, it := range p.plan {
		switch it.sort {
		case factItem:
			p.writeFact(it.number)
		case asideItem:
			p.sentence(asideTemplates[p.kind][it.number], nil, 0)
		case mentionItem:
			p.sentence(mentionTemplates[it.number], nil, w.nod(e, it.nod))
		}
	}
}

// outline draws the sentences after the first and their order.
func (p *page) outline() {
	p.plan = p.plan[:0]
	for g := 1; g < len(groups[p.kind]); g++ {
		p.plan = append(p.plan, item{sort: factItem, number: g})
	}
	var deck [16]int
	n := len(asideTemplates[p.kind])
	for i := range n {
		deck[i] = i
	}
	for i := range fewestAsides + p.r.IntN(mostAsides-fewestAsides+1) {
		j := i + p.r.IntN(n-i)
		deck[i], deck[j] = deck[j], deck[i]
		p.plan = append(p.plan, item{sort: asideItem, number: deck[i]})
	}
	m := p.r.IntN(len(mentionTemplates))
	for nod := range nodOffsets {
		p.plan = append(p.plan, item{sort: mentionItem, number: m, nod: nod})
		m = (m + 1 + p.r.IntN(len(mentionTemplates)-1)) % len(mentionTemplates)
	}
	for i := len(p.plan) - 1; i > 0; i-- {
		j := p.r.IntN(i + 1)
		p.plan[i], p.plan[j] = p.plan[j], p.plan[i]
	}
}

// writeFact writes the sentence of group g and notes what it states.
func (p *page) writeFact(g int) {
	templates := groupTemplates[p.kind][g]
	n := p.r.IntN(len(templates))
	for p.doubt && !templates[n].named {
		n = (n + 1) % len(templates)
	}
	relations := groups[p.kind][g].relations
	for _, r := range relations {
		p.facts = append(p.facts, stated{r, int32(len(p.ends))})
	}
	p.sentence(templates[n], relations, 0)
}

// sentence writes t with the objects of relations, or with other as the object where
// there are no relations.
func (p *page) sentence(t template, relations []relation, other entity) {
	if len(p.ends) > 0 {
		p.text = append(p.text, ' ')
	}
	first := len(p.links)
	for i := range t.parts {
		part := &t.parts[i]
		p.text = append(p.text, part.literal...)
		switch part.thing {
		case theSubject, theSubjects:
			p.subject(part.capital, part.thing == theSubjects)
		case object0, object1, anObject0:
			if relations == nil {
				p.entity(other, part.capital, p.r.IntN(2) == 0)
				break
			}
			r := relations[0]
			if part.thing == object1 {
				r = relations[1]
			}
			p.object(r, part)
		case filling:
			p.text = append(p.text, part.filling[p.r.IntN(len(part.filling))]...)
		}
	}
	p.ends = append(p.ends, int32(len(p.text)))

	p.doubt = p.doubt && !t.named
	for _, l := range p.links[first:] {
		p.doubt = p.doubt || p.w.kind(l.target) == p.kind
	}
}

// subject writes what the page is about: its full name in the first sentence, later
// also a pronoun, a surname or a noun.
func (p *page) subject(capital, possessive bool) {
	opening := len(p.ends) == 0
	switch {
	case p.kind == person && !opening:
		if capital && !p.doubt && p.r.IntN(2) == 0 {
			p.text = append(p.text, pronoun(p.w.male(p.e), possessive)...)
			return
		}
		p.text = p.w.appendRoot(p.text, p.e)
	case opening || p.doubt || p.r.IntN(3) == 0:
		p.article(p.kind, capital)
		p.text = p.w.appendTitle(p.text, p.e)
	default:
		p.capitalized(nouns[p.kind], capital)
	}
	if possessive {
		p.text = append(p.text, "'s"...)
	}
}

func pronoun(male, possessive bool) string {
	switch {
	case male && possessive:
		return "His"
	case male:
		return "He"
	case possessive:
		return "Her"
	}
	return "She"
}

// object writes the object of relation r.
func (p *page) object(r relation, at *part) {
	if target, ok := p.w.target(p.e, r); ok {
		p.entity(target, at.capital, false)
		return
	}
	start := len(p.text)
	p.text = p.w.appendObject(p.text, p.e, r)
	if at.thing == anObject0 {
		word := string(p.text[start:])
		p.text = append(append(p.text[:start], indefinite(word)...), word...)
	}
}

// indefinite is the article before a word; by its letter, which is right for every
// word of this package.
func indefinite(word string) string {
	switch word[0] {
	case 'a', 'e', 'i', 'o', 'u':
		return "an "
	}
	return "a "
}

// entity writes a name of e, with its article, and links it.
func (p *page) entity(e entity, capital, aliased bool) {
	p.article(p.w.kind(e), capital)
	start := len(p.text)
	p.text = p.w.appendAnchor(p.text, e, aliased)
	p.links = append(p.links, span{int32(start), int32(len(p.text)), e})
}

func (p *page) article(k kind, capital bool) { p.capitalized(article[k], capital) }

// capitalized writes s, with an upper-case first letter if capital is set.
func (p *page) capitalized(s string, capital bool) {
	start := len(p.text)
	p.text = append(p.text, s...)
	if capital && s != "" {
		p.text[start] -= 'a' - 'A'
	}
}

// sentenceOf is the sentence that states relation r; -1 if none does.
func (p *page) sentenceOf(r relation) int32 {
	for _, f := range p.facts {
		if f.relation == r {
			return f.sentence
		}
	}
	return -1
}

// bounds are the offsets of sentence i, without the blank before it.
func (p *page) bounds(i int32) (start, end int32) {
	if i > 0 {
		start = p.ends[i-1] + 1
	}
	return start, p.ends[i]
}

// document is the page of e.
func (w *World) document(e entity) schemas.Document {
	var p page
	p.write(w, e)
	d := schemas.Document{
		SourceID: w.id + "page/" + strconv.Itoa(int(e)),
		Source:   Source,
		Title:    w.title(e),
		Text:     string(p.text),
		Links:    make([]schemas.Link, len(p.links)),
		Facts:    make([]schemas.Fact, len(p.facts)),
		Aliases:  w.aliases(e),
		License:  []string{License},
	}
	for i, l := range p.links {
		d.Links[i] = schemas.Link{Start: l.start, End: l.end, Target: w.title(l.target)}
	}
	for i, f := range p.facts {
		start, end := p.bounds(f.sentence)
		d.Facts[i] = schemas.Fact{
			Subject: d.Title, Relation: relationNames[f.relation], Object: w.object(e, f.relation),
			Start: start, End: end,
		}
	}
	d.ID = schemas.DocumentID(d)
	return d
}
