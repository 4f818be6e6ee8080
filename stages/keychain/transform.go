package keychain

import (
	"context"
	"errors"
	"fmt"
	"path"
	"reflect"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"gander/internal/fault"
	"gander/internal/runs"
	"gander/internal/stage"
	"gander/internal/tally"
	"gander/internal/tokens"
	"gander/internal/workers"
	"gander/schemas"
)

// Stage is the stage called keychain.
var Stage = stage.WithPresets(stage.Of("keychain",
	"Hides questions behind chains of ids in long contexts made of the passages of several questions.",
	stage.Questions, stage.Tasks, Hardened, generate), Presets)

func init() {
	beam.RegisterType(reflect.TypeFor[splitFn]())
	beam.RegisterType(reflect.TypeFor[buildFn]())
	beam.RegisterType(reflect.TypeFor[bucket]())
	register.Emitter1[bucket]()
	register.Emitter1[schemas.Task]()
	register.Emitter1[schemas.Reject]()
}

func generate(s beam.Scope, env stage.Env, c Config, in stage.Inputs) stage.Outputs {
	tasks, rejects := Generate(s, env, c, in.Main)
	return stage.Outputs{Main: tasks, Rejects: rejects}
}

// Generate is Build over a collection:
//
//	PCollection<Question> -> PCollection<Task>, PCollection<Reject>
//
// Every question comes out on exactly one side, with its twins on the left; of
// questions with the same text and passages the first is used and the others are rejects
// "duplicate", or all are rejects "conflict" where their answers differ. With env.Limit only the questions with the lowest ids become tasks, the
// others still serve as filler.
//
// Questions that share a context are neighbors in the order of their ids, which are
// content hashes: buckets of equal shares of the hash space, each large enough to fill
// the budget several times. Memory is one bucket per worker. Generate panics when
// c.Check fails.
func Generate(s beam.Scope, env stage.Env, c Config, questions beam.PCollection) (tasks, rejects beam.PCollection) {
	s = s.Scope("keychain.Generate")
	if err := c.Check(); err != nil {
		panic(fmt.Sprintf("keychain.Generate: %v", err))
	}
	// First, the questions are written to sorted runs: only the runs' names go on.
	set := runs.Spool[schemas.Question](s, path.Join(env.Work, env.Name), questions)
	// Second, the hash space is cut into buckets.
	buckets := beam.Reshuffle(s, beam.ParDo(s, &splitFn{Stage: env.Name, Budget: c.Budget, Limit: env.Limit}, set))
	// Third, each bucket is read back and its questions become tasks.
	return beam.ParDo2(s, &buildFn{Config: encode(c), Env: env}, buckets)
}

// A bucket is a part of the hash space and the runs that hold its questions.
type bucket struct {
	From, To string // ids from From up to, not with, To; "" is no bound
	Until    string // the last id that becomes a task; "" is all
	Set      runs.Set
}

// splitFn cuts the hash space.
type splitFn struct {
	Stage         string
	Budget, Limit int
}

func (f *splitFn) ProcessElement(_ context.Context, set runs.Set, emit func(bucket)) error {
	until, err := f.last(set)
	if err != nil {
		return fault.Mark(err)
	}
	starts := set.Rows
	if until != "" {
		starts = int64(f.Limit)
	}
	tally.Expect(f.Stage, starts)
	n := bucketCount(set.Rows, f.Budget)
	for i := range n {
		from, to := runs.Range(i, n)
		if until == "" || from <= until {
			emit(bucket{from, to, until, set})
		}
	}
	return nil
}

// errEnough ends the search for the last id within the limit.
var errEnough = errors.New("enough rows")

