package sink

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gander/internal/fault"
	"gander/schemas"
)

const firstFile = "data/train-00000-of-00002.parquet"

func TestVerifyFindsWhatIsNotAsTheManifestSays(t *testing.T) {
	good := filepath.Join(t.TempDir(), "good")
	mustRun(t, "direct", good, 2, few)
	edit := func(old, new string) func(dir string) error {
		return func(dir string) error {
			path := filepath.Join(dir, ManifestName)
			data, err := os.ReadFile(path)
			if err != nil || !bytes.Contains(data, []byte(old)) {
				t.Fatalf("the manifest has no %s: %v", old, err)
			}
			return os.WriteFile(path, bytes.Replace(data, []byte(old), []byte(new), 1), 0o666)
		}
	}
	tests := []struct {
		name   string
		damage func(dir string) error
		want   []string // starts of the differences
	}{
		{"nothing", func(string) error { return nil }, nil},
		{"a file is gone", func(dir string) error { return os.Remove(filepath.Join(dir, firstFile)) },
			[]string{firstFile + ": is not there", "data: has ", "data: rows have ", "data: digest is ", "data: kinds are "}},
		{"a file is cut", func(dir string) error { return os.Truncate(filepath.Join(dir, firstFile), 1000) },
			[]string{firstFile + ": has 1000 bytes, the manifest says ", "data: has ", "data: rows have ", "data: digest is ", "data: kinds are "}},
		{"a bit is flipped", func(dir string) error {
			path := filepath.Join(dir, firstFile)
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			data[len(data)/2] ^= 1
			return os.WriteFile(path, data, 0o666)
		}, []string{firstFile + ": sha256 is ", "data: has ", "data: rows have ", "data: digest is ", "data: kinds are "}},
		{"a file more", func(dir string) error { return os.WriteFile(filepath.Join(dir, "rejects", "x.parquet"), nil, 0o666) },
			[]string{"rejects/x.parquet: is not in the manifest"}},
		{"another row count", edit(`"rows": 300`, `"rows": 301`),
			[]string{"data: kinds are [{keychain 300}], the manifest says [{keychain 301}]"}},
		{"another count of rejects", edit(`"rows": 6`, `"rows": 5`),
			[]string{"rejects: counts by reason are "}},
		{"another license", edit(`"CC-BY-SA-4.0"`, `"CC0-1.0"`),
			[]string{"data: licenses are [CC-BY-SA-4.0], the manifest says [CC0-1.0]"}},
		{"another digest", edit(`"digest": "sha256:`, `"digest": "sha256:0`),
			[]string{"manifest.json: digest is "}},
		{"another column", edit(`"name": "kind"`, `"name": "sort"`),
			[]string{"data: the columns are not those of this program"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "set")
			if err := os.CopyFS(dir, os.DirFS(good)); err != nil {
				t.Fatal(err)
			}
			if err := tt.damage(dir); err != nil {
				t.Fatal(err)
			}
			report, err := Verify(dir)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.EqualFunc(report.Differences, tt.want, strings.HasPrefix) {
				t.Errorf("differences\n%s\nwant\n%s", strings.Join(report.Differences, "\n"), strings.Join(tt.want, "\n"))
			}
		})
	}
}

func TestAFolderWithoutAManifestIsNoDataSet(t *testing.T) {
	dir := t.TempDir()
	_, err := Verify(dir)
	expectFault(t, err, dir+" has no manifest.json; give the folder of a finished run")
}

// FuzzReadParquet holds readers to the promise that damaged bytes are a fault, never a
// panic.
func FuzzReadParquet(f *testing.F) {
	out := filepath.Join(f.TempDir(), "out")
	mustRun(f, "direct", out, 2, rows{Tasks: 2})
	whole, err := os.ReadFile(filepath.Join(out, firstFile))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	path := filepath.Join(f.TempDir(), "file")
	f.Fuzz(func(t *testing.T, data []byte) {
		if err := os.WriteFile(path, data, 0o666); err != nil {
			t.Fatal(err)
		}
		err := readFile(path, func(schemas.Task) error { return nil })
		if err != nil && fault.Find(err) == nil {
			t.Fatalf("not a fault: %v", err)
		}
	})
}
