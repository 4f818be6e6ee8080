package verifiers

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gander/verifiers/extract"
	"gander/verifiers/internal/answer"
	"gander/verifiers/internal/fuzzing"
)

func FuzzMath(f *testing.F)   { fuzzRule(f, mathAnswer) }
func FuzzNumber(f *testing.F) { fuzzRule(f, number) }

// FuzzMathPair compares any two texts: no panic, and the same verdict twice.
func FuzzMathPair(f *testing.F) {
	for _, pair := range [][2]string{
		{`\frac{1}{2}`, `0.5`}, {`x \in [-2, 7]`, `-2 \le x \le 7`}, {`xy = 6`, `y = \frac{6}{x}`}, {`10\%`, `0.1`},
		{`(1, 2), (3, 4)`, `\{(3, 4), (1, 2)\}`}, {`\begin{pmatrix} 1 \\ 2 \end{pmatrix}`, `(1, 2)`}, {`f(z) = z`, `f(x) = x`},
		{`7 \text{ goats and } 4 \text{ hens}`, `7, 4`}, {`b < a < c`, `b, a, c`}, {`\{x \mid x < 3\} - \{1\}`, `(-\infty, 1) \cup (1, 3)`},
	} {
		f.Add(pair[0], pair[1])
	}
	f.Fuzz(func(t *testing.T, gold, got string) {
		var m *mathJudge
		var err error
		fuzzing.Within(t, func() { m, err = newMath("math@1", MathArgs{Golds: []string{gold}}, nil) })
		if err != nil {
			return
		}
		var first Verdict
		fuzzing.Within(t, func() { first = m.judge(got) })
		if first.Outcome == Right && strings.TrimSpace(got) == "" {
			t.Error("nothing is right")
		}
		if second := m.judge(got); first != second {
			t.Errorf("two verdicts: %+v, %+v", first, second)
		}
	})
}

// TestMathReadsOnlyTheAnswer: what stands around the marked answer changes nothing.
func TestMathReadsOnlyTheAnswer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		gold := fmt.Sprint(rapid.IntRange(-99, 99).Draw(t, "gold"))
		answer := fmt.Sprint(rapid.IntRange(-99, 99).Draw(t, "answer"))
		around := rapid.SampledFrom([]string{"", gold, "$" + gold + "$", "The answer is " + gold + ".", "not", "x = ", "= " + gold, "{", "}"})
		m, err := newMath("math@1", MathArgs{Golds: []string{gold}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		marked := extract.Wrap(extract.Boxed, answer)
		reply := around.Draw(t, "before") + " " + marked + " " + around.Draw(t, "after")
		if alone, dressed := m.Verify(marked), m.Verify(reply); alone != dressed {
			t.Fatalf("%q: %+v, alone %+v", reply, dressed, alone)
		}
	})
}

