package cli

import (
	"context"
	"errors"
	"runtime"
)

// errStopped tells a producer that nobody wants its items any more.
var errStopped = errors.New("stopped")

// inOrder runs work on the items that produce submits, one goroutine per core, and emits
// the results in the order of the items, from the caller's goroutine.
//
// An item weighs 1 or more. Items of limit together, and no more, are held between submit
// and the end of emit; one that is heavier counts as limit. idle is called before every
// wait for a result: there a buffer can be flushed, so that a program that waits for its
// answer gets it.
//
// The results before an error of produce are all emitted. An error of emit or idle, and
// the end of ctx, end it at once: produce may hang in a read and is not waited for, its
// next submit returns an error.
func inOrder[T, R any](ctx context.Context, limit int, produce func(submit func(item T, weight int) error) error,
	work func(T) R, emit func(R) error, idle func() error,
) error {
	type job struct {
		item   T
		weight int
		result chan R
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	held := make(chan struct{}, limit)
	todo, queue := make(chan job, limit), make(chan job, limit) // room for all that is held
	for range runtime.GOMAXPROCS(0) {
		go func() {
			for j := range todo {
				j.result <- work(j.item)
			}
		}()
	}
	var failed error // to be read when queue is closed
	go func() {
		defer close(queue)
		defer close(todo)
		failed = produce(func(item T, weight int) error {
			j := job{item, min(max(1, weight), limit), make(chan R, 1)}
			for range j.weight {
				select {
				case held <- struct{}{}:
				case <-ctx.Done():
					return errStopped
				}
			}
			todo <- j
			queue <- j
			return nil
		})
	}()
	for {
		j, open, err := await(ctx, queue, idle)
		if err != nil {
			return err
		}
		if !open {
			return failed
		}
		result, _, err := await(ctx, j.result, idle)
		if err != nil {
			return err
		}
		if err := emit(result); err != nil {
			return err
		}
		for range j.weight {
			<-held
		}
	}
}

// await receives from c; it calls idle first if it has to wait.
func await[T any](ctx context.Context, c <-chan T, idle func() error) (value T, open bool, err error) {
	select {
	case value, open = <-c:
		return value, open, nil
	default:
	}
	if err := idle(); err != nil {
		return value, false, err
	}
	select {
	case value, open = <-c:
		return value, open, nil
	case <-ctx.Done():
		return value, false, ctx.Err()
	}
}
