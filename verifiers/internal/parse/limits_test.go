package parse

import (
	"errors"
	"strings"
	"testing"

	"gander/verifiers/internal/budget"
)

// TestLimits: what is too long, too deep or too much is given up with a line that says so.
func TestLimits(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"long text", strings.Repeat("1+", MaxBytes), "offset 20000: the text goes on after 20000 bytes"},
		{"long number", strings.Repeat("1", MaxDigits+1), "offset 0: a number of more than 2000 digits"},
		{"long decimal", "0." + strings.Repeat("3", MaxDigits), "offset 0: a number of more than 2000 digits"},
		{"large exponent", "1e400000000", "offset 0: a number of more than 2000 digits"},
		{"deep brackets", strings.Repeat("(", 5000) + "1" + strings.Repeat(")", 5000), "offset 200: brackets nest too deep"},
		{"deep fractions", strings.Repeat(`\frac{1}{`, 500) + "2" + strings.Repeat("}", 500), "offset 1805: brackets nest too deep"},
		{"deep exponents", strings.Repeat("a^", 500) + "a", "offset 398: expressions nest too deep"},
		{"deep roots", strings.Repeat(`\sqrt `, 500) + "2", "offset 1194: expressions nest too deep"},
	} {
		n, err := Parse(c.text, budget.New(budget.PerCheck))
		if n != nil || err == nil || err.Error() != c.want {
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		}
	}
}

// TestBudget: a parse with too small a budget is given up at the same place each time,
// and says so.
func TestBudget(t *testing.T) {
	const text = `\frac{1}{2} + x^2`
	enough := 0
	for n := 1; ; n++ {
		if _, err := Parse(text, budget.New(n)); err == nil {
			enough = n
			break
		} else if !errors.Is(err, errBudget) {
			t.Fatalf("budget %d: %v", n, err)
		}
	}
	if enough > 200 {
		t.Errorf("%d operations for a short text", enough)
	}
}

// TestErrorsHideTheText: an error names the place and the fault, never the text.
func TestErrorsHideTheText(t *testing.T) {
	for _, text := range []string{`\secretcommand`, "42 + (secret", "@secret", `\begin{secret}`} {
		if _, err := Parse(text, budget.New(budget.PerCheck)); err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("error %v", err)
		}
	}
}

// TestOffsets: an error in a text with signs of Unicode names the byte of that text.
func TestOffsets(t *testing.T) {
	const text = "√2 × ½ + @"
	_, err := Parse(text, budget.New(budget.PerCheck))
	want := &fault{strings.IndexByte(text, '@'), "this sign has no meaning"}
	if err == nil || err.Error() != want.Error() {
		t.Errorf("error %v, want %v", err, want)
	}
}
