package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"gander/internal/fault"
)

func (a *app) planCommand() *cobra.Command {
	var flags recipeFlags
	var dot, mermaid, canonical bool
	c := &cobra.Command{
		Use:   "plan RECIPE",
		Short: "Show the stages of a recipe and how rows flow",
		Long: `Plan prints the stages of a recipe in the order of the data, with what each reads and
gives and all its settings, parameters filled in.`,
		Example:           "  gander plan keychain --dot | dot -Tsvg > keychain.svg",
		Args:              exactly(1, "the name or the file of one recipe"),
		ValidArgsFunction: completeRecipes,
		RunE: func(c *cobra.Command, args []string) error {
			plan, err := flags.plan(c, args[0])
			if err != nil {
				return err
			}
			switch {
			case dot && mermaid, dot && canonical, mermaid && canonical:
				return fault.WithCode(fault.Usage, "--dot, --mermaid and --canonical exclude each other; give one")
			case dot:
				fmt.Fprint(a.out, plan.Dot())
			case mermaid:
				fmt.Fprint(a.out, plan.Mermaid())
			case canonical:
				fmt.Fprint(a.out, plan.Canonical())
			default:
				fmt.Fprint(a.out, plan.Text())
			}
			return nil
		},
	}
	flags.add(c)
	c.Flags().BoolVar(&dot, "dot", false, "print a graph for Graphviz")
	c.Flags().BoolVar(&mermaid, "mermaid", false, "print a graph for Mermaid")
	c.Flags().BoolVar(&canonical, "canonical", false, "print the canonical form: a recipe with every field written out")
	return c
}
