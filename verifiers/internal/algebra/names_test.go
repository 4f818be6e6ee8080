package algebra_test

import (
	"strings"
	"testing"

	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/expr"
)

func TestFree(t *testing.T) {
	for text, want := range map[string]string{
		"1 + 2":                         "",
		"x y + x":                       "x y",
		"x_1 + x_2'":                    "x_{1} x_{2}'",
		`\sum_{k=1}^{n} k a`:            "a n",
		`\int_0^x t\,dt + t`:            "t x",
		`\int t\,dt`:                    "t",
		`\lim_{h\to 0} \frac{h x}{h}`:   "x",
		`\{x \mid x > a\}`:              "a x",
		`\pi r^2 e i`:                   "r",
		`\theta = \frac{\pi}{4} + k\pi`: "k theta",
	} {
		var names []string
		for _, name := range algebra.Free(read(t, text)) {
			names = append(names, expr.Var(name).String())
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%s: free are %q, want %q", text, got, want)
		}
	}
}

func TestRename(t *testing.T) {
	swap := map[string]string{"x": "y", "y": "x", "k": "m"}
	caught := algebra.Rename(read(t, `\sum_{k=1}^{3} k x`), map[string]string{"x": "k"})
	if got := equal(caught, read(t, "6 k")); got.Relation != algebra.Same {
		t.Errorf("x renamed to the bound k gives %s, want the sum of k times another k", caught)
	}
	for text, want := range map[string]string{
		"x^2 - y":              "y^2 - x",
		"k x + 1":              "m y + 1",
		`\sum_{k=1}^{x} k y`:   `\sum_{k=1}^{y} k x`,
		`k + \sum_{k=1}^{3} k`: `m + \sum_{k=1}^{3} k`,
		"5":                    "5",
	} {
		n := read(t, text)
		before := n.String()
		if got := algebra.Rename(n, swap); !expr.Same(got, read(t, want)) {
			t.Errorf("%s renamed is %s, want %s", text, got, want)
		}
		if n.String() != before {
			t.Errorf("%s was changed to %s", text, n)
		}
	}
}
