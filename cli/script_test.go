package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/rogpeppe/go-internal/testscript"

	"gander/runners/runnertest"

	"gander/internal/keyed"
	"gander/internal/world"
	"gander/schemas"
)

var update = flag.Bool("update", false, "write what the commands print into the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"gander": Main})
}

// TestScripts runs testdata/script: the command line as a user meets it. The conditions
// are [tmpfs], a file system of 1 MB at $TMPFS, [readonly], one that takes no file, at
// $READONLY, and [shared], the sample corpora at $SHARED.
func TestScripts(t *testing.T) {
	shared, err := filepath.Abs("../../shared/corpora")
	if err != nil {
		t.Fatal(err)
	}
	small := mount(t, "run_disk_full", "size=1m")
	readOnly := mount(t, "a part of run_unwritable", "ro")
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("SHARED", shared)
			e.Setenv("TMPFS", small)
			e.Setenv("READONLY", readOnly)
			return nil
		},
		Condition: func(name string) (bool, error) {
			switch name {
			case "race":
				return runnertest.Race, nil
			case "tmpfs":
				return small != "", nil
			case "readonly":
				return readOnly != "", nil
			case "shared":
				_, err := os.Stat(shared)
				return err == nil, nil
			}
			return false, fmt.Errorf("condition %q is unknown", name)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"append":    appendText,
			"damage":    damage,
			"digests":   sameDigest,
			"exit":      exitCode,
			"pack":      pack,
			"questions": questions,
			"shuffle":   shuffle,
			"split":     split,
			"truncate":  truncate,
		},
	})
}

// mount mounts a file system in memory, or returns "" where that is not allowed.
func mount(t *testing.T, script, options string) string {
	dir := t.TempDir()
	if err := exec.Command("mount", "-t", "tmpfs", "-o", options, "tmpfs", dir).Run(); err != nil {
		t.Logf("%s is skipped: a tmpfs cannot be mounted here (%v)", script, err)
		return ""
	}
	t.Cleanup(func() {
		if err := exec.Command("umount", dir).Run(); err != nil {
			t.Errorf("unmounting %s: %v", dir, err)
		}
	})
	return dir
}

// sameDigest compares the last lines of files; they are digests, all alike, or with !
// all different.
func sameDigest(ts *testscript.TestScript, neg bool, args []string) {
	seen := map[string]string{}
	for _, file := range args {
		lines := strings.Split(strings.TrimSpace(ts.ReadFile(file)), "\n")
		last := lines[len(lines)-1]
		if !strings.HasPrefix(last, "digest sha256:") {
			ts.Fatalf("the last line of %s is no digest: %q", file, last)
		}
		seen[last] = file
	}
	if want := map[bool]int{false: 1, true: len(args)}[neg]; len(seen) != want {
		ts.Fatalf("%d digests in %d files, want %d: %v", len(seen), len(args), want, seen)
	}
}

// exitCode runs a command, demands its exit code, and that it shows no stack trace:
// exit 2 gander rnu.
func exitCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exit code command [arg...]")
	}
	code := 0
	err := ts.Exec(args[1], args[2:]...)
	var failed *exec.ExitError
	switch {
	case errors.As(err, &failed):
		code = failed.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if fmt.Sprint(code) != args[0] {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
	for _, trace := range []string{"goroutine", ".go:", "panic"} {
		if strings.Contains(ts.ReadFile("stderr"), trace) {
			ts.Fatalf("standard error shows %q", trace)
		}
	}
}

// damage changes one byte in the middle of the files that match.
func damage(ts *testscript.TestScript, neg bool, args []string) {
	files, err := filepath.Glob(ts.MkAbs(args[0]))
	if neg || err != nil || len(files) == 0 {
		ts.Fatalf("no file matches %s: %v", args[0], err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		ts.Check(err)
		data[len(data)/2] ^= 1
		ts.Check(os.WriteFile(file, data, 0o644))
	}
}

// truncate drops the second half of a file, as a broken download does.
func truncate(ts *testscript.TestScript, neg bool, args []string) {
	need(ts, neg, args, "file")
	info, err := os.Stat(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), info.Size()/2))
}

