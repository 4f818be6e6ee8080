package pairs

import (
	"encoding/json"
	"runtime"
	"strings"
	"testing"

	"gander/verifiers"
)

// mostAllocated is how much memory a check may ask for altogether, in bytes. What grows
// by a factor for each level of nesting passes it at once, in time or in memory.
const mostAllocated = 64 << 20

// nested are ways to put an expression in another.
var nested = []struct{ open, close string }{
	{"(", ")"},
	{"[", "]"},
	{`\{`, `\}`},
	{"{", "}"},
	{"|", "|"},
	{"-", ""},
	{`\pm `, ""},
	{"2^{", "}"},
	{"10^{k+1", "}"},
	{"0.1^{x", "}"},
	{"x_{", "}"},
	{"x^{x+", "}"},
	{`\sqrt{`, "}"},
	{`\sqrt[3]{1+`, "}"},
	{`\frac{1}{1+`, "}"},
	{`\frac{`, "}{x}"},
	{`\sinh `, ""},
	{`\sin(`, ")"},
	{`\sin^{-1}(`, ")"},
	{`\tan{x+`, "}"},
	{`\log_{2}(`, ")"},
	{`\ln(1+`, ")"},
	{`e^{`, "}"},
	{`e^{i`, "}"},
	{`\exp(`, ")"},
	{"f(", ")"},
	{"(", ")!"},
	{`\binom{9}{`, "}"},
	{`\binom{n}{k`, "}"},
	{`\max(2,`, ")"},
	{`\gcd(12,`, ")"},
	{`\lcm(2x,`, ")"},
	{`\lfloor 1.5+`, `\rfloor`},
	{"9.5\\mod ", ""},
	{"", " \\mod 9.5"},
	{`\sum_{k=1}^{3} `, ""},
	{`\sum_{k=1}^{`, "} k"},
	{`\prod_{k=1}^{3} (k+`, ")"},
	{`\int_0^1 `, " dx"},
	{`\int_0^{`, "} x dx"},
	{`\lim_{x \to 0} `, ""},
	{`\frac{d}{dx} `, ""},
	{`\begin{pmatrix}1&`, `\end{pmatrix}`},
	{`\begin{pmatrix}1&2\\3&4\end{pmatrix}^{`, "}"},
	{`\begin{cases}1\\`, `\end{cases}`},
	{"(1,", ")"},
	{`\{x | x < `, `\}`},
	{"1 < ", ""},
	{"x = ", ""},
	{`1 \cup `, ""},
	{`(0,1) \cap (`, ",2)"},
	{"1:", ""},
	{"5\\%", ""},
	{"1 or ", ""},
	{`\text{`, "}"},
	{`\overline{`, "}"},
	{"1\\frac{", "}{2}"},
	{"2 \\cdot ", ""},
	{"(x+y)(", ")"},
	{"(x+1)^2(", ")"},
	{"x^2+(", ")^2"},
}

// However deep a construct is nested, a check ends soon and in little memory, and an
// answer is not what is one more than it.
func TestNesting(t *testing.T) {
	for _, n := range nested {
		for _, depth := range []int{4, 12, 40, 150, 1000} {
			for _, inside := range []string{"x", "7"} {
				answer := strings.Repeat(n.open, depth) + inside + strings.Repeat(n.close, depth)
				for _, gold := range []string{"42", "1+" + answer} {
					row := Row{ID: json.RawMessage("1"), Kind: "math", Gold: Golds{gold}, Prediction: answer}
					task, err := row.Task()
					if err != nil {
						t.Fatal(err)
					}
					var before, after runtime.MemStats
					runtime.ReadMemStats(&before)
					v, err := task.Judge()
					runtime.ReadMemStats(&after)
					if err != nil {
						t.Error(err)
					}
					if used := after.TotalAlloc - before.TotalAlloc; used > mostAllocated {
						t.Errorf("%s…%s %d deep in gold %.9q takes %d MB: %s", n.open+inside, n.close, depth, gold, used>>20, v.Detail)
					}
					if v.Outcome == verifiers.Right {
						t.Errorf("%s…%s %d deep counts as gold %.9q: %s", n.open+inside, n.close, depth, gold, v.Detail)
					}
				}
			}
		}
	}
}
