package world

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// After another entity of its kind was named, a page must name its subject again
// before it says "she" or "its"; so every group needs a template that does.
func TestEveryGroupCanNameItsSubject(t *testing.T) {
	for k, list := range groupTemplates {
		for g, templates := range list {
			if !slices.ContainsFunc(templates, func(t template) bool { return t.named }) {
				t.Errorf("kind %d: no sentence for %s names its subject", k, relationNames[groups[k][g].relations[0]])
			}
		}
	}
}

func TestTemplatesAreSentences(t *testing.T) {
	check := func(text string) {
		t.Helper()
		if !strings.HasSuffix(text, ".") || strings.Count(text, ".") != 1 {
			t.Errorf("%q: want one full stop, at the end", text)
		}
		if c := text[0]; c != '{' && (c < 'A' || c > 'Z') {
			t.Errorf("%q: want a capital letter first", text)
		}
		if strings.HasPrefix(text, "{s}") || strings.Contains(text[1:], "{S") {
			t.Errorf("%q: {S} begins a sentence, {s} does not", text)
		}
	}
	for k := range groups {
		for _, g := range groups[k] {
			if len(g.templates) < 4 {
				t.Errorf("%s has %d templates, want 4", relationNames[g.relations[0]], len(g.templates))
			}
			for _, text := range g.templates {
				check(text)
				for i := range g.relations {
					if !strings.Contains(text, fmt.Sprintf("%d}", i)) {
						t.Errorf("%q does not state %s", text, relationNames[g.relations[i]])
					}
				}
			}
		}
		for _, text := range asides[k] {
			check(text)
		}
		if n := len(asides[k]); n < mostAsides {
			t.Errorf("kind %d has %d asides, a page can ask for %d", k, n, mostAsides)
		}
	}
	for _, text := range mentions {
		check(text)
	}
}

// A family has six phrasings at least, counted as products along its path, and the
// tables hold no phrase that no family uses.
func TestWordings(t *testing.T) {
	used := map[string]bool{}
	use := func(field string, r relation, list []string) int {
		used[field+" "+relationNames[r]] = true
		if len(list) == 0 {
			t.Errorf("%s has no wording %q", relationNames[r], field)
		}
		return len(list)
	}
	hopWays := func(h hop, last bool) int {
		asks, phrases := "ask", "the"
		if h.back {
			asks, phrases = "find", "whose"
		}
		n := use(asks, h.relation, h.asks())
		if !last {
			n = use(phrases, h.relation, h.phrases())
		}
		return n
	}
	for i, f := range families {
		ways := 1
		for n, h := range f.path {
			ways *= hopWays(h, n == len(f.path)-1 && strings.HasPrefix(string(f.form), "bridge"))
		}
		switch f.form {
		case comparison:
			use("find", f.via, wordings[f.via].find)
			use("ask", f.measure, wordings[f.measure].ask)
			m := measures[f.measure]
			if len(m.less) != len(m.more) {
				t.Errorf("%s: %d ways to say less, %d to say more", relationNames[f.measure], len(m.less), len(m.more))
			}
			ways = use("whose", f.via, wordings[f.via].whose) * len(m.less) * len(comparisons)
		case intersection:
			n := 0
			for _, c := range conditions[f.pick] {
				if c.relation == f.by {
					n = len(c.ask)
				}
			}
			ways *= n
		case counting:
			ways *= len(counts)
		}
		if ways < 6 {
			t.Errorf("family %d (%s) has %d phrasings, want 6", i, f.form, ways)
		}
	}
	for r, w := range wordings {
		for field, list := range map[string][]string{"the": w.the, "ask": w.ask, "whose": w.whose, "find": w.find} {
			if len(list) > 0 && !used[field+" "+relationNames[r]] {
				t.Errorf("no family uses the wording %q of %s", field, relationNames[r])
			}
		}
	}
}
