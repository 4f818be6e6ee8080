package async

import (
	"errors"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
)

func TestEveryResultIsEmittedOnceOnTheCallersGoroutine(t *testing.T) {
	for _, size := range []int{1, 2, 7, 100} {
		var running, peak atomic.Int32
		w := NewWindow[int](size, NewLimit(3))
		var got []int // written without a lock: the race detector checks the promise
		emit := func(v int) error { got = append(got, v); return nil }
		for i := range 50 {
			err := w.Submit(func() (int, error) {
				now := running.Add(1)
				defer running.Add(-1)
				for p := peak.Load(); now > p && !peak.CompareAndSwap(p, now); p = peak.Load() {
				}
				return i, nil
			}, emit)
			if err != nil {
				t.Fatal(err)
			}
			if w.inFlight > size {
				t.Fatalf("window of %d holds %d calls", size, w.inFlight)
			}
		}
		if err := w.Drain(emit); err != nil {
			t.Fatal(err)
		}
		slices.Sort(got)
		for i := range 50 {
			if got[i] != i {
				t.Fatalf("size %d: result %d is missing or doubled: %v", size, i, got)
			}
		}
		if p := peak.Load(); p > 3 {
			t.Fatalf("size %d: %d calls ran at once under a limit of 3", size, p)
		}
	}
}

func TestFailuresEndTheBundle(t *testing.T) {
	boom := errors.New("boom")
	fine := func(int) error { return nil }

	w := NewWindow[int](4, NewLimit(1))
	_ = w.Submit(func() (int, error) { return 0, boom }, fine)
	if err := w.Drain(fine); !errors.Is(err, boom) {
		t.Fatalf("error of a call: got %v", err)
	}

	w = NewWindow[int](4, NewLimit(1))
	_ = w.Submit(func() (int, error) { panic("lost my way") }, fine)
	if err := w.Drain(fine); err == nil || !strings.HasPrefix(err.Error(), "panic: lost my way") {
		t.Fatalf("panic of a call: got %v", err)
	}

	w = NewWindow[int](4, NewLimit(1))
	_ = w.Submit(func() (int, error) { return 1, nil }, fine)
	if err := w.Drain(func(int) error { return boom }); !errors.Is(err, boom) {
		t.Fatalf("error of emit: got %v", err)
	}
}
