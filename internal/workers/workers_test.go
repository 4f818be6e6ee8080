package workers

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"

	"gander/internal/tally"
)

func TestResultsAndTime(t *testing.T) {
	tally.Reset()
	p := New[int]("pluck", 2)
	sum := 0
	emit := func(n int) error { sum += n; return nil }
	for i := range 20 {
		if err := p.Submit(t.Context(), func() (int, error) { return i, nil }, emit); err != nil {
			t.Fatal(err)
		}
	}
	if err := p.Drain(t.Context(), emit); err != nil || sum != 190 {
		t.Fatalf("the sum is %d, %v; want 190", sum, err)
	}
	if live := tally.Live(); len(live) != 1 || live[0].Name != "pluck" || live[0].Busy <= 0 {
		t.Fatalf("counted: %+v", live)
	}
}

// A failed bundle ends when all its calls have ended, and with its first error.
func TestFailureWaitsForTheRest(t *testing.T) {
	boom := errors.New("boom")
	var running atomic.Int32
	p := New[int]("pluck", 50)
	gate := make(chan struct{})
	for range 10 {
		err := p.Submit(t.Context(), func() (int, error) {
			running.Add(1)
			defer running.Add(-1)
			<-gate
			return 0, boom
		}, func(int) error { return nil })
		if err != nil {
			t.Fatal(err)
		}
	}
	close(gate)
	if err := p.Drain(context.Background(), func(int) error { return nil }); !errors.Is(err, boom) {
		t.Fatalf("got %v", err)
	}
	if n := running.Load(); n != 0 {
		t.Fatalf("%d calls are still running", n)
	}
}
