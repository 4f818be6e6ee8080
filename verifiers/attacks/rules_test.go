package attacks

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"

	"gander/verifiers"
)

// paid lists the attacks on the task that args make of a rule which the rule pays for,
// each once, in any of its formats.
func paid(t *testing.T, rule verifiers.Verifier, args string) []string {
	t.Helper()
	c, err := rule.Compile(args)
	if err != nil {
		t.Fatalf("%s: %v", rule.Name, err)
	}
	var got []string
	for a := range For(Of(rule, c, args, "Which is it?"), rule.Formats) {
		if v := c.Verify(a.Reply); a.Paid(rule, v) {
			got = append(got, fmt.Sprintf("%s scores %.3g: %s", a.Name, v.Score, v.Detail))
		}
	}
	return slices.Compact(got)
}

// Every registered rule withstands the attacks on its own example, unless it says in
// Holes that it is a published rule which does not.
func TestRulesWithstandTheirExample(t *testing.T) {
	for _, rule := range verifiers.All {
		t.Run(rule.Name, func(t *testing.T) {
			for _, a := range paid(t, rule, rule.Example) {
				if rule.Holes == "" {
					t.Error(a)
				}
			}
		})
	}
}

// TestTasks reads testdata/tasks: a rule, the arguments of a task on each line, as JSON
// or as one gold, and the attacks that the rule pays for there. Rules without Holes pay
// for none, and each hole of the others is shown.
func TestTasks(t *testing.T) {
	shown := map[string]bool{}
	datadriven.RunTest(t, "testdata/tasks", func(t *testing.T, d *datadriven.TestData) string {
		rule, err := verifiers.Get(d.Cmd)
		if err != nil {
			d.Fatalf(t, "%v", err)
		}
		var out strings.Builder
		for line := range strings.SplitSeq(d.Input, "\n") {
			args := line
			if !strings.HasPrefix(line, `{"`) {
				args = argsOf(t, line, "Paris", "17 May 1814", "Marie Curie")
			}
			got := paid(t, rule, args)
			if rule.Holes == "" && len(got) > 0 {
				t.Errorf("%s has no hole and pays on %s for %s", rule.Name, line, got)
			}
			for _, a := range got {
				shown[rule.Name] = true
				fmt.Fprintf(&out, "%s: %s\n", line, a)
			}
		}
		return out.String()
	})
	for _, rule := range verifiers.All {
		if (rule.Holes != "") != shown[rule.Name] {
			t.Errorf("%s says of its holes %q; testdata/tasks shows one: %v", rule.Name, rule.Holes, shown[rule.Name])
		}
	}
}

func argsOf(t *testing.T, gold string, others ...string) string {
	t.Helper()
	b, err := json.Marshal(verifiers.TextArgs{Golds: []string{gold}, Others: others})
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// What a task's arguments say of where answers stand and how far they may be off.
func TestOf(t *testing.T) {
	rule := verifiers.Verifier{Kind: verifiers.Math}
	c, err := verifiers.All[0].Compile(`{"golds":["-250 or 9"],"others":["7"]}`)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		args     string
		unmarked bool
		slack    float64
	}{
		{`{}`, false, 0},
		{`{"extract":"boxed"}`, false, 0},
		{`{"extract":"free"}`, true, 0},
		{`{"extract":"whole"}`, true, 0},
		{`{"policy":{"abs_tol":[0.5,2]}}`, false, 2},
		{`{"policy":{"rel_tol":0.01}}`, false, 2.5},
		{`{"policy":{"places":2}}`, false, 0.01},
		{`{"abs_tol":3}`, false, 3},
		{`{"policy":"strict"}`, false, 0},
	} {
		got := Of(rule, c, row.args, "Why?")
		if got.Unmarked != row.unmarked || got.Slack != row.slack {
			t.Errorf("%s: unmarked %v, slack %g", row.args, got.Unmarked, got.Slack)
		}
		if got.Kind != rule.Kind || got.Golds[0] != "-250 or 9" || got.Others[0] != "7" || got.Prompt != "Why?" {
			t.Errorf("%s: %+v", row.args, got)
		}
	}
}

