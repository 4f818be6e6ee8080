package extract

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// answers draws what a reply may give as its answer: a number, a formula, a name.
var answers = rapid.SampledFrom([]string{"5", "-3.5", "1,000", "3/4", "x + 1", `\frac{1}{2}`, "(1, 2)", "Rome", "the Nile", "12 cm", "B", "5!", "f'"})

// prose draws sentences that state nothing and hold no formula.
var prose = rapid.Custom(func(t *rapid.T) string {
	sentence := rapid.SampledFrom([]string{
		"We count them.", "There are 7 of them, or 8.", "No answer yet.", "Is it 4?", "It costs $3 or so.", "那是7个。", "a < b", "{ } } {", "</b>", "\n", "\n\n- 3\n",
	})
	return strings.Join(rapid.SliceOfN(sentence, 0, 6).Draw(t, "prose"), " ")
})

// Text around a mark changes nothing, whatever the policy.
func TestOnlyTheMarkCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		answer := answers.Draw(t, "answer")
		format := rapid.SampledFrom(Formats).Draw(t, "format")
		reply := prose.Draw(t, "before") + "\n" + Wrap(format, answer) + " " + prose.Draw(t, "after")
		for _, p := range Policies {
			if p == Boxes && format == Tag || p == Tagged && format == Boxed {
				continue
			}
			if got := Answer(reply, p); got.Status != Found || got.Answer != answer {
				t.Fatalf("%s of %q: %+v, want %q", p, reply, got, answer)
			}
		}
	})
}

// What stands before the last statement changes nothing, also an earlier statement.
func TestTheLastStatementCounts(t *testing.T) {
	phrase := rapid.SampledFrom([]string{"The answer is ", "**Final answer:** ", "Answer: ", "So the answer is therefore ", "Die Antwort ist ", "答案是", "#### "})
	rapid.Check(t, func(t *rapid.T) {
		answer := answers.Draw(t, "answer")
		before := prose.Draw(t, "before")
		if rapid.Bool().Draw(t, "twice") {
			before += "\nThe answer is " + answers.Draw(t, "earlier") + ".\n"
		}
		reply := before + "\n" + phrase.Draw(t, "phrase") + answer
		for _, p := range []Policy{Anchored, Formula, Number, Free, Reference} {
			if got := Answer(reply, p); got.Status != Found || got.Answer != answer {
				t.Fatalf("%s of %q: %+v, want %q", p, reply, got, answer)
			}
		}
	})
}

// Markdown, quotes and formula signs around a stated answer are not part of it.
func TestDressIsNoPartOfTheAnswer(t *testing.T) {
	dress := rapid.SampledFrom([]string{"*?*", "**?**", "`?`", "\"?\"", "“?”", "$?$", `\(?\)`, "$$?$$", `\[?\]`, "**$?$**", " ? ", "?.", "?\n", "\n\n?"})
	rapid.Check(t, func(t *rapid.T) {
		answer := answers.Draw(t, "answer")
		reply := "The answer is " + strings.Replace(dress.Draw(t, "dress"), "?", answer, 1)
		if got := Answer(reply, Free); got.Status != Found || got.Answer != answer {
			t.Fatalf("%q: %+v, want %q", reply, got, answer)
		}
	})
}

// Reasoning before the conclusion changes nothing, and reasoning alone is no answer.
func TestReasoningNeverCounts(t *testing.T) {
	marks := rapid.SampledFrom([][2]string{{"<think>", "</think>"}, {"<reasoning>", "</reasoning>"}, {"[THINK]", "[/THINK]"}, {"◁think▷", "◁/think▷"}})
	rapid.Check(t, func(t *rapid.T) {
		m := marks.Draw(t, "marks")
		thought := prose.Draw(t, "thought") + rapid.SampledFrom([]string{`\boxed{7}`, "<answer>7</answer>", "The answer is 7.", "$7$"}).Draw(t, "slip")
		conclusion := prose.Draw(t, "conclusion") + rapid.SampledFrom([]string{"", `\boxed{5}`, "The answer is 5."}).Draw(t, "answer")
		p := rapid.SampledFrom(Policies).Draw(t, "policy")
		if got, want := Answer(m[0]+thought+m[1]+conclusion, p), Answer(conclusion, p); got != want {
			t.Fatalf("%+v, without reasoning %+v", got, want)
		}
		if got := Answer(m[0]+thought, p); got.Status != Missing {
			t.Fatalf("cut off in its reasoning: %+v", got)
		}
	})
}

// Every language of the table states and denies.
func TestTongues(t *testing.T) {
	for _, l := range tongues {
		noun := phrases(l.nouns)[0]
		if got := Answer(noun+": 5", Anchored); got.Answer != "5" {
			t.Errorf("%s: %+v", noun, got)
		}
		for _, link := range phrases(l.links) {
			if got := Answer(noun+" "+link+" 5.", Anchored); got.Answer != "5" {
				t.Errorf("%s %s: %+v", noun, link, got)
			}
		}
		for _, no := range phrases(l.denials) {
			for _, p := range []Policy{Anchored, Free} {
				if got := Answer(noun+" "+no+" 5.", p); got.Status == Found {
					t.Errorf("%s %s: %s gives %+v", noun, no, p, got)
				}
			}
		}
		for _, cut := range phrases(l.cuts) {
			if got := Answer(noun+": 5 "+cut+" 6.", Anchored); got.Answer != "5" {
				t.Errorf("%s … %s: %+v", noun, cut, got)
			}
		}
	}
}
