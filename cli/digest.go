package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"gander/internal/fault"
	"gander/stages/sink"
)

func (a *app) digestCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "digest FOLDER",
		Short: "Check a data set against its manifest and print its digest",
		Long: `Digest reads every file of a data set again and compares sizes, row counts, hashes and
the digest of all rows with the manifest. Every difference is one line.`,
		Example: "  gander digest out/keychain",
		Args:    exactly(1, "the folder of one data set"),
		RunE: func(_ *cobra.Command, args []string) error {
			report, err := sink.Verify(args[0])
			if err != nil {
				return err
			}
			if len(report.Differences) > 0 {
				return fault.New("%s", strings.Join(report.Differences, "\n"))
			}
			fmt.Fprintf(a.out, "%d tasks and %d rejects in %d files are as the manifest says\n", report.Manifest.Tables.Data.Rows, report.Manifest.Tables.Rejects.Rows, report.Files)
			_, err = fmt.Fprintf(a.out, "digest %s\n", report.Manifest.Digest)
			return err
		},
	}
}
