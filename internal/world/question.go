package world

import (
	"math/rand/v2"
	"strconv"
	"strings"

	"gander/internal/keyed"
	"gander/schemas"
)

// inquiry is a question in the making.
type inquiry struct {
	w *World
	r *rand.Rand

	text    string
	answer  string
	aliases []string
	// shun is a text that no near miss may contain; empty where none could.
	shun string

	proof  []evidence // the supporting pages, in the order of the hops
	rivals []entity   // entities that meet part of what is asked
	steps  []step
}

// evidence is a page and the relations that it must state.
type evidence struct {
	page      entity
	relations []relation
}

// step is a hop with the page that gives it; page is -1 where no single page does.
type step struct {
	question, answer string
	page             entity
}

// ask makes question j: the one of family f that starts in a district.
func (w *World) ask(j int, f *family, district int) schemas.Question {
	number := strconv.Itoa(j)
	q := inquiry{w: w, r: keyed.Stream(w.seed, w.id+"q/"+number, "question")}
	start := at(f.start, district)
	switch f.form {
	case comparison:
		q.compare(f, start)
	case intersection:
		q.intersect(f, start)
	case counting:
		q.count(f, start)
	default:
		q.bridge(f, start)
	}
	out := schemas.Question{
		SourceID: w.id + "q/" + number,
		Source:   Source,
		Text:     q.text,
		Answer:   q.answer,
		Aliases:  q.aliases,
		Type:     string(f.form),
		License:  []string{License},
	}
	q.passages(&out)
	out.ID = schemas.QuestionID(out)
	return out
}

// bridge asks for the end of the path.
func (q *inquiry) bridge(f *family, start entity) {
	last := len(f.path) - 1
	e, phrase := q.walk(f.path[:last], start)
	h := f.path[last]
	q.text = fill(q.one(h.asks()), phrase)
	if end, ok := q.follow(e, h); ok {
		q.answerWith(end)
		return
	}
	q.answer = q.w.object(e, h.relation)
	q.shun = q.answer
}

// walk follows the hops of a path, notes evidence and steps, and gives the entity it
// arrives at and a phrase that describes it without its name.
func (q *inquiry) walk(path []hop, start entity) (end entity, phrase string) {
	end, phrase = start, q.w.ref(start)
	for _, h := range path {
		phrase = fill(q.one(h.phrases()), phrase)
		end, _ = q.follow(end, h)
	}
	return end, phrase
}

// asks are the questions for the far end of the hop.
func (h hop) asks() []string {
	if h.back {
		return wordings[h.relation].find
	}
	return wordings[h.relation].ask
}

// phrases name the far end of the hop by the near end.
func (h hop) phrases() []string {
	if h.back {
		return wordings[h.relation].whose
	}
	return wordings[h.relation].the
}

// follow takes a hop from e and notes it; ok is false where it ends at a number.
func (q *inquiry) follow(e entity, h hop) (end entity, ok bool) {
	near := "#" + strconv.Itoa(len(q.steps))
	if len(q.steps) == 0 {
		near = q.w.ref(e)
	}
	s := step{question: fill(h.asks()[0], near), page: e}
	if h.back {
		end, ok = q.w.source(e, h.relation), true
		s.page = end
	} else {
		end, ok = q.w.target(e, h.relation)
	}
	if ok {
		s.answer = q.w.title(end)
	} else {
		s.answer = q.w.object(e, h.relation)
	}
	q.steps = append(q.steps, s)
	q.proof = append(q.proof, evidence{s.page, []relation{h.relation}})
	return end, ok
}

// intersect asks for the one entity that stands in relation pick to the end of the
// path and has a certain word in relation by.
func (q *inquiry) intersect(f *family, start entity) {
	e, phrase := q.walk(f.path, start)
	near := "#" + strconv.Itoa(len(q.steps))

	var all, choice []entity
	switch f.pick {
	case bornIn:
		all = q.w.natives(e)
	case studiedAt:
		all = q.w.alumni(e)
	case liesOn:
		hill, _ := q.w.target(e, mouthAt)
		port, _ := q.w.target(e, flowsThrough)
		all = []entity{port, hill}
	}
	for _, c := range all {
		// Captains are near twins and share their words; the start is named in the question.
		if s := q.w.slot(c); s != captainOne && s != captainTwo && c != start {
			choice = append(choice, c)
		}
	}
	found := choice[q.r.IntN(len(choice))]
	for _, c := range all {
		if c != found {
			q.rivals = append(q.rivals, c)
		}
	}

	word := q.w.word(found, f.by)
	var asks []string
	for _, c := range conditions[f.pick] {
		if c.relation == f.by {
			asks = c.ask
		}
	}
	q.text = strings.Replace(fill(q.one(asks), phrase), "%k", word, 1)
	q.steps = append(q.steps, step{
		question: strings.Replace(fill(asks[0], near), "%k", word, 1), answer: q.w.title(found), page: found,
	})
	q.proof = append(q.proof, evidence{found, []relation{f.pick, f.by}})
	q.answerWith(found)
}

// count asks how many people were born in the town at the end of the path. The answer
// is in digits, its alias in words.
func (q *inquiry) count(f *family, start entity) {
	e, phrase := q.walk(f.path, start)
	near := "#" + strconv.Itoa(len(q.steps))
	natives := q.w.natives(e)
	for _, n := range natives {
		q.proof = append(q.proof, evidence{n, []relation{f.pick}})
	}
	q.text = fill(q.one(counts), phrase)
	q.answer = strconv.Itoa(len(natives))
	q.aliases = []string{numerals[len(natives)]}
	q.steps = append(q.steps, step{question: fill(counts[0], near), answer: q.answer, page: -1})
}

// compare asks which of two neighbors on the ring has the smaller, or the larger,
// number. Neighbors never have the same.
func (q *inquiry) compare(f *family, start entity) {
	pair := [2]entity{start, q.w.neighbor(start, 1)}
	var phrases [2]string
	for i, e := range pair {
		person, _ := q.w.target(e, f.via)
		name := q.w.ref(person)
		phrases[i] = fill(q.one(wordings[f.via].whose), name)
		q.proof = append(q.proof, evidence{e, []relation{f.via, f.measure}})
		q.steps = append(q.steps, step{fill(wordings[f.via].find[0], name), q.w.title(e), e})
	}
	for i, e := range pair {
		ask := fill(wordings[f.measure].ask[0], "#"+strconv.Itoa(i+1))
		q.steps = append(q.steps, step{ask, q.w.object(e, f.measure), e})
	}

	less := q.r.IntN(2) == 0
	winner, said := pair[0], measures[f.measure].more
	if less {
		said = measures[f.measure].less
	}
	if less == (q.w.number(pair[1], f.measure) < q.w.number(pair[0], f.measure)) {
		winner = pair[1]
	}
	fit := func(frame, what, a, b string) string {
		return strings.Replace(strings.Replace(fill(frame, a), "%t", b, 1), "%k", what, 1)
	}
	q.text = fit(q.one(comparisons), q.one(said), phrases[0], phrases[1])
	q.steps = append(q.steps, step{fit(comparisons[0], said[0], "#1", "#2"), q.w.title(winner), winner})
	q.answerWith(winner)
}

// answerWith makes e the answer.
func (q *inquiry) answerWith(e entity) {
	q.answer, q.aliases, q.shun = q.w.title(e), q.w.aliases(e), q.w.root(e)
}

// one draws one of list.
func (q *inquiry) one(list []string) string { return list[q.r.IntN(len(list))] }

// fill puts phrase in the place of %s.
func fill(template, phrase string) string { return strings.Replace(template, "%s", phrase, 1) }
