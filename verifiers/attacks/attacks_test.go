package attacks

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"
	"pgregory.net/rapid"

	"gander/internal/text"
	"gander/verifiers"
	"gander/verifiers/extract"
)

var rome = Target{Golds: []string{"Rome"}, Others: []string{"Paris", "3.5"}, Prompt: "Where is Rome?"}

// boxed lists the attacks on t in a box and without a mark.
func boxed(t Target) []Attack {
	return slices.Collect(For(t, extract.Formats[:1]))
}

func names(attacks []Attack) []string {
	var all []string
	for _, a := range attacks {
		all = append(all, a.Name)
	}
	return all
}

// TestBuild reads testdata/build: a kind of gold, golds and others, and the attacks made
// from them, near misses and hedges, as what stands in the box. Fixed attacks are in
// TestEveryTargetMeetsTheFixedAttacks.
func TestBuild(t *testing.T) {
	datadriven.RunTest(t, "testdata/build", func(t *testing.T, d *datadriven.TestData) string {
		target := Target{Kind: verifiers.Kind(strings.TrimPrefix(d.Cmd, "text"))}
		for line := range strings.SplitSeq(d.Input, "\n") {
			if other, ok := strings.CutPrefix(line, "other: "); ok {
				target.Others = append(target.Others, other)
			} else {
				target.Golds = append(target.Golds, line)
			}
		}
		var out strings.Builder
		for _, a := range boxed(target) {
			if a.Format == "" || a.Class != Near && a.Class != Hedge || a.Name == "long_text_around_gold" {
				continue
			}
			fmt.Fprintf(&out, "%s: %s\n", a.Name, strings.ReplaceAll(answerOf(t, a), "\n", " / "))
		}
		return out.String()
	})
}

// answerOf is what an attack puts into the box.
func answerOf(t *testing.T, a Attack) string {
	t.Helper()
	inside, ok := strings.CutPrefix(a.Reply, thought+`\boxed{`)
	if ok {
		inside, ok = strings.CutSuffix(inside, "}")
	}
	if !ok {
		t.Fatalf("%s: no box around %.80q", a.Name, a.Reply)
	}
	return inside
}

func TestAttacksAreNamedAndMarked(t *testing.T) {
	snake := regexp.MustCompile(`^[a-z]+(_[a-z]+)*$`)
	for a := range For(rome, extract.Formats) {
		if !snake.MatchString(a.Name) {
			t.Errorf("attack %q; name it in snake_case", a.Name)
		}
		if !slices.Contains(Classes, a.Class) {
			t.Errorf("attack %s has class %q; give one of %v", a.Name, a.Class, Classes)
		}
		mark := map[extract.Format]string{extract.Boxed: `\boxed{`, extract.Tag: "<answer>"}[a.Format]
		if !strings.Contains(a.Reply, mark) {
			t.Errorf("attack %s as %s is not marked: %.80q", a.Name, a.Format, a.Reply)
		}
	}
}

// One name is one attack: in one format no name comes twice, but for the golds of other
// questions.
func TestNamesAreUnique(t *testing.T) {
	for _, target := range samples {
		all := names(boxed(target))
		slices.Sort(all)
		for i := range all[1:] {
			if all[i] == all[i+1] && all[i] != "other_gold" {
				t.Errorf("gold %q: two attacks are called %s", target.Golds[0], all[i])
			}
		}
	}
}

// samples are one target for each way that golds are written.
var samples = []Target{
	rome,
	{Golds: []string{"Simon and Garfunkel"}},
	{Golds: []string{"C++"}},
	{Golds: []string{"1 May 1999"}},
	{Golds: []string{"1,000.25 miles"}},
	{Kind: verifiers.Math, Golds: []string{"42"}},
	{Kind: verifiers.Math, Golds: []string{`$\frac{1}{2}$`}},
	{Kind: verifiers.Math, Golds: []string{`5 \text{ cm}`}},
	{Kind: verifiers.Math, Golds: []string{`x^{2} + 3x`}},
	{Kind: verifiers.Math, Golds: []string{`(-\infty, 5]`}},
	{Kind: verifiers.Math, Golds: []string{`(1, 2, 3)`}},
	{Kind: verifiers.Math, Golds: []string{`-1 < x \le 3`}},
	{Kind: verifiers.Choice, Golds: []string{"B"}, Others: []string{"A", "C", "D"}},
	{Kind: verifiers.Set, Golds: []string{"Rome, Turin, Bari"}},
	{Kind: verifiers.Sequence, Golds: []string{"k1, k2, k3"}},
	{Kind: verifiers.JSON, Golds: []string{`{"name":"Rome","area":1285,"capital":true}`}},
}

