package source

import (
	"slices"
	"strings"

	"gander/schemas"
)

// hotpotRow is a row of HotpotQA, distractor setting (Yang et al. 2018). Its sentences
// carry their own space in front, except the first of a passage.
type hotpotRow struct {
	ID       string  `json:"_id"`
	Question *string `json:"question"`
	Answer   *string `json:"answer"`
	Type     string  `json:"type"`
	Facts    []tuple `json:"supporting_facts"` // [title, number of a sentence]
	Context  []tuple `json:"context"`          // [title, [sentence, …]]
}

// tuple is a list of values of several types.
type tuple []any

// parseHotpotQA reads a row of HotpotQA.
func parseHotpotQA(text []byte) (schemas.Question, *refusal) {
	var r hotpotRow
	if why := decode(text, &r); why != nil {
		return schemas.Question{}, why
	}
	return r.question("")
}

// question is the row as a question whose sentences are joined by space.
func (r hotpotRow) question(space string) (q schemas.Question, why *refusal) {
	if why := need(
		field{"question", r.Question != nil},
		field{"supporting_facts", r.Facts != nil},
		field{"context", r.Context != nil},
	); why != nil {
		return q, why
	}
	q = schemas.Question{SourceID: r.ID, Text: *r.Question, Type: r.Type}
	places := make([][]int32, len(r.Context)) // sentence -> index into SentenceEnds
	for i, t := range r.Context {
		title, sentences, ok := t.paragraph()
		if !ok {
			return q, refuse(wrongType, `field "context" has a passage that is not [title, [sentence, …]]`)
		}
		var p schemas.Passage
		p, places[i] = join(title, sentences, space)
		q.Passages = append(q.Passages, p)
	}
	for _, t := range r.Facts {
		title, sentence, ok := t.sentence()
		if !ok {
			return q, refuse(wrongType, `field "supporting_facts" has an entry that is not [title, number]`)
		}
		if !mark(q.Passages, places, title, sentence) {
			return q, refuse(badSupport, "supporting_facts name sentence %d of %q, which is not there", sentence, title)
		}
	}
	why = setAnswer(&q, r.Answer)
	return q, why
}

// paragraph takes the tuple as [title, [sentence, …]].
func (t tuple) paragraph() (title string, sentences []string, ok bool) {
	if len(t) != 2 {
		return "", nil, false
	}
	title, isText := t[0].(string)
	list, isList := t[1].([]any)
	for _, v := range list {
		s, isSentence := v.(string)
		isText = isText && isSentence
		sentences = append(sentences, s)
	}
	return title, sentences, isText && isList
}

// sentence takes the tuple as [title, number of a sentence].
func (t tuple) sentence() (title string, number int, ok bool) {
	if len(t) != 2 {
		return "", 0, false
	}
	title, isText := t[0].(string)
	n, isNumber := t[1].(float64)
	number = int(n)
	return title, number, isText && isNumber && float64(number) == n
}

// join is a paragraph as a passage, its sentences joined by space. Sentences without a
// single byte have no place in it: -1 in places.
func join(title string, sentences []string, space string) (p schemas.Passage, places []int32) {
	var text strings.Builder
	for _, s := range sentences {
		if s == "" {
			places = append(places, -1)
			continue
		}
		if text.Len() > 0 {
			text.WriteString(space)
		}
		text.WriteString(s)
		places = append(places, int32(len(p.SentenceEnds)))
		p.SentenceEnds = append(p.SentenceEnds, int32(text.Len()))
	}
	p.Title, p.Text = title, text.String()
	return p, places
}

// mark marks a sentence, in the first passage with that title and that sentence; titles
// may be repeated. It returns false where there is none.
func mark(passages []schemas.Passage, places [][]int32, title string, sentence int) bool {
	for i := range passages {
		p := &passages[i]
		if p.Title != title || sentence < 0 || sentence >= len(places[i]) || places[i][sentence] < 0 {
			continue
		}
		p.Supporting = true
		p.SupportingSentences = insert(p.SupportingSentences, places[i][sentence])
		return true
	}
	return false
}

// insert puts v into a sorted list that has no repeats.
func insert(list []int32, v int32) []int32 {
	i, found := slices.BinarySearch(list, v)
	if found {
		return list
	}
	return slices.Insert(list, i, v)
}
