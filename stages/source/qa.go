package source

import "gander/schemas"

// qaRow is a row of our own layout; docs/layouts.md describes it.
type qaRow struct {
	ID       string   `json:"id"`
	Question *string  `json:"question"`
	Answer   *string  `json:"answer"`
	Aliases  []string `json:"aliases"`
	Type     string   `json:"type"`
	License  any      `json:"license"` // a name or a list of names
	Passages []struct {
		Title      string  `json:"title"`
		Text       *string `json:"text"`
		Supporting bool    `json:"supporting"`
	} `json:"passages"`
	Steps []struct {
		Question string `json:"question"`
		Answer   string `json:"answer"`
		Passage  *int32 `json:"passage"`
	} `json:"steps"`
}

// parseQA reads a row of our own layout.
func parseQA(row []byte) (q schemas.Question, why *refusal) {
	var r qaRow
	if why := decode(row, &r); why != nil {
		return q, why
	}
	if why := need(
		field{"question", r.Question != nil},
		field{"passages", r.Passages != nil},
	); why != nil {
		return q, why
	}
	license, ok := names(r.License)
	if !ok {
		return q, refuse(wrongType, `field "license" is not a name or a list of names`)
	}
	q = schemas.Question{
		SourceID: r.ID, Text: *r.Question, Aliases: r.Aliases, Type: r.Type, License: license,
	}
	for _, p := range r.Passages {
		if p.Text == nil {
			return q, refuse(missingField, `no field "text" in a passage`)
		}
		q.Passages = append(q.Passages, schemas.Passage{Title: p.Title, Text: *p.Text, Supporting: p.Supporting})
	}
	for _, s := range r.Steps {
		step := schemas.Step{Question: s.Question, Answer: s.Answer, Passage: -1}
		if s.Passage != nil {
			step.Passage = *s.Passage
		}
		q.Steps = append(q.Steps, step)
	}
	why = setAnswer(&q, r.Answer)
	return q, why
}

// names takes a JSON value as a name, a list of names, or nothing.
func names(value any) (all []string, ok bool) {
	switch value := value.(type) {
	case nil:
		return nil, true
	case string:
		return otherNames("", []string{value}), true
	case []any:
		for _, v := range value {
			name, isText := v.(string)
			if !isText {
				return nil, false
			}
			all = append(all, name)
		}
		return otherNames("", all), true
	}
	return nil, false
}