// appendText adds a text to a file, which it may make: append q.jsonl 'a\xff\n'. Escapes
// are those of Go. A number before the text says how often the text is added.
func appendText(ts *testscript.TestScript, neg bool, args []string) {
	times := 1
	if len(args) == 3 {
		times = number(ts, args[1])
		args = slices.Delete(slices.Clone(args), 1, 2)
	}
	need(ts, neg, args, "file", "text")
	text, err := strconv.Unquote(`"` + strings.ReplaceAll(args[1], `"`, `\"`) + `"`)
	ts.Check(err)
	addTo(ts, args[0], strings.Repeat(text, times))
}

func addTo(ts *testscript.TestScript, file, text string) {
	f, err := os.OpenFile(ts.MkAbs(file), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o666)
	ts.Check(err)
	_, err = f.WriteString(text)
	ts.Check(errors.Join(err, f.Close()))
}

// questions adds the questions in [from, to) of a world of 200 pages to a file, which it
// may make, as rows of the layout qa: questions q.jsonl 0 40.
func questions(ts *testscript.TestScript, neg bool, args []string) {
	need(ts, neg, args, "file", "from", "to")
	w, err := world.New(1, 200)
	ts.Check(err)
	var rows strings.Builder
	for j := number(ts, args[1]); j < number(ts, args[2]); j++ {
		ts.Check(json.NewEncoder(&rows).Encode(qaRow(w.Question(j))))
	}
	addTo(ts, args[0], rows.String())
}

// qaRow is q in the layout qa.
func qaRow(q schemas.Question) map[string]any {
	var passages []map[string]any
	for _, p := range q.Passages {
		passages = append(passages, map[string]any{"title": p.Title, "text": p.Text, "supporting": p.Supporting})
	}
	return map[string]any{"id": q.SourceID, "question": q.Text, "answer": q.Answer, "aliases": q.Aliases, "passages": passages}
}

// shuffle writes the lines of a file in another order: shuffle from to.
func shuffle(ts *testscript.TestScript, neg bool, args []string) {
	need(ts, neg, args, "from", "to")
	lines := slices.Collect(strings.Lines(ts.ReadFile(args[0])))
	keyed.Stream(1, args[1], "shuffle").Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	addTo(ts, args[1], strings.Join(lines, ""))
}

// split deals the lines of a file out to n files in a folder: split q.jsonl parts 7.
func split(ts *testscript.TestScript, neg bool, args []string) {
	need(ts, neg, args, "from", "folder", "n")
	lines, n := slices.Collect(strings.Lines(ts.ReadFile(args[0]))), number(ts, args[2])
	ts.Check(os.MkdirAll(ts.MkAbs(args[1]), 0o777))
	for i, line := range lines {
		addTo(ts, fmt.Sprintf("%s/%d.jsonl", args[1], i%n), line)
	}
}

// pack compresses a file as the name of the new one says: pack q.jsonl q.jsonl.gz.
func pack(ts *testscript.TestScript, neg bool, args []string) {
	need(ts, neg, args, "from", "to")
	var packed bytes.Buffer
	var w io.WriteCloser = gzip.NewWriter(&packed)
	if filepath.Ext(args[1]) == ".zst" {
		z, err := zstd.NewWriter(&packed)
		ts.Check(err)
		w = z
	}
	_, err := io.WriteString(w, ts.ReadFile(args[0]))
	ts.Check(errors.Join(err, w.Close()))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), packed.Bytes(), 0o666))
}

// need demands the arguments of a command of the scripts.
func need(ts *testscript.TestScript, neg bool, args []string, names ...string) {
	if neg || len(args) != len(names) {
		ts.Fatalf("give %s, and no !", strings.Join(names, " "))
	}
}

func number(ts *testscript.TestScript, text string) int {
	n, err := strconv.Atoi(text)
	ts.Check(err)
	return n
}