// TestMathGolds: any gold may match, the closest one is named, and another known answer
// that is closer still is wrong.
func TestMathGolds(t *testing.T) {
	m, err := newMath("math@1", MathArgs{Golds: []string{"10%", "1/3"}, Others: []string{"10"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		answer, gold string
		want         Outcome
		certainty    Certainty
	}{
		{"0.10", "10%", Right, Policy},
		{"0.333", "1/3", Right, Rounding},
		{`\frac{2}{6}`, "1/3", Right, Exact},
		{"10", "10%", Wrong, Exact},
		{"11", "", Wrong, Exact},
	} {
		got := m.judge(c.answer)
		if got.Outcome != c.want || got.Certainty != c.certainty || c.want == Right && got.Gold != c.gold {
			t.Errorf("%s: %+v, want %s (%s) by %s", c.answer, got, c.want, c.certainty, c.gold)
		}
	}
}

// TestMathTable: the page of math@1 starts with every row of the table, in its order.
func TestMathTable(t *testing.T) {
	intro, _ := readCases(t, mathAnswer)
	var shown []answer.Row
	for line := range strings.Lines(intro) {
		if name, ok := strings.CutPrefix(line, "| `"); ok {
			name, _, _ = strings.Cut(name, "`")
			shown = append(shown, answer.Row(name))
		}
	}
	if !slices.Equal(shown, answer.Rows) {
		t.Errorf("testdata/rules/math@1 starts with the rows %q, want %q", shown, answer.Rows)
	}
}

// TestMathLimit: what is far longer than the gold is wrong before it is read.
func TestMathLimit(t *testing.T) {
	m, err := newMath("math@1", MathArgs{Golds: []string{"7", "14/2"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	sum := "7" + strings.Repeat(" + 0", 500)
	if got := m.judge(sum); got.Outcome != Right {
		t.Errorf("%d bytes: %+v", len(sum), got)
	}
	sum += " + 0"
	if got := m.judge(sum + " + 0"); got.Outcome != Wrong || got.Detail != "the answer is far longer than any gold" {
		t.Errorf("%d bytes: %+v", len(sum), got)
	}
}

// TestMathGoldBoxes: the boxes of a gold make a list when only signs stand between them.
func TestMathGoldBoxes(t *testing.T) {
	for _, c := range []struct{ gold, want string }{
		{`\boxed{3} and so \boxed{4}`, "4"},
		{`\boxed{3} ++ \boxed{4}`, "3, 4"},
		{`$\\boxed{3}; \\boxed{4}$`, "3, 4"},
	} {
		m, err := newMath("math@1", MathArgs{Golds: []string{c.gold}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := m.golds[0].canonical; got != c.want {
			t.Errorf("%s is %s, want %s", c.gold, got, c.want)
		}
	}
}

// TestMathArgs: every fault of the arguments has its line.
func TestMathArgs(t *testing.T) {
	for _, c := range []struct {
		rule       Verifier
		args, want string
	}{
		{mathAnswer, `{"golds":["1"],"extract":"last"}`, `extract is "last"; give one of `},
		{mathAnswer, `{"golds":["1"],"policy":{"places":-1}}`, "policy.places is -1; give 0 to 100"},
		{mathAnswer, `{"golds":["1"],"policy":{"refuse":["units"]}}`, `policy.refuse[0] is "units", no row of the table; give one of `},
		{mathAnswer, `{"golds":["$$"]}`, "golds[0] cannot be compared: the answer has no word or number"},
		{number, `{"golds":["x + 1"]}`, "golds[0] is no number; give an integer, a fraction, a decimal, a percentage or an amount"},
		{number, `{"golds":["1"],"rel_tol":2}`, "policy.rel_tol is 2; give 0 or more, below 1"},
	} {
		_, err := c.rule.Compile(c.args)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s(%s): error %v, want %q", c.rule.Name, c.args, err, c.want)
		}
	}
}

// BenchmarkMath compiles and judges pairs of each kind.
func BenchmarkMath(b *testing.B) {
	for _, c := range []struct{ name, gold, answer string }{
		{"integer", "42", "42"},
		{"fraction", `\frac{3}{4}`, "0.75"},
		{"wrong", "42", "43"},
		{"list", "1, 2, 3", "3, 1, 2"},
		{"interval", `-2 \le x \le 7`, `[-2, 7]`},
		{"polynomial", "(x+1)^2", "x^2+2x+1"},
		{"radical", `\sqrt{12}`, `2\sqrt{3}`},
		{"identity", `\sin^2 x + \cos^2 x`, "1"},
		{"words", `\text{odd}`, "even"},
	} {
		b.Run(c.name, func(b *testing.B) {
			reply := extract.Wrap(extract.Boxed, c.answer)
			for b.Loop() {
				m, err := newMath("math@1", MathArgs{Golds: []string{c.gold}}, nil)
				if err != nil {
					b.Fatal(err)
				}
				m.Verify(reply)
			}
		})
	}
}
