// Package tally counts rows by stage: for the runner, as Beam counters, and for the
// progress line of this process, as plain numbers.
package tally

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"gander/schemas"
)

// Prefix starts the name of every Beam counter of this package:
// gander/STAGE/in, …/out, …/busy_ns, …/rejected/REASON.
const Prefix = "gander/"

type counter struct {
	beam beam.Counter
	live atomic.Int64
}

var counters sync.Map // name -> *counter

func add(ctx context.Context, name string, n int64) {
	c, ok := counters.Load(name)
	if !ok {
		c, _ = counters.LoadOrStore(name, &counter{beam: beam.NewCounter("gander", Prefix+name)})
	}
	c.(*counter).beam.Inc(ctx, n)
	c.(*counter).live.Add(n)
}

// In counts n rows that stage took in.
func In(ctx context.Context, stage string, n int) { add(ctx, stage+"/in", int64(n)) }

// Out counts n rows that stage put out.
func Out(ctx context.Context, stage string, n int) { add(ctx, stage+"/out", int64(n)) }

// Reject counts one refused row.
func Reject(ctx context.Context, r schemas.Reject) { add(ctx, r.Stage+"/rejected/"+r.Reason, 1) }

// Busy adds time that stage spent working, summed over workers.
func Busy(ctx context.Context, stage string, d time.Duration) {
	add(ctx, stage+"/busy_ns", int64(d))
}

// Expect says that stage will take in n rows in all. It is for the progress of this
// process only; the runner does not hear of it.
func Expect(stage string, n int64) { expected.Store(stage, n) }

var expected sync.Map // stage -> int64

// Stage holds the counts of one stage.
type Stage struct {
	Name     string
	In, Out  int64
	Expected int64            // rows to come in all, 0 while nobody knows; see [Expect]
	Rejected map[string]int64 // by reason
	Busy     time.Duration
}

// Refused is the sum over all reasons.
func (s Stage) Refused() (n int64) {
	for _, k := range s.Rejected {
		n += k
	}
	return n
}

// Live returns the counts of this process so far, sorted by stage name.
func Live() []Stage {
	byName := map[string]int64{}
	counters.Range(func(name, c any) bool {
		byName[Prefix+name.(string)] = c.(*counter).live.Load()
		return true
	})
	stages := Fold(byName)
	for i, s := range stages {
		if n, ok := expected.Load(s.Name); ok {
			stages[i].Expected = n.(int64)
		}
	}
	return stages
}

// Reset forgets the counts of this process; runs in one process follow each other.
func Reset() {
	counters.Clear()
	expected.Clear()
}

// Fold gathers counters by name, as a runner reports them, into stages sorted by
// name. Names without [Prefix] are not ours and are passed over.
func Fold(counts map[string]int64) []Stage {
	stages := map[string]*Stage{}
	for name, n := range counts {
		rest, ours := strings.CutPrefix(name, Prefix)
		stage, what, ok := strings.Cut(rest, "/")
		if !ours || !ok {
			continue
		}
		s := stages[stage]
		if s == nil {
			s = &Stage{Name: stage, Rejected: map[string]int64{}}
			stages[stage] = s
		}
		reason, rejected := strings.CutPrefix(what, "rejected/")
		switch {
		case rejected:
			s.Rejected[reason] += n
		case what == "in":
			s.In += n
		case what == "out":
			s.Out += n
		case what == "busy_ns":
			s.Busy += time.Duration(n)
		}
	}
	var sorted []Stage
	for _, s := range stages {
		sorted = append(sorted, *s)
	}
	slices.SortFunc(sorted, func(a, b Stage) int { return cmp.Compare(a.Name, b.Name) })
	return sorted
}
