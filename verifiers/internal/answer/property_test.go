package answer

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gander/verifiers/internal/budget"
)

// drawValue is a number or an expression in plain text.
func drawValue(t *rapid.T) string {
	n := func() int { return rapid.IntRange(-30, 30).Draw(t, "n") }
	positive := func() int { return rapid.IntRange(1, 30).Draw(t, "positive") }
	switch rapid.IntRange(0, 5).Draw(t, "value") {
	case 0:
		return fmt.Sprint(n())
	case 1:
		return fmt.Sprintf(`\frac{%d}{%d}`, n(), positive())
	case 2:
		return fmt.Sprintf("%d.%02d", n(), positive())
	case 3:
		return fmt.Sprintf(`\sqrt{%d}`, positive())
	case 4:
		return fmt.Sprintf(`%d\pi`, positive())
	}
	return fmt.Sprintf("%dx + %d", positive(), positive())
}

// drawAnswer is an answer of some kind.
func drawAnswer(t *rapid.T) string {
	v := func() string { return drawValue(t) }
	switch rapid.IntRange(0, 8).Draw(t, "kind") {
	case 0:
		return v() + ", " + v() + ", " + v()
	case 1:
		return "(" + v() + ", " + v() + ")"
	case 2:
		return `\{` + v() + ", " + v() + `\}`
	case 3:
		return `[` + v() + `, \infty)`
	case 4:
		return "x > " + v()
	case 5:
		return "y = " + v()
	case 6:
		return fmt.Sprintf(`%d\%%`, rapid.IntRange(1, 99).Draw(t, "percent"))
	case 7:
		return fmt.Sprintf(`\begin{pmatrix} %s & %s \end{pmatrix}`, v(), v())
	}
	return v()
}

// dress writes an answer in another way that means the same.
var dress = []struct {
	name string
	wear func(string) string
}{
	{"formula", func(s string) string { return "$" + s + "$" }},
	{"display", func(s string) string { return `\[` + s + `\]` }},
	{"blanks", func(s string) string { return "  " + strings.ReplaceAll(s, ",", ` ,\ `) + " " }},
	{"full stop", func(s string) string { return s + "." }},
	{"big fractions", func(s string) string { return strings.ReplaceAll(s, `\frac`, `\dfrac`) }},
	{"big brackets", func(s string) string {
		if strings.ContainsAny(s, "[") { // half-open brackets match each other only in pairs
			return s
		}
		return strings.NewReplacer("(", `\left(`, ")", `\right)`).Replace(s)
	}},
	{"minus sign", func(s string) string { return strings.ReplaceAll(s, "-", "−") }},
}

// TestDress: an answer is its own gold, however it is dressed, and dress never turns a
// verdict.
func TestDress(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		gold, got := drawAnswer(t), drawAnswer(t)
		plain := compareTexts(t, gold, got)
		for _, d := range dress {
			if r := compareTexts(t, gold, d.wear(gold)); !r.is(Right) {
				t.Fatalf("%s: %s for %s is %+v", d.name, d.wear(gold), gold, r)
			}
			if r := compareTexts(t, gold, d.wear(got)); r.Outcome != plain.Outcome {
				t.Fatalf("%s: %s for %s is %+v, plain %+v", d.name, d.wear(got), gold, r, plain)
			}
		}
	})
}

// TestSymmetry: gold and answer can change places, but where a row asks for more of one
// side: sets, and the percent sign.
func TestSymmetry(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		gold, got := drawAnswer(t), drawAnswer(t)
		if strings.Contains(gold+got, `\{`) || strings.Contains(gold+got, `\%`) || strings.Contains(gold+got, "0.") {
			return
		}
		there, back := compareTexts(t, gold, got), compareTexts(t, got, gold)
		if there.Outcome != back.Outcome {
			t.Fatalf("%s for %s is %+v, the other way %+v", got, gold, there, back)
		}
	})
}

// TestNearMiss: a list with one value changed by one is another list.
func TestNearMiss(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.IntRange(-50, 50), 1, 6).Draw(t, "values")
		changed := append([]int(nil), values...)
		changed[rapid.IntRange(0, len(values)-1).Draw(t, "place")]++
		if r := compareTexts(t, listText(values), listText(changed)); !r.is(Wrong) {
			t.Fatalf("%v for %v is %+v", changed, values, r)
		}
		reversed := append([]int(nil), values...)
		for i, j := 0, len(values)-1; i < j; i, j = i+1, j-1 {
			reversed[i], reversed[j] = reversed[j], reversed[i]
		}
		if r := compareTexts(t, listText(values), listText(reversed)); !r.is(Right) {
			t.Fatalf("%v for %v is %+v", reversed, values, r)
		}
	})
}

func listText(values []int) string {
	return strings.Trim(strings.ReplaceAll(fmt.Sprint(values), " ", ", "), "[]")
}

func compareTexts(t *rapid.T, gold, got string) Result {
	t.Helper()
	b := budget.New(2 * budget.PerCheck)
	g, err := Read(gold, Policy{}, b)
	if err != nil {
		t.Fatalf("%s: %v", gold, err)
	}
	a, err := Read(got, Policy{}, b)
	if err != nil {
		t.Fatalf("%s: %v", got, err)
	}
	return Compare(g, a, Policy{}, b)
}
