package pairs

import (
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"

	"gander/verifiers"
)

// TestLatex reads testdata/latex: what SymPy prints, then LaTeX that is compared with it.
func TestLatex(t *testing.T) {
	datadriven.RunTest(t, "testdata/latex", func(t *testing.T, d *datadriven.TestData) string {
		var out strings.Builder
		gold, replies, _ := strings.Cut(d.Input, "\n")
		for reply := range strings.SplitSeq(replies, "\n") {
			row := Row{Kind: "latex_parse", Gold: Golds{strings.TrimSpace(strings.TrimPrefix(gold, "gold:"))}, Prediction: reply}
			task, err := row.Task()
			if err != nil {
				d.Fatalf(t, "%v", err)
			}
			v, err := task.Judge()
			if err != nil {
				d.Fatalf(t, "%v", err)
			}
			mark := map[verifiers.Outcome]string{verifiers.Right: "=", verifiers.Wrong: "≠", verifiers.Undecided: "?"}[v.Outcome]
			out.WriteString(mark + "  " + reply + ": " + v.Detail + "\n")
		}
		return out.String()
	})
}
