// Package runners runs a pipeline and says how it went.
//
// There are two runners, both in this process. "direct" calls the stages one after
// another on one goroutine, needs little memory and encodes nothing. "prism" sends every
// function and every row through Beam's own protocol and runs bundles at once, as a
// cluster does: what works there travels. The same pipeline gives the same data on both.
package runners

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/direct" // registers "direct"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"  // registers "prism"

	"gander/internal/fault"
	"gander/internal/tally"
)

// Default is the runner of a user who names none.
const Default = "direct"

// grace is how long a canceled run may take to stop.
const grace = 5 * time.Second

// Names lists the runners.
var Names = []string{"direct", "prism"}

// Result is what a finished run reports.
type Result struct {
	// Stages are the counts of all stages, sorted by name.
	Stages []tally.Stage
	// Elapsed is the time from the start of the run to its end.
	Elapsed time.Duration
}

// Check returns a fault when no runner has that name.
func Check(name string) error {
	if slices.Contains(Names, name) {
		return nil
	}
	return fault.WithCode(fault.Usage, "no runner is called %q; give %s", name, strings.Join(Names, " or "))
}

// Run runs p on the runner of that name. beam.Init must have been called.
//
// The error is a [fault.Fault] when a stage returned one through [fault.Mark], a
// [Failure] otherwise, or ctx's error when ctx ended the run. Give a context without a
// deadline: prism does not survive one. Direct stops only where a stage looks at its
// context; Run waits a few seconds for that, after which stages may still be at work.
func Run(ctx context.Context, name string, p *beam.Pipeline) (Result, error) {
	if err := Check(name); err != nil {
		return Result{}, err
	}
	if ctx.Err() != nil {
		return Result{}, ctx.Err()
	}
	if name == "prism" {
		sweep()
		defer sweep()
	}
	start := time.Now()
	type outcome struct {
		result beam.PipelineResult
		err    error
	}
	done := make(chan outcome, 1)
	go func() {
		result, err := beam.Run(ctx, name, p)
		done <- outcome{result, err}
	}()
	var o outcome
	select {
	case o = <-done:
	case <-ctx.Done():
		select {
		case o = <-done:
		case <-time.After(grace):
			return Result{}, ctx.Err()
		}
	}
	switch {
	case o.err == nil: // also where ctx ended too late to stop it
		return Result{Stages: stages(o.result), Elapsed: time.Since(start)}, nil
	case ctx.Err() != nil:
		return Result{}, ctx.Err()
	}
	return Result{}, explain(o.err)
}

// stages gathers the counters of a run. The step that a runner names differs by runner,
// so counters are summed by their own names.
func stages(result beam.PipelineResult) []tally.Stage {
	if result == nil {
		return nil
	}
	counts := map[string]int64{}
	ours := func(r beam.MetricResult) bool { return strings.HasPrefix(r.Name(), tally.Prefix) }
	for _, c := range result.Metrics().Query(ours).Counters() {
		counts[c.Key.Name] += c.Result()
	}
	return tally.Fold(counts)
}