// last returns the id of the last question within the limit, or "".
func (f *splitFn) last(set runs.Set) (id string, err error) {
	if f.Limit == 0 || int64(f.Limit) >= set.Rows {
		return "", nil
	}
	n := 0
	err = runs.Read(set, "", "", func(q schemas.Question) error {
		if q.ID != id {
			id = q.ID
			n++
		}
		if n == f.Limit {
			return errEnough
		}
		return nil
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return id, err
}

// bucketCount is the largest power of two that leaves enough questions in a bucket: 256, and
// for large budgets several times what a context takes.
func bucketCount(rows int64, budget int) int {
	least := max(256, int64(budget)/128)
	n := 1
	for rows/int64(2*n) >= least {
		n *= 2
	}
	return n
}

// buildFn makes the tasks of a bucket, one worker per core.
type buildFn struct {
	Config string // JSON
	Env    stage.Env

	cfg     Config
	counter tokens.Counter
	builder *Builder
}

func (f *buildFn) Setup() error {
	if err := decode(f.Config, &f.cfg); err != nil {
		return err
	}
	var err error
	if f.counter, err = tokens.Open(f.cfg.Tokenizer); err != nil {
		return err
	}
	f.builder = NewBuilder(f.cfg, f.counter, f.Env.Recipe, f.Env.Seed)
	return nil
}

// read returns the questions of a bucket, each once. A question that was read with two
// answers is refused with all its rows.
func (f *buildFn) read(ctx context.Context, b bucket, refuse func(schemas.Reject)) (questions []schemas.Question, err error) {
	var same []schemas.Question // rows with one id
	settle := func() {
		kept, rejects := oneOf(same)
		questions = append(questions, kept...)
		for _, r := range rejects {
			if b.Until == "" || r.ID <= b.Until {
				tally.In(ctx, f.Env.Name, 1)
				refuse(r)
			}
		}
		same = same[:0]
	}
	err = runs.Read(b.Set, b.From, b.To, func(q schemas.Question) error {
		if len(same) > 0 && same[0].ID != q.ID {
			settle()
		}
		same = append(same, q)
		return nil
	})
	settle()
	return questions, err
}

// oneOf decides between rows with one id: the first is kept and the others are
// duplicates, unless they disagree on the answer.
func oneOf(same []schemas.Question) (kept []schemas.Question, rejects []schemas.Reject) {
	for i, q := range same {
		switch other := slices.IndexFunc(same, func(o schemas.Question) bool { return o.Answer != q.Answer }); {
		case other >= 0:
			rejects = append(rejects, *refuseRow(q, refuse("conflict", "the same question was read with another answer from %s", same[other].SourceID)))
		case i > 0:
			rejects = append(rejects, *refuseRow(q, refuse("duplicate", "the same question was read before from %s", same[0].SourceID)))
		default:
			kept = append(kept, q)
		}
	}
	return kept, rejects
}

// pool makes the questions of a bucket ready.
func (f *buildFn) pool(ctx context.Context, questions []schemas.Question) (pool *Pool, err error) {
	one := workers.New[*Pool](f.Env.Name, 1)
	prepare := func() (*Pool, error) { return NewPool(f.cfg, f.counter, questions), nil }
	keep := func(p *Pool) error {
		pool = p
		return nil
	}
	if err := one.Submit(ctx, prepare, keep); err != nil {
		return nil, err
	}
	return pool, one.Drain(ctx, keep)
}

// built is what became of one question.
type built struct {
	tasks  []schemas.Task
	reject *schemas.Reject
}

func (f *buildFn) ProcessElement(ctx context.Context, b bucket, task func(schemas.Task), reject func(schemas.Reject)) error {
	refuse := func(r schemas.Reject) {
		r.Stage = f.Env.Name
		tally.Reject(ctx, r)
		reject(r)
	}
	questions, err := f.read(ctx, b, refuse)
	if err != nil {
		return fault.Mark(err)
	}
	pool, err := f.pool(ctx, questions)
	if err != nil {
		return err
	}
	emit := func(r built) error {
		tally.In(ctx, f.Env.Name, 1)
		if r.reject != nil {
			refuse(*r.reject)
		}
		tally.Out(ctx, f.Env.Name, len(r.tasks))
		for _, t := range r.tasks {
			task(t)
		}
		return nil
	}
	work := workers.New[built](f.Env.Name, 4)
	for i := range pool.Len() {
		if b.Until != "" && pool.Question(i).ID > b.Until {
			break
		}
		err := work.Submit(ctx, func() (built, error) {
			tasks, reject := f.builder.Build(pool, i)
			return built{tasks, reject}, nil
		}, emit)
		if err != nil {
			return err
		}
	}
	return work.Drain(ctx, emit)
}
