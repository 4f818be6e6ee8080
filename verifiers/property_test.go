package verifiers

import (
	"strings"
	"testing"

	"gander/verifiers/extract"

	"pgregory.net/rapid"
)

// names draws answers of one to four words that are no stop words, titles or kinds.
var names = rapid.Custom(func(t *rapid.T) string {
	word := rapid.SampledFrom([]string{"Rome", "Élan", "Ørsted", "zebra", "quartz", "Nile", "Łódź", "Skye", "8mm", "Gray's"})
	return strings.Join(rapid.SliceOfN(word, 1, 4).Draw(t, "words"), " ")
})

func strictFor(t *rapid.T, a TextArgs) *strict {
	j, err := newJudge(a)
	if err != nil {
		t.Fatal(err)
	}
	return &strict{j}
}

func TestHowTheGoldIsWrittenDoesNotMatter(t *testing.T) {
	dress := rapid.SampledFrom([]func(string) string{
		strings.ToUpper, strings.ToLower,
		func(s string) string { return "the " + s },
		func(s string) string { return `"` + s + `."` },
		func(s string) string { return "**" + s + "**" },
		func(s string) string { return `\text{` + s + "}" },
		func(s string) string { return strings.ReplaceAll(s, " ", "-") },
		func(s string) string { return strings.ReplaceAll(s, " ", " \n ") },
		func(s string) string { return strings.ReplaceAll(s, "'", "’") },
		func(s string) string { return strings.NewReplacer("É", "E\u0301", "Ø", "O", "ź", "z").Replace(s) },
	})
	rapid.Check(t, func(t *rapid.T) {
		gold := names.Draw(t, "gold")
		answer := dress.Draw(t, "dress")(gold)
		if v := strictFor(t, TextArgs{Golds: []string{gold}}).Verify(extract.Wrap(extract.Tag, answer)); v.Score != 1 {
			t.Fatalf("%q for %q: %+v", answer, gold, v)
		}
	})
}

func TestOnlyTheAnswerSlotCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		gold, answer := names.Draw(t, "gold"), names.Draw(t, "answer")
		s := strictFor(t, TextArgs{Golds: []string{gold}})
		around := rapid.SampledFrom([]string{"", gold, "not", "Rome or zebra", "{", "}", "<b>", "The answer is wrong."})
		reply := around.Draw(t, "before") + " " + extract.Wrap(extract.Boxed, answer) + " " + around.Draw(t, "after")
		if bare, dressed := s.Verify(extract.Wrap(extract.Boxed, answer)), s.Verify(reply); bare != dressed {
			t.Fatalf("%q: %+v, alone %+v", reply, dressed, bare)
		}
	})
}

// Whatever a reply puts before, between or behind two guesses with a list mark, it is
// never paid for the second.
func TestASecondGuessNeverPays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		gold, guess := names.Draw(t, "gold"), names.Draw(t, "guess")
		mark := rapid.SampledFrom([]string{" or ", ", ", "; ", "/", " and ", "\n", " | ", ", maybe ", " not "}).Draw(t, "mark")
		s := strictFor(t, TextArgs{Golds: []string{gold}})
		if s.Verify(extract.Wrap(extract.Boxed, guess)).Score == 1 || strings.Contains(guess, gold) || strings.Contains(gold, guess) {
			return
		}
		if v := s.Verify(extract.Wrap(extract.Boxed, guess+mark+gold)); v.Score != 0 {
			t.Fatalf("%q for %q: %+v", guess+mark+gold, gold, v)
		}
	})
}

// M9 of the oracle: what is right for one question is wrong for the other.
func TestSwappingGoldAndOtherFlipsTheScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := names.Draw(t, "a"), names.Draw(t, "b")
		if read(a).joined == read(b).joined {
			return
		}
		one := strictFor(t, TextArgs{Golds: []string{a}, Others: []string{b}})
		two := strictFor(t, TextArgs{Golds: []string{b}, Others: []string{a}})
		for _, f := range extract.Formats {
			right, wrong := one.Verify(extract.Wrap(f, a)), two.Verify(extract.Wrap(f, a))
			if right.Score != 1 || wrong.Score != 0 && compact(read(a)) != compact(read(b)) {
				t.Fatalf("%q against %q: %v and %v", a, b, right, wrong)
			}
		}
	})
}

// FuzzRead: reading its own output changes nothing that counts, and no word is empty.
func FuzzRead(f *testing.F) {
	f.Add("The Île-de-France, 1,000.5 U.S. C++ 10² ½ −3 B - 29 \\text{x} 3 a.m. What’s")
	f.Fuzz(func(t *testing.T, text string) {
		p := read(text)
		if len(p.words) != len(p.gaps) || p.joined != " "+strings.Join(p.words, " ")+" " {
			t.Fatalf("%+v", p)
		}
		for _, w := range p.words {
			if w == "" || strings.ContainsAny(w, " ,'\n") {
				t.Errorf("word %q", w)
			}
		}
	})
}

func BenchmarkVerify(b *testing.B) {
	others := []string{"Stephen King", "Columbus, Ohio", "6,960", "Sid Haig", "8 June 1951", "Botswana", "Irwin Shaw"}
	for _, c := range []struct {
		name  string
		rule  Verifier
		args  any
		reply string
	}{
		{"strict", textStrict, TextArgs{Golds: []string{"John Lennon"}, Others: others}, extract.Reasoned(`\boxed{John Lennon}`)},
		{"strict_wrong", textStrict, TextArgs{Golds: []string{"John Lennon"}, Others: others}, extract.Reasoned(`\boxed{Paul McCartney or John Lennon}`)},
		{"strict_long", textStrict, TextArgs{Golds: []string{"John Lennon"}}, extract.Reasoned(`\boxed{` + strings.Repeat("John Lennon ", 8_400) + "}")},
		{"strict_braces", textStrict, TextArgs{Golds: []string{"John Lennon"}}, strings.Repeat(`\boxed{`, 14_000) + strings.Repeat("}", 14_000)},
		{"contains", textContains, TextArgs{Golds: []string{"John Lennon"}}, extract.Reasoned(`\boxed{John Lennon}`)},
		{"trace", keychainTrace, TraceArgs{Golds: []string{"John Lennon"}, Chain: []string{"a1", "b2", "c3"}, Passages: []int{3, 17}},
			extract.Reasoned(`<chain>a1, b2, c3</chain><passages>3, 17</passages>\boxed{John Lennon}`)},
	} {
		b.Run(c.name, func(b *testing.B) {
			check := mustCompile(b, c.rule, c.args)
			b.SetBytes(int64(len(c.reply)))
			b.ReportAllocs()
			for b.Loop() {
				check.Verify(c.reply)
			}
		})
	}
}