// The attacks that need nothing of the task are made for every kind of gold.
func TestEveryTargetMeetsTheFixedAttacks(t *testing.T) {
	for _, target := range samples {
		all := names(boxed(target))
		for _, table := range [][]said{nothing, stock, closed, labels, claims, dear} {
			for _, s := range table {
				if !slices.Contains(all, s.name) {
					t.Errorf("gold %q: no attack %s", target.Golds[0], s.name)
				}
			}
		}
	}
}

// A reply that a reader would call right is no attack.
func TestNoAttackIsRight(t *testing.T) {
	for _, c := range []struct {
		kind   verifiers.Kind
		golds  []string
		absent string
	}{
		{verifiers.Text, []string{"no"}, "no"},
		{verifiers.Text, []string{"Rome", "Unknown"}, "unknown"},
		{verifiers.Text, []string{"A"}, "article_a"},
		{verifiers.Text, []string{"Christopher Nolan"}, "no_inside_name"},
		{verifiers.Text, []string{"6 inches"}, "first_letter"},
		{verifiers.Text, []string{"Henry I"}, "last_letter"},
		{verifiers.Text, []string{"New York"}, "first_word"},
		{verifiers.Text, []string{"Bayern Munich FC", "Bayern Munich"}, "first_word"},
		{verifiers.Text, []string{"Rome", "om"}, "inside_word"},
		{verifiers.Text, []string{"35 miles"}, "one_number_of_several"},
		{verifiers.Text, []string{"Rome"}, "number_plus_one"},
		{verifiers.Text, []string{"Rome, Turin"}, "member_missing"},
		{verifiers.Math, []string{`\text{No}`}, "no"},
		{verifiers.Math, []string{"no solution"}, "none"},
		{verifiers.Math, []string{`\emptyset`}, "none"},
		{verifiers.Math, []string{"∅"}, "none"},
		{verifiers.Math, []string{"0"}, "number_times_ten"},
		{verifiers.Math, []string{"0"}, "number_negated"},
		{verifiers.Math, []string{"0.0"}, "number_tenth"},
		{verifiers.Math, []string{"11"}, "number_digits_swapped"},
		{verifiers.Math, []string{"42", "43"}, "number_plus_one"},
		{verifiers.Math, []string{"0/5"}, "number_plus_one"},
		{verifiers.Math, []string{"42"}, "last_letter"},
		{verifiers.Math, []string{"x_1"}, "number_plus_one"},
		{verifiers.Math, []string{"x_{n+1}"}, "number_plus_one"},
		{verifiers.Math, []string{"a < b < c"}, "relation_loosened"},
		{verifiers.Math, []string{`\binom{5}{2}`}, "number_plus_one"},
		{verifiers.Math, []string{`\sqrt{36}`}, "last_letter"},
		{verifiers.Math, []string{`\frac{3}{3}`}, "fraction_inverted"},
		{verifiers.Math, []string{"1, 2, 3"}, "members_reversed"},
		{verifiers.Math, []string{`\{1, 2\}`}, "members_reversed"},
		{verifiers.Math, []string{"(1, 1)"}, "members_reversed"},
		{verifiers.Math, []string{"1, 1"}, "member_missing"},
		{verifiers.Math, []string{"1,000"}, "member_missing"},
		{verifiers.Math, []string{"yes, always"}, "member_missing"},
		{verifiers.Math, []string{"x < 1 or x > 2"}, "relation_flipped"},
		{verifiers.Math, []string{`\left(x\right)`}, "relation_flipped"},
		{verifiers.Math, []string{`f: x \to x`}, "expression_plus_one"},
		{verifiers.Math, []string{"x^2 + C"}, "expression_plus_one"},
		{verifiers.Math, []string{"x = y"}, "expression_plus_one"},
		{verifiers.Math, []string{`k\pi`}, "expression_negated"},
		{verifiers.Math, []string{"[1, 2]"}, "interval_end"},
		{verifiers.Set, []string{"b, a"}, "members_reversed"},
		{verifiers.JSON, []string{"null"}, "json_null"},
		{verifiers.JSON, []string{"[]"}, "json_empty_list"},
	} {
		if slices.Contains(names(boxed(Target{Kind: c.kind, Golds: c.golds})), c.absent) {
			t.Errorf("%s golds %q are attacked by %s", c.kind, c.golds, c.absent)
		}
	}
}

