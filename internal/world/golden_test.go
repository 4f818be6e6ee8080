package world

import (
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"gander/schemas"
)

var rewrite = flag.Bool("rewrite", false, "write the golden files")

// The golden file shows a few pages and one question of each type to the reader, and
// pins every byte of a small world by its digest.
func TestGolden(t *testing.T) {
	const file = "testdata/golden.txt"
	w := mustNew(t, 42, 1000)
	var b strings.Builder
	for _, i := range []int{0, 4, 5, 12} {
		showPage(&b, w.Page(i))
	}
	shown := map[string]bool{}
	for j := range w.Questions() {
		if q := w.Question(j); !shown[q.Type] {
			shown[q.Type] = true
			showQuestion(&b, q)
		}
	}
	fmt.Fprintf(&b, "digest of all pages and questions: %s\n", digest(t, w))

	if *rewrite {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("%s is stale; run go test ./internal/world -run TestGolden -rewrite and read the diff. Got:\n%s", file, b.String())
	}
}

func showPage(b *strings.Builder, d schemas.Document) {
	fmt.Fprintf(b, "page %s\naliases: %s\n%s\n", d.Title, strings.Join(d.Aliases, "; "), d.Text)
	for _, f := range d.Facts {
		fmt.Fprintf(b, "  %4d-%-4d %s = %s\n", f.Start, f.End, f.Relation, f.Object)
	}
	b.WriteByte('\n')
}

func showQuestion(b *strings.Builder, q schemas.Question) {
	fmt.Fprintf(b, "%s: %s\nanswer: %s\n", q.Type, q.Text, strings.Join(append([]string{q.Answer}, q.Aliases...), "; "))
	for _, s := range q.Steps {
		fmt.Fprintf(b, "  step %s -> %s (passage %d)\n", s.Question, s.Answer, s.Passage)
	}
	for i, p := range q.Passages {
		fmt.Fprintf(b, "  %d %s\n", i, p.Title)
		for _, n := range p.SupportingSentences {
			fmt.Fprintf(b, "      %s\n", strings.TrimSpace(sentence(p, n)))
		}
	}
	b.WriteByte('\n')
}

func digest(t *testing.T, w *World) string {
	t.Helper()
	h := sha256.New()
	enc := json.NewEncoder(h)
	for i := range w.Pages() {
		if err := enc.Encode(w.Page(i)); err != nil {
			t.Fatal(err)
		}
	}
	for j := range w.Questions() {
		if err := enc.Encode(w.Question(j)); err != nil {
			t.Fatal(err)
		}
	}
	return fmt.Sprintf("sha256:%x", h.Sum(nil))
}
