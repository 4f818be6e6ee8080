package source

import (
	"fmt"
	"slices"
	"strings"

	"gander/schemas"
)

// auto is the layout that is found out from the first rows of each file.
const auto = "auto"

// layout is a way to write a question as one JSON object.
type layout struct {
	name string
	// fields are in every row of the layout.
	fields []string
	// license is what rows come under that do not say so themselves.
	license []string
	parse   parser[schemas.Question]
}

// layouts are all that can be read. A layout with the fields of another one and more
// stands before it.
var layouts = []layout{
	{"2wikimultihopqa", []string{"question", "context", "supporting_facts", "evidences"}, []string{"Apache-2.0"}, parseWiki2},
	{"hotpotqa", []string{"question", "context", "supporting_facts"}, []string{"CC-BY-SA-4.0"}, parseHotpotQA},
	{"musique", []string{"question", "paragraphs"}, []string{"CC-BY-4.0"}, parseMuSiQue},
	{"qa", []string{"question", "passages"}, nil, parseQA},
}

// layoutNames are the names of all layouts.
func layoutNames() (names []string) {
	for _, l := range layouts {
		names = append(names, l.name)
	}
	return names
}

// layoutByName returns the layout called name, which must be one.
func layoutByName(name string) layout {
	i := slices.IndexFunc(layouts, func(l layout) bool { return l.name == name })
	if i < 0 {
		panic(fmt.Sprintf("source: no layout is called %q; give one of %s", name, strings.Join(layoutNames(), ", ")))
	}
	return layouts[i]
}

// parserFor is the parser of a layout with everything filled in: Source, License, ID.
// A license that is not empty replaces every other.
func (l layout) parserFor(license string) parser[schemas.Question] {
	return func(text []byte) (schemas.Question, *refusal) {
		q, why := l.parse(text)
		if why == nil {
			why = tidy(&q)
		}
		if why != nil {
			return schemas.Question{}, why
		}
		q.Source = l.name
		switch {
		case license != "":
			q.License = []string{license}
		case len(q.License) == 0:
			q.License = l.license
		}
		q.ID = schemas.QuestionID(q)
		return q, nil
	}
}

// tidy brings a question into the shape that package schemas promises and refuses
// one that cannot be used in any layout.
func tidy(q *schemas.Question) *refusal {
	q.Text = oneLine(q.Text)
	q.Answer = strings.TrimSpace(q.Answer)
	switch {
	case q.Text == "":
		return refuse(blankQuestion, "the question is empty")
	case q.Answer == "":
		return refuse(noAnswer, "the answer is empty")
	case len(q.Passages) == 0:
		return refuse(noPassages, "there are no passages")
	}
	q.Aliases = otherNames(q.Answer, q.Aliases)
	supported := false
	for i := range q.Passages {
		p := &q.Passages[i]
		p.Title = oneLine(p.Title)
		if p.Supporting && strings.TrimSpace(p.Text) == "" {
			return refuse(badSupport, "passage %d is marked as supporting and empty", i)
		}
		supported = supported || p.Supporting
	}
	if !supported {
		return refuse(badSupport, "no passage is marked as supporting")
	}
	for i, s := range q.Steps {
		if s.Passage < -1 || int(s.Passage) >= len(q.Passages) {
			return refuse(badSupport, "step %d names passage %d of %d", i, s.Passage, len(q.Passages))
		}
	}
	return nil
}

// oneLine trims s and, where it has line breaks, writes it on one line.
func oneLine(s string) string {
	if strings.ContainsAny(s, "\r\n") {
		return strings.Join(strings.Fields(s), " ")
	}
	return strings.TrimSpace(s)
}

// otherNames are the aliases that are not blank, not the name and not repeated.
func otherNames(name string, aliases []string) (others []string) {
	for _, a := range aliases {
		a = strings.TrimSpace(a)
		if a != "" && a != name && !slices.Contains(others, a) {
			others = append(others, a)
		}
	}
	return others
}
