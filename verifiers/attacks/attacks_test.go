package attacks

import (
	"encoding/json"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gander/internal/text"
	"gander/verifiers"
	"gander/verifiers/extract"
)

var rome = Target{Golds: []string{"Rome"}, Others: []string{"Paris", "3.5"}, Prompt: "Where is Rome?"}

// names lists the attacks on t without format, in order, each once.
func names(t Target) []string {
	var all []string
	for _, a := range For(t, extract.Formats) {
		if !slices.Contains(all, a.Name) {
			all = append(all, a.Name)
		}
	}
	return all
}

// reply finds an attack by name and format.
func reply(t *testing.T, target Target, name string, f extract.Format) string {
	t.Helper()
	for _, a := range For(target, extract.Formats) {
		if a.Name == name && a.Format == f {
			return a.Reply
		}
	}
	t.Fatalf("no attack %s as %q on %q", name, f, target.Golds)
	return ""
}

func TestAttacksAreNamedAndMarked(t *testing.T) {
	snake := regexp.MustCompile(`^[a-z]+(_[a-z]+)*$`)
	for _, a := range For(rome, extract.Formats) {
		if !snake.MatchString(a.Name) {
			t.Errorf("attack %q; name it in snake_case", a.Name)
		}
		mark := map[extract.Format]string{extract.Boxed: `\boxed{`, extract.Tag: "<answer>"}[a.Format]
		if !strings.Contains(a.Reply, mark) {
			t.Errorf("attack %s as %s is not marked: %.80q", a.Name, a.Format, a.Reply)
		}
	}
}

// What the attack says, for the golds that it is made for.
func TestAttackAnswers(t *testing.T) {
	for _, c := range []struct {
		name, gold, want string
	}{
		{"article_the", "Rome", "the"},
		{"punctuation", "Rome", "!!!"},
		{"first_letter", "Rome", "R"},
		{"last_letter", "Rome", "e"},
		{"inside_word", "Rome", "om"},
		{"word_around", "Rome", "unRomeish"},
		{"first_word", "Georg Philipp Telemann", "Georg"},
		{"wrong_or_wrong_or_gold", "Rome", "Lisbon or Oslo or Rome"},
		{"wrong_or_wrong_or_gold", "Oslo", "Lisbon or Nairobi or Oslo"},
		{"all_candidates", "Rome", "Paris, Rome, 3.5"},
		{"yes_or_no", "no", "yes or no"},
		{"no_inside_name", "no", "Nolan"},
		{"not_enough_information", "no", "not enough information"},
		{"unknown", "no", "unknown"},
		{"digits_merged", "3.5", "35"},
		{"point_inside_number", "35", "3.5"},
		{"number_off_by_one", "1 May 1999", "1 May 2000"},
		{"number_times_ten", "35 miles", "350 miles"},
		{"one_number_of_several", "1 May 1999", "1"},
		{"not_gold", "Rome", "not Rome"},
		{"prompt_echo", "Rome", "Where is Rome?"},
	} {
		target := Target{Golds: []string{c.gold}, Others: rome.Others, Prompt: rome.Prompt}
		for _, f := range extract.Formats {
			if got := reply(t, target, c.name, f); got != thought+extract.Wrap(f, c.want) {
				t.Errorf("%s on %q: %q, want the answer %q", c.name, c.gold, got, c.want)
			}
		}
	}
}

