// Package fuzzing helps fuzz targets hold a bound on the time of one input.
package fuzzing

import (
	"flag"
	"testing"
	"time"

	"gander/internal/cputime"
)

// PerInput is the most processor time that one input may take.
const PerInput = 50 * time.Millisecond

// Within runs check and fails t when it takes more than [PerInput] of processor time. It
// counts only while go test runs with -fuzz: an ordinary test run does not depend on
// timing.
func Within(t *testing.T, check func()) {
	t.Helper()
	if f := flag.Lookup("test.fuzz"); f == nil || f.Value.String() == "" {
		check()
		return
	}
	if spent := cputime.Of(check); spent > PerInput {
		t.Errorf("%v of processor time, want at most %v", spent, PerInput)
	}
}
