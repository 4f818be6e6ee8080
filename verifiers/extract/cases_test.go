package extract

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"
)

// TestCases reads testdata/cases. A case names a policy: "each free" has a reply on every
// line, in "whole free" all the lines are one reply. Below stands what is found, or why
// nothing is.
func TestCases(t *testing.T) {
	datadriven.Walk(t, "testdata/cases", func(t *testing.T, path string) {
		datadriven.RunTest(t, path, func(t *testing.T, d *datadriven.TestData) string {
			if len(d.CmdArgs) != 1 {
				d.Fatalf(t, "name one policy")
			}
			policy := Policy(d.CmdArgs[0].Key)
			if d.Cmd == "whole" {
				return show(Answer(d.Input, policy)) + "\n"
			}
			var out strings.Builder
			for line := range strings.SplitSeq(d.Input, "\n") {
				fmt.Fprintf(&out, "%s\n", show(Answer(line, policy)))
			}
			return out.String()
		})
	})
}

// show is one line of expected output.
func show(e Extraction) string {
	if e.Status == Found {
		return "= " + e.Answer
	}
	return fmt.Sprintf("%s: %s", e.Status, e.Detail)
}