// What a right option says is as right as its letter.
func TestOfChoice(t *testing.T) {
	rule, err := verifiers.Get("choice@1")
	if err != nil {
		t.Fatal(err)
	}
	for args, want := range map[string]string{
		`{"golds":["B"],"count":2,"texts":["yes","no"]}`:              "B no",
		`{"golds":["q"],"choices":["p","q"],"texts":["yes","no"]}`:    "q no",
		`{"golds":["A"],"count":2}`:                                   "A",
		`{"golds":["A"],"count":2,"mode":"text","texts":["it","is"]}`: "A it",
	} {
		c, err := rule.Compile(args)
		if err != nil {
			t.Fatal(err)
		}
		got := Of(rule, c, args, "")
		if s := strings.Join(got.Golds, " "); s != want || got.Unmarked != strings.Contains(args, "mode") {
			t.Errorf("%s: golds %q, unmarked %v", args, s, got.Unmarked)
		}
	}
}

func TestPaid(t *testing.T) {
	whole, part := verifiers.Verifier{}, verifiers.Verifier{Partial: true}
	for _, c := range []struct {
		rule    verifiers.Verifier
		class   Class
		verdict verifiers.Verdict
		want    bool
	}{
		{whole, Near, verifiers.Verdict{}, false},
		{whole, Near, verifiers.Verdict{Score: 0.1}, true},
		{whole, Near, verifiers.Verdict{Outcome: verifiers.Right}, true},
		{part, Near, verifiers.Verdict{Score: 0.9}, false},
		{part, Hedge, verifiers.Verdict{Score: 0.9}, false},
		{part, Near, verifiers.Verdict{Score: 1}, true},
		{part, Hedge, verifiers.Verdict{Outcome: verifiers.Right, Score: 0.9}, true},
		{part, Junk, verifiers.Verdict{Score: 0.1}, true},
		{part, Misplaced, verifiers.Verdict{Score: 0.1}, true},
	} {
		if got := (Attack{Class: c.class}).Paid(c.rule, c.verdict); got != c.want {
			t.Errorf("%s with %+v, partial %v: paid %v", c.class, c.verdict, c.rule.Partial, got)
		}
	}
}

// The golds of labeled pairs, each as a task of its own: no near miss of a gold that is
// one number has its value, whatever the way it is written.
func TestGoldsOfLabeledPairs(t *testing.T) {
	data, err := os.ReadFile("../../../shared/conformance/verifier-dev.jsonl")
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("no labeled pairs beside the repository")
	}
	if err != nil {
		t.Fatal(err)
	}
	golds := map[string]bool{}
	for line := range strings.Lines(string(data)) {
		var row struct {
			Kind string          `json:"kind"`
			Gold json.RawMessage `json:"gold"`
		}
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatal(err)
		}
		var gold string
		if row.Kind == "math" && json.Unmarshal(row.Gold, &gold) == nil && strings.TrimSpace(gold) != "" {
			golds[gold] = true
		}
	}
	rule, err := verifiers.Get("math@1")
	if err != nil {
		t.Skip("no rule compares by value yet")
	}
	tasks, found := 0, []string{}
	for gold := range golds {
		args := argsOf(t, gold)
		c, err := rule.Compile(args)
		if err != nil {
			continue
		}
		tasks++
		for a := range For(Of(rule, c, args, ""), rule.Formats[:1]) {
			if v := c.Verify(a.Reply); a.Paid(rule, v) {
				found = append(found, fmt.Sprintf("gold %q: %s %.80q: %s", gold, a.Name, strings.TrimPrefix(a.Reply, thought), v.Detail))
			}
		}
	}
	slices.Sort(found)
	for _, f := range found {
		t.Error(f)
	}
	t.Logf("%d tasks", tasks)
}
