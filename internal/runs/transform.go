package runs

import (
	"context"
	"reflect"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"gander/internal/fault"
	"gander/schemas"
)

func init() {
	beam.RegisterType(reflect.TypeFor[schemas.Question]())
	beam.RegisterType(reflect.TypeFor[schemas.Task]())
	beam.RegisterType(reflect.TypeFor[schemas.Reject]())
	beam.RegisterType(reflect.TypeFor[Run]())
	beam.RegisterType(reflect.TypeFor[Set]())
	beam.RegisterType(reflect.TypeFor[*spoolFn[schemas.Question]]())
	beam.RegisterType(reflect.TypeFor[*spoolFn[schemas.Task]]())
	beam.RegisterType(reflect.TypeFor[*spoolFn[schemas.Reject]]())
	register.Emitter1[Run]()
	register.Iter1[Run]()
	register.Function1x1(noRun)
	register.Function2x1(gather)
}

// Spool writes a collection to sorted run files below dir, which every worker must
// reach, and names them in one element:
//
//	PCollection<T> -> PCollection<Set>
//
// The element comes also when there is no row. Each bundle writes files of its own and
// names them when it is done, so a bundle that is tried again leaves unnamed files
// behind; who owns dir removes it. A bundle holds up to [Spill] bytes of rows.
func Spool[T Row](s beam.Scope, dir string, rows beam.PCollection) beam.PCollection {
	s = s.Scope("runs.Spool")
	written := beam.ParDo(s, &spoolFn[T]{Dir: dir}, rows)
	// One run without a file makes sure that the group below is there.
	none := beam.ParDo(s, noRun, beam.Impulse(s))
	named := beam.AddFixedKey(s, beam.Flatten(s, written, none))
	return beam.ParDo(s, gather, beam.GroupByKey(s, named))
}

func noRun([]byte) Run { return Run{} }

func gather(_ int, run func(*Run) bool) Set {
	var set Set
	var r Run
	for run(&r) {
		if r.Path == "" {
			continue
		}
		set.Runs = append(set.Runs, r)
		set.Rows += r.Rows
		set.Bytes += r.Bytes
	}
	slices.SortFunc(set.Runs, func(a, b Run) int { return strings.Compare(a.Path, b.Path) })
	return set
}

// spoolFn writes the rows of a bundle to run files.
type spoolFn[T Row] struct {
	Dir string

	writer *Writer
}

func (f *spoolFn[T]) StartBundle(context.Context, func(Run)) {
	f.writer = NewWriter(f.Dir, Spill)
}

func (f *spoolFn[T]) ProcessElement(_ context.Context, row T, _ func(Run)) error {
	content, err := Encode(&row)
	if err != nil {
		return err
	}
	return fault.Mark(f.writer.Add(Key(&row), content))
}

func (f *spoolFn[T]) FinishBundle(_ context.Context, emit func(Run)) error {
	runs, err := f.writer.Close()
	for _, r := range runs {
		emit(r)
	}
	f.writer = nil
	return fault.Mark(err)
}
