package cli

import (
	"gander/pipelines"
	"gander/stages/sink"
)

// claim takes the out folder of a run of plan, see [sink.Prepare].
func claim(out string, plan *pipelines.Plan, overwrite bool) (*sink.Claim, error) {
	return sink.Prepare(out, plan.Canonical(), overwrite)
}

// placeOf is where a run in a claimed folder happens.
func placeOf(c *sink.Claim, shards int) pipelines.Place {
	return pipelines.Place{Out: c.Out, Work: c.Work, Shards: shards}
}
