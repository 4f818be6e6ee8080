package cli

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestAKilledRunLeavesNothingThatLooksLikeData kills a run at ten moments: six spread over
// its length, four when a step of the commit shows on the disk. Wherever a kill falls, a
// reader sees no data or all of it, and the same command then gives the data of a run that
// was left alone.
func TestAKilledRunLeavesNothingThatLooksLikeData(t *testing.T) {
	if testing.Short() {
		t.Skip("ten killed runs take half a minute; leave -short out")
	}
	earlier := t.TempDir()
	old := finish(t, start(t, earlier, "--limit", "5"))
	began := time.Now()
	want := finish(t, start(t, t.TempDir()))
	length := time.Since(began)

	part := func(share float64) moment { return after(time.Duration(share * float64(length))) }
	for _, tt := range []struct {
		name string
		when moment
		over bool // a data set that may be replaced
	}{
		{"after 5 % of its length", part(0.05), false},
		{"after 20 %", part(0.20), false},
		{"after 40 %", part(0.40), true},
		{"after 60 %", part(0.60), false},
		{"after 80 %", part(0.80), true},
		{"after 95 %", part(0.95), false},
		{"when it writes the final files", appears(".gander-tmp/parts"), true},
		{"when it is about to publish", appears(".gander-tmp/committing"), false},
		{"when the old data makes way", appears(".gander-tmp/retired"), true},
		{"when the new data is there", appears("data"), false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "out")
			allowed := []files{want}
			var flags []string
			if tt.over {
				allowed = append(allowed, old)
				flags = []string{"--overwrite"}
				if err := os.CopyFS(out, os.DirFS(earlier)); err != nil {
					t.Fatal(err)
				}
			}
			run := start(t, out, flags...)
			run.waitFor(tt.when)
			run.end(t, os.Kill)
			t.Logf("left %s", strings.Join(slices.Sorted(maps.Keys(read(t, out))), ", "))
			mustNotMislead(t, out, allowed)

			finish(t, start(t, out, flags...))
			if got := read(t, out); !maps.Equal(got, want) {
				t.Fatalf("the next run gave %v, want %v", got, want)
			}
			if exists(t, filepath.Join(out, ".gander-tmp")) {
				t.Fatal("the next run left its work folder")
			}
		})
	}
}

// TestAnInterruptedRunSaysSoInOneLine sends what Ctrl-C sends, early and late: the run says
// in one line that it stopped, ends with exit code 1 and leaves nothing; or it was done
// before it noticed.
func TestAnInterruptedRunSaysSoInOneLine(t *testing.T) {
	if testing.Short() {
		t.Skip("interrupted runs take some seconds; leave -short out")
	}
	var want files // of a run that was done, if one was
	for _, runner := range []string{"direct", "prism"} {
		for _, file := range []string{".gander.lock", ".gander-tmp/parts", ".gander-tmp/committing"} {
			t.Run(runner+" "+file, func(t *testing.T) {
				out := filepath.Join(t.TempDir(), "out")
				run := start(t, out, "--runner", runner)
				run.waitFor(appears(file))
				code := run.end(t, os.Interrupt)
				said := run.stderr.String()
				if code == 0 { // it was done before it noticed
					if want == nil {
						want = finish(t, start(t, filepath.Join(t.TempDir(), "whole")))
					}
					mustNotMislead(t, out, []files{want})
					return
				}
				if line := "gander: stopped; nothing was kept, the same command starts again\n"; code != 1 || said != line {
					t.Errorf("exit code %d, said\n%swant 1,\n%s", code, said, line)
				}
				if exists(t, out) {
					t.Errorf("left %v", read(t, out))
				}
			})
		}
	}
}

// mustNotMislead looks at a folder as a reader does who knows nothing of manifests, then
// as one who does: what they see is nothing, or one of the allowed data sets.
func mustNotMislead(t *testing.T, out string, allowed []files) {
	t.Helper()
	found := read(t, out)
	data := found.below("data/")
	if exists(t, filepath.Join(out, "data")) && !slices.ContainsFunc(allowed, func(f files) bool { return maps.Equal(f.below("data/"), data) }) {
		t.Errorf("data/ is there and not whole: %v", data)
	}
	_, complete := found["manifest.json"]
	if complete && !slices.ContainsFunc(allowed, func(f files) bool { return maps.Equal(f, found) }) {
		t.Errorf("the manifest is there and the data set is not whole: %v", found)
	}
}

// process is a run of the command line in a process of its own.
type process struct {
	out            string
	cmd            *exec.Cmd
	stdout, stderr bytes.Buffer
	ended          chan struct{}
}

// start starts a run that takes a second or two.
func start(t *testing.T, out string, flags ...string) *process {
	t.Helper()
	p := &process{out: out, ended: make(chan struct{})}
	p.cmd = exec.Command("gander", append([]string{
		"run", "-q", "keychain", "--set", "world.pages=500", "--set", "world.questions=500", "--set", "budget=4096", "--out", out,
	}, flags...)...)
	p.cmd.Stdout, p.cmd.Stderr = &p.stdout, &p.stderr
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		defer close(p.ended)
		_ = p.cmd.Wait() // the exit code is looked at later
	}()
	return p
}

// finish waits for a run that is left alone and returns what it made.
func finish(t *testing.T, p *process) files {
	t.Helper()
	<-p.ended
	if code := p.cmd.ProcessState.ExitCode(); code != 0 {
		t.Fatalf("exit code %d, said\n%s", code, p.stderr.String())
	}
	return read(t, p.out)
}

// end sends a signal, waits for the end and returns the exit code.
func (p *process) end(t *testing.T, signal os.Signal) int {
	t.Helper()
	if err := p.cmd.Process.Signal(signal); err != nil {
		t.Logf("sending %v: %v", signal, err) // it has ended
	}
	<-p.ended
	return p.cmd.ProcessState.ExitCode()
}

// moment says whether a moment has come in a run that started a while ago and writes out.
type moment func(out string, running time.Duration) bool

// after is a moment by the clock.
func after(d time.Duration) moment {
	return func(_ string, running time.Duration) bool { return running >= d }
}

// appears is the moment at which a file is there.
func appears(file string) moment {
	return func(out string, _ time.Duration) bool {
		_, err := os.Lstat(filepath.Join(out, file))
		return err == nil
	}
}

// waitFor waits for a moment, or for the end of the run.
func (p *process) waitFor(m moment) {
	for began := time.Now(); !m(p.out, time.Since(began)); {
		select {
		case <-p.ended:
			return
		case <-time.After(100 * time.Microsecond):
		}
	}
}

// files are the files of a folder by path, each with its hash.
type files map[string]string

// read reads the files that are not hidden.
func read(t *testing.T, dir string) files {
	t.Helper()
	found := files{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, entry fs.DirEntry, err error) error {
		hidden := strings.HasPrefix(path, ".") && path != "."
		switch {
		case err != nil:
			return err
		case hidden && entry.IsDir():
			return fs.SkipDir
		case hidden || entry.IsDir():
			return nil
		}
		data, err := os.ReadFile(filepath.Join(dir, path))
		found[path] = fmt.Sprintf("%x", sha256.Sum256(data))
		return err
	})
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return found
}

// below are the files in one folder.
func (f files) below(folder string) files {
	some := maps.Clone(f)
	maps.DeleteFunc(some, func(path, _ string) bool { return !strings.HasPrefix(path, folder) })
	return some
}

func exists(t *testing.T, path string) bool {
	t.Helper()
	_, err := os.Lstat(path)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return err == nil
}
