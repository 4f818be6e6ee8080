package verifiers

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"

	"gander/verifiers/extract"
)

// TestRules reads testdata/rules/NAME@VERSION, one file for each rule; the pages of
// docs/rules are made from the same files.
//
// A case starts with its arguments: a line "args: " with JSON, or for rules over golds
// one line "gold: " for each gold and "other: " for each of others. Lines "set: KEY JSON"
// add further arguments. Every other line is an answer, given in a box; after "reply: "
// it is a whole reply as a Go string.
func TestRules(t *testing.T) {
	for _, v := range All {
		t.Run(v.Name, func(t *testing.T) {
			file := "testdata/rules/" + v.Name
			if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
				t.Fatalf("%s is missing: show there what the rule equates and what it refuses", file)
			}
			seen := map[Outcome]int{}
			datadriven.RunTest(t, file, func(t *testing.T, d *datadriven.TestData) string {
				c, replies := readCase(t, v, d)
				var out strings.Builder
				for _, r := range replies {
					got := c.Verify(r.text)
					seen[got.Outcome]++
					out.WriteString(showVerdict(got, r.shown))
				}
				return out.String()
			})
			if seen[Right] == 0 || seen[Wrong] == 0 {
				t.Errorf("%s shows %d right and %d wrong answers; show some of both", file, seen[Right], seen[Wrong])
			}
		})
	}
}

// showVerdict is one line of expected output.
func showVerdict(v Verdict, shown string) string {
	mark := map[Outcome]string{Right: "=", Wrong: "≠", Undecided: "?", Unparsed: "∅"}[v.Outcome]
	if v.Score != 0 && v.Score != 1 {
		mark += " " + strconv.FormatFloat(v.Score, 'g', 4, 64)
	}
	if v.Certainty != "" && v.Certainty != Exact {
		mark += " (" + string(v.Certainty) + ")"
	}
	return fmt.Sprintf("%s  %s: %s\n", mark, shown, v.Detail)
}

type caseReply struct{ text, shown string }

// readCase compiles the arguments of a case and lists its replies.
func readCase(t *testing.T, v Verifier, d *datadriven.TestData) (Checker, []caseReply) {
	t.Helper()
	var args string
	fields := map[string]any{}
	var golds, others []string
	var replies []caseReply
	for line := range strings.SplitSeq(d.Input, "\n") {
		key, rest, _ := strings.Cut(line, ": ")
		switch key {
		case "args":
			args = rest
		case "gold":
			golds = append(golds, rest)
		case "other":
			others = append(others, rest)
		case "set":
			name, value, _ := strings.Cut(rest, " ")
			fields[name] = json.RawMessage(value)
		case "reply":
			text, err := strconv.Unquote(rest)
			if err != nil {
				d.Fatalf(t, "%s: write the reply as a Go string", rest)
			}
			replies = append(replies, caseReply{text, rest})
		default:
			replies = append(replies, caseReply{extract.Wrap(extract.Boxed, line), line})
		}
	}
	if args == "" {
		fields["golds"] = golds
		if others != nil {
			fields["others"] = others
		}
		b, err := json.Marshal(fields)
		if err != nil {
			d.Fatalf(t, "%v", err)
		}
		args = string(b)
	}
	c, err := v.Compile(args)
	if err != nil {
		d.Fatalf(t, "%v", err)
	}
	return c, replies
}
