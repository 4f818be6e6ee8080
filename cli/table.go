package cli

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"gander/internal/stage"
	"gander/internal/tally"
	"gander/pipelines"
	"gander/runners"
)

// table is the result of a run by stage, in the order of the data. Time is what the
// workers of a stage spent, summed, so it can exceed the time of the run.
func table(plan *pipelines.Plan, result *runners.Result) string {
	var text strings.Builder
	w := tabwriter.NewWriter(&text, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "stage\tin\tout\trejected\ttime")
	for _, n := range plan.Nodes {
		s := counts(result.Stages, n.Name)
		in, out := fmt.Sprint(s.In), fmt.Sprint(s.Out)
		if n.Stage.In == stage.None {
			in = ""
		}
		if n.Stage.Out == stage.None {
			out = ""
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%d\t%s\n", n.Name, in, out, s.Refused(), seconds(s.Busy))
		for _, reason := range slices.Sorted(maps.Keys(s.Rejected)) {
			fmt.Fprintf(w, "  %s\t\t\t%d\t\n", reason, s.Rejected[reason])
		}
	}
	_ = w.Flush() // into memory
	return trailing.ReplaceAllString(text.String(), "") + fmt.Sprintf("finished in %s\n", seconds(result.Elapsed))
}

// trailing is what a row without its last cells ends in.
var trailing = regexp.MustCompile(`(?m) +$`)

// counts finds the counts of a stage; a stage that counted nothing has none.
func counts(stages []tally.Stage, name string) tally.Stage {
	for _, s := range stages {
		if s.Name == name {
			return s
		}
	}
	return tally.Stage{Name: name}
}

// seconds prints a duration as a person would say it.
func seconds(d time.Duration) string {
	switch {
	case d < time.Minute:
		return fmt.Sprintf("%.1fs", d.Seconds())
	case d < time.Hour:
		return d.Round(time.Second).String()
	}
	return d.Round(time.Minute).String()
}