// Whatever the golds are, none is said by an attack.
func TestNoAttackSaysAGold(t *testing.T) {
	pieces := rapid.SampledFrom([]string{"Rome", "no", "a", "42", "0", "1.5", ", ", " ", "-", `\frac{1}{2}`, "x", "(", ")", "{", "}", "<", `"`, "é"})
	golds := rapid.OneOf(rapid.String(), rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(pieces, 1, 6).Draw(t, "pieces"), "")
	}))
	kinds := rapid.SampledFrom([]verifiers.Kind{verifiers.Text, verifiers.Math, verifiers.Choice, verifiers.Set, verifiers.Sequence, verifiers.JSON})
	rapid.Check(t, func(t *rapid.T) {
		target := Target{Kind: kinds.Draw(t, "kind"), Golds: rapid.SliceOfN(golds, 1, 3).Draw(t, "golds"), Prompt: "Where?"}
		var marked []string
		for _, g := range target.Golds {
			if text.Fold(g) != " " {
				marked = append(marked, thought+extract.Wrap(extract.Tag, g))
			}
		}
		for a := range For(target, extract.Formats) {
			if slices.Contains(marked, a.Reply) {
				t.Fatalf("%s says a gold", a.Name)
			}
		}
	})
}

func TestOtherGoldStaysWhenItEqualsTheGold(t *testing.T) {
	for _, a := range boxed(Target{Golds: []string{"yes"}, Others: []string{"yes"}}) {
		if a.Name == "other_gold" && a.Reply == thought+`\boxed{yes}` {
			return
		}
	}
	t.Error("the other question's gold is left out")
}

// A rule that reads unmarked answers is attacked there too, and the gold there is right.
func TestUnmarkedTargets(t *testing.T) {
	open := rome
	open.Unmarked = true
	all := boxed(open)
	for _, right := range []string{"unmarked_gold", "gold_alone", "unmarked_long"} {
		if slices.Contains(names(all), right) {
			t.Errorf("%s is no attack on a rule that reads unmarked answers", right)
		}
	}
	want := Attack{"unmarked_not_gold", Hedge, "", thought + "The answer is not Rome."}
	if !slices.Contains(all, want) {
		t.Errorf("no attack %+v", want)
	}
}

// A number that the task's own tolerance counts as right is no attack.
func TestSlack(t *testing.T) {
	near := func(slack float64) []string {
		return names(boxed(Target{Kind: verifiers.Math, Golds: []string{"500"}, Slack: slack}))
	}
	for _, c := range []struct {
		slack float64
		name  string
		want  bool
	}{
		{0, "number_plus_one", true}, {1, "number_plus_one", false}, {1, "number_digits_swapped", true},
		{400, "number_times_ten", true}, {460, "number_tenth", false}, {1000, "number_negated", false},
	} {
		if got := slices.Contains(near(c.slack), c.name); got != c.want {
			t.Errorf("500 within %g: attacked by %s: %v", c.slack, c.name, got)
		}
	}
}

func TestAttacksAreTheSameTwice(t *testing.T) {
	for _, target := range samples {
		if !reflect.DeepEqual(boxed(target), boxed(target)) {
			t.Errorf("gold %q: two calls differ", target.Golds[0])
		}
	}
}

func TestNoGoldNoAttacks(t *testing.T) {
	if got := boxed(Target{}); got != nil {
		t.Errorf("%d attacks on nothing", len(got))
	}
}

// Without a format only the replies that mark nothing are left.
func TestNoFormats(t *testing.T) {
	n := 0
	for a := range For(rome, nil) {
		if n++; a.Format != "" {
			t.Errorf("%s is marked as %s", a.Name, a.Format)
		}
	}
	if n == 0 {
		t.Error("no attack without a mark")
	}
}

// Nothing is built once the reader has seen enough.
func TestForStops(t *testing.T) {
	total := len(boxed(rome))
	for n := 1; n <= total; n += 7 {
		seen := 0
		for range For(rome, extract.Formats[:1]) {
			if seen++; seen == n {
				break
			}
		}
		if seen != n {
			t.Fatalf("stopped after %d attacks, want %d", seen, n)
		}
	}
}

func TestLongAttacksAreLong(t *testing.T) {
	for _, name := range []string{"long_text", "long_text_around_gold", "unmarked_long"} {
		i := slices.Index(names(boxed(rome)), name)
		if i < 0 {
			t.Fatalf("no attack %s", name)
		}
		if n := len(boxed(rome)[i].Reply); n < 100_000 {
			t.Errorf("%s has %d bytes, want 100 kB", name, n)
		}
	}
}

// Any gold is attacked, by a few hundred replies at most.
func FuzzFor(f *testing.F) {
	for _, s := range samples {
		f.Add(s.Golds[0], string(s.Kind), false)
	}
	f.Add(`\left\{1, \text{x}_{2}, {\right)`, "math", true)
	f.Fuzz(func(t *testing.T, gold, kind string, unmarked bool) {
		target := Target{Kind: verifiers.Kind(kind), Golds: []string{gold}, Others: []string{"Paris"}, Unmarked: unmarked}
		n := 0
		for range For(target, extract.Formats) {
			n++
		}
		if n < 100 || n > 400 {
			t.Errorf("%d attacks on %q", n, gold)
		}
	})
}
