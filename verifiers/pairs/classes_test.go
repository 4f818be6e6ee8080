package pairs

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"gander/verifiers"
)

// What TestClasses has seen: right answers kept, of all, and wrong answers accepted.
const (
	keptFloor  = 1_840
	wrongLimit = 5
)

// TestClasses judges the labeled pairs of testdata/classes.jsonl, right forms and near
// misses of answers by class. Most of them were written to break math@1; a few of them
// still do.
func TestClasses(t *testing.T) {
	f, err := os.Open("testdata/classes.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }() // it was only read
	rows, kept, wrong := 0, 0, 0
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var label struct {
			Class string
			Right bool `json:"expected_bool"`
		}
		row, err := Parse(lines.Bytes())
		if err == nil {
			err = json.Unmarshal(lines.Bytes(), &label)
		}
		if err != nil {
			t.Fatalf("%s: %v", row.ID, err)
		}
		task, err := row.Task()
		if err != nil {
			t.Fatalf("%s: %v", row.ID, err)
		}
		rows++
		verdict, _ := task.Judge() // an error is a verdict of undecided
		switch paid := verdict.Outcome == verifiers.Right; {
		case paid && label.Right:
			kept++
		case paid:
			wrong++
			t.Logf("%s (%s): a wrong answer is paid: gold %q, reply %q", row.ID, label.Class, row.Gold, row.Prediction)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	if kept < keptFloor || wrong > wrongLimit || rows < 6_000 {
		t.Errorf("of %d pairs %d right answers are kept, want %d or more; %d wrong ones are accepted, want %d or fewer",
			rows, kept, keptFloor, wrong, wrongLimit)
	}
}
