package sink

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/direct"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"

	"gander/internal/files"
	"gander/internal/keyed"
	"gander/internal/stage"
	"gander/schemas"
)

func TestMain(m *testing.M) { ptest.Main(m) }

func init() {
	beam.RegisterType(reflect.TypeFor[*makeFn]())
}

// words are the text of test tasks.
var words = strings.Fields("the river that runs past the old town was named after a ship whose captain wrote two books about bridges")

func text(r interface{ IntN(int) int }, n int) string {
	var out strings.Builder
	for out.Len() < n {
		out.WriteString(words[r.IntN(len(words))])
		out.WriteByte(' ')
	}
	return out.String()
}

// task is test task i with a prompt of about size bytes.
func task(i, size int) schemas.Task {
	r := keyed.Stream(1, fmt.Sprint(i), "sink/test")
	t := schemas.Task{
		Kind: "keychain", Answer: words[i%len(words)], AnswerIndex: -1, Verifier: "text_strict@1", VerifierArgs: "{}",
		Prompt:    []schemas.Message{{Role: "user", Content: fmt.Sprintf("%d: %s", i, text(r, size))}},
		Proof:     schemas.Proof{GoldScore: 1, AttacksPassed: 9, AttacksTotal: 9, Formats: []string{"boxed", "tag"}},
		LabelTier: 1, Tokenizer: "tiktoken:o200k_base", NPromptTokens: int32(size / 4),
		SourceIDs: []string{schemas.Hash("source", fmt.Sprint(i))}, Spans: "[]", Meta: fmt.Sprintf(`{"i":%d}`, i),
		License: []string{"CC-BY-SA-4.0"}, Recipe: "test", Seed: 7,
	}
	t.ID = schemas.TaskID(t)
	return t
}

// reject is test reject i.
func reject(i int) schemas.Reject {
	return schemas.Reject{
		ID: schemas.Hash("reject", fmt.Sprint(i)), Stage: "prove", Reason: []string{"attack_paid", "gold_unpaid"}[i%2],
		Detail: fmt.Sprintf("row %d", i), Raw: "raw",
	}
}

// rows is what a test sends to a sink.
type rows struct {
	// Tasks from First on, and Rejects; Doubled of the tasks come twice.
	First, Tasks, Rejects, Doubled, Size int
	// Shuffle turns the order around.
	Shuffle bool
	// Broken adds a task and a reject with bytes that are no text.
	Broken bool
}

// makeFn makes the rows in the pipeline, so that there may be none.
type makeFn struct{ Rows rows }

func (f *makeFn) ProcessElement(_ context.Context, _ []byte, keep func(schemas.Task), refuse func(schemas.Reject)) {
	size := max(20, f.Rows.Size)
	n := f.Rows.Tasks + f.Rows.Doubled
	for k := range n {
		i := k
		if f.Rows.Shuffle {
			i = n - 1 - k
		}
		t := task(f.Rows.First+i%max(1, f.Rows.Tasks), size)
		if i >= f.Rows.Tasks {
			t.Meta = "{}" // the same task from another source
		}
		keep(t)
	}
	for i := range f.Rows.Rejects {
		refuse(reject(i))
	}
	if f.Rows.Broken {
		t := task(1_000_000, size)
		t.Prompt[0].Content = "broken \xff"
		keep(t)
		refuse(schemas.Reject{ID: schemas.Hash("broken"), Stage: "prove", Reason: "raw", Raw: "broken \xff"})
	}
}

const canonical = "name: test\nseed: 7\n"

// environment is that of a run into out.
func environment(out string, shards int) stage.Env {
	return stage.Env{
		Name: "sink", Recipe: "test", Canonical: canonical, Seed: 7, Shards: shards, Out: out, Work: WorkFolder(out),
	}
}

// run sends rows through the sink on a runner into out, as the command line does.
func run(t testing.TB, runner, out string, shards int, cfg Config, in rows) error {
	t.Helper()
	claim, err := Prepare(out, canonical, nil, false)
	if err != nil {
		return err
	}
	if claim.State == Complete {
		return claim.Release()
	}
	err = send(t, runner, out, shards, cfg, in)
	// As after a process that dies, nothing is swept.
	return errors.Join(err, claim.Release())
}

// send runs the pipeline alone.
func send(t testing.TB, runner, out string, shards int, cfg Config, in rows) error {
	p, s := beam.NewPipelineWithRoot()
	tasks, rejects := beam.ParDo2(s, &makeFn{in}, beam.Impulse(s))
	Write(s, environment(out, shards), cfg, stage.Inputs{Main: tasks, Rejects: rejects})
	_, err := beam.Run(t.Context(), runner, p)
	return err
}

// mustRun is run, which must end well, and gives the manifest.
func mustRun(t testing.TB, runner, out string, shards int, in rows) Manifest {
	t.Helper()
	if err := run(t, runner, out, shards, Default(), in); err != nil {
		t.Fatal(err)
	}
	m, err := ReadManifest(out)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// mustVerify fails on any difference between a folder and its manifest.
func mustVerify(t testing.TB, out string) {
	t.Helper()
	report, err := Verify(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range report.Differences {
		t.Error(d)
	}
}

// content reads a whole data set: path -> bytes.
func content(t testing.TB, out string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, folder := range []string{".", dataTable, rejectsTable} {
		entries, err := files.List(files.Join(out, folder))
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if e.Dir {
				all[e.Name] = "folder"
				continue
			}
			data, err := files.Read(files.Join(out, folder, e.Name))
			if err != nil {
				t.Fatal(err)
			}
			all[files.Join(folder, e.Name)] = string(data)
		}
	}
	return all
}
