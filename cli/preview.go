package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"gander/internal/fault"
	"gander/pipelines"
	"gander/runners"
	"gander/schemas"
	"gander/stages/sink"
)

func (a *app) previewCommand() *cobra.Command {
	var flags recipeFlags
	var n int
	c := &cobra.Command{
		Use:   "preview RECIPE",
		Short: "Show the first tasks and rejects of a recipe",
		Long: `Preview runs a recipe on its first rows, in a temporary folder, and prints the tasks and
rejects for people: the beginning and the end of the prompt, what was inserted and where,
the answer, and what its proof tried.`,
		Example:           "  gander preview keychain -n 1",
		Args:              exactly(1, "the name or the file of one recipe"),
		ValidArgsFunction: completeRecipes,
		RunE: func(c *cobra.Command, args []string) error {
			if n < 1 {
				return fault.WithCode(fault.Usage, "-n is %d; give 1 or more", n)
			}
			if !c.Flags().Changed("limit") {
				if err := c.Flags().Set("limit", c.Flag("number").Value.String()); err != nil {
					return err
				}
			}
			plan, err := flags.plan(c, args[0])
			if err != nil {
				return err
			}
			return a.preview(c.Context(), plan, n)
		},
	}
	flags.add(c)
	c.Flags().IntVarP(&n, "number", "n", 3, "show this many tasks and this many rejects")
	return c
}

func (a *app) preview(ctx context.Context, plan *pipelines.Plan, n int) error {
	if err := plan.Preflight(); err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "gander-preview-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	set, place, err := claim(filepath.Join(dir, "out"), plan, 1, false)
	if err != nil {
		return err
	}
	if _, err := a.execute(ctx, plan, runners.Default, place); err != nil {
		left := set.Discard()
		if ctx.Err() != nil {
			return fault.New("stopped; there is nothing to show")
		}
		return errors.Join(err, left)
	}
	if err := set.Release(); err != nil {
		return err
	}
	tasks, rejects := 0, 0
	err = sink.ReadTasks(set.Out, func(t schemas.Task) error {
		if tasks++; tasks <= n {
			showTask(a.out, t)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return sink.ReadRejects(set.Out, func(r schemas.Reject) error {
		if rejects++; rejects <= n {
			showReject(a.out, r)
		}
		return nil
	})
}
