package world

import (
	"slices"
	"strconv"
	"testing"
)

// graph is a world as a reader of its pages knows it: titles and facts, no arithmetic.
type graph struct {
	objects  map[string]map[string]string   // subject, relation -> object
	subjects map[string]map[string][]string // relation, object -> subjects
}

func readWorld(w *World) graph {
	g := graph{map[string]map[string]string{}, map[string]map[string][]string{}}
	for i := range w.Pages() {
		d := w.Page(i)
		g.objects[d.Title] = facts(d)
		for _, f := range d.Facts {
			if g.subjects[f.Relation] == nil {
				g.subjects[f.Relation] = map[string][]string{}
			}
			g.subjects[f.Relation][f.Object] = append(g.subjects[f.Relation][f.Object], d.Title)
		}
	}
	return g
}

// who are all subjects of a relation to an object that also have a word.
func (g graph) who(relation, object, also, word string) (out []string) {
	for _, s := range g.subjects[relation][object] {
		if also == "" || g.objects[s][also] == word {
			out = append(out, s)
		}
	}
	return out
}

// follow takes a path of hops from a title; back hops must have one end.
func (g graph) follow(t *testing.T, at string, path []hop) string {
	t.Helper()
	for _, h := range path {
		name := relationNames[h.relation]
		if !h.back {
			next, ok := g.objects[at][name]
			if !ok {
				t.Fatalf("%s has no fact %s", at, name)
			}
			at = next
			continue
		}
		all := g.who(name, at, "", "")
		if len(all) != 1 {
			t.Fatalf("%s %s has the subjects %v, want one", name, at, all)
		}
		at = all[0]
	}
	return at
}

// Every question of a world is answered again from the facts of its pages alone, and
// no other answer is right.
func TestAnswersFollowFromThePages(t *testing.T) {
	for _, pages := range []int{60, 2000} {
		w := mustNew(t, 10, pages)
		g := readWorld(w)
		asked := map[form]int{}
		for j := range w.Questions() {
			q := w.Question(j)
			cell := w.order.at(j)
			f, district := &families[cell%len(families)], cell/len(families)
			start := w.title(at(f.start, district))
			asked[f.form]++

			var right []string
			switch f.form {
			case comparison:
				right = []string{g.compare(t, q.Text, start, q.Steps[1].Answer, f)}
			case intersection:
				near := g.follow(t, start, f.path)
				word := g.objects[q.Answer][relationNames[f.by]]
				if !hasWord(q.Text, word) {
					t.Fatalf("%q does not state the condition %q", q.Text, word)
				}
				if all := g.who(relationNames[f.pick], near, "", ""); len(all) < 2 {
					t.Fatalf("%q: one condition is enough: %v", q.Text, all)
				}
				right = g.who(relationNames[f.pick], near, relationNames[f.by], word)
			case counting:
				near := g.follow(t, start, f.path)
				right = []string{strconv.Itoa(len(g.who(relationNames[f.pick], near, "", "")))}
			default:
				right = []string{g.follow(t, start, f.path)}
			}
			if !slices.Equal(right, []string{q.Answer}) {
				t.Fatalf("%q: the pages give %v, the question %q", q.Text, right, q.Answer)
			}
			if f.form != comparison && !hasWord(q.Text, start) {
				t.Fatalf("%q does not name %s", q.Text, start)
			}
		}
		for _, f := range families {
			if asked[f.form] == 0 {
				t.Errorf("%d pages: no question of type %s", pages, f.form)
			}
		}
	}
}

// compare answers a comparison of two titles, as the question words it.
func (g graph) compare(t *testing.T, text, a, b string, f *family) string {
	t.Helper()
	value := func(title string) int {
		if person := g.objects[title][relationNames[f.via]]; !hasWord(text, person) {
			t.Fatalf("%q does not name %s", text, person)
		}
		if all := g.who(relationNames[f.via], g.objects[title][relationNames[f.via]], "", ""); len(all) != 1 {
			t.Fatalf("%q: a description fits all of %v", text, all)
		}
		n, err := strconv.Atoi(g.objects[title][relationNames[f.measure]])
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	x, y := value(a), value(b)
	if x == y {
		t.Fatalf("%q: both have %d", text, x)
	}
	less := slices.ContainsFunc(measures[f.measure].less, func(s string) bool { return hasWord(text, s) })
	more := slices.ContainsFunc(measures[f.measure].more, func(s string) bool { return hasWord(text, s) })
	if less == more {
		t.Fatalf("%q: asks for the smaller and the larger", text)
	}
	if less == (x < y) {
		return a
	}
	return b
}

// Dates agree: nobody does anything before coming of age or after death, and no
// picture of a battle is older than the battle.
func TestDatesAgree(t *testing.T) {
	w := mustNew(t, 11, 1000)
	g := readWorld(w)
	year := func(title, relation string) int {
		n, err := strconv.Atoi(g.objects[title][relation])
		if err != nil {
			t.Fatalf("%s of %s: %v", relation, title, err)
		}
		return n
	}
	deeds := []struct{ who, when string }{
		{"first_mayor", "chartered_in"}, {"surveyed_by", "surveyed_in"}, {"opened_by", "opened_in"},
		{"captained_by", "launched_in"}, {"founded_by", "founded_in"}, {"won_by", "fought_in"},
		{"written_by", "published_in"}, {"painted_by", "painted_in"},
	}
	for _, deed := range deeds {
		if len(g.subjects[deed.who]) == 0 {
			t.Errorf("no page states %s", deed.who)
		}
		for person, works := range g.subjects[deed.who] {
			for _, work := range works {
				when := year(work, deed.when)
				if age := when - year(person, "born_year"); age < 21 || when >= year(person, "died_year") {
					t.Errorf("%s %s %s in %d, at the age of %d", work, deed.who, person, when, age)
				}
			}
		}
	}
	for battle, pictures := range g.subjects["depicts"] {
		for _, picture := range pictures {
			if year(picture, "painted_in") < year(battle, "fought_in") {
				t.Errorf("%s is older than %s", picture, battle)
			}
		}
	}
	for builder, ships := range g.subjects["built_by"] {
		for _, ship := range ships {
			if year(ship, "launched_in") < year(builder, "founded_in") {
				t.Errorf("%s is older than its builder %s", ship, builder)
			}
		}
	}
}
