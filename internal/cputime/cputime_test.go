package cputime

import (
	"runtime"
	"testing"
	"time"
)

// Work counts, waiting does not.
func TestOf(t *testing.T) {
	sum := 0
	work := Of(func() {
		for i := range 50_000_000 {
			sum += i ^ sum
		}
	})
	if work <= 0 || sum == 0 {
		t.Errorf("work took %v of processor time", work)
	}
	if runtime.GOOS != "linux" {
		t.Skip("only Linux has a clock for a thread")
	}
	if wait := Of(func() { time.Sleep(100 * time.Millisecond) }); wait > 50*time.Millisecond {
		t.Errorf("sleeping took %v of processor time", wait)
	}
}
