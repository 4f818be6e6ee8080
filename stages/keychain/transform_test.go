package keychain

import (
	"fmt"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/passert"

	"gander/internal/stage"
	"gander/runners"
	"gander/runners/runnertest"
	"gander/schemas"
)

func init() {
	register.Function1x1(taskID)
	register.Function1x1(rejectLine)
}

func taskID(t schemas.Task) string { return t.ID }

func rejectLine(r schemas.Reject) string { return r.Stage + " " + r.Reason + " " + r.ID }

// A pipeline gives the tasks that a builder over the whole pool gives, on every
// runner: here every question is in one bucket. One question comes twice and one
// cannot become a task.
func TestGenerate(t *testing.T) {
	c := small()
	questions := worldQuestions(t, 2000, 60)
	questions[7].Answer, questions[7].Aliases = "!!!", nil
	questions[7].ID = schemas.QuestionID(questions[7])
	var tasks, rejects []any
	pool := NewPool(c, o200k(), questions)
	b := NewBuilder(c, o200k(), "test", 1)
	for i := range pool.Len() {
		made, reject := b.Build(pool, i)
		for _, task := range made {
			tasks = append(tasks, task.ID)
		}
		if reject != nil {
			rejects = append(rejects, "hide "+reject.Reason+" "+reject.ID)
		}
	}
	rejects = append(rejects, "hide duplicate "+questions[3].ID)
	questions = append(questions, questions[3])
	// A question with two answers is refused twice; it was in no pool above.
	disputed := worldQuestions(t, 2000, 61)[60]
	rejects = append(rejects, "hide conflict "+disputed.ID, "hide conflict "+disputed.ID)
	questions = append(questions, disputed)
	disputed.Answer = "somebody else"
	questions = append(questions, disputed)

	runnertest.Each(t, func(t *testing.T, run func(*beam.Pipeline) (runners.Result, error)) {
		p, s := beam.NewPipelineWithRoot()
		env := stage.Env{Name: "hide", Recipe: "test", Seed: 1, Work: t.TempDir()}
		kept, refused := Generate(s, env, c, beam.CreateList(s, questions))
		passert.Equals(s, beam.ParDo(s, taskID, kept), tasks...)
		passert.Equals(s, beam.ParDo(s, rejectLine, refused), rejects...)
		if _, err := run(p); err != nil {
			t.Fatal(err)
		}
	})
}

// A limit takes the questions with the lowest ids and leaves the pool as it is.
func TestLimit(t *testing.T) {
	c := small()
	questions := worldQuestions(t, 2000, 60)
	pool := NewPool(c, o200k(), questions)
	b := NewBuilder(c, o200k(), "test", 1)
	var tasks []any
	for i := range 5 {
		made, reject := b.Build(pool, i)
		if reject != nil {
			t.Fatal(reject)
		}
		tasks = append(tasks, made[0].ID)
	}
	runnertest.Each(t, func(t *testing.T, run func(*beam.Pipeline) (runners.Result, error)) {
		p, s := beam.NewPipelineWithRoot()
		env := stage.Env{Name: "hide", Recipe: "test", Seed: 1, Limit: 5, Work: t.TempDir()}
		kept, refused := Generate(s, env, c, beam.CreateList(s, questions))
		passert.Equals(s, beam.ParDo(s, taskID, kept), tasks...)
		passert.Empty(s, refused)
		if _, err := run(p); err != nil {
			t.Fatal(err)
		}
	})
}

func TestBucketCount(t *testing.T) {
	tests := []struct {
		rows   int64
		budget int
		want   int
	}{
		{0, 16384, 1},
		{511, 16384, 1},
		{512, 16384, 2},
		{100_000, 4096, 256},
		{100_000, 1 << 20, 8},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprintf("%d rows at %d", tt.rows, tt.budget), func(t *testing.T) {
			if got := bucketCount(tt.rows, tt.budget); got != tt.want {
				t.Fatalf("%d buckets, want %d", got, tt.want)
			}
		})
	}
}
