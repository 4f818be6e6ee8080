package source

import (
	"fmt"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"

	"gander/schemas"
)

func TestMain(m *testing.M) { ptest.Main(m) }

// describe is a question as a reader would sketch it: supporting passages and
// sentences carry a star.
func describe(q schemas.Question) string {
	var b strings.Builder
	fmt.Fprintf(&b, "question: %s\n", q.Text)
	fmt.Fprintf(&b, "answer: %s\n", strings.Join(append([]string{q.Answer}, q.Aliases...), " | "))
	fmt.Fprintf(&b, "from: %s %s, type %q, license %s\n", q.Source, q.SourceID, q.Type, strings.Join(q.License, ", "))
	for i, p := range q.Passages {
		fmt.Fprintf(&b, "passage %d%s %s: %s\n", i, star(p.Supporting), p.Title, sketch(p))
	}
	for _, s := range q.Steps {
		fmt.Fprintf(&b, "step: %s -> %s (passage %d)\n", s.Question, s.Answer, s.Passage)
	}
	return b.String()
}

// sketch sets every sentence of a passage in brackets.
func sketch(p schemas.Passage) string {
	if len(p.SentenceEnds) == 0 {
		return p.Text
	}
	var b strings.Builder
	start := int32(0)
	for i, end := range p.SentenceEnds {
		marked := false
		for _, s := range p.SupportingSentences {
			marked = marked || int(s) == i
		}
		fmt.Fprintf(&b, "[%s]%s", p.Text[start:end], star(marked))
		start = end
	}
	return b.String()
}

func star(marked bool) string {
	if marked {
		return "*"
	}
	return ""
}

// read reads everything that c names; the paths of a test are relative to its folder.
func read(t testing.TB, c QuestionsConfig) (questions []schemas.Question, rejects []schemas.Reject) {
	t.Helper()
	err := c.Read("questions", 1,
		func(q schemas.Question) { questions = append(questions, q) },
		func(r schemas.Reject) { rejects = append(rejects, r) })
	if err != nil {
		t.Fatalf("reading %s: %v", c.Input, err)
	}
	return questions, rejects
}

// from is a source of questions in files.
func from(input, layout string) QuestionsConfig {
	c := DefaultQuestions()
	c.Input, c.Layout = input, layout
	return c
}
