package keychain

import (
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strings"
	"text/tabwriter"

	"gander/schemas"
)

// A Summary gathers the findings of an audit over a data set.
type Summary struct {
	tasks    int
	failed   map[string]int    // by reason
	example  map[string]string // id and detail of the first task, by reason
	sources  map[string]*lengths
	chains   []float64
	passages []float64
	gaps     []float64 // between consecutive records of the true chain, as shares of the prompt
}

// lengths are the prompt lengths of one source, in tokens, and how far they are from
// the budget, as shares of it.
type lengths struct{ tokens, errors []float64 }

// Add takes in the finding of one task.
func (s *Summary) Add(t schemas.Task, f Finding) {
	if s.failed == nil {
		s.failed, s.example, s.sources = map[string]int{}, map[string]string{}, map[string]*lengths{}
	}
	s.tasks++
	if f.Reason != "" {
		if s.failed[f.Reason]++; s.failed[f.Reason] == 1 {
			s.example[f.Reason] = t.ID + ": " + f.Detail
		}
		return
	}
	source := claim{meta: f.Meta}.trueCandidate().Source
	if s.sources[source] == nil {
		s.sources[source] = &lengths{}
	}
	l := s.sources[source]
	l.tokens = append(l.tokens, float64(f.Tokens))
	l.errors = append(l.errors, float64(f.Tokens)/float64(f.Meta.Budget)-1)
	s.chains = append(s.chains, float64(len(f.Meta.Chains)))
	s.passages = append(s.passages, float64(len(f.Spans.Passages)))
	s.gaps = append(s.gaps, linkGaps(f, len(t.Prompt[0].Content))...)
}

func linkGaps(f Finding, length int) (gaps []float64) {
	at := map[int]int{}
	for _, r := range f.Spans.Records {
		if r.Chain == f.Meta.True {
			at[r.Link] = r.Start
		}
	}
	for link := 1; link < f.Meta.Links; link++ {
		gaps = append(gaps, math.Abs(float64(at[link]-at[link-1]))/float64(length))
	}
	return gaps
}

// Failed is the number of tasks that a gate refused.
func (s *Summary) Failed() (n int) {
	for _, k := range s.failed {
		n += k
	}
	return n
}

// Tasks is the number of tasks added.
func (s *Summary) Tasks() int { return s.tasks }

// Print writes the summary as a table: lengths by source, then what else was measured,
// then the tasks refused, by gate.
func (s *Summary) Print(out io.Writer) {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "what\ttasks\tmin\tp5\tmedian\tmean\tp95\tmax\t")
	for _, name := range slices.Sorted(maps.Keys(s.sources)) {
		row(w, "tokens, "+name, s.sources[name].tokens, "%.0f")
	}
	for _, name := range slices.Sorted(maps.Keys(s.sources)) {
		row(w, "length error %, "+name, scale(s.sources[name].errors, 100), "%+.2f")
	}
	row(w, "chains", s.chains, "%.0f")
	row(w, "passages", s.passages, "%.0f")
	row(w, "link gap, % of prompt", scale(s.gaps, 100), "%.1f")
	_ = w.Flush() // a failing writer fails in the next line too
	fmt.Fprintf(out, "%d tasks, %d refused\n", s.tasks, s.Failed())
	for _, reason := range slices.Sorted(maps.Keys(s.failed)) {
		fmt.Fprintf(out, "  %s: %d, the first is %s\n", reason, s.failed[reason], s.example[reason])
	}
}

func row(w io.Writer, name string, values []float64, format string) {
	if len(values) == 0 {
		return
	}
	slices.Sort(values)
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	at := func(q float64) float64 { return values[int(q*float64(len(values)-1)+0.5)] }
	cells := []string{name, fmt.Sprint(len(values))}
	for _, v := range []float64{at(0), at(0.05), at(0.5), sum / float64(len(values)), at(0.95), at(1)} {
		cells = append(cells, fmt.Sprintf(format, v))
	}
	fmt.Fprintln(w, strings.Join(cells, "\t")+"\t")
}

func scale(values []float64, by float64) []float64 {
	out := make([]float64, len(values))
	for i, v := range values {
		out[i] = v * by
	}
	return out
}
