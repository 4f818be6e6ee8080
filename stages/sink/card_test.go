package sink

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The card loads the tables that have rows: a split without rows cannot be loaded.
func TestTheCardLoadsWhatHasRows(t *testing.T) {
	const (
		tasks   = `tasks = datasets.load_dataset("path/to/this/folder", split="train")`
		rejects = `rejects = datasets.load_dataset("path/to/this/folder", "rejects", split="rejects")`
	)
	tests := []struct {
		name string
		in   rows
		want []string
	}{
		{"both tables", rows{Tasks: 2, Rejects: 1}, []string{tasks, rejects}},
		{"no rejects", rows{Tasks: 2}, []string{tasks}},
		{"no tasks", rows{Rejects: 1}, []string{rejects}},
		{"nothing", rows{}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "out")
			mustRun(t, "direct", out, 1, tt.in)
			text, err := os.ReadFile(filepath.Join(out, cardName))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for line := range strings.Lines(string(text)) {
				if strings.Contains(line, "load_dataset(") {
					got = append(got, strings.TrimSuffix(line, "\n"))
				}
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("the card says\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
			if imported := strings.Contains(string(text), "import datasets"); imported != (tt.want != nil) {
				t.Errorf("datasets is imported: %v, used: %v", imported, tt.want != nil)
			}
		})
	}
}
