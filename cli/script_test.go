package cli

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write what the commands print into the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"gander": Main})
}

// TestScripts runs testdata/script: the command line as a user meets it. The conditions
// are [tmpfs], a file system of 1 MB at $TMPFS, and [shared], the sample corpora at
// $SHARED.
func TestScripts(t *testing.T) {
	shared, err := filepath.Abs("../../shared/corpora")
	if err != nil {
		t.Fatal(err)
	}
	small := tmpfs(t)
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("SHARED", shared)
			e.Setenv("TMPFS", small)
			return nil
		},
		Condition: func(name string) (bool, error) {
			switch name {
			case "tmpfs":
				return small != "", nil
			case "shared":
				_, err := os.Stat(shared)
				return err == nil, nil
			}
			return false, fmt.Errorf("condition %q is unknown", name)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"digests": sameDigest,
			"exit":    exitCode,
			"damage":  damage,
		},
	})
}

// tmpfs mounts a file system of 1 MB, or returns "" where that is not allowed.
func tmpfs(t *testing.T) string {
	dir := t.TempDir()
	if err := exec.Command("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", dir).Run(); err != nil {
		t.Logf("run_disk_full is skipped: a tmpfs cannot be mounted here (%v)", err)
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

// exitCode runs a command and demands its exit code: exit 2 gander rnu.
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