// A reply that a reader would call right is no attack.
func TestNoAttackIsRight(t *testing.T) {
	for _, c := range []struct {
		golds  []string
		absent string
	}{
		{[]string{"no"}, "no"},
		{[]string{"Rome", "Unknown"}, "unknown"},
		{[]string{"A"}, "article_a"},
		{[]string{"Christopher Nolan"}, "no_inside_name"},
		{[]string{"6 inches"}, "first_letter"},
		{[]string{"Henry I"}, "last_letter"},
		{[]string{"New York"}, "first_word"},
		{[]string{"Bayern Munich FC", "Bayern Munich"}, "first_word"},
		{[]string{"Rome", "om"}, "inside_word"},
		{[]string{"6.50"}, "number_times_ten"},
		{[]string{"35 miles"}, "one_number_of_several"},
		{[]string{"Rome"}, "number_off_by_one"},
	} {
		if slices.Contains(names(Target{Golds: c.golds}), c.absent) {
			t.Errorf("golds %q are attacked by %s", c.golds, c.absent)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		target := Target{Golds: rapid.SliceOfN(rapid.String(), 1, 3).Draw(t, "golds"), Prompt: "Where?"}
		var marked []string
		for _, g := range target.Golds {
			if text.Fold(g) != " " {
				marked = append(marked, thought+extract.Wrap(extract.Tag, g))
			}
		}
		for _, a := range For(target, extract.Formats) {
			if slices.Contains(marked, a.Reply) {
				t.Fatalf("%s says a gold", a.Name)
			}
		}
	})
}

func TestOtherGoldStaysWhenItEqualsTheGold(t *testing.T) {
	got := reply(t, Target{Golds: []string{"yes"}, Others: []string{"yes"}}, "other_gold", extract.Boxed)
	if want := thought + `\boxed{yes}`; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestAttacksAreTheSameTwice(t *testing.T) {
	if !reflect.DeepEqual(For(rome, extract.Formats), For(rome, extract.Formats)) {
		t.Error("two calls differ")
	}
}

func TestNoGoldNoAttacks(t *testing.T) {
	if got := For(Target{}, extract.Formats); got != nil {
		t.Errorf("%d attacks on nothing", len(got))
	}
}

func TestLongAttacksAreLong(t *testing.T) {
	for _, name := range []string{"long_text", "long_text_then_gold", "gold_then_long_text"} {
		if n := len(reply(t, rome, name, extract.Boxed)); n < 100_000 {
			t.Errorf("%s has %d bytes, want 100 kB", name, n)
		}
	}
}

// text_strict@1 withstands every attack on the golds that its policy table is about,
// and text_contains@1 falls to those that it is known for.
func TestRulesUnderAttack(t *testing.T) {
	golds := []string{"Rome", "no", "yes", "1 December 2010", "3.5", "35", "1,000", "6 inches", "3 a.m.", "Henry I",
		"Columbus, Ohio", "Georg Philipp Telemann", "Lakota and Dakota Sioux", "Unknown Pleasures", "U.S.", "C++", "A",
		"Île-de-France", "北京", "Hank Williams, Jr.", "not guilty", "No Doubt", "2-2", `Robert "Throb" Young`}
	for _, gold := range golds {
		for _, a := range paid(t, "text_strict@1", gold) {
			t.Errorf("gold %q: text_strict@1 pays for %s", gold, a)
		}
	}
	for _, c := range []struct{ gold, attack string }{
		{"Rome", "article_the"}, {"Rome", "first_letter"}, {"no", "no_inside_name"}, {"no", "yes_or_no"},
		{"1 December 2010", "one_number_of_several"}, {"35", "point_inside_number"}, {"Rome", "all_candidates"},
	} {
		if !slices.Contains(paid(t, "text_contains@1", c.gold), c.attack) {
			t.Errorf("gold %q: text_contains@1 is known to pay for %s", c.gold, c.attack)
		}
	}
}

// paid lists the attacks on gold that a rule pays for.
func paid(t *testing.T, rule, gold string) []string {
	t.Helper()
	v, err := verifiers.Get(rule)
	if err != nil {
		t.Fatal(err)
	}
	target := Target{Golds: []string{gold}, Others: []string{"Paris", "17 May 1814", "Marie Curie"}, Prompt: "Which is it?"}
	args, err := json.Marshal(verifiers.TextArgs{Golds: target.Golds, Others: target.Others})
	if err != nil {
		t.Fatal(err)
	}
	c, err := v.Compile(string(args))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, a := range For(target, extract.Formats) {
		if c.Verify(a.Reply).Score > 0 {
			got = append(got, a.Name)
		}
	}
	return got
}
