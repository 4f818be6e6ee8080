package pairs

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"

	"gander/verifiers"
)

// TestKinds reads testdata/kinds: rows, and the rule and arguments that they become.
func TestKinds(t *testing.T) {
	seen := map[string]bool{}
	datadriven.RunTest(t, "testdata/kinds", func(t *testing.T, d *datadriven.TestData) string {
		var out strings.Builder
		for line := range strings.SplitSeq(d.Input, "\n") {
			r, err := Parse([]byte(line))
			if err != nil {
				d.Fatalf(t, "%s: %v", line, err)
			}
			task, err := r.Task()
			if err != nil {
				fmt.Fprintln(&out, err)
				continue
			}
			seen[r.Kind] = true
			fmt.Fprintln(&out, task.Rule, task.Args)
			if k, err := kindOf(r.Kind); err == nil && !slices.Contains(k.Rules, task.Rule) {
				t.Errorf("kind %s gives %s, which it does not name", k.Name, task.Rule)
			}
			if v, err := task.Judge(); err != nil || v.Outcome == verifiers.Undecided {
				t.Errorf("%s: %s %v", line, v.Detail, err)
			}
		}
		return out.String()
	})
	for _, k := range Kinds {
		if !seen[k.Name] {
			t.Errorf("testdata/kinds has no row of kind %s; show one", k.Name)
		}
	}
}
