package files_test

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"testing"

	"gander/internal/fault"
	"gander/internal/files"
	"gander/internal/files/filestest"
)

func TestJoinLeavesTheSchemeAlone(t *testing.T) {
	tests := []struct {
		parts []string
		want  string
	}{
		{[]string{"out", "data", "a"}, "out/data/a"},
		{[]string{"/out/", "data"}, "/out/data"},
		{[]string{"s3://bucket/out", "data", "a"}, "s3://bucket/out/data/a"},
		{[]string{"s3://bucket"}, "s3://bucket"},
	}
	for _, tt := range tests {
		if got := files.Join(tt.parts...); got != tt.want {
			t.Errorf("Join(%q) = %q, want %q", tt.parts, got, tt.want)
		}
	}
}

func TestAPathOfAnUnknownStoreIsRefused(t *testing.T) {
	_, err := files.Create("ftp://host/file")
	if want := "no store is known for ftp://; give a path on the local disk"; err == nil || err.Error() != want {
		t.Fatalf("got %v, want %s", err, want)
	}
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	dir := t.TempDir()
	if err := files.MkdirAll(files.Join(dir, "a", "b")); err != nil {
		t.Fatal(err)
	}
	if err := files.Write(files.Join(dir, "a", "b", "f"), []byte("text")); err != nil {
		t.Fatal(err)
	}
	if err := files.Rename(files.Join(dir, "a"), files.Join(dir, "c")); err != nil {
		t.Fatal(err)
	}
	got, err := files.Read(files.Join(dir, "c", "b", "f"))
	if err != nil || string(got) != "text" {
		t.Fatalf("read %q, %v", got, err)
	}
	entries, err := files.List(dir)
	if err != nil || len(entries) != 1 || entries[0] != (files.Entry{Name: "c", Dir: true}) {
		t.Fatalf("listed %v, %v", entries, err)
	}
	if err := files.RemoveAll(files.Join(dir, "c")); err != nil {
		t.Fatal(err)
	}
	if there, err := files.Exists(files.Join(dir, "c")); there || err != nil {
		t.Fatalf("after removal: there %v, %v", there, err)
	}
}

func TestNothingIsThereBelowAFile(t *testing.T) {
	file := files.Join(t.TempDir(), "file")
	if err := files.Write(file, nil); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]bool{file: true, files.Join(file, "below"): false} {
		if there, err := files.Exists(path); there != want || err != nil {
			t.Errorf("%s: there is %v, %v; want %v", path, there, err, want)
		}
	}
}

func TestAFileThatIsNotThereKeepsItsCause(t *testing.T) {
	_, err := files.Read("no/such/file")
	if !errors.Is(err, fs.ErrNotExist) || fault.Find(err) != nil {
		t.Fatalf("got %v", err)
	}
	if want := "reading no/such/file: no such file or directory"; err.Error() != want {
		t.Fatalf("got %q, want %q", err, want)
	}
	if entries, err := files.List("no/such/folder"); entries != nil || err != nil {
		t.Fatalf("listing a folder that is not there: %v, %v", entries, err)
	}
}

// broken returns one error from everything.
type broken struct{ err error }

func (b broken) Create(p string) (files.File, error)  { return nil, b.at(p) }
func (b broken) Open(p string) (files.Reader, error)  { return nil, b.at(p) }
func (b broken) List(p string) ([]files.Entry, error) { return nil, b.at(p) }
func (b broken) Rename(from, _ string) error          { return b.at(from) }
func (b broken) RemoveAll(p string) error             { return b.at(p) }
func (b broken) MkdirAll(p string) error              { return b.at(p) }
func (b broken) SyncDir(p string) error               { return b.at(p) }
func (b broken) at(p string) error                    { return &os.PathError{Op: "op", Path: p, Err: b.err} }

func TestErrorsSayWhatToDo(t *testing.T) {
	write := func() error { return files.Write("broken://out/x", nil) }
	read := func() error { _, err := files.Read("broken://out/x"); return err }
	tests := []struct {
		cause error
		do    func() error
		want  string
	}{
		{syscall.ENOSPC, write, "writing broken://out/x: no space left on device; free space or choose another --out"},
		{syscall.EDQUOT, write, "writing broken://out/x: disk quota exceeded; free space or choose another --out"},
		{syscall.EROFS, write, "writing broken://out/x: read-only file system; choose another --out"},
		{syscall.EACCES, write, "writing broken://out/x: permission denied; allow it or choose another --out"},
		{syscall.EACCES, read, "reading broken://out/x: permission denied; allow reading it"},
	}
	for _, tt := range tests {
		files.Register("broken", broken{tt.cause})
		err := tt.do()
		if f := fault.Find(err); f == nil || f.Text != tt.want || f.Code != fault.Failed {
			t.Errorf("%v: got %v, want the fault %q", tt.cause, err, tt.want)
		}
	}
}

func TestTheTestStoreLogsAndFails(t *testing.T) {
	store := filestest.New(t, "logged")
	work := func() error {
		if err := files.MkdirAll(store.Path("d")); err != nil {
			return err
		}
		if err := files.Write(store.Path("d/f"), []byte("x")); err != nil {
			return err
		}
		return files.Rename(store.Path("d/f"), store.Path("d/g"))
	}
	if err := work(); err != nil {
		t.Fatal(err)
	}
	want := "mkdir   d\ncreate  d/f\nsync    d/f\nrename  d/f -> d/g\n"
	if got := store.Log(); got != want {
		t.Fatalf("log:\n%swant:\n%s", got, want)
	}
	for n := range strings.Count(want, "\n") {
		store.FailAt(n + 1)
		if err := work(); !errors.Is(err, filestest.ErrInjected) || !store.Failed() {
			t.Fatalf("operation %d was to fail: %v", n+1, err)
		}
	}
}
