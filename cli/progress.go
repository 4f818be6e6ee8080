package cli

import (
	"fmt"
	"os"
	"strings"
	"time"

	"golang.org/x/term"

	"gander/internal/stage"
	"gander/internal/tally"
	"gander/pipelines"
)

// every is how often a log line tells the progress where there is no terminal.
const every = 10 * time.Second

// step is how far one stage has come.
type step struct {
	name string
	// done counts the rows that left the stage, refused ones among them; total is how many
	// there will be, 0 while nobody knows.
	done, total, refused int64
	// rate is in rows per second.
	rate float64
}

// left estimates the time until the stage is done; ok is false where it cannot.
func (s step) left() (d time.Duration, ok bool) {
	if s.total == 0 || s.rate == 0 || s.done >= s.total {
		return 0, false
	}
	return time.Duration(float64(s.total-s.done) / s.rate * float64(time.Second)), true
}

// String is the step in a log line.
func (s step) String() string {
	text := fmt.Sprintf("%s %d", s.name, s.done)
	if s.total > 0 {
		text += fmt.Sprintf("/%d", s.total)
	}
	if s.rate > 0 && s.done != s.total {
		text += fmt.Sprintf(" at %.1f/s", s.rate)
	}
	if d, ok := s.left(); ok {
		text += fmt.Sprintf(", %s left", seconds(d))
	}
	if s.refused > 0 {
		text += fmt.Sprintf(", %d rejected", s.refused)
	}
	return text
}

// steps says how far the stages of plan have come after elapsed. The total of a stage is
// what its inputs have put out, once those are done.
func steps(plan *pipelines.Plan, now []tally.Stage, elapsed time.Duration) []step {
	var list []step
	finished := map[string]bool{}
	for _, n := range plan.Nodes {
		c := counts(now, n.Name)
		s := step{name: n.Name, done: c.Out + c.Refused(), refused: c.Refused()}
		if n.Stage.Out == stage.None {
			s.done = c.In // a sink keeps what it reads
		}
		s.rate = float64(s.done) / elapsed.Seconds()
		known := len(n.Inputs) > 0
		for _, in := range n.Inputs {
			known = known && finished[in.Node]
			s.total += counts(now, in.Node).Out
		}
		if sized, ok := n.Config.(stage.Sized); ok {
			s.total = int64(sized.Rows())
			known = s.total > 0
		}
		if c.Expected > 0 {
			s.total, known = c.Expected, true
		}
		if !known {
			s.total = 0
		}
		finished[n.Name] = known && s.done >= s.total
		list = append(list, s)
	}
	return list
}

// progress shows how the run goes until stop is called: bars on a terminal, a log line
// now and then elsewhere.
func (a *app) progress(plan *pipelines.Plan) (stop func()) {
	switch {
	case a.quiet:
		return func() {}
	case isTerminal(a.err):
		return a.bars(plan)
	}
	return a.lines(plan)
}

func (a *app) lines(plan *pipelines.Plan) (stop func()) {
	start := time.Now()
	return repeat(every, func() {
		var parts []string
		for _, s := range steps(plan, tally.Live(), time.Since(start)) {
			parts = append(parts, s.String())
		}
		a.say("%s: %s", seconds(time.Since(start)), strings.Join(parts, "; "))
	})
}

// repeat calls tell at every interval until stop is called, which waits for the last call.
func repeat(interval time.Duration, tell func()) (stop func()) {
	done, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		ticker := time.NewTicker(interval)
		defer ticker.Stop()
		for {
			select {
			case <-done:
				return
			case <-ticker.C:
				tell()
			}
		}
	}()
	return func() {
		close(done)
		<-stopped
	}
}

func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
