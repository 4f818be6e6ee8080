package prove

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"

	"gander/schemas"
	"gander/verifiers"
	"gander/verifiers/extract"
)

// TestProve reads testdata/prove: a task in a few lines, "name: value", and what
// becomes of it. Every gate must have a planted case.
func TestProve(t *testing.T) {
	planted := map[string]bool{}
	datadriven.RunTest(t, "testdata/prove", func(t *testing.T, d *datadriven.TestData) string {
		c, task := parse(t, d.Input)
		kept, reject := Prove(c, task)
		if reject != nil {
			planted[reject.Reason] = true
			return fmt.Sprintf("drop %s: %s\n", reject.Reason, reject.Detail)
		}
		p := kept.Proof
		return fmt.Sprintf("keep gold_score=%v attacks=%d/%d formats=%s\n",
			p.GoldScore, p.AttacksPassed, p.AttacksTotal, strings.Join(p.Formats, ","))
	})
	for _, g := range Gates {
		if !planted[g.Reason] {
			t.Errorf("gate %q has no planted case in testdata/prove", g.Reason)
		}
	}
}

// parse reads a planted task. Without args they are made of answer, aliases and others.
func parse(t *testing.T, input string) (Config, schemas.Task) {
	t.Helper()
	c := Default()
	task := schemas.Task{ID: "1", Verifier: "text_strict@1", Prompt: []schemas.Message{{Role: "user", Content: "Which is it?"}}}
	args := verifiers.TextArgs{}
	for line := range strings.Lines(input) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch name {
		case "answer":
			task.Answer = value
		case "alias":
			task.AnswerAliases = append(task.AnswerAliases, value)
		case "others":
			args.Others = strings.Split(value, " | ")
		case "verifier":
			task.Verifier = value
		case "args":
			task.VerifierArgs = value
		case "formats":
			c.Formats = strings.Split(value, ",")
		default:
			t.Fatalf("testdata/prove: no line is called %q", name)
		}
	}
	if task.VerifierArgs == "" {
		args.Golds = append([]string{task.Answer}, task.AnswerAliases...)
		b, err := json.Marshal(args)
		if err != nil {
			t.Fatal(err)
		}
		task.VerifierArgs = string(b)
	}
	return c, task
}

// Each planted fault is seen by its own gate and by no later one: with that gate
// switched off, the task would be kept.
func TestOneGateRefuses(t *testing.T) {
	for _, c := range []struct {
		reason string
		task   schemas.Task
	}{
		{"gold_refused", schemas.Task{Answer: "Oslo", Verifier: "text_strict@1", VerifierArgs: `{"golds":["Rome"]}`}},
		{"attack_paid", schemas.Task{Answer: "Rome", Verifier: "text_strict@1", VerifierArgs: `{"golds":["Rome"],"others":["Rome"]}`}},
	} {
		try := &trial{task: c.task, formats: extract.Formats}
		for _, g := range Gates {
			if refused := g.pass(try) != ""; refused != (g.Reason == c.reason) {
				t.Errorf("planted for %s: gate %s refuses: %v", c.reason, g.Reason, refused)
			}
		}
	}
}

// The first gate stands before the others because they need what it makes.
func TestArgsComeFirst(t *testing.T) {
	if Gates[0].Reason != "verifier_args" {
		t.Errorf("the first gate is %s", Gates[0].Reason)
	}
}

func TestARejectKnowsWhereItComesFrom(t *testing.T) {
	task := schemas.Task{ID: "7", SourceIDs: []string{"q1", "q2"}, CostMicros: 9, Verifier: "text_strict@1"}
	kept, r := Prove(Default(), task)
	if r == nil || r.ID != "7" || r.Stage != "prove" || len(r.SourceIDs) != 2 || r.CostMicros != 9 {
		t.Errorf("reject %+v", r)
	}
	if kept.ID != "" {
		t.Errorf("a refused task comes out on both sides: %+v", kept)
	}
}

