package source

import (
	"context"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"gander/internal/fault"
	"gander/internal/stage"
	"gander/internal/tally"
	"gander/internal/workers"
	"gander/schemas"
)

func init() {
	beam.RegisterType(reflect.TypeFor[Range]())
	beam.RegisterType(reflect.TypeFor[questionRangesFn]())
	beam.RegisterType(reflect.TypeFor[questionRowsFn]())
	beam.RegisterType(reflect.TypeFor[documentRangesFn]())
	beam.RegisterType(reflect.TypeFor[documentRowsFn]())
	register.Emitter1[Range]()
	register.Emitter1[schemas.Question]()
	register.Emitter1[schemas.Document]()
	register.Emitter1[schemas.Reject]()
}

// Questions is the stage that starts from questions.
var Questions = stage.Of("questions",
	"reads multi-hop questions from files (HotpotQA, 2WikiMultihopQA, MuSiQue, qa) or from the embedded world",
	stage.None, stage.Questions, DefaultQuestions, ReadQuestions)

// Documents is the stage that starts from documents.
var Documents = stage.Of("documents",
	"reads documents from files (JSON lines, Parquet, text) or from the embedded world",
	stage.None, stage.Documents, DefaultDocuments, ReadDocuments)

// ReadQuestions reads the input of c:
//
//	nothing -> PCollection<Question>, PCollection<Reject>
//
// One worker looks at the files and names the ranges to read; the ranges then spread over all
// workers. A bundle holds a few hundred rows, no state is kept. The inputs are not used.
func ReadQuestions(s beam.Scope, env stage.Env, c QuestionsConfig, _ stage.Inputs) stage.Outputs {
	s = s.Scope("source.Questions")
	ranges := beam.ParDo(s, &questionRangesFn{Env: env, Config: c}, beam.Impulse(s))
	rows, rejects := beam.ParDo2(s, &questionRowsFn{Env: env, Config: c}, beam.Reshuffle(s, ranges))
	return stage.Outputs{Main: rows, Rejects: rejects}
}

// ReadDocuments reads the input of c, as [ReadQuestions] does:
//
//	nothing -> PCollection<Document>, PCollection<Reject>
func ReadDocuments(s beam.Scope, env stage.Env, c DocumentsConfig, _ stage.Inputs) stage.Outputs {
	s = s.Scope("source.Documents")
	ranges := beam.ParDo(s, &documentRangesFn{Config: c}, beam.Impulse(s))
	rows, rejects := beam.ParDo2(s, &documentRowsFn{Env: env, Config: c}, beam.Reshuffle(s, ranges))
	return stage.Outputs{Main: rows, Rejects: rejects}
}

// questionRangesFn names the ranges of a source of questions.
type questionRangesFn struct {
	Env    stage.Env
	Config QuestionsConfig
}

// ProcessElement emits all ranges.
func (f *questionRangesFn) ProcessElement(_ []byte, emit func(Range)) error {
	return emitRanges(emit)(f.Config.Ranges(f.Env.Seed))
}

// documentRangesFn names the ranges of a source of documents.
type documentRangesFn struct {
	Config DocumentsConfig
}

// ProcessElement emits all ranges.
func (f *documentRangesFn) ProcessElement(_ []byte, emit func(Range)) error {
	return emitRanges(emit)(f.Config.Ranges())
}

func emitRanges(emit func(Range)) func([]Range, error) error {
	return func(ranges []Range, err error) error {
		for _, r := range ranges {
			emit(r)
		}
		return fault.Mark(err)
	}
}

// questionRowsFn reads the questions of one range.
type questionRowsFn struct {
	Env    stage.Env
	Config QuestionsConfig
}

// ProcessElement emits the rows of r.
func (f *questionRowsFn) ProcessElement(ctx context.Context, r Range, keep func(schemas.Question), refuse func(schemas.Reject)) error {
	out := newOutlet(ctx, f.Env.Name, keep, refuse)
	return out.close(f.Config.read(r, f.Env.Name, f.Env.Seed, out.submit))
}

// documentRowsFn reads the documents of one range.
type documentRowsFn struct {
	Env    stage.Env
	Config DocumentsConfig
}

// ProcessElement emits the rows of r.
func (f *documentRowsFn) ProcessElement(ctx context.Context, r Range, keep func(schemas.Document), refuse func(schemas.Reject)) error {
	out := newOutlet(ctx, f.Env.Name, keep, refuse)
	return out.close(f.Config.read(r, f.Env.Name, f.Env.Seed, out.submit))
}

// outlet parses batches on all cores and emits what comes of them on the bundle's own
// goroutine.
type outlet[T any] struct {
	ctx     context.Context
	workers *workers.Pool[part[T]]
	emit    func(part[T]) error
}

func newOutlet[T any](ctx context.Context, name string, keep func(T), refuse func(schemas.Reject)) *outlet[T] {
	return &outlet[T]{
		ctx:     ctx,
		workers: workers.New[part[T]](name, 2),
		emit: func(p part[T]) error {
			tally.Out(ctx, name, len(p.rows))
			for _, r := range p.rejects {
				tally.Reject(ctx, r)
				refuse(r)
			}
			for _, row := range p.rows {
				keep(row)
			}
			return nil
		},
	}
}

func (o *outlet[T]) submit(b batch[T]) error {
	return o.workers.Submit(o.ctx, b, o.emit)
}

// close waits for the batches that are under way, unless reading ended in err.
func (o *outlet[T]) close(err error) error {
	if err == nil {
		err = o.workers.Drain(o.ctx, o.emit)
	}
	return fault.Mark(err)
}
