package runs_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/direct"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"

	"gander/internal/runs"
	"gander/schemas"
)

func TestMain(m *testing.M) { ptest.Main(m) }

func init() { beam.RegisterType(reflect.TypeFor[*readBackFn]()) }

// readBackFn fails unless a set holds exactly the ids it should, in order.
type readBackFn struct{ Want []string }

func (f *readBackFn) ProcessElement(_ context.Context, set runs.Set, emit func(int64)) error {
	var got []string
	for i := range 3 {
		from, to := runs.Range(i, 3)
		err := runs.Read(set, from, to, func(q schemas.Question) error {
			got = append(got, q.ID)
			if q.Text != "text of "+q.ID {
				return fmt.Errorf("question %s came back as %+v", q.ID, q)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	if !slices.Equal(got, f.Want) {
		return fmt.Errorf("read %v, want %v", got, f.Want)
	}
	emit(set.Rows)
	return nil
}

func TestSpooledRowsComeBackSortedOnEveryRunner(t *testing.T) {
	for _, runner := range []string{"direct", "prism"} {
		for _, n := range []int{0, 1, 500} {
			t.Run(fmt.Sprintf("%s/%d", runner, n), func(t *testing.T) {
				var rows []schemas.Question
				var ids []string
				for i := range n {
					id := schemas.Hash(fmt.Sprint(i))
					ids = append(ids, id)
					rows = append(rows, schemas.Question{ID: id, Text: "text of " + id})
				}
				slices.Sort(ids)
				p, s := beam.NewPipelineWithRoot()
				in := beam.CreateList(s, append(rows, schemas.Question{ID: "drop"}))
				in = beam.ParDo(s, dropFn, in)
				set := runs.Spool[schemas.Question](s, filepath.Join(t.TempDir(), "spool"), in)
				count := beam.ParDo(s, &readBackFn{Want: ids}, set)
				beam.ParDo(s, checkRows, beam.GroupByKey(s, beam.AddFixedKey(s, count)))
				if _, err := beam.Run(t.Context(), runner, p); err != nil {
					t.Fatal(err)
				}
			})
		}
	}
}

func init() {
	beam.RegisterFunction(dropFn)
	beam.RegisterFunction(checkRows)
}

// dropFn lets a collection be empty, which beam.CreateList cannot make.
func dropFn(q schemas.Question, emit func(schemas.Question)) {
	if q.ID != "drop" {
		emit(q)
	}
}

// checkRows fails unless there was exactly one set.
func checkRows(_ int, rows func(*int64) bool) (int64, error) {
	var n, sets int64
	for rows(&n) {
		sets++
	}
	if sets != 1 {
		return 0, fmt.Errorf("%d sets, want one", sets)
	}
	return n, nil
}

func TestARowComesBackAsItWent(t *testing.T) {
	task := schemas.Task{
		ID: "a", Prompt: []schemas.Message{{Role: "user", Content: "broken \xff text"}}, AnswerIndex: -1,
		Proof: schemas.Proof{GoldScore: 1. / 3, Formats: []string{"tag"}}, Seed: -1 << 62,
	}
	data, err := runs.Encode(&task)
	if err != nil {
		t.Fatal(err)
	}
	back, err := runs.Decode[schemas.Task](data)
	if err != nil {
		t.Fatal(err)
	}
	again, err := runs.Encode(&back)
	if err != nil || string(again) != string(data) {
		t.Fatalf("%+v came back as %+v, %v", task, back, err)
	}
	if back.Prompt[0] != task.Prompt[0] || back.Proof.GoldScore != task.Proof.GoldScore || back.Seed != task.Seed {
		t.Fatalf("%+v came back as %+v", task, back)
	}
}

func TestANilListIsAnEmptyList(t *testing.T) {
	bare, _ := runs.Encode(&schemas.Reject{ID: "a"})
	empty, _ := runs.Encode(&schemas.Reject{ID: "a", SourceIDs: []string{}})
	if string(bare) != string(empty) {
		t.Fatal("a nil list and an empty list have different bytes")
	}
}

func TestReadSaysWhatCannotBeDecoded(t *testing.T) {
	w := runs.NewWriter(t.TempDir(), runs.Spill)
	if err := w.Add("key", []byte("not CBOR")); err != nil {
		t.Fatal(err)
	}
	written, err := w.Close()
	if err != nil {
		t.Fatal(err)
	}
	err = runs.Read(runs.Set{Runs: written}, "", "", func(schemas.Task) error { return errors.New("yielded") })
	if err == nil || !strings.HasPrefix(err.Error(), "reading a spooled row: ") {
		t.Fatalf("got %v", err)
	}
}
