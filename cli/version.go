package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/core"
	"github.com/spf13/cobra"
)

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the versions of gander, Beam and Go",
		Example: "  gander version",
		Args:    exactly(0, "only version"),
		RunE: func(*cobra.Command, []string) error {
			fmt.Fprintf(a.out, "gander %s\nbeam   %s\ngo     %s\n", ownVersion(), core.SdkVersion, runtime.Version())
			return nil
		},
	}
}

// ownVersion is what the build recorded: a tag, a commit, or (devel).
func ownVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}
