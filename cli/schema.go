package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"gander/pipelines"
)

func (a *app) schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema recipe|task|reject",
		Short: "Print a JSON Schema",
		Long: `Schema prints the JSON Schema of a recipe, for editors, or of a row of the data set, for
those who read it.`,
		Example:   "  gander schema recipe > recipe.schema.json",
		Args:      exactly(1, "recipe, task or reject"),
		ValidArgs: []string{"recipe", "task", "reject"},
		RunE: func(_ *cobra.Command, args []string) error {
			schema, err := pipelines.Schema(args[0])
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(a.out, schema)
			return err
		},
	}
}
