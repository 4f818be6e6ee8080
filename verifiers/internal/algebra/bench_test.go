package algebra_test

import (
	"testing"

	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/budget"
	"gander/verifiers/internal/parse"
)

// Each pair is decided by the means that its name says.
func BenchmarkEqual(b *testing.B) {
	for _, p := range []struct{ name, a, b string }{
		{"numbers", "1/2", "0.5"},
		{"roots", `\sqrt{12}`, `2\sqrt{3}`},
		{"polynomials", "(x+1)^2", "x^2+2x+1"},
		{"unequal polynomials", "(x+1)^2", "x^2+2x+2"},
		{"fractions", "1/x+1/y", `\frac{x+y}{xy}`},
		{"identity", `\sin^2 x+\cos^2 x`, "1"},
		{"sampled identity", `\cos 3x`, `4\cos^3 x - 3\cos x`},
		{"sampled constants", `\sqrt{3+2\sqrt{2}}`, `1+\sqrt{2}`},
		{"logarithms", `\log_2 8`, "3"},
		{"unequal constants", `\frac{\pi}{4}`, `\frac{\pi}{3}`},
	} {
		b.Run(p.name, func(b *testing.B) {
			x, err := parse.Parse(p.a, budget.New(budget.PerCheck))
			if err != nil {
				b.Fatal(err)
			}
			y, err := parse.Parse(p.b, budget.New(budget.PerCheck))
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				algebra.Equal(x, y, budget.New(budget.PerCheck))
			}
		})
	}
}
