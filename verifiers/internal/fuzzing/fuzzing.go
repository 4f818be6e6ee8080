// Package fuzzing helps fuzz targets hold a bound on the time of one input.
package fuzzing

import (
	"flag"
	"runtime"
	"syscall"
	"testing"
	"time"
)

// PerInput is the most processor time that one input may take.
const PerInput = 50 * time.Millisecond

// Within runs check and fails t when it takes more than [PerInput]. It counts the
// processor time of the thread, not the clock, and only while go test runs with -fuzz:
// an ordinary test run does not depend on timing.
func Within(t *testing.T, check func()) {
	t.Helper()
	if f := flag.Lookup("test.fuzz"); f == nil || f.Value.String() == "" {
		check()
		return
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	before := used()
	check()
	if spent := used() - before; spent > PerInput {
		t.Errorf("%v of processor time, want at most %v", spent, PerInput)
	}
}

// thread asks for the usage of the calling thread alone.
const thread = 1

func used() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(thread, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
