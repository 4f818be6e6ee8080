package sink

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"gander/internal/stage"

	"gander/internal/fault"
)

func prepare(t *testing.T, out string, overwrite bool) *Claim {
	t.Helper()
	c, err := Prepare(out, canonical, nil, overwrite)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func expectFault(t *testing.T, err error, want string) {
	t.Helper()
	if f := fault.Find(err); f == nil || f.Text != want {
		t.Fatalf("got %v, want the fault %q", err, want)
	}
}

func TestWhatAFolderHolds(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	if c := prepare(t, out, false); c.State != Fresh || c.Manifest != nil || c.Release() != nil {
		t.Fatalf("a new folder: %+v", c)
	}
	m := mustRun(t, "direct", out, 1, rows{Tasks: 3})
	if c := prepare(t, out, false); c.State != Complete || c.Manifest.Digest != m.Digest || c.Release() != nil {
		t.Fatalf("the same recipe: %+v", c)
	}
	if c := prepare(t, out, true); c.State != Replaced || c.Release() != nil {
		t.Fatalf("the same recipe, to be overwritten: %+v", c)
	}
	_, err := Prepare(out, "name: other\n", nil, false)
	expectFault(t, err, out+` holds another run: recipe "test", seed 7, 3 tasks; choose another --out, or add --overwrite to replace it`)
	_, err = Prepare(out, canonical, []stage.Input{{Path: "q.jsonl", Bytes: 1, SHA256: "00"}}, false)
	expectFault(t, err, out+" holds a run of the same recipe over other input files; choose another --out, or add --overwrite to replace it")
	if _, err := os.Stat(filepath.Join(out, lockName)); !os.IsNotExist(err) {
		t.Fatalf("the lock file is left: %v", err)
	}
	mustVerify(t, out)
}

func TestAForeignFolderIsRefusedAndLeftAlone(t *testing.T) {
	out := t.TempDir()
	if err := os.WriteFile(filepath.Join(out, "notes.txt"), []byte("mine"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, overwrite := range []bool{false, true} {
		_, err := Prepare(out, canonical, nil, overwrite)
		expectFault(t, err, out+" is not empty and holds no data set of gander (it has notes.txt); choose another --out")
	}
	// Data without a manifest and without our marker may be somebody's.
	other := t.TempDir()
	if err := os.Mkdir(filepath.Join(other, "data"), 0o777); err != nil {
		t.Fatal(err)
	}
	_, err := Prepare(other, canonical, nil, true)
	expectFault(t, err, other+" is not empty and holds no data set of gander (it has data); choose another --out")
	if names := slices.Sorted(maps.Keys(content(t, out))); !slices.Equal(names, []string{"notes.txt"}) {
		t.Fatalf("the folder holds %v", names)
	}
}

// Tables are replaced as whole folders: what somebody else put there would be lost.
func TestAForeignFileAmongTheTablesIsNotOverwritten(t *testing.T) {
	tests := []struct{ name, path, want string }{
		{"a file beside the tasks", "data/notes.txt", "data holds notes.txt"},
		{"a hidden file", "data/.notes", "data holds .notes"},
		{"a file beside the rejects", "rejects/mine.parquet", "rejects holds mine.parquet"},
		{"a folder", "data/old/notes.txt", "data holds old"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "out")
			mustRun(t, "direct", out, 1, rows{Tasks: 3, Rejects: 1})
			path := filepath.Join(out, tt.path)
			if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte("mine"), 0o666); err != nil {
				t.Fatal(err)
			}
			_, err := Prepare(out, canonical, nil, true)
			expectFault(t, err, filepath.Join(out, tt.want)+", which gander did not write; move it away or choose another --out")
			if text, err := os.ReadFile(path); err != nil || string(text) != "mine" {
				t.Fatalf("the file holds %q, %v", text, err)
			}
			// Nothing is lost by a run that has nothing to do.
			if c := prepare(t, out, false); c.State != Complete || c.Release() != nil {
				t.Fatalf("without overwrite: %+v", c)
			}
		})
	}
}

func TestAFileInPlaceOfTheFolderIsRefused(t *testing.T) {
	out := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(out, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	_, err := Prepare(out, canonical, nil, false)
	expectFault(t, err, "making "+out+": not a directory; choose another --out")
	below := filepath.Join(out, "below")
	_, err = Prepare(below, canonical, nil, false)
	expectFault(t, err, "making "+below+": not a directory; choose another --out")
}

func TestADamagedManifestIsAFault(t *testing.T) {
	out := t.TempDir()
	if err := os.WriteFile(filepath.Join(out, ManifestName), []byte(`{"format": 99}`), 0o666); err != nil {
		t.Fatal(err)
	}
	_, err := Prepare(out, canonical, nil, true)
	expectFault(t, err, filepath.Join(out, ManifestName)+": format is 99; this program reads format 1")
}

func TestTwoRunsNeverShareAFolder(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	first := prepare(t, out, false)
	_, err := Prepare(out, canonical, nil, false)
	expectFault(t, err, out+" is in use by another run; wait for it to end, or choose another --out")
	if err := first.Release(); err != nil {
		t.Fatal(err)
	}
	if err := prepare(t, out, false).Release(); err != nil {
		t.Fatal(err)
	}
}

func TestDiscardLeavesNothingOfAFailedRun(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	half := func() *Claim {
		c := prepare(t, out, false)
		if err := os.MkdirAll(filepath.Join(c.Work, "tasks"), 0o777); err != nil {
			t.Fatal(err)
		}
		return c
	}
	if err := half().Discard(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(out); !os.IsNotExist(err) {
		t.Fatalf("a folder made in vain is left: %v", err)
	}
	// A folder that was there before stays.
	if err := os.Mkdir(out, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := half().Discard(); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(out)
	if err != nil || len(entries) != 0 {
		t.Fatalf("left %v, %v", entries, err)
	}
}
