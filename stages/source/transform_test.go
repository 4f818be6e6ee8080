package source

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/passert"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"

	"gander/internal/fault"
	"gander/internal/stage"
	"gander/internal/tally"
	"gander/runners/runnertest"
	"gander/schemas"
)

func init() {
	register.Function1x1(questionKey)
	register.Function1x1(documentKey)
	register.Function1x1(rejectKey)
}

func questionKey(q schemas.Question) string { return q.ID + " " + q.SourceID }
func documentKey(d schemas.Document) string { return d.ID + " " + d.SourceID }
func rejectKey(r schemas.Reject) string {
	return r.Stage + " " + r.Reason + " " + r.Detail + " " + r.Raw
}

// Every row comes out on one side, once, on any runner.
func TestQuestionsInAPipeline(t *testing.T) {
	tally.Reset()
	dir := t.TempDir()
	var lines []string
	for i := range 300 {
		lines = append(lines, qaLine(i))
	}
	lines[100], lines[200] = "oops", `{"question": "Who?"}`
	write(t, filepath.Join(dir, "a.jsonl"), strings.Join(lines, "\n"))
	write(t, filepath.Join(dir, "b.json"), "["+qaLine(1000)+"]")
	c := from(filepath.Join(dir, "*"), auto)
	rows, rejects := read(t, c)

	p, s := beam.NewPipelineWithRoot()
	out := build(s, Questions, "questions", &c)
	passert.Equals(s, beam.ParDo(s, questionKey, out.Main), keys(rows, questionKey)...)
	passert.Equals(s, beam.ParDo(s, rejectKey, out.Rejects), keys(rejects, rejectKey)...)
	ptest.RunAndValidate(t, p)
	if len(rows) != 299 || len(rejects) != 2 {
		t.Errorf("%d rows and %d rejects of 301", len(rows), len(rejects))
	}
	live := tally.Live()
	if len(live) != 1 || live[0].Out != 299 || live[0].Refused() != 2 || live[0].Busy <= 0 {
		t.Errorf("counted %+v", live)
	}
}

// The world gives the rows of its own functions, for the run seed.
func TestWorldInAPipeline(t *testing.T) {
	questions := QuestionsConfig{Layout: auto, World: WorldConfig{Pages: 600, Questions: 501}}
	documents := DefaultDocuments()
	documents.World.Pages, documents.License = 60, "MIT"
	w, _, err := questions.world(1)
	if err != nil {
		t.Fatal(err)
	}
	var wantQuestions []schemas.Question
	for j := range 501 {
		wantQuestions = append(wantQuestions, w.Question(j))
	}
	var wantDocuments []schemas.Document
	err = documents.Read("documents", 1,
		func(d schemas.Document) { wantDocuments = append(wantDocuments, d) },
		func(r schemas.Reject) { t.Errorf("the world gave a reject: %+v", r) })
	if err != nil {
		t.Fatal(err)
	}
	if len(wantDocuments) != 60 || !slices.Equal(wantDocuments[7].License, []string{"MIT"}) {
		t.Errorf("%d pages with license %v", len(wantDocuments), wantDocuments[7].License)
	}

	p, s := beam.NewPipelineWithRoot()
	q := build(s, Questions, "questions", &questions)
	passert.Equals(s, beam.ParDo(s, questionKey, q.Main), keys(wantQuestions, questionKey)...)
	passert.Empty(s, q.Rejects)
	d := build(s, Documents, "documents", &documents)
	passert.Equals(s, beam.ParDo(s, documentKey, d.Main), keys(wantDocuments, documentKey)...)
	passert.Empty(s, d.Rejects)
	ptest.RunAndValidate(t, p)
}

// What ends a run reaches the user as the message it was, through the runner.
func TestFaultsInAPipeline(t *testing.T) {
	runnertest.EndsEarly(t, "prism")
	dir := t.TempDir()
	cut := filepath.Join(dir, "cut.json")
	write(t, cut, "["+qaLine(1)+",\n{")
	missing := filepath.Join(dir, "missing.jsonl")
	for _, tt := range []struct{ input, want string }{
		{missing, missing + ": no such file; give a file that is there"},
		{cut, cut + ":1: the array does not end; the file looks cut off, fetch it again"},
	} {
		c := from(tt.input, auto)
		p, s := beam.NewPipelineWithRoot()
		build(s, Questions, "questions", &c)
		f := fault.Find(ptest.Run(p))
		if f == nil || f.Text != tt.want {
			t.Errorf("fault %v\nwant %s", f, tt.want)
		}
	}
}

func build(s beam.Scope, of stage.Stage, name string, c any) stage.Outputs {
	return of.Build(s, stage.Env{Name: name, Seed: 1}, c, stage.Inputs{})
}

func keys[T any](rows []T, key func(T) string) (all []any) {
	for _, row := range rows {
		all = append(all, key(row))
	}
	return all
}

func BenchmarkQuestions(b *testing.B) {
	for _, layout := range layoutNames() {
		b.Run(layout, func(b *testing.B) {
			text := []byte(benchRow(layout))
			parse := layoutByName(layout).parserFor("")
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, why := parse(text); why != nil {
					b.Fatal(why)
				}
			}
		})
	}
}

// benchRow is a row as long as the published ones, about 6 kB.
func benchRow(layout string) string {
	sentence := strings.Repeat("The mill stands on the river. ", 5)
	var passages []string
	for i := range 10 {
		switch layout {
		case "musique":
			passages = append(passages, fmt.Sprintf(`{"idx": %d, "title": "T%d", "paragraph_text": %q, "is_supporting": true}`, i, i, strings.Repeat(sentence, 4)))
		case "qa":
			passages = append(passages, fmt.Sprintf(`{"title": "T%d", "text": %q, "supporting": true}`, i, strings.Repeat(sentence, 4)))
		default:
			passages = append(passages, fmt.Sprintf(`["T%d", [%q, %q, %q, %q]]`, i, sentence, sentence, sentence, sentence))
		}
	}
	list := "[" + strings.Join(passages, ", ") + "]"
	head := `{"question": "Who?", "answer": "Ada", `
	switch layout {
	case "musique":
		return head + `"paragraphs": ` + list + "}"
	case "qa":
		return head + `"passages": ` + list + "}"
	case "2wikimultihopqa":
		head += `"evidences": [["T1", "by", "Ada"]], `
	}
	return head + `"supporting_facts": [["T1", 0], ["T2", 3]], "context": ` + list + "}"
}
