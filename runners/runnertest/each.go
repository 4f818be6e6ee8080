// Package runnertest runs tests of pipelines on every runner.
package runnertest

import (
	"context"
	"sync"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"gander/runners"
)

// initialize is beam.Init, for test binaries that do not call it themselves.
var initialize = sync.OnceFunc(func() {
	if !beam.Initialized() {
		beam.Init()
	}
	runners.Log(nil)
})

// Each runs test once for every runner, as a subtest of its name. Call run with a
// pipeline of its own: a pipeline runs once.
func Each(t *testing.T, test func(t *testing.T, run func(*beam.Pipeline) (runners.Result, error))) {
	t.Helper()
	initialize()
	for _, name := range runners.Names {
		t.Run(name, func(t *testing.T) {
			test(t, func(p *beam.Pipeline) (runners.Result, error) {
				ctx, cancel := context.WithCancel(context.Background())
				defer cancel()
				return runners.Run(ctx, name, p)
			})
		})
	}
}

// EndsEarly skips a test whose pipeline fails or is canceled on prism while the race
// detector watches: Beam's harness then closes a channel that it may still send on. The
// race is Beam's own, and the test runs without the detector.
func EndsEarly(t *testing.T, runner string) {
	t.Helper()
	if Race && runner == "prism" {
		t.Skip("a pipeline that ends early on prism shows a race of Beam's own; run it without -race")
	}
}
