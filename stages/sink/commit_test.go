package sink

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gander/internal/files"
	"gander/internal/files/filestest"
)

var rewrite = flag.Bool("rewrite", false, "write golden files anew")

// random are the names that differ from run to run.
var random = regexp.MustCompile(`[A-Z2-7]{26}`)

func TestTheOrderOfFileOperations(t *testing.T) {
	const golden = "testdata/commit.log"
	store := filestest.New(t, "logged")
	store.FailAt(0)
	mustRun(t, "direct", store.Path("out"), 1, rows{Tasks: 2, Rejects: 1})
	got := sortParts(random.ReplaceAllString(store.Log(), "*"))
	if *rewrite {
		if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the operations are\n%s\nwant\n%s\nif that is right: go test ./stages/sink -run TestTheOrderOfFileOperations -args -rewrite", got, want)
	}
}

// sortParts sorts the operations before the commit: files are made side by side.
func sortParts(log string) string {
	lines := strings.SplitAfter(log, "\n")
	commit := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, "/publish/") })
	slices.Sort(lines[:commit])
	return strings.Join(lines, "")
}

// TestAFailureAtAnyOperationLeavesNothingThatLooksLikeData kills a run at each of its
// file operations in turn, as kill -9 would: nothing is cleaned up. A reader then sees
// either no data folder or a whole one, and the next run gives the very same data set.
func TestAFailureAtAnyOperationLeavesNothingThatLooksLikeData(t *testing.T) {
	in := rows{Tasks: 4, Rejects: 2}
	for _, before := range []struct {
		name string
		old  bool // a data set of another recipe is there and may be replaced
	}{{"into a new folder", false}, {"over an old data set", true}} {
		t.Run(before.name, func(t *testing.T) {
			store := filestest.New(t, "failing")
			want := mustRun(t, "direct", store.Path("golden"), 1, in)
			old := mustRun(t, "direct", store.Path("old"), 1, rows{First: 50, Tasks: 3})
			died := 0
			for n := 1; ; n++ {
				out := store.Path("out")
				if err := os.RemoveAll(store.Local("out")); err != nil {
					t.Fatal(err)
				}
				if before.old {
					if err := os.CopyFS(store.Local("out"), os.DirFS(store.Local("old"))); err != nil {
						t.Fatal(err)
					}
				}
				store.FailAt(n)
				err := runOver(t, out, in, before.old)
				failed := store.Failed()
				mustNotRemoveInPlace(t, n, store)
				store.FailAt(0)
				if failed != (err != nil) {
					t.Fatalf("operation %d failed: %v, the run: %v", n, failed, err)
				}
				if !failed {
					break
				}
				died++
				mustNotMislead(t, n, store, old, want)
				if err := runOver(t, out, in, before.old); err != nil {
					t.Fatalf("operation %d failed; the next run: %v", n, err)
				}
				mustNotRemoveInPlace(t, n, store)
				m, err := ReadManifest(out)
				if err != nil || m.Digest != want.Digest {
					t.Fatalf("operation %d failed; the next run gave %s, %v, want %s", n, m.Digest, err, want.Digest)
				}
				mustVerify(t, out)
				if there, err := files.Exists(WorkFolder(out)); there || err != nil {
					t.Fatalf("operation %d failed; the next run left its work folder", n)
				}
			}
			if died < 25 {
				t.Fatalf("only %d operations failed; the store is not in the way", died)
			}
		})
	}
}

// runOver is run, allowed to replace an old data set.
func runOver(t *testing.T, out string, in rows, overwrite bool) error {
	claim, err := Prepare(out, canonical, nil, overwrite)
	if err != nil {
		return err
	}
	if err := claim.Release(); err != nil {
		return err
	}
	return send(t, "direct", out, 1, Default(), in)
}

// mustNotMislead looks at the folder as a reader does who knows nothing of manifests.
func mustNotMislead(t *testing.T, n int, store *filestest.Store, old, want Manifest) {
	t.Helper()
	out := store.Path("out")
	if _, err := os.Stat(store.Local("out/data")); err == nil {
		found, err := filepath.Glob(store.Local("out/data/*.parquet"))
		if err != nil || len(found) != 1 {
			t.Fatalf("operation %d failed: data/ is there with %v, %v", n, found, err)
		}
	}
	if _, err := os.Stat(store.Local("out/" + ManifestName)); err != nil {
		return
	}
	m, err := ReadManifest(out)
	if err != nil || m.Digest != want.Digest && m.Digest != old.Digest {
		t.Fatalf("operation %d failed: the manifest is there with %s, %v", n, m.Digest, err)
	}
	mustVerify(t, out)
}

// mustNotRemoveInPlace demands that no table is removed where readers look: one that is
// half removed looks like data.
func mustNotRemoveInPlace(t *testing.T, n int, store *filestest.Store) {
	t.Helper()
	for _, table := range []string{dataTable, rejectsTable} {
		if strings.Contains(store.Log(), "remove  out/"+table) {
			t.Fatalf("operation %d failed; %s was removed where it lies:\n%s", n, table, store.Log())
		}
	}
}

func TestACommitThatIsTriedAgainGoesOn(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	mustRun(t, "direct", out, 2, few)
	before := content(t, out)
	env := environment(out, 2)
	// As after an answer that did not reach the runner.
	if err := commit(env, Default(), nil); err != nil {
		t.Fatal(err)
	}
	// As after a crash between the last rename and the end of the work folder.
	if err := files.MkdirAll(files.Join(env.Work, "publish")); err != nil {
		t.Fatal(err)
	}
	if err := files.Write(files.Join(env.Work, markerName), nil); err != nil {
		t.Fatal(err)
	}
	if err := commit(env, Default(), nil); err != nil {
		t.Fatal(err)
	}
	after := content(t, out)
	if len(after) != len(before) || after[ManifestName] != before[ManifestName] {
		t.Fatal("the second try changed the folder")
	}
}

func TestACommitMissesNoFile(t *testing.T) {
	env := environment(t.TempDir(), 2)
	tests := []struct {
		name string
		all  []written
		want string
	}{
		{"the second of two", []written{{Table: dataTable, Of: 2}}, ": 1 of 2 files of data came"},
		{"the first of two", []written{{Table: dataTable, Index: 1, Of: 2}}, ": file 0 of data is missing or there twice"},
		{"one twice", []written{{Table: dataTable, Of: 2}, {Table: dataTable, Of: 2}}, ": file 1 of data is missing or there twice"},
	}
	for _, tt := range tests {
		if err := commit(env, Default(), tt.all); err == nil || err.Error() != "committing "+env.Out+tt.want {
			t.Errorf("%s: got %v", tt.name, err)
		}
	}
}
