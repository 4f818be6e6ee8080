// Package workers runs the computing of a stage on all cores of the process, whatever
// the runner: the direct one has a single thread.
//
// Calls run on goroutines, one per core over all stages; their results are emitted from
// the bundle's own goroutine, as Beam demands; the time they take is counted as
// the stage's.
package workers

import (
	"context"
	"time"

	"gander/internal/async"
	"gander/internal/tally"
)

// Pool runs the calls of one bundle. Its methods belong to the bundle's goroutine.
type Pool[R any] struct {
	stage  string
	window *async.Window[timed[R]]
}

type timed[R any] struct {
	result R
	took   time.Duration
}

// New makes a pool for a bundle of stage that holds up to perCore results for each core
// between call and emit, at least 1.
func New[R any](stage string, perCore int) *Pool[R] {
	return &Pool[R]{stage, async.NewWindow[timed[R]](max(1, perCore)*cap(async.CPU), async.CPU)}
}

// Submit starts call and emits what is ready. It returns the first error of a call or of
// emit, when no call is running any more.
func (p *Pool[R]) Submit(ctx context.Context, call func() (R, error), emit func(R) error) error {
	return p.settle(p.window.Submit(func() (timed[R], error) {
		began := time.Now()
		result, err := call()
		return timed[R]{result, time.Since(began)}, err
	}, p.counted(ctx, emit)))
}

// Drain waits for every call and emits its result. It returns as Submit does.
func (p *Pool[R]) Drain(ctx context.Context, emit func(R) error) error {
	return p.settle(p.window.Drain(p.counted(ctx, emit)))
}

func (p *Pool[R]) counted(ctx context.Context, emit func(R) error) func(timed[R]) error {
	return func(t timed[R]) error {
		tally.Busy(ctx, p.stage, t.took)
		return emit(t.result)
	}
}

// settle ends a failed bundle only when its calls have ended: files they write to are
// about to be removed.
func (p *Pool[R]) settle(err error) error {
	if err != nil {
		for p.window.Drain(func(timed[R]) error { return nil }) != nil {
		}
	}
	return err
}
