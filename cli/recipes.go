package cli

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"gander/pipelines"
)

func (a *app) recipesCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "recipes",
		Short:   "List the embedded recipes",
		Example: "  gander recipes\n  gander recipes show keychain",
		Args:    cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(c, args[0])
			}
			w := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
			for _, name := range pipelines.Recipes() {
				head, err := describe(name)
				if err != nil {
					return err
				}
				fmt.Fprintf(w, "%s\t%s\n", name, head.Description)
			}
			return w.Flush()
		},
	}
	c.AddCommand(a.showCommand())
	return c
}

func (a *app) showCommand() *cobra.Command {
	var text bool
	c := &cobra.Command{
		Use:               "show NAME",
		Short:             "Show the parameters of a recipe with their defaults",
		Example:           "  gander recipes show keychain\n  gander recipes show keychain --yaml > mine.yaml",
		Args:              exactly(1, "the name or the file of one recipe"),
		ValidArgsFunction: completeRecipes,
		RunE: func(_ *cobra.Command, args []string) error {
			if text {
				src, err := pipelines.Load(args[0])
				if err != nil {
					return err
				}
				_, err = a.out.Write(src.Text)
				return err
			}
			head, err := describe(args[0])
			if err != nil {
				return err
			}
			return a.showHead(head)
		},
	}
	c.Flags().BoolVar(&text, "yaml", false, "print the recipe itself")
	return c
}

// showHead prints the head of a recipe and a table of its parameters.
func (a *app) showHead(head pipelines.Recipe) error {
	title := head.Name
	if head.Description != "" {
		title += ": " + head.Description
	}
	fmt.Fprintf(a.out, "%s\n\n", title)
	if len(head.Parameters) == 0 {
		_, err := fmt.Fprintln(a.out, "no parameters")
		return err
	}
	w := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "PARAMETER\tDEFAULT\tMEANING")
	for _, p := range head.Parameters {
		fmt.Fprintf(w, "%s\t%s\t%s\n", p.Name, p.Default, p.Description)
	}
	return w.Flush()
}

func describe(recipe string) (pipelines.Recipe, error) {
	src, err := pipelines.Load(recipe)
	if err != nil {
		return pipelines.Recipe{}, err
	}
	return pipelines.Describe(src)
}
