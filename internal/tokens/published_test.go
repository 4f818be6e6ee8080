package tokens

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// Counts are those of the tokenizers' own programs; testdata/make_vectors.py made them.
func TestPublished(t *testing.T) {
	data, err := os.ReadFile("testdata/vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	var vectors struct {
		Texts  []string
		Counts map[string][]int
		Files  map[string]map[string]int
	}
	if err := json.Unmarshal(data, &vectors); err != nil {
		t.Fatal(err)
	}
	if len(vectors.Texts) < 200 || len(vectors.Counts) != 12 {
		t.Fatalf("testdata/vectors.json has %d texts and %d tokenizers; want 200 or more and 12", len(vectors.Texts), len(vectors.Counts))
	}
	for name, counts := range vectors.Counts {
		t.Run(name, func(t *testing.T) {
			c := open(t, name)
			for i, text := range vectors.Texts {
				if got := c.Count(text); got != counts[i] {
					t.Errorf("%q has %d tokens, want %d", text, got, counts[i])
				}
			}
			for file, want := range vectors.Files[name] {
				text, err := os.ReadFile(filepath.Join(corpora, file))
				if errors.Is(err, fs.ErrNotExist) {
					t.Skipf("no real text: %s is not there", file)
				}
				if err != nil {
					t.Fatal(err)
				}
				if got := c.Count(string(text)); got != want {
					t.Errorf("%s has %d tokens, want %d", file, got, want)
				}
			}
		})
	}
}

// corpora is the folder of real texts, which are not part of the project.
const corpora = "../../../shared/corpora"

func open(t testing.TB, name string) Counter {
	t.Helper()
	c, err := Open(name)
	if err != nil {
		t.Fatal(err)
	}
	if c.Name() != name {
		t.Errorf("opened as %s, named %s", name, c.Name())
	}
	return c
}
