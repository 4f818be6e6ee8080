package algebra_test

import (
	"testing"

	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/budget"
	"gander/verifiers/internal/fuzzing"
	"gander/verifiers/internal/parse"
)

// FuzzEqual wants every pair of texts decided alike in both orders, within the budget's
// time, and no text different from itself.
func FuzzEqual(f *testing.F) {
	for _, pair := range [][2]string{
		{"1/2", "0.5"},
		{"(x+1)^2", "x^2+2x+1"},
		{`\sqrt{x^2}`, "|x|"},
		{`\sin^2 x+\cos^2 x`, "1"},
		{"9^{9^{9^{9}}}", `\binom{1000000}{500000}`},
		{`\sum_{k=1}^{n} k`, "n(n+1)/2"},
		{`\begin{pmatrix}1&2\\3&x\end{pmatrix}^{-1}`, `\begin{pmatrix}1&2\\3&4\end{pmatrix}^{3}`},
		{`\log 8 / \log 2`, `\lfloor e^{\pi} \rfloor`},
		{`\int_0^1 f(x) dx`, `\lim_{x\to 0} \gcd(x, 4)`},
		{`e^{i\pi/5}`, `(-1)^{1/5}`},
		{`\max(x, y)!`, `\arcsin\sqrt[3]{x-y}`},
		// One side without value, the other too large for a form.
		{"9^9^{9", `\binom{1000000}{50/000`},
		{`(1, \infty)`, "x = 5\\%"},
	} {
		f.Add(pair[0], pair[1])
	}
	f.Fuzz(func(t *testing.T, left, right string) {
		fuzzing.Within(t, func() {
			a, err := parse.Parse(left, budget.New(budget.PerCheck))
			if err != nil {
				return
			}
			b, err := parse.Parse(right, budget.New(budget.PerCheck))
			if err != nil {
				return
			}
			got, turned := equal(a, b), equal(b, a)
			if got != turned {
				t.Errorf("%v, turned around %v", got, turned)
			}
			if equal(a, a).Relation == algebra.Different {
				t.Errorf("%s differs from itself", a)
			}
			algebra.Canonical(a, budget.New(budget.PerCheck))
			if v, ok := algebra.Value(b, budget.New(budget.PerCheck)); ok {
				v.Float64()
			}
		})
	})
}
