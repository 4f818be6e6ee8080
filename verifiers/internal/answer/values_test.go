package answer

import "testing"

// TestRounding: which decimals stand for a value near them. The order of gold and answer
// does not matter.
func TestRounding(t *testing.T) {
	for _, c := range []struct {
		exact, decimal string
		want           Outcome
		why            string
	}{
		{`1/3`, `0.33`, Right, "two places"},
		{`1/3`, `0.3`, Wrong, "one digit"},
		{`1/3`, `0.34`, Wrong, "not the nearest"},
		{`50/3`, `16.7`, Right, "three digits"},
		{`5/3`, `1.7`, Wrong, "two digits, one place"},
		{`1/21`, `0.05`, Wrong, "one digit, though two places"},
		{`2/3`, `0.667`, Right, "rounded up"},
		{`2/3`, `0.666`, Wrong, "cut off"},
		{`-1/3`, `-0.333`, Right, "signs agree"},
		{`-1/3`, `0.333`, Wrong, "signs differ"},
		{`1/8`, `0.13`, Right, "half a unit away"},
		{`\sqrt{2}`, `1.414`, Right, "irrational"},
		{`\pi`, `3.14`, Right, "irrational"},
		{`\pi`, `\frac{22}{7}`, Wrong, "no decimal"},
		{`42`, `42.004`, Wrong, "not the nearest to an integer"},
		{`42.4`, `42`, Wrong, "an integer is no rounding"},
		{`41.98`, `42.0`, Wrong, "an integer with places is no rounding"},
		{`0.62831`, `0.628`, Right, "two decimals: fewer places round"},
		{`0.62831`, `0.63`, Right, "two decimals, two places"},
		{`0.62831`, `0.6`, Wrong, "two decimals, one digit"},
		{`0.623`, `0.628`, Wrong, "two decimals of the same places"},
		{`6.0221 \times 10^{23}`, `6.02 \times 10^{23}`, Right, "three digits before a power of ten"},
		{`6.0221 \times 10^{23}`, `6.0 \times 10^{23}`, Wrong, "two digits before a power of ten"},
		{`\sqrt{17}`, `4.123105625617661`, Right, "as a program prints it"},
		{`3/10`, `0.30000000000000004`, Right, "as a program prints it, the last digits off"},
		{`42`, `42.00000000000001`, Wrong, "an integer has no last digit that is off"},
		{`2/3`, `66.7\%`, Right, "three digits of a percentage"},
		{`2/3`, `67\%`, Wrong, "two digits of a percentage"},
		{`99.7\%`, `100\%`, Wrong, "zeros at the end of a percentage are no digits"},
		{`x/3`, `0.333x`, Wrong, "coefficients are exact"},
	} {
		for _, p := range [][2]string{{c.exact, c.decimal}, {c.decimal, c.exact}} {
			if r := check(t, p[0], p[1], Policy{}); r.Outcome != c.want {
				t.Errorf("%s for %s is %s (%s), want %s: %s", p[1], p[0], r.Outcome, r.Detail, c.want, c.why)
			}
		}
	}
}

// TestTolerance: declared tolerances, each alone.
func TestTolerance(t *testing.T) {
	for _, c := range []struct {
		policy    Policy
		gold, got string
		want      Outcome
	}{
		{Policy{Places: 2}, `1/3`, `0.33`, Right},
		{Policy{Places: 1}, `1/3`, `0.3`, Right},
		{Policy{Places: 3}, `1/3`, `0.3`, Wrong},
		{Policy{AbsTol: []float64{0.5}}, `10`, `10.5`, Right},
		{Policy{AbsTol: []float64{0.5}}, `10`, `10.51`, Wrong},
		{Policy{AbsTol: []float64{0.5}}, `10`, `9.5`, Right},
		{Policy{AbsTol: []float64{1e34, 0.001}}, `7 \times 10^{35}, 0.002`, `0.001, 7.1 \times 10^{35}`, Right},
		{Policy{AbsTol: []float64{0.001, 1e34}}, `7 \times 10^{35}, 0.002`, `0.001, 7.1 \times 10^{35}`, Wrong},
		{Policy{RelTol: 0.01}, `200`, `202`, Right},
		{Policy{RelTol: 0.01}, `200`, `202.1`, Wrong},
		{Policy{RelTol: 0.01}, `-200`, `-198`, Right},
		{Policy{RelTol: 0.01}, `0`, `0.001`, Wrong},
		{Policy{AbsTol: []float64{1}}, `x`, `x + 1`, Wrong},
	} {
		if r := check(t, c.gold, c.got, c.policy); r.Outcome != c.want {
			t.Errorf("%+v: %s for %s is %s (%s), want %s", c.policy, c.got, c.gold, r.Outcome, r.Detail, c.want)
		}
	}
}
