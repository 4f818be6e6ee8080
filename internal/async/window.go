// Package async keeps work of one Beam bundle in flight on goroutines while its
// results are emitted from the bundle's own goroutine only, as Beam demands.
//
// A [Window] bounds the results that a bundle holds; a [Limit] bounds the work that
// runs in the process, whatever the number of bundles.
package async

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// Limit bounds how many calls run at once in this process.
type Limit chan struct{}

// NewLimit allows n calls at once, n at least 1.
func NewLimit(n int) Limit { return make(Limit, max(1, n)) }

// CPU is the limit for work that only computes: one call per core.
var CPU = NewLimit(runtime.GOMAXPROCS(0))

// Window runs calls of one bundle, at most a fixed number between Submit and emit.
// Its methods belong to one goroutine. Results come in the order in which calls end.
type Window[R any] struct {
	size, inFlight int
	limit          Limit
	done           chan result[R]
}

type result[R any] struct {
	value R
	err   error
}

// NewWindow makes a window of size calls, at least 1, that share limit.
func NewWindow[R any](size int, limit Limit) *Window[R] {
	size = max(1, size)
	// The channel holds every call of the window, so an abandoned one never blocks.
	return &Window[R]{size: size, limit: limit, done: make(chan result[R], size)}
}

// Submit starts call on a goroutine of its own and emits what is ready; it waits only
// while the window is full. A panic in call becomes an error. The first error, from
// call or emit, is returned and ends the bundle.
func (w *Window[R]) Submit(call func() (R, error), emit func(R) error) error {
	for w.inFlight > 0 {
		if w.inFlight == w.size {
			if err := w.take(<-w.done, emit); err != nil {
				return err
			}
			continue
		}
		select {
		case r := <-w.done:
			if err := w.take(r, emit); err != nil {
				return err
			}
			continue
		default:
		}
		break
	}
	w.inFlight++
	go func() {
		w.limit <- struct{}{}
		defer func() { <-w.limit }()
		w.done <- run(call)
	}()
	return nil
}

// Drain waits for every call and emits its result.
func (w *Window[R]) Drain(emit func(R) error) error {
	for w.inFlight > 0 {
		if err := w.take(<-w.done, emit); err != nil {
			return err
		}
	}
	return nil
}

func (w *Window[R]) take(r result[R], emit func(R) error) error {
	w.inFlight--
	if r.err != nil {
		return r.err
	}
	return emit(r.value)
}

func run[R any](call func() (R, error)) (r result[R]) {
	defer func() {
		if p := recover(); p != nil {
			r.err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	r.value, r.err = call()
	return r
}
