package pairs

import (
	"bytes"
	"encoding/json"
	"maps"
	"math"
	"os"
	"os/exec"
	"slices"
	"testing"

	"gander/verifiers"
)

const shared = "../../../shared/"

// labelled is a row with what it should come to.
type labelled struct {
	Suite    string  `json:"suite"`
	Kind     string  `json:"kind"`
	Expected bool    `json:"expected_bool"`
	Doubt    any     `json:"label_doubt"`
	Opts     f1Label `json:"opts"`
	line     []byte
}

type f1Label struct {
	F1 *float64 `json:"f1"`
}

// rows reads a file of labelled rows and skips the test where it is absent.
func rows(t testing.TB, path string) (all []labelled) {
	t.Helper()
	text, err := os.ReadFile(shared + path)
	if err != nil {
		t.Skipf("the labelled pairs are not beside the repository: %v", err)
	}
	for line := range bytes.Lines(text) {
		l := labelled{line: line}
		if err := json.Unmarshal(line, &l); err != nil {
			t.Fatal(err)
		}
		if l.Doubt == nil {
			all = append(all, l)
		}
	}
	if len(all) == 0 {
		t.Fatalf("%s is empty", path)
	}
	return all
}

func judge(t testing.TB, line []byte) verifiers.Verdict {
	t.Helper()
	r, err := Parse(line)
	if err != nil {
		t.Fatalf("%s: %v", line, err)
	}
	task, err := r.Task()
	if err != nil {
		t.Fatalf("%s: %v", line, err)
	}
	v, err := task.Judge()
	if err != nil {
		t.Fatalf("%s: %v", line, err)
	}
	return v
}

// tally counts the verdicts on one suite.
type tally struct{ right, kept, wrong, accepted, undecided int }

// floors are what was seen when the rules were last changed: at least so many right rows
// are kept, and at most so many wrong ones accepted, of a suite and kind.
var floors = map[string]struct{ kept, accepted int }{
	"adversarial math":                        {9, 0},
	"adversarial substring_two_way":           {0, 0},
	"hendrycks-math math_string":              {4, 0},
	"latex2sympy2-ext latex_parse":            {445, 0},
	"lighteval drop":                          {2, 0},
	"lighteval math":                          {11, 0},
	"lighteval option":                        {26, 0},
	"lighteval qa_em":                         {1, 0},
	"lighteval qa_f1":                         {1, 0},
	"math-verify math":                        {117, 0},
	"math-verify option":                      {5, 0},
	"nemo-skills math":                        {17, 0},
	"olympiadbench math":                      {22, 0},
	"open-instruct latex_normalise":           {3, 0},
	"open-instruct number_last":               {1, 0},
	"open-instruct qa_em":                     {12, 0},
	"open-instruct qa_f1":                     {3, 0},
	"openai-evals substring":                  {1, 0},
	"oracle-hotpotqa qa_em":                   {28, 0},
	"oracle-search-r1 substring_gold_in_pred": {37, 0},
	"oracle-triviaqa qa_em":                   {25, 0},
	"qwen-math-cot100 math":                   {5, 0},
	"rllm math":                               {5, 0},
	"sympy-parse-latex latex_parse":           {83, 0},
	"tinyv-hardverify math":                   {115, 0},
	"trl math":                                {1, 0},
	"verifiers math":                          {1, 0},
}

// TestConformance holds the rules to the published suites, each apart: some disagree on
// policy.
func TestConformance(t *testing.T) {
	suites := map[string]tally{}
	for _, l := range rows(t, "conformance/verifier-dev.jsonl") {
		v := judge(t, l.line)
		c := suites[l.Suite+" "+l.Kind]
		if l.Expected {
			c.right++
		} else {
			c.wrong++
		}
		switch {
		case v.Outcome == verifiers.Right && l.Expected:
			c.kept++
		case v.Outcome == verifiers.Right:
			c.accepted++
		case v.Outcome == verifiers.Undecided:
			c.undecided++
		}
		suites[l.Suite+" "+l.Kind] = c
	}
	for _, name := range slices.Sorted(maps.Keys(suites)) {
		c, floor := suites[name], floors[name]
		t.Logf("%-40s %3d of %3d right kept, %2d of %3d wrong accepted, %3d undecided", name, c.kept, c.right, c.accepted, c.wrong, c.undecided)
		if _, known := floors[name]; !known {
			t.Errorf("suite %s has no floor; add what is seen", name)
		}
		if c.kept < floor.kept || c.accepted > floor.accepted {
			t.Errorf("%s: %d right kept, floor %d; %d wrong accepted, ceiling %d", name, c.kept, floor.kept, c.accepted, floor.accepted)
		}
	}
	for name := range floors {
		if _, there := suites[name]; !there {
			t.Errorf("suite %s is in the table of floors and not in the file", name)
		}
	}
}

// The F1 that the official scorers gave is what qa_f1 gives, to the sixth place.
func TestOfficialF1(t *testing.T) {
	n := 0
	for _, l := range rows(t, "conformance/verifier-dev.jsonl") {
		if l.Opts.F1 == nil || l.Kind != "qa_em" && l.Kind != "qa_f1" {
			continue
		}
		n++
		as := bytes.Replace(l.line, []byte(`"qa_em"`), []byte(`"qa_f1"`), 1)
		if v := judge(t, as); math.Abs(v.Score-*l.Opts.F1) > 1e-6 {
			t.Errorf("%s: F1 %g, want %g", l.line, v.Score, *l.Opts.F1)
		}
	}
	if n < 100 {
		t.Errorf("%d rows have an F1, want 100 or more", n)
	}
}

// Inputs that make checkers hang or eat memory are answered, and never accepted.
func TestStress(t *testing.T) {
	script := shared + "bench/verifier/stress.py"
	if _, err := os.Stat(script); err != nil {
		t.Skipf("the stress rows are not beside the repository: %v", err)
	}
	out, err := exec.Command("python3", script).Output()
	if err != nil {
		t.Skipf("python3 cannot print the stress rows: %v", err)
	}
	n := 0
	for line := range bytes.Lines(out) {
		n++
		if v := judge(t, line); v.Outcome == verifiers.Right || v.Score != 0 {
			t.Errorf("%.200s: %s", line, v.Detail)
		}
	}
	if n != 79 {
		t.Errorf("%d stress rows, want 79", n)
	}
}
