package cli

import (
	"github.com/spf13/cobra"

	"gander/internal/fault"
	"gander/internal/nearest"
	"gander/runners"
)

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "gander",
		Short: "Make training data whose rewards a program can check",
		Long: `gander makes training data for reinforcement learning with verifiable rewards.

A recipe names stages; gander builds an Apache Beam pipeline from it and writes Parquet
files of tasks, a table of all rows that were refused, and a manifest.`,
		Example:           "  gander run keychain",
		SilenceErrors:     true,
		SilenceUsage:      true,
		PersistentPreRunE: a.setUp,
		Args:              cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return c.Help()
			}
			return unknownCommand(c, args[0])
		},
	}
	root.PersistentFlags().BoolVarP(&a.verbose, "verbose", "v", false, "show what the runner says, and all of an error")
	root.PersistentFlags().BoolVarP(&a.quiet, "quiet", "q", false, "show no progress")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return wrongFlag(err) })
	root.AddCommand(
		a.runCommand(), a.checkCommand(), a.planCommand(), a.previewCommand(), a.recipesCommand(),
		a.verifyCommand(), a.schemaCommand(), a.digestCommand(), a.auditKeychainCommand(), a.serveCommand(), a.versionCommand(),
	)
	return root
}

func (a *app) setUp(*cobra.Command, []string) error {
	if a.verbose {
		runners.Log(a.err)
	}
	return nil
}

func unknownCommand(c *cobra.Command, name string) error {
	var names []string
	for _, sub := range c.Commands() {
		if !sub.IsAvailableCommand() {
			continue
		}
		names = append(names, sub.Name())
	}
	return fault.WithCode(fault.Usage, "no command is called %q%s", name, nearest.Hint(name, names))
}
