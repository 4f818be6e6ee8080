package sink

import (
	"context"
	"reflect"
	"strings"
	"unicode/utf8"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"gander/internal/fault"
	"gander/internal/runs"
	"gander/internal/stage"
	"gander/internal/tally"
	"gander/internal/workers"
	"gander/schemas"
)

func init() {
	beam.RegisterType(reflect.TypeFor[part]())
	beam.RegisterType(reflect.TypeFor[written]())
	beam.RegisterType(reflect.TypeFor[*screenFn]())
	beam.RegisterType(reflect.TypeFor[*partsFn]())
	beam.RegisterType(reflect.TypeFor[*writeFn]())
	beam.RegisterType(reflect.TypeFor[*commitFn]())
	register.Function1x1(repair)
	register.Emitter1[schemas.Task]()
	register.Emitter1[schemas.Reject]()
	register.Emitter1[part]()
	register.Emitter1[written]()
	register.Iter1[written]()
}

// Stage is the sink as a recipe names it.
var Stage = stage.Of("sink",
	"writes tasks and rejects as Parquet files with a manifest and a data set card",
	stage.Tasks, stage.None, Default, Write)

// rejectBytes is how many bytes of rejects go into one file, before compression.
const rejectBytes = 256 << 20

// Write writes the tasks and rejects of a pipeline to env.Out:
//
//	PCollection<Task>, PCollection<Reject> -> a data set folder
//
// Tasks go to env.Shards files, at least one; rejects to one file, or more where they
// are large. env.Work must be [WorkFolder] of env.Out, or another folder on the same
// disk that all workers reach; it is removed at the end. The folder is claimed before
// the run, see [Prepare].
func Write(s beam.Scope, env stage.Env, cfg Config, in stage.Inputs) stage.Outputs {
	s = s.Scope("sink.Write")
	// First: what can be stored.
	tasks, refused := beam.ParDo2(s, &screenFn{Stage: env.Name, Split: cfg.SplitName}, in.Main)
	rejects := refused
	if in.Rejects.IsValid() {
		rejects = beam.Flatten(s, in.Rejects, refused)
	}
	rejects = beam.ParDo(s, repair, rejects)

	// Second: sorted runs; from here on only names of files travel.
	spooledTasks := runs.Spool[schemas.Task](s, env.Work+"/tasks", tasks)
	spooledRejects := runs.Spool[schemas.Reject](s, env.Work+"/rejects", rejects)

	// Third: final files, spread over the workers.
	orders := beam.Flatten(s,
		beam.ParDo(s, &partsFn{Table: dataTable, Files: max(1, env.Shards)}, spooledTasks),
		beam.ParDo(s, &partsFn{Table: rejectsTable}, spooledRejects))
	files := beam.ParDo(s, &writeFn{Stage: env.Name, Work: env.Work, Config: cfg}, beam.Reshuffle(s, orders))

	// Fourth: one commit, once all files are there.
	all := beam.GroupByKey(s, beam.AddFixedKey(s, files))
	beam.ParDo0(s, &commitFn{Env: env, Config: cfg}, all)
	return stage.Outputs{}
}

// screenFn refuses tasks whose text is no UTF-8, and names the split of those that name
// none.
type screenFn struct{ Stage, Split string }

func (f *screenFn) ProcessElement(ctx context.Context, t schemas.Task, keep func(schemas.Task), refuse func(schemas.Reject)) {
	tally.In(ctx, f.Stage, 1)
	if field := brokenField(&t); field != "" {
		r := schemas.Reject{
			ID: t.ID, Stage: f.Stage, Reason: "invalid_utf8", Detail: field + " is not UTF-8",
			SourceIDs: t.SourceIDs, CostMicros: t.CostMicros,
		}
		tally.Reject(ctx, r)
		refuse(r)
		return
	}
	if t.Split == "" {
		t.Split = f.Split
	}
	keep(t)
}

// brokenField names the first column of t with text that is not UTF-8, or is empty.
func brokenField(t *schemas.Task) string {
	v := reflect.ValueOf(t).Elem()
	for i, c := range taskColumns {
		if !validText(v.Field(i)) {
			return c.Name
		}
	}
	return ""
}

func validText(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String:
		return utf8.ValidString(v.String())
	case reflect.Slice:
		for i := range v.Len() {
			if !validText(v.Index(i)) {
				return false
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if !validText(v.Field(i)) {
				return false
			}
		}
	}
	return true
}

// repair replaces what is not UTF-8 in the free text of a reject.
func repair(r schemas.Reject) schemas.Reject {
	for _, text := range []*string{&r.ID, &r.Stage, &r.Reason, &r.Detail, &r.Raw} {
		*text = strings.ToValidUTF8(*text, "\uFFFD")
	}
	for i, id := range r.SourceIDs {
		if !utf8.ValidString(id) {
			r.SourceIDs = append([]string(nil), r.SourceIDs...) // the row may be shared
			r.SourceIDs[i] = strings.ToValidUTF8(id, "\uFFFD")
		}
	}
	return r
}

// partsFn says which files to make of a table. Files 0 takes as many as the size asks
// for.
type partsFn struct {
	Table string
	Files int
}

func (f *partsFn) ProcessElement(_ context.Context, set runs.Set, emit func(part)) {
	n := f.Files
	if n == 0 {
		n = 1 + int(set.Bytes/rejectBytes)
	}
	for _, p := range parts(f.Table, set, n) {
		emit(p)
	}
}

// writeFn makes final files, as many at once as there are cores.
type writeFn struct {
	Stage, Work string
	Config      Config

	workers *workers.Pool[written]
}

func (f *writeFn) StartBundle(context.Context, func(written)) {
	f.workers = workers.New[written](f.Stage, 1)
}

func (f *writeFn) ProcessElement(ctx context.Context, p part, emit func(written)) error {
	write := func() (written, error) { return p.write(ctx, f.Work, f.Config) }
	return fault.Mark(f.workers.Submit(ctx, write, f.count(ctx, emit)))
}

func (f *writeFn) FinishBundle(ctx context.Context, emit func(written)) error {
	return fault.Mark(f.workers.Drain(ctx, f.count(ctx, emit)))
}

func (f *writeFn) count(ctx context.Context, emit func(written)) func(written) error {
	return func(w written) error {
		if w.Table == dataTable {
			tally.Out(ctx, f.Stage, int(w.Rows))
			for range w.Duplicates {
				tally.Reject(ctx, schemas.Reject{Stage: f.Stage, Reason: "duplicate"})
			}
		}
		emit(w)
		return nil
	}
}

// commitFn publishes the data set.
type commitFn struct {
	Env    stage.Env
	Config Config
}

// ProcessElement commits, unless the run was canceled: then nothing is published.
func (f *commitFn) ProcessElement(ctx context.Context, _ int, file func(*written) bool) error {
	var all []written
	var w written
	for file(&w) {
		all = append(all, w)
		w = written{}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return fault.Mark(gateOf(f.Env.Out).pass(func() error { return commit(f.Env, f.Config, all) }))
}
