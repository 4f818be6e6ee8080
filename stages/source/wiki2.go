package source

import (
	"slices"

	"gander/schemas"
)

// wiki2Row is a row of 2WikiMultihopQA (Ho et al. 2020): HotpotQA plus the facts that
// lead to the answer. Its sentences have no space around them.
type wiki2Row struct {
	hotpotRow
	Evidences []tuple `json:"evidences"` // [subject, relation, object]
}

// parseWiki2 reads a row of 2WikiMultihopQA. Each evidence becomes a step that asks
// "subject >> relation", the notation of MuSiQue for such facts.
func parseWiki2(text []byte) (schemas.Question, *refusal) {
	var r wiki2Row
	if why := decode(text, &r); why != nil {
		return schemas.Question{}, why
	}
	if why := need(field{"evidences", r.Evidences != nil}); why != nil {
		return schemas.Question{}, why
	}
	q, why := r.question(" ")
	if why != nil {
		return schemas.Question{}, why
	}
	for _, t := range r.Evidences {
		subject, relation, object, ok := t.triple()
		if !ok {
			return q, refuse(wrongType, `field "evidences" has an entry that is not [subject, relation, object]`)
		}
		q.Steps = append(q.Steps, schemas.Step{
			Question: subject + " >> " + relation,
			Answer:   object,
			Passage:  supportingPassage(q.Passages, subject),
		})
	}
	return q, nil
}

// triple takes the tuple as [subject, relation, object].
func (t tuple) triple() (subject, relation, object string, ok bool) {
	if len(t) != 3 {
		return "", "", "", false
	}
	subject, ok1 := t[0].(string)
	relation, ok2 := t[1].(string)
	object, ok3 := t[2].(string)
	return subject, relation, object, ok1 && ok2 && ok3
}

// supportingPassage is the index of the supporting passage called title, -1 without one.
func supportingPassage(passages []schemas.Passage, title string) int32 {
	return int32(slices.IndexFunc(passages, func(p schemas.Passage) bool {
		return p.Supporting && p.Title == title
	}))
}
