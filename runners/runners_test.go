package runners_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"gander/internal/fault"
	"gander/internal/tally"
	"gander/runners"
	"gander/runners/runnertest"
	"gander/schemas"
)

// tripFn counts its elements and does what they say.
type tripFn struct{}

func (*tripFn) ProcessElement(ctx context.Context, word string, emit func(string)) error {
	tally.In(ctx, "trip", 1)
	switch word {
	case "error":
		return errors.New("the bridge is out")
	case "panic":
		panic("lost my way")
	case "fault":
		return fault.Mark(fmt.Errorf("reading: %w", fault.WithCode(fault.Budget, "a.jsonl:3: no field \"answer\"; add it")))
	case "wait":
		<-ctx.Done()
		return ctx.Err()
	case "late":
		<-ctx.Done()
	case "odd":
		tally.Reject(ctx, schemas.Reject{Stage: "trip", Reason: "odd"})
		return nil
	}
	tally.Out(ctx, "trip", 1)
	emit(word)
	return nil
}

// endFn keeps the run from ending in a stage without outputs.
func endFn(string) {}

func init() {
	beam.RegisterType(reflect.TypeFor[tripFn]())
	register.Emitter1[string]()
	register.Function1x0(endFn)
}

func trip(words ...string) *beam.Pipeline {
	p, s := beam.NewPipelineWithRoot()
	out := beam.ParDo(s, &tripFn{}, beam.Create(s, toAny(words)...))
	beam.ParDo0(s, endFn, beam.Reshuffle(s, out))
	return p
}

func toAny(words []string) []any {
	var list []any
	for _, w := range words {
		list = append(list, w)
	}
	return list
}

func TestCountsOfAStage(t *testing.T) {
	runnertest.Each(t, func(t *testing.T, run func(*beam.Pipeline) (runners.Result, error)) {
		result, err := run(trip("a", "b", "odd"))
		if err != nil {
			t.Fatal(err)
		}
		want := []tally.Stage{{Name: "trip", In: 3, Out: 2, Rejected: map[string]int64{"odd": 1}}}
		if !reflect.DeepEqual(result.Stages, want) {
			t.Errorf("stages are %+v, want %+v", result.Stages, want)
		}
		if result.Elapsed <= 0 {
			t.Errorf("elapsed is %v", result.Elapsed)
		}
	})
}

func TestWhatAUserSeesOfAnError(t *testing.T) {
	tests := []struct{ word, want string }{
		{"error", "runners_test.tripFn: the bridge is out"},
		{"panic", "runners_test.tripFn: panic: lost my way"},
		{"fault", `a.jsonl:3: no field "answer"; add it`},
	}
	for _, tt := range tests {
		t.Run(tt.word, func(t *testing.T) {
			runnertest.Each(t, func(t *testing.T, run func(*beam.Pipeline) (runners.Result, error)) {
				runnertest.EndsEarly(t, path.Base(t.Name()))
				_, err := run(trip(tt.word))
				if err == nil || err.Error() != tt.want {
					t.Fatalf("got\n%v\nwant\n%s", err, tt.want)
				}
				var f *runners.Failure
				switch {
				case tt.word == "fault" && fault.Find(err).Code != fault.Budget:
					t.Errorf("exit code %d, want %d", fault.Find(err).Code, fault.Budget)
				case tt.word == "panic" && !(errors.As(err, &f) && strings.Contains(f.Detail, "goroutine")):
					t.Errorf("the detail of a panic has no stack trace")
				}
			})
		})
	}
}

func TestCancel(t *testing.T) {
	runnertest.Each(t, func(t *testing.T, _ func(*beam.Pipeline) (runners.Result, error)) {
		runnertest.EndsEarly(t, path.Base(t.Name()))
		ctx, cancel := context.WithCancel(context.Background())
		timer := time.AfterFunc(200*time.Millisecond, cancel)
		defer timer.Stop()
		_, err := runners.Run(ctx, filepath.Base(t.Name()), trip("wait"))
		if !errors.Is(err, context.Canceled) {
			t.Fatalf("got %v, want %v", err, context.Canceled)
		}
	})
}

// What is done is done, also where it noticed too late that it was to stop.
func TestCancelTooLate(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	timer := time.AfterFunc(50*time.Millisecond, cancel)
	defer timer.Stop()
	result, err := runners.Run(ctx, "direct", trip("late"))
	if err != nil || len(result.Stages) != 1 || result.Stages[0].Out != 1 {
		t.Fatalf("got %+v, %v; want one row out", result.Stages, err)
	}
}

func TestUnknownRunner(t *testing.T) {
	_, err := runners.Run(context.Background(), "flink", beam.NewPipeline())
	if want := `no runner is called "flink"; give direct or prism`; err == nil || err.Error() != want {
		t.Fatalf("got %v, want %s", err, want)
	}
}

func TestLeftoversOfPrismAreSweptWhenTheyAreOld(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	hourAgo := time.Now().Add(-time.Hour)
	write := func(name, text string, at time.Time) {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	write("beamloopbackworker-old", "", hourAgo)
	write("beamloopbackworker-full", "somebody's", hourAgo)
	write("beamloopbackworker-new", "", time.Now())
	write("other", "", hourAgo)
	runnertest.Each(t, func(t *testing.T, run func(*beam.Pipeline) (runners.Result, error)) {
		if _, err := run(trip("a")); err != nil {
			t.Fatal(err)
		}
	})
	for name, kept := range map[string]bool{"beamloopbackworker-old": false, "beamloopbackworker-full": true, "beamloopbackworker-new": true, "other": true} {
		if _, err := os.Stat(filepath.Join(dir, name)); (err == nil) != kept {
			t.Errorf("%s: kept is %v, want %v", name, err == nil, kept)
		}
	}
}
