package parse

import (
	"os"
	"strings"
	"testing"

	"gander/verifiers/internal/budget"
	"gander/verifiers/internal/expr"
)

// FuzzParse: what is accepted prints as text that reads back as the same tree; what is
// refused says where; and no text takes more than the budget.
func FuzzParse(f *testing.F) {
	for _, file := range []string{"testdata/parse", "testdata/refuse"} {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			f.Add(strings.TrimSuffix(line, "\n"))
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		n, err := Parse(text, budget.New(budget.PerCheck))
		if err != nil {
			if n != nil {
				t.Errorf("a tree and an error: %v", err)
			}
			return
		}
		readsBack(t, text, n)
	})
}

// readsBack demands that n, parsed from text, prints as text of the same tree.
func readsBack(t *testing.T, text string, n *expr.Node) {
	t.Helper()
	printed := n.String()
	if len(printed) > MaxBytes || strings.Count(printed, "(") > MaxDepth/8 {
		return // its brackets may nest deeper than the text's
	}
	again, err := Parse(printed, budget.New(10*budget.PerCheck))
	if err != nil {
		t.Fatalf("%q prints as %q, which is refused: %v", text, printed, err)
	}
	if !expr.Same(n, again) {
		t.Fatalf("%q prints as %q, which reads as %q", text, printed, again)
	}
}

// FuzzSymPy: no panic, and a tree or an error.
func FuzzSymPy(f *testing.F) {
	text, err := os.ReadFile("testdata/sympy")
	if err != nil {
		f.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		f.Add(strings.TrimSuffix(line, "\n"))
	}
	f.Fuzz(func(t *testing.T, text string) {
		n, err := SymPy(text, budget.New(budget.PerCheck))
		if (n == nil) == (err == nil) {
			t.Errorf("tree %v, error %v", n, err)
		}
	})
}
