package prove

import (
	"context"
	"fmt"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"gander/internal/stage"
	"gander/internal/tally"
	"gander/internal/workers"
	"gander/schemas"
)

// Stage is the stage called prove.
var Stage = stage.Of("prove",
	"Keeps a task only when its own reward pays for the gold answer and for no attack.",
	stage.Tasks, stage.Tasks, Default, keep)

func init() {
	beam.RegisterType(reflect.TypeFor[proveFn]())
	register.Emitter1[schemas.Task]()
	register.Emitter1[schemas.Reject]()
}

func keep(s beam.Scope, env stage.Env, c Config, in stage.Inputs) stage.Outputs {
	tasks, rejects := Keep(s, env, c, in.Main)
	return stage.Outputs{Main: tasks, Rejects: rejects}
}

// Keep is Prove over a collection:
//
//	PCollection<Task> -> PCollection<Task>, PCollection<Reject>
//
// Every task comes out on exactly one side. Memory is a few tasks per core. Keep panics
// when c.Check fails.
func Keep(s beam.Scope, env stage.Env, c Config, tasks beam.PCollection) (kept, rejects beam.PCollection) {
	s = s.Scope("prove.Keep")
	if err := c.Check(); err != nil {
		panic(fmt.Sprintf("prove.Keep: %v", err))
	}
	return beam.ParDo2(s, &proveFn{Config: c, Stage: env.Name}, tasks)
}

// proveFn proves the tasks of a bundle, one worker per core.
type proveFn struct {
	Config Config
	Stage  string

	workers *workers.Pool[tried]
}

// tried is what became of one task.
type tried struct {
	task   schemas.Task
	reject *schemas.Reject
}

func (f *proveFn) StartBundle(_ context.Context, _ func(schemas.Task), _ func(schemas.Reject)) {
	f.workers = workers.New[tried](f.Stage, 4)
}

func (f *proveFn) ProcessElement(ctx context.Context, t schemas.Task, keep func(schemas.Task), refuse func(schemas.Reject)) error {
	tally.In(ctx, f.Stage, 1)
	return f.workers.Submit(ctx, func() (tried, error) {
		task, reject := Prove(f.Config, t)
		return tried{task, reject}, nil
	}, f.emit(ctx, keep, refuse))
}

func (f *proveFn) FinishBundle(ctx context.Context, keep func(schemas.Task), refuse func(schemas.Reject)) error {
	return f.workers.Drain(ctx, f.emit(ctx, keep, refuse))
}

func (f *proveFn) emit(ctx context.Context, keep func(schemas.Task), refuse func(schemas.Reject)) func(tried) error {
	return func(r tried) error {
		if r.reject != nil {
			r.reject.Stage = f.Stage
			tally.Reject(ctx, *r.reject)
			refuse(*r.reject)
			return nil
		}
		tally.Out(ctx, f.Stage, 1)
		keep(r.task)
		return nil
	}
}
