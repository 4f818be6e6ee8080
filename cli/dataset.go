package cli

import (
	"gander/pipelines"
	"gander/stages/sink"
)

// claim takes the out folder of a run of plan, see [sink.Prepare], and says where the run
// happens.
func claim(out string, plan *pipelines.Plan, shards int, overwrite bool) (*sink.Claim, pipelines.Place, error) {
	inputs, err := plan.Inputs()
	if err != nil {
		return nil, pipelines.Place{}, err
	}
	c, err := sink.Prepare(out, plan.Canonical(), inputs, overwrite)
	if err != nil {
		return nil, pipelines.Place{}, err
	}
	return c, pipelines.Place{Out: c.Out, Work: c.Work, Shards: shards, Inputs: inputs}, nil
}