func TestOnlyTheProofChanges(t *testing.T) {
	task := typical(t)
	kept, r := Prove(Default(), task)
	if r != nil {
		t.Fatal(r.Detail)
	}
	if kept.Proof.AttacksTotal == 0 || kept.Proof.AttacksPassed != kept.Proof.AttacksTotal {
		t.Errorf("proof %+v", kept.Proof)
	}
	if a, b := fmt.Sprint(kept.ID, kept.Answer, kept.Prompt, kept.VerifierArgs), fmt.Sprint(task.ID, task.Answer, task.Prompt, task.VerifierArgs); a != b {
		t.Errorf("%s became %s", b, a)
	}
}

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		name    string
		formats []string
		want    string
	}{
		{"default", Default().Formats, ""},
		{"one format", []string{"tag"}, ""},
		{"no format", nil, "formats is empty; give boxed, tag or both"},
		{"two faults, two lines", []string{"box", "tag", "tag"},
			"formats has \"box\"; give boxed, tag or both\nformats has \"tag\" twice; give it once"},
	} {
		err := Config{Formats: c.formats}.Check()
		if got := fmt.Sprint(err); err == nil && c.want != "" || err != nil && got != c.want {
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		}
	}
}

// typical is a task with 15 distractors and a prompt of 64 kB.
func typical(t testing.TB) schemas.Task {
	t.Helper()
	others := []string{"Stephen King", "Columbus, Ohio", "6,960", "Sid Haig", "Pterocarya", "The Aristocats", "2011",
		"Barnaby Joyce", "Medal of Honor", "150 million", "Botswana", "Irwin Shaw", "John Lennon", "8 June 1951", "Mélanie Watt"}
	args, err := json.Marshal(verifiers.TextArgs{Golds: []string{"G. Stanley Hall", "Stanley Hall"}, Others: others})
	if err != nil {
		t.Fatal(err)
	}
	return schemas.Task{
		ID: "1", Answer: "G. Stanley Hall", AnswerAliases: []string{"Stanley Hall"},
		Prompt:   []schemas.Message{{Role: "user", Content: strings.Repeat("The hall was built of stone. ", 64_000/29)}},
		Verifier: "text_strict@1", VerifierArgs: string(args),
	}
}

func BenchmarkProve(b *testing.B) {
	task := typical(b)
	c := Default()
	b.ReportAllocs()
	for b.Loop() {
		if _, r := Prove(c, task); r != nil {
			b.Fatal(r.Detail)
		}
	}
}

// The golds of the published samples, each among the golds of the 15 rows behind it
// that have other golds: none may be lost to a fault of rule or attacks.
func TestRealGolds(t *testing.T) {
	for _, file := range []string{"musique-train-100", "hotpotqa-train-100", "2wiki-dev"} {
		data, err := os.ReadFile("../../../shared/corpora/" + file + ".jsonl")
		if err != nil {
			t.Skip("no published samples beside the repository")
		}
		var rows []verifiers.TextArgs
		for line := range strings.Lines(string(data)) {
			var r struct {
				Answer  string   `json:"answer"`
				Aliases []string `json:"answer_aliases"`
			}
			if err := json.Unmarshal([]byte(line), &r); err != nil {
				t.Fatal(err)
			}
			rows = append(rows, verifiers.TextArgs{Golds: append([]string{r.Answer}, r.Aliases...)})
		}
		for i, args := range rows {
			for k := range 15 {
				if other := rows[(i+k+1)%len(rows)].Golds[0]; !strings.EqualFold(other, args.Golds[0]) {
					args.Others = append(args.Others, other)
				}
			}
			b, err := json.Marshal(args)
			if err != nil {
				t.Fatal(err)
			}
			_, r := Prove(Default(), schemas.Task{
				Answer: args.Golds[0], AnswerAliases: args.Golds[1:],
				Verifier: "text_strict@1", VerifierArgs: string(b),
			})
			if r != nil {
				t.Errorf("%s: %q: %s: %s", file, args.Golds, r.Reason, r.Detail)
			}
		}
	}
}
