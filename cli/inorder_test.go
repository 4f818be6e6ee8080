package cli

import (
	"context"
	"errors"
	"io"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func quiet() error { return nil }

// Whatever takes how long, results come in the order of the items, each once, and no more
// is held than allowed.
func TestInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		limit := rapid.IntRange(1, 8).Draw(t, "limit")
		weights := rapid.SliceOfN(rapid.IntRange(0, 12), 0, 50).Draw(t, "weights")
		var held, most atomic.Int64
		weigh := func(i int) int64 { return int64(min(max(1, weights[i]), limit)) }
		var got []int // written without a lock: emit runs on this goroutine
		err := inOrder(context.Background(), limit, func(submit func(int, int) error) error {
			for i, weight := range weights {
				if err := submit(i, weight); err != nil {
					return err
				}
				most.Store(max(most.Load(), held.Add(weigh(i))))
			}
			return nil
		}, func(i int) int {
			for range i % 5 {
				runtime.Gosched()
			}
			return i
		}, func(i int) error {
			got = append(got, i)
			held.Add(-weigh(i))
			return nil
		}, quiet)
		if err != nil || most.Load() > int64(limit) {
			t.Fatalf("error %v, %d held of %d", err, most.Load(), limit)
		}
		for i, v := range got {
			if i != v {
				t.Fatalf("got %v", got)
			}
		}
		if len(got) != len(weights) {
			t.Fatalf("%d results of %d", len(got), len(weights))
		}
	})
}

// Everything before an error of the producer is emitted, then the error comes.
func TestInOrderEndsWithTheProducersError(t *testing.T) {
	broken := errors.New("broken")
	var got []int
	err := inOrder(t.Context(), 2, func(submit func(int, int) error) error {
		for i := range 10 {
			if err := submit(i, 1); err != nil {
				return err
			}
		}
		return broken
	}, func(i int) int { return i }, func(i int) error { got = append(got, i); return nil }, quiet)
	if !errors.Is(err, broken) || len(got) != 10 {
		t.Errorf("error %v after %v", err, got)
	}
}

// An error of emit ends it and stops the producer, also one that waits for room.
func TestInOrderStopsTheProducer(t *testing.T) {
	full := errors.New("no space")
	told := make(chan error, 1)
	err := inOrder(t.Context(), 2, func(submit func(int, int) error) error {
		for {
			if err := submit(1, 1); err != nil {
				told <- err
				return err
			}
		}
	}, func(i int) int { return i }, func(int) error { return full }, quiet)
	if !errors.Is(err, full) {
		t.Errorf("error %v", err)
	}
	if err := <-told; !errors.Is(err, errStopped) {
		t.Errorf("the producer was told %v", err)
	}
}

// A producer that hangs in a read holds nobody up when the context ends.
func TestInOrderLeavesAHangingProducer(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	in, _ := io.Pipe() // nobody writes
	idle := func() error { cancel(); return nil }
	err := inOrder(ctx, 2, func(func(int, int) error) error {
		_, err := in.Read(make([]byte, 1))
		return err
	}, func(i int) int { return i }, func(int) error { return nil }, idle)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

// A program that asks one question at a time gets each answer before it asks the next.
func TestInOrderAnswersOneByOne(t *testing.T) {
	answered := make(chan int)
	var ready []int
	flush := func() error {
		for _, i := range ready {
			answered <- i
		}
		ready = nil
		return nil
	}
	var got []int
	err := inOrder(t.Context(), 100, func(submit func(int, int) error) error {
		for i := range 5 {
			if err := submit(i, 1); err != nil {
				return err
			}
			select {
			case a := <-answered:
				got = append(got, a)
			case <-time.After(time.Minute):
				return errors.New("no answer")
			}
		}
		return nil
	}, func(i int) int { return i }, func(i int) error { ready = append(ready, i); return nil }, flush)
	if err != nil || !slices.Equal(got, []int{0, 1, 2, 3, 4}) {
		t.Errorf("answers %v, error %v", got, err)
	}
}
