package cli

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode"

	"gander/internal/fault"
	"gander/verifiers"
)

// mostFaults is how many rows that cannot be judged are named.
const mostFaults = 20

// verdictWriter writes answers, and messages about rows that have none.
type verdictWriter struct {
	out     *bufio.Writer
	say     func(format string, args ...any)
	lines   *json.Encoder // to out
	explain bool

	rows, faults, undecided int // undecided are without the faults
}

func newVerdictWriter(out io.Writer, say func(string, ...any), explain bool) *verdictWriter {
	w := &verdictWriter{out: bufio.NewWriterSize(out, 64<<10), say: say, explain: explain}
	w.lines = json.NewEncoder(w.out)
	w.lines.SetEscapeHTML(false) // an id comes back as it was written
	return w
}

// verdictLine is an answer as JSON.
type verdictLine struct {
	ID      json.RawMessage `json:"id"`      // null: none that can be read
	Verdict *bool           `json:"verdict"` // null: cannot be decided
	Score   float64         `json:"score"`
	Rule    string          `json:"rule"`
	// Certainty is empty without a verdict.
	Certainty verifiers.Certainty `json:"certainty"`
	// Micros is how long the check took, in microseconds with one decimal.
	Micros float64 `json:"us"`
	// Outcome tells what is wrong from what holds no answer.
	Outcome verifiers.Outcome `json:"outcome"`
	// Detail says why the outcome is not right.
	Detail string `json:"detail,omitempty"`
}

func (w *verdictWriter) write(a answer) error {
	w.rows++
	if a.fault != nil {
		if w.faults++; w.faults <= mostFaults {
			w.say("%s: %s", a.place, oneLine(a.fault))
		}
		a.verdict = verifiers.Verdict{Outcome: verifiers.Undecided, Rule: a.task.Rule, Detail: oneLine(a.fault)}
	} else if a.verdict.Outcome == verifiers.Undecided {
		w.undecided++
	}
	if w.explain {
		return explain(w.out, a)
	}
	line := verdictLine{
		ID: a.row.ID, Score: a.verdict.Score, Rule: a.verdict.Rule, Certainty: a.verdict.Certainty,
		Micros:  math.Round(float64(a.took)/float64(time.Microsecond)*10) / 10,
		Outcome: a.verdict.Outcome,
	}
	right := a.verdict.Outcome == verifiers.Right
	if !right {
		line.Detail = a.verdict.Detail
	}
	if a.verdict.Outcome != verifiers.Undecided {
		line.Verdict = &right
	}
	return w.lines.Encode(line)
}

func oneLine(err error) string { return strings.ReplaceAll(err.Error(), "\n", "; ") }

// summary is the fault that ends verify when rows could not be judged.
func (w *verdictWriter) summary() error {
	switch {
	case w.faults == 0:
		return nil
	case w.faults > mostFaults:
		return fault.New("%d rows cannot be judged, the first %d are named above; all others are answered", w.faults, mostFaults)
	case w.faults == 1:
		return fault.New("1 row cannot be judged; all others are answered")
	}
	return fault.New("%d rows cannot be judged; all others are answered", w.faults)
}

// explain shows for people how a verdict came about.
func explain(w io.Writer, a answer) error {
	v := a.verdict
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s", cmp.Or(visible(string(a.row.ID)), a.place), v.Outcome)
	if v.Certainty != "" {
		fmt.Fprintf(&b, ", %s", v.Certainty)
	}
	fmt.Fprintf(&b, ", score %g\n", v.Score)
	show := func(what, text string) {
		if text != "" {
			fmt.Fprintf(&b, "  %-10s %s\n", what, strings.TrimPrefix(indent(indent(indent(ends(visible(text))))), "      "))
		}
	}
	show("rule", v.Rule)
	show("arguments", a.task.Args)
	show("reply", a.task.Reply)
	show("extracted", v.Extracted)
	show("gold", v.Gold)
	show("answer", v.Answer)
	show("because", v.Detail)
	_, err := io.WriteString(w, b.String())
	return err
}

// visible is text with the characters that steer a terminal, or that nobody sees, written
// as escapes: a reply must not paint over the verdict on it.
func visible(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r != '\n' && r != '\t' && unicode.In(r, unicode.Cc, unicode.Cf) {
			b.WriteString(strings.Trim(strconv.QuoteRuneToASCII(r), "'"))
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
