package cli

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"gander/internal/fault"
	"gander/internal/stage"
	"gander/internal/tally"
	"gander/pipelines"
	"gander/runners"
	"gander/schemas"
)

func TestEveryCommandHasAnExample(t *testing.T) {
	root := (&app{}).root()
	var walk func(*cobra.Command)
	commands := 0
	walk = func(c *cobra.Command) {
		commands++
		if c.Example == "" || c.Short == "" {
			t.Errorf("%s has no example or no summary; give it both", c.CommandPath())
		}
		for _, sub := range c.Commands() {
			walk(sub)
		}
	}
	walk(root)
	if commands < 9 {
		t.Fatalf("%d commands were seen, want all", commands)
	}
}

func TestWorkerFlagsGoToBeam(t *testing.T) {
	tests := map[string]bool{
		"--worker --id=1": true, "-worker": true, "--worker=true --options={}": true,
		"run worker": false, "worker": false, "run keychain --set worker=true": false, "--worker=false": false, "": false,
	}
	for line, want := range tests {
		if got := isWorker(strings.Fields(line)); got != want {
			t.Errorf("%q: worker is %v, want %v", line, got, want)
		}
	}
}

func TestWhatIsSaidAboutAnError(t *testing.T) {
	failure := &runners.Failure{Cause: "sink.writeFn: boom", Detail: "goroutine 1"}
	tests := []struct {
		name    string
		err     error
		verbose bool
		code    int
		want    string
	}{
		{"a fault", fault.WithCode(fault.Rejects, "too many"), false, 4, "gander: too many\n"},
		{"a place stands alone", fault.New("r.yaml:3:13: no\nr.yaml:4:1: never"), false, 1, "r.yaml:3:13: no\nr.yaml:4:1: never\n"},
		{"usage", fault.WithCode(fault.Usage, "bad flag"), false, 2, "gander: bad flag\ngander: see gander --help\n"},
		{"a failure", failure, false, 1, "gander: sink.writeFn: boom\ngander: add --verbose to see all that the runner said\n"},
		{"a failure in full", failure, true, 1, "gander: sink.writeFn: boom\ngoroutine 1\n"},
		{"anything else", errors.New("boom"), true, 1, "gander: boom\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var stderr bytes.Buffer
			a := &app{err: &stderr}
			root := a.root()
			a.verbose = tt.verbose
			code := a.complain(root, tt.err)
			if code != tt.code || stderr.String() != tt.want {
				t.Errorf("code %d, said\n%swant %d,\n%s", code, stderr.String(), tt.code, tt.want)
			}
		})
	}
}

// A plan of three stages, of which the first knows its rows.
func threeStages() *pipelines.Plan {
	return &pipelines.Plan{Nodes: []*pipelines.Node{
		{Name: "questions", Stage: stage.Stage{Out: stage.Questions}, Config: sized(100)},
		{Name: "keychain", Stage: stage.Stage{In: stage.Questions, Out: stage.Tasks}, Inputs: []pipelines.Port{{Node: "questions"}}},
		{Name: "sink", Stage: stage.Stage{In: stage.Tasks}, Inputs: []pipelines.Port{{Node: "keychain"}}},
	}}
}

type sized int

func (s sized) Rows() int { return int(s) }

func TestProgressLine(t *testing.T) {
	tests := []struct {
		name string
		now  []tally.Stage
		want string
	}{
		{"nothing yet", nil, "questions 0/100; keychain 0; sink 0"},
		{"while the source reads, nobody knows what is to come",
			[]tally.Stage{{Name: "questions", Out: 40}, {Name: "keychain", In: 40, Out: 10}},
			"questions 40/100 at 4.0/s, 15.0s left; keychain 10 at 1.0/s; sink 0"},
		{"when it is done, they do",
			[]tally.Stage{{Name: "questions", Out: 95, Rejected: map[string]int64{"no_answer": 5}}, {Name: "keychain", In: 95, Out: 20}, {Name: "sink", In: 20}},
			"questions 100/100, 5 rejected; keychain 20/95 at 2.0/s, 37.5s left; sink 20 at 2.0/s"},
		{"all done",
			[]tally.Stage{{Name: "questions", Out: 100}, {Name: "keychain", In: 100, Out: 100}, {Name: "sink", In: 100}},
			"questions 100/100; keychain 100/100; sink 100/100"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var parts []string
			for _, s := range steps(threeStages(), tt.now, 10*time.Second) {
				parts = append(parts, s.String())
			}
			if got := strings.Join(parts, "; "); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestTable(t *testing.T) {
	got := table(threeStages(), &runners.Result{Elapsed: 90 * time.Second, Stages: []tally.Stage{
		{Name: "keychain", In: 3, Out: 1, Busy: 61 * time.Minute, Rejected: map[string]int64{"short": 1, "long": 1}},
	}})
	want := `stage      in  out  rejected  time
questions      0    0         0.0s
keychain   3   1    2         1h1m0s
  long              1
  short             1
sink       0        0         0.0s
finished in 1m30s
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestShowTask(t *testing.T) {
	long := strings.Repeat("é", 3*most)
	task := schemas.Task{
		ID: "00ff", Kind: "keychain", Prompt: []schemas.Message{{Role: "user", Content: "a{1}b{2}c"}, {Role: "user", Content: long}},
		Answer: "Ada", AnswerAliases: []string{"A."}, Verifier: "text_strict@1", Tokenizer: "t", NPromptTokens: 9,
		Spans: `{"records":[{"start":1,"end":4,"chain":2,"link":1},{"start":0,"end":1,"chain":0,"link":0},{"start":5,"end":8,"chain":2,"link":0},{"start":5,"end":99,"chain":2,"link":2}]}`,
		Meta:  `{"true":2}`,
		Proof: schemas.Proof{GoldScore: 1, AttacksPassed: 7, AttacksTotal: 8},
	}
	var out bytes.Buffer
	showTask(&out, task)
	want := "task 00ff (keychain, 9 tokens of t)\nuser, 9 bytes:\n  a{1}b{2}c\nuser, 2400 bytes:\n  " +
		long[:most] + "\n  … 1600 bytes …\n  " + long[:most] + `
chain:
  bytes 5 to 8: {2}
  bytes 1 to 4: {1}
  bytes 5 to 99: (outside of the prompt)
answer: Ada | A.
verifier: text_strict@1
proof: gold scores 1; 7 of 8 attacks score 0

`
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
}

func TestStoppedRunSaysHowToGoOn(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var stdout, stderr bytes.Buffer
	code := Run(ctx, []string{"run", "-q", "keychain", "--set", "world.pages=60", "--set", "world.questions=20", "--set", "budget=2048", "--out", t.TempDir() + "/out"}, &stdout, &stderr)
	want := "gander: stopped; nothing was kept, the same command starts again\n"
	if code != fault.Failed || stderr.String() != want || stdout.Len() > 0 {
		t.Errorf("code %d, stdout %q, stderr %q", code, stdout.String(), stderr.String())
	}
}
