// Package cputime measures work in processor time of one thread, so that a busy machine
// does not show in the figure.
package cputime

import (
	"runtime"
	"time"
)

// Of runs work and returns the processor time that its goroutine spent on it, about half a
// microsecond of measuring included. Goroutines that work starts do not count. Where the
// system has no clock for a thread it is the time by the clock.
func Of(work func()) time.Duration {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	before := now()
	work()
	return now() - before
}
