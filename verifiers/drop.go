package verifiers

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"gander/verifiers/extract"
	"gander/verifiers/internal/qa"
)

var dropSpans = Verifier{
	Name:    "drop@1",
	Doc:     "the answer has the numbers and spans of a gold, paired one to one; numbers count by value",
	Formats: extract.Formats,
	Args:    DropArgs{},
	Example: `{"golds":["Bears; Lions","Lions and Bears"],"others":["Packers"],"separator":";"}`,
	Bait: []string{
		`\boxed{Bears}`,
		`\boxed{Bears; Lions; Packers}`,
		`\boxed{Bears; Bears}`,
		`\boxed{the}`,
		`\boxed{;}`,
		`<answer>Bears; Lions</answer><answer>Packers</answer>`,
		`Bears; Lions`,
	},
	Partial: true,
	Holes:   "numbers that differ in a sign or a unit sign (-5 and 5, 50% and 50)",
	Compile: compileDrop,
}

// DropArgs are the arguments of drop@1, as JSON. A gold that is a number is its digits, a
// date is day, month and year with blanks between.
type DropArgs struct {
	AnswerArgs
	// Separator parts the spans of golds and answers; empty where every gold is one span.
	Separator string `json:"separator,omitempty"`
	// Measure is "em", equal spans, or "f1", the mean F1 of the best pairing; empty is
	// "em".
	Measure string `json:"measure,omitempty"`
}

// maxSpans is how many spans a gold or an answer may have. It bounds the work of the
// pairing.
const maxSpans = 64

func (a DropArgs) check() []error {
	faults := a.AnswerArgs.check(qa.DROP)
	for i, g := range a.Golds {
		if n := len(a.split(g)); n > maxSpans {
			faults = append(faults, fmt.Errorf("golds[%d] has %d spans; give at most %d", i, n, maxSpans))
		}
	}
	return append(faults, oneOf("measure", a.Measure, "em", "f1")...)
}

// split cuts a text into its spans. One more than [maxSpans] is as many as it tells
// apart.
func (a DropArgs) split(text string) []string {
	if a.Separator == "" {
		return []string{text}
	}
	return strings.SplitN(text, a.Separator, maxSpans+2)
}

// golds are the golds that count: as in the published scorer, one whose first span is
// blank does not where there is another. Only official arguments have such golds.
func (a DropArgs) golds() []string {
	counting := slices.DeleteFunc(slices.Clone(a.Golds), func(g string) bool {
		return strings.TrimSpace(a.split(g)[0]) == ""
	})
	if len(counting) == 0 {
		return a.Golds
	}
	return counting
}

// drop compares the answers to one task.
//
// Source: drop_eval of the DROP authors. We differ, unless the arguments say official,
// in paying nothing for an answer of which nothing is left and in not rounding F1 to two
// places, and always in calling an answer of more than 64 spans wrong.
type drop struct {
	args   DropArgs
	golds  []qa.Spans
	others []string // in normal form
}

func compileDrop(args string) (Checker, error) {
	var a DropArgs
	if err := decode(args, &a); err != nil {
		return nil, err
	}
	if err := errors.Join(a.check()...); err != nil {
		return nil, err
	}
	d := &drop{args: a}
	for _, g := range a.golds() {
		d.golds = append(d.golds, qa.ReadSpans(a.split(g)))
	}
	for _, o := range a.Others {
		d.others = append(d.others, shown(qa.ReadSpans(a.split(o))))
	}
	return &single{rule: "drop@1", golds: a.Golds, others: a.Others, find: finder(a.Extract), judge: d.judge}, nil
}

func (d *drop) judge(answer string) Verdict {
	v := Verdict{Outcome: Wrong, Gold: shown(d.golds[0])}
	parts := d.args.split(answer)
	if len(parts) > maxSpans {
		v.Detail = "the answer has too many spans"
		return v
	}
	spans := qa.ReadSpans(parts)
	v.Answer = shown(spans)
	if !d.args.Official && strings.Trim(v.Answer, "; ") == "" {
		v.Detail = nothingLeft
		return v
	}
	for _, g := range d.golds {
		if pay := d.pay(spans, g); pay > v.Score {
			v.Score, v.Gold = pay, shown(g)
		}
	}
	return explain(v, !d.args.Official && slices.Contains(d.others, v.Answer))
}

// pay is the score of an answer against one gold.
func (d *drop) pay(answer, gold qa.Spans) float64 {
	exact, f1 := answer.Score(gold)
	switch {
	case d.args.Measure == "f1" && d.args.Official:
		return qa.Hundredths(f1)
	case d.args.Measure == "f1":
		return f1
	case exact:
		return 1
	}
	return 0
}

// shown is spans as one text.
func shown(s qa.Spans) string { return strings.Join(s.Texts, "; ") }
