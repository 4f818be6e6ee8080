package world

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gander/schemas"

	"pgregory.net/rapid"
)

// drawWorld draws a world, often of the smallest or the largest size.
func drawWorld(t *rapid.T) *World {
	pages := rapid.OneOf(
		rapid.Just(MinPages), rapid.Just(MaxPages), rapid.IntRange(MinPages, MaxPages), rapid.IntRange(MinPages, 200),
	).Draw(t, "pages")
	w, err := New(rapid.Int64().Draw(t, "seed"), pages)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestNewRefusesSizes(t *testing.T) {
	for _, c := range []struct {
		pages int
		want  string
	}{
		{59, "world: pages is 59; give 60 to 1000000"},
		{-1, "world: pages is -1; give 60 to 1000000"},
		{1_000_001, "world: pages is 1000001; give 60 to 1000000"},
		{60, ""},
		{1_000_000, ""},
	} {
		_, err := New(1, c.pages)
		if got := errorText(err); got != c.want {
			t.Errorf("New(1, %d): %q, want %q", c.pages, got, c.want)
		}
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

var smallNumber = regexp.MustCompile(`(?i)\b(two|three|four|five|six|seven|eight|nine)\b|\b[2-9]\b`)

// Every page, of every world, keeps the promises of a page.
func TestPage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		i := rapid.OneOf(rapid.IntRange(0, w.Pages()-1), rapid.IntRange(w.Pages()-25, w.Pages()-1)).Draw(t, "page")
		d := w.Page(i)
		checkPage(t, d)
		if again := w.Page(i); !reflect.DeepEqual(d, again) {
			t.Fatalf("page %d differs when made again", i)
		}
		for n := range d.Links {
			if d.Links[n].Target == d.Title {
				t.Fatalf("%s links to itself", d.Title)
			}
		}
	})
}

func checkPage(t rapid.TB, d schemas.Document) {
	t.Helper()
	if n := len(strings.Fields(d.Text)); n < 80 || n > 400 {
		t.Fatalf("%s has %d words, want 80 to 400", d.Title, n)
	}
	if m := smallNumber.FindString(d.Text); m != "" {
		t.Fatalf("%s contains the small number %q:\n%s", d.Title, m, d.Text)
	}
	if strings.ContainsAny(d.Text, "{}%") || strings.Contains(d.Text, "  ") {
		t.Fatalf("%s has a gap left open:\n%s", d.Title, d.Text)
	}
	for s := range strings.SplitSeq(strings.TrimSuffix(d.Text, "."), ". ") {
		if s[0] < 'A' || s[0] > 'Z' || strings.Contains(s, ".") {
			t.Fatalf("%s: not a sentence: %q", d.Title, s)
		}
	}
	if d.ID != schemas.DocumentID(d) || d.Source != Source || !reflect.DeepEqual(d.License, []string{License}) {
		t.Fatalf("%s: id, source or license is wrong: %+v", d.Title, d)
	}
	if len(d.Facts) < 3 {
		t.Fatalf("%s states %d facts", d.Title, len(d.Facts))
	}
	for _, f := range d.Facts {
		s := d.Text[f.Start:f.End]
		if !strings.HasSuffix(s, ".") || strings.Contains(s, ". ") || !strings.Contains(s, f.Object) {
			t.Fatalf("%s: evidence of %s %q is %q", d.Title, f.Relation, f.Object, s)
		}
		if f.Start > 0 && d.Text[f.Start-2:f.Start] != ". " {
			t.Fatalf("%s: evidence of %s begins inside a sentence", d.Title, f.Relation)
		}
		if f.Subject != d.Title {
			t.Fatalf("%s states a fact of %s", d.Title, f.Subject)
		}
	}
	for n, l := range d.Links {
		if n > 0 && l.Start < d.Links[n-1].End {
			t.Fatalf("%s: links overlap or are out of order", d.Title)
		}
	}
}

// The whole of a world: titles are unique and none lies inside another, links lead to
// pages and carry a name of their target, and each page is mentioned by others.
func TestWholeWorld(t *testing.T) {
	for _, pages := range []int{60, 79, 2000} {
		w := mustNew(t, 5, pages)
		byTitle := map[string]schemas.Document{}
		owner := map[string]string{} // word of a title or alias that only one page may have
		for i := range pages {
			d := w.Page(i)
			checkPage(t, d)
			if _, twice := byTitle[d.Title]; twice {
				t.Errorf("two pages are called %s", d.Title)
			}
			byTitle[d.Title] = d
			root := w.root(entity(i))
			for _, name := range append([]string{d.Title}, d.Aliases...) {
				if !hasWord(name, root) {
					t.Errorf("the name %q lacks the root %s", name, root)
				}
			}
			owner[root] = d.Title
		}
		linked := map[string]int{}
		for _, d := range byTitle {
			for _, word := range strings.FieldsFunc(d.Title, notLetter) {
				if o, ok := owner[word]; ok && o != d.Title {
					t.Errorf("%q contains the root of %q", d.Title, o)
				}
			}
			for _, l := range d.Links {
				target, ok := byTitle[l.Target]
				if !ok {
					t.Fatalf("%s links to %q, which has no page", d.Title, l.Target)
				}
				anchor := d.Text[l.Start:l.End]
				if anchor != target.Title && !slices.Contains(target.Aliases, anchor) {
					t.Errorf("%s links to %s as %q, which is no name of it", d.Title, l.Target, anchor)
				}
				linked[l.Target]++
			}
		}
		for i := range w.districts * int(districtSize) {
			if title := w.title(entity(i)); linked[title] < len(nodOffsets) {
				t.Errorf("%s is linked to from %d places, want %d or more", title, linked[title], len(nodOffsets))
			}
		}
	}
}

// Near twins state the same facts but for one.
func TestNearTwins(t *testing.T) {
	w := mustNew(t, 6, 400)
	pairs := 0
	for i := range w.Pages() {
		e := entity(i)
		other, ok := w.twin(e)
		if !ok || other < e {
			continue
		}
		pairs++
		differ := 0
		a, b := facts(w.Page(int(e))), facts(w.Page(int(other)))
		for relation, object := range a {
			if b[relation] != object {
				differ++
			}
		}
		if len(a) != len(b) || differ != 1 {
			t.Errorf("%s and %s differ in %d facts, want 1:\n%v\n%v", w.title(e), w.title(other), differ, a, b)
		}
	}
	if want := w.districts * 3; pairs != want {
		t.Errorf("%d pairs of twins, want %d", pairs, want)
	}
}

func facts(d schemas.Document) map[string]string {
	out := map[string]string{}
	for _, f := range d.Facts {
		out[f.Relation] = f.Object
	}
	return out
}

// hasWord says whether text contains phrase between word boundaries, in any case.
func hasWord(text, phrase string) bool {
	text, phrase = strings.ToLower(text), strings.ToLower(phrase)
	for from := 0; ; {
		i := strings.Index(text[from:], phrase)
		if i < 0 {
			return false
		}
		i += from
		end := i + len(phrase)
		if (i == 0 || !isWord(text[i-1])) && (end == len(text) || !isWord(text[end])) {
			return true
		}
		from = i + 1
	}
}

func isWord(c byte) bool { return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' }

func BenchmarkPage(b *testing.B) {
	w := mustNew(b, 1, 100_000)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		w.Page(i % w.Pages())
	}
}
