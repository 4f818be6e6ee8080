package source

import (
	"strings"

	"gander/schemas"
)

// musiqueRow is a row of MuSiQue (Trivedi et al. 2022), MuSiQue-Ans or MuSiQue-Full.
type musiqueRow struct {
	ID         string   `json:"id"`
	Question   *string  `json:"question"`
	Answer     *string  `json:"answer"`
	Aliases    []string `json:"answer_aliases"`
	Answerable *bool    `json:"answerable"`
	Steps      []struct {
		Question string `json:"question"`
		Answer   string `json:"answer"`
		// Support is the idx of a paragraph; null where the paragraph was taken out.
		Support *int32 `json:"paragraph_support_idx"`
	} `json:"question_decomposition"`
	Paragraphs []struct {
		Index      *int32  `json:"idx"`
		Title      string  `json:"title"`
		Text       *string `json:"paragraph_text"`
		Supporting bool    `json:"is_supporting"`
	} `json:"paragraphs"`
}

// parseMuSiQue reads a row of MuSiQue. A row without "answerable" can be answered; the
// kind of question is the start of its id, as in 2hop or 3hop1.
func parseMuSiQue(text []byte) (q schemas.Question, why *refusal) {
	var r musiqueRow
	if why := decode(text, &r); why != nil {
		return q, why
	}
	if why := need(
		field{"question", r.Question != nil},
		field{"paragraphs", r.Paragraphs != nil},
	); why != nil {
		return q, why
	}
	if r.Answerable != nil && !*r.Answerable {
		return q, refuse(unanswerable, "answerable is false")
	}
	q = schemas.Question{SourceID: r.ID, Text: *r.Question, Aliases: r.Aliases, Type: hops(r.ID)}
	places := map[int32]int32{} // idx -> index into Passages
	for i, p := range r.Paragraphs {
		if p.Index == nil || p.Text == nil {
			return q, refuse(missingField, `no field "idx" or "paragraph_text" in a paragraph`)
		}
		places[*p.Index] = int32(i)
		q.Passages = append(q.Passages, schemas.Passage{Title: p.Title, Text: *p.Text, Supporting: p.Supporting})
	}
	for _, s := range r.Steps {
		step := schemas.Step{Question: s.Question, Answer: s.Answer, Passage: -1}
		if s.Support != nil {
			place, ok := places[*s.Support]
			if !ok {
				return q, refuse(badSupport, "question_decomposition names paragraph %d, which is not there", *s.Support)
			}
			step.Passage = place
			q.Passages[place].Supporting = true
		}
		q.Steps = append(q.Steps, step)
	}
	why = setAnswer(&q, r.Answer)
	return q, why
}

// hops is the kind of question that an id of MuSiQue starts with: "2hop__1_2" is 2hop.
func hops(id string) string {
	kind, _, ok := strings.Cut(id, "__")
	if !ok || !strings.Contains(kind, "hop") {
		return ""
	}
	return kind
}
