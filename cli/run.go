package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/spf13/cobra"

	"gander/internal/fault"
	"gander/internal/tally"
	"gander/pipelines"
	"gander/runners"
	"gander/stages/sink"
)

// maxShards keeps file names to five digits.
const maxShards = 99_999

// runFlags are the flags of run beside those of the recipe.
type runFlags struct {
	recipeFlags
	out, runner string
	shards      int
	overwrite   bool
}

func (a *app) runCommand() *cobra.Command {
	var flags runFlags
	c := &cobra.Command{
		Use:   "run RECIPE",
		Short: "Make a data set from a recipe",
		Long: `Run makes a data set from a recipe, the name of an embedded one or a YAML file.

The data appears in the out folder when all of it is written, the manifest last. A run
that was stopped leaves nothing that could be mistaken for data; the same command starts
it again. A finished run is not done twice.`,
		Example:           "  gander run keychain --set input=hotpot.jsonl --set layout=hotpotqa --out data/hotpot",
		Args:              exactly(1, "the name or the file of one recipe"),
		ValidArgsFunction: completeRecipes,
		RunE: func(c *cobra.Command, args []string) error {
			if err := flags.check(); err != nil {
				return err
			}
			plan, err := flags.plan(c, args[0])
			if err != nil {
				return err
			}
			if flags.out == "" {
				flags.out = filepath.Join("out", plan.Name)
			}
			return a.run(c.Context(), plan, flags)
		},
	}
	flags.add(c)
	c.Flags().StringVar(&flags.out, "out", "", "write the data set into this `FOLDER` (default out/ and the recipe's name)")
	c.Flags().StringVar(&flags.runner, "runner", runners.Default, "run on direct (one process, little memory) or prism (as a cluster does)")
	c.Flags().IntVar(&flags.shards, "shards", 4, "write this many files of tasks; the rows and their digest stay the same")
	c.Flags().BoolVar(&flags.overwrite, "overwrite", false, "replace the data set that the folder holds")
	return c
}

func (f *runFlags) check() error {
	if f.shards < 1 || f.shards > maxShards {
		return fault.WithCode(fault.Usage, "--shards is %d; give 1 to %d", f.shards, maxShards)
	}
	return runners.Check(f.runner)
}

// run makes the data set of plan, or finds it made.
func (a *app) run(ctx context.Context, plan *pipelines.Plan, flags runFlags) error {
	if err := plan.Preflight(); err != nil {
		return err
	}
	set, place, err := claim(flags.out, plan, flags.shards, flags.overwrite)
	if err != nil {
		return err
	}
	if set.State == sink.Complete {
		a.say("%s already holds this data set; add --overwrite to make it again", flags.out)
		return errors.Join(a.finish(plan, set.Out, nil), set.Release())
	}
	result, err := a.execute(ctx, plan, flags.runner, place)
	if err != nil && ctx.Err() != nil && set.Published() { // stopped too late
		return errors.Join(a.finish(plan, set.Out, nil), set.Release())
	}
	if err != nil {
		left := set.Discard()
		switch {
		case ctx.Err() != nil && left != nil:
			return fault.New("stopped; %s; the same command removes what is left and starts again", left)
		case ctx.Err() != nil:
			return fault.New("stopped; nothing was kept, the same command starts again")
		}
		return errors.Join(err, left)
	}
	return errors.Join(a.finish(plan, set.Out, &result), set.Release())
}

// execute builds the pipeline and runs it, with progress.
func (a *app) execute(ctx context.Context, plan *pipelines.Plan, runner string, at pipelines.Place) (runners.Result, error) {
	tally.Reset()
	pipeline, scope := beam.NewPipelineWithRoot()
	plan.Build(scope, at)
	stop := a.progress(plan)
	defer stop()
	return runners.Run(ctx, runner, pipeline)
}

// finish prints what a run made: the table of its stages, where it ran just now, and the
// digest as the last line.
func (a *app) finish(plan *pipelines.Plan, out string, result *runners.Result) error {
	manifest, err := sink.ReadManifest(out)
	if err != nil {
		return err
	}
	if result != nil {
		fmt.Fprint(a.out, table(plan, result))
	}
	tasks, refused := manifest.Tables.Data.Rows, manifest.Tables.Rejects.Rows
	if tasks == 0 {
		a.say("no task was kept; gander preview shows rejects with their reasons, %s/rejects holds all %d", out, refused)
	}
	fmt.Fprintf(a.out, "%d tasks and %d rejects in %s\n", tasks, refused, out)
	_, err = fmt.Fprintf(a.out, "digest %s\n", manifest.Digest)
	return err
}
