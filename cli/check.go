package cli

import (
	"fmt"

	"github.com/spf13/cobra"
)

func (a *app) checkCommand() *cobra.Command {
	var flags recipeFlags
	c := &cobra.Command{
		Use:   "check RECIPE",
		Short: "Find everything that is wrong with a recipe before any work",
		Long: `Check reads a recipe, the name of an embedded one or a YAML file, and reports every
fault at once: misspelt fields and stages, wrong types, values out of range, inputs that
lead nowhere. Then it opens the files that the recipe reads and looks at their first rows.`,
		Example:           "  gander check keychain --set input=hotpot.jsonl --set layout=hotpotqa",
		Args:              exactly(1, "the name or the file of one recipe"),
		ValidArgsFunction: completeRecipes,
		RunE: func(c *cobra.Command, args []string) error {
			plan, err := flags.plan(c, args[0])
			if err != nil {
				return err
			}
			if err := plan.Preflight(); err != nil {
				return err
			}
			fmt.Fprintf(a.out, "no faults in %s, %d stages\n", plan.Name, len(plan.Nodes))
			return nil
		},
	}
	flags.add(c)
	return c
}
