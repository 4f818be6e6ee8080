package cli

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"gander/schemas"
	"gander/stages/sink"
)

// verify runs gander verify and returns its exit code, its lines, with 0 for the time
// taken, and what it said.
func verify(t *testing.T, args ...string) (code int, lines []string, said string) {
	t.Helper()
	var out, messages bytes.Buffer
	code = Run(t.Context(), append([]string{"verify"}, args...), &out, &messages)
	text := regexp.MustCompile(`"us":[0-9.]+`).ReplaceAllString(out.String(), `"us":0`)
	return code, slices.Collect(strings.Lines(text)), messages.String()
}

// answered is a task of a data set with a reply, as a trainer would join them.
type answered struct {
	schemas.Task
	Reply *string `parquet:"reply,optional"`
}

const rome = `{"golds":["Rome"]}`

func writeParquet[T any](t *testing.T, rows []T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "tasks.parquet")
	if err := parquet.WriteFile(path, rows); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestVerifyParquet(t *testing.T) {
	reply := func(s string) *string { return &s }
	path := writeParquet(t, []answered{
		{schemas.Task{ID: "a", Verifier: "text_strict@1", VerifierArgs: rome}, reply(`\boxed{Rome}`)},
		{schemas.Task{ID: "b", Verifier: "text_strict@1", VerifierArgs: rome}, reply(`\boxed{Oslo}`)},
		{schemas.Task{ID: "c", Verifier: "text_strict@1", VerifierArgs: rome}, nil},
		{schemas.Task{ID: "d", VerifierArgs: rome}, reply(`\boxed{Rome}`)},
	})
	code, lines, said := verify(t, path)
	want := []string{
		`{"id":"a","verdict":true,"score":1,"rule":"text_strict@1","certainty":"exact","us":0,"outcome":"right"}` + "\n",
		`{"id":"b","verdict":false,"score":0,"rule":"text_strict@1","certainty":"exact","us":0,"outcome":"wrong","detail":"no gold matches"}` + "\n",
		`{"id":"c","verdict":false,"score":0,"rule":"text_strict@1","certainty":"","us":0,"outcome":"unparsed","detail":"no box and no answer tag"}` + "\n",
		`{"id":"d","verdict":null,"score":0,"rule":"","certainty":"","us":0,"outcome":"undecided","detail":"the row names no verifier; give name@version"}` + "\n",
	}
	if code != 1 || !slices.Equal(lines, want) {
		t.Errorf("code %d\n%s", code, strings.Join(lines, ""))
	}
	if want := fmt.Sprintf("gander: %s:4: the row names no verifier; give name@version\ngander: 1 row cannot be judged; all others are answered\n", path); said != want {
		t.Errorf("said\n%s", said)
	}
}

func TestVerifyParquetOfAnotherKind(t *testing.T) {
	path := writeParquet(t, []schemas.Task{{ID: "a", Verifier: "text_strict@1", VerifierArgs: rome}})
	code, lines, said := verify(t, path)
	want := fmt.Sprintf("gander: %s has no column \"reply\"; verify reads the columns id, verifier, verifier_args, reply of a Parquet file\n", path)
	if code != 1 || lines != nil || said != want {
		t.Errorf("code %d, lines %s, said %s", code, lines, said)
	}
	numbered := writeParquet(t, []struct {
		ID       int64  `parquet:"id"`
		Verifier string `parquet:"verifier"`
		Args     string `parquet:"verifier_args"`
		Reply    string `parquet:"reply"`
	}{{ID: 7}})
	code, lines, said = verify(t, numbered)
	if want := fmt.Sprintf("gander: %s: the column \"id\" holds no texts; write it as text\n", numbered); code != 1 || lines != nil || said != want {
		t.Errorf("code %d, lines %s, said %s", code, lines, said)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data[:len(data)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	code, lines, said = verify(t, path)
	if code != 1 || lines != nil || !strings.HasPrefix(said, "gander: reading "+path) || !strings.HasSuffix(said, "the file is damaged, make it again\n") {
		t.Errorf("code %d, lines %s, said %s", code, lines, said)
	}
}

// Replies are judged by the tasks of a data set, as many to a task as there are.
func TestVerifyReplies(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "set")
	if said, err := exec.Command("gander", "run", "keychain", "--quiet", "--limit", "3", "--out", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	var tasks []schemas.Task
	if err := sink.ReadTasks(dir, func(task schemas.Task) error { tasks = append(tasks, task); return nil }); err != nil || len(tasks) == 0 {
		t.Fatal(err, len(tasks))
	}
	type reply struct {
		ID    string `parquet:"id" json:"id"`
		Reply string `parquet:"reply" json:"reply"`
	}
	first, last := tasks[0], tasks[len(tasks)-1]
	replies := []reply{{last.ID, `\boxed{` + last.Answer + `}`}, {first.ID, `\boxed{zebra}`}, {first.ID, `\boxed{` + first.Answer + `}`}}
	rows := filepath.Join(t.TempDir(), "replies.jsonl")
	var text strings.Builder
	for _, r := range replies {
		fmt.Fprintf(&text, "{\"id\":%q,\"reply\":%q}\n", r.ID, r.Reply)
	}
	if err := os.WriteFile(rows, []byte(text.String()+"{\"id\":\"other\",\"reply\":\"\"}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		file string
		code int
		said string
	}{
		{writeParquet(t, replies), 0, ""},
		{rows, 1, "gander: " + rows + ":4: no task has the id \"other\"; give an id of the data set\ngander: 1 row cannot be judged; all others are answered\n"},
	} {
		code, lines, said := verify(t, dir, "--replies", c.file)
		if code != c.code || said != c.said || len(lines) < 3 {
			t.Fatalf("code %d, said %s, %d lines", code, said, len(lines))
		}
		for i, verdict := range []string{"true", "false", "true"} {
			if want := fmt.Sprintf(`{"id":%q,"verdict":%s,`, replies[i].ID, verdict); !strings.HasPrefix(lines[i], want) {
				t.Errorf("line %d is %s, want %s", i+1, lines[i], want)
			}
		}
	}
}
