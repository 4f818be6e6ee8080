package cli

import (
	"github.com/spf13/cobra"

	"gander/internal/fault"
	"gander/pipelines"
)

// recipeFlags are the flags of every command that reads a recipe.
type recipeFlags struct {
	sets  []string
	seed  int64
	limit int
}

func (f *recipeFlags) add(c *cobra.Command) {
	c.Flags().StringArrayVar(&f.sets, "set", nil, "give a parameter of the recipe a value, as `NAME=VALUE` (repeatable)")
	c.Flags().Int64Var(&f.seed, "seed", 0, "take this seed instead of the recipe's")
	c.Flags().IntVar(&f.limit, "limit", 0, "make tasks of this many rows at most, of all that the sources give; 0 is all")
}

// plan reads the recipe of that name or path under the flags of c.
func (f *recipeFlags) plan(c *cobra.Command, recipe string) (*pipelines.Plan, error) {
	if f.limit < 0 {
		return nil, fault.WithCode(fault.Usage, "--limit is %d; give 0 or more", f.limit)
	}
	src, err := pipelines.Load(recipe)
	if err != nil {
		return nil, err
	}
	s := pipelines.Settings{Sets: f.sets}
	if c.Flags().Changed("seed") {
		s.Seed = &f.seed
	}
	if c.Flags().Changed("limit") {
		s.Limit = &f.limit
	}
	return pipelines.Stages.Resolve(src, s)
}

// completeRecipes offers the embedded recipes, and files.
func completeRecipes(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return pipelines.Recipes(), cobra.ShellCompDirectiveDefault
}
