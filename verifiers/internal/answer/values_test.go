package answer

import "testing"

// TestRounding: which decimals stand for a value near them, as the answer and as the gold.
func TestRounding(t *testing.T) {
	for _, c := range []struct {
		exact, decimal string
		answer, gold   Outcome
		why            string
	}{
		{`1/3`, `0.333`, Right, Right, "three digits"},
		{`1/3`, `0.33`, Wrong, Right, "two digits are enough for a gold alone"},
		{`1/3`, `0.3`, Wrong, Wrong, "one digit"},
		{`1/3`, `0.334`, Wrong, Wrong, "not the nearest"},
		{`50/3`, `16.7`, Right, Right, "three digits"},
		{`5/3`, `1.7`, Wrong, Wrong, "two digits, one place"},
		{`1/21`, `0.05`, Wrong, Wrong, "one digit, though two places"},
		{`2/3`, `0.667`, Right, Right, "rounded up"},
		{`2/3`, `0.666`, Wrong, Wrong, "cut off"},
		{`-1/3`, `-0.333`, Right, Right, "signs agree"},
		{`-1/3`, `0.333`, Wrong, Wrong, "signs differ"},
		{`1/16`, `0.063`, Wrong, Right, "the middle goes up"},
		{`33/16`, `2.063`, Right, Right, "the middle goes up"},
		{`33/16`, `2.062`, Wrong, Wrong, "the middle does not go down"},
		{`-33/16`, `-2.063`, Right, Right, "the middle goes away from zero"},
		{`-33/16`, `-2.062`, Wrong, Wrong, "the middle does not go to zero"},
		{`\sqrt{2}`, `1.414`, Right, Right, "irrational"},
		{`\ln 2`, `0.69`, Wrong, Right, "two digits"},
		{`\pi`, `3.14`, Right, Right, "irrational"},
		{`\pi`, `\frac{22}{7}`, Wrong, Wrong, "no decimal"},
		{`42`, `42.004`, Wrong, Wrong, "not the nearest to an integer"},
		{`42.4`, `42`, Wrong, Wrong, "an integer is no rounding"},
		{`41.98`, `42.0`, Wrong, Wrong, "an integer with places is no rounding"},
		{`0.62831`, `0.628`, Right, Right, "two decimals: fewer places round"},
		{`0.62831`, `0.63`, Right, Right, "two decimals, two places"},
		{`0.62831`, `0.6`, Wrong, Wrong, "two decimals, one digit"},
		{`0.623`, `0.628`, Wrong, Wrong, "two decimals of the same places"},
		{`6.0221 \times 10^{23}`, `6.02 \times 10^{23}`, Right, Right, "three digits before a power of ten"},
		{`6.0221 \times 10^{23}`, `6.0 \times 10^{23}`, Wrong, Wrong, "two digits before a power of ten"},
		{`123456`, `1.23 \times 10^5`, Wrong, Right, "an integer as the gold is not rounded"},
		{`25!`, `1.55 \times 10^{25}`, Wrong, Right, "nor is one that is not written out"},
		{`\sqrt{17}`, `4.123105625617661`, Right, Right, "as a program prints it"},
		{`3/10`, `0.30000000000000004`, Right, Right, "as a program prints it, the last digits off"},
		{`1/3`, `0.333333333333333333333333333334`, Wrong, Wrong, "more digits than a program prints"},
		{`42`, `42.00000000000001`, Wrong, Wrong, "an integer has no last digit that is off"},
		{`2/3`, `66.7\%`, Right, Right, "three digits of a percentage"},
		{`2/3`, `67\%`, Wrong, Wrong, "two digits of a percentage"},
		{`99.7\%`, `100\%`, Wrong, Wrong, "zeros at the end of a percentage are no digits"},
		{`x/3`, `0.333x`, Wrong, Wrong, "coefficients are exact"},
	} {
		if r := check(t, c.exact, c.decimal, Policy{}); r.Outcome != c.answer {
			t.Errorf("%s for %s is %s (%s), want %s: %s", c.decimal, c.exact, r.Outcome, r.Detail, c.answer, c.why)
		}
		if r := check(t, c.decimal, c.exact, Policy{}); r.Outcome != c.gold {
			t.Errorf("%s for %s is %s (%s), want %s: %s", c.exact, c.decimal, r.Outcome, r.Detail, c.gold, c.why)
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
		{Policy{AbsTol: []float64{0.1, 0.1, 5}}, `1, 2, 100`, `104, 2.05, 0.95`, Right},
		{Policy{AbsTol: []float64{0.1, 0.1, 5}}, `1, 2, 100`, `96, 2.05, 2.05`, Wrong},
		{Policy{AbsTol: []float64{0.1, 5}}, `1, 100`, `5, 100.05`, Wrong},
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
