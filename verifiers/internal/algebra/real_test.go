package algebra_test

import (
	"math"
	"math/big"
	"testing"

	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/budget"
)

func TestRoundsTo(t *testing.T) {
	for _, c := range []struct {
		value, decimal string
		places         int
		want           bool
	}{
		{"1587/52", "30.52", 2, true},
		{"1587/52", "30.51", 2, false},
		{`\pi`, "3.14", 2, true},
		{`\pi`, "3.142", 3, true},
		{`\pi`, "3.141", 3, false},
		{`\sqrt{2}`, "1.4142135623730950488016887242096980785697", 40, true},
		{`\sqrt{2}`, "1.4142135623730950488016887242096980785698", 40, false},
		// A half rounds either way.
		{"1/8", "0.12", 2, true},
		{"1/8", "0.13", 2, true},
		{"1/8 + 10^{-30}", "0.12", 2, false},
		{"-7/3", "-2.3", 1, true},
		{"1234", "1200", 0, false},
		{"1234", "1200", -2, true},
	} {
		v, ok := algebra.Value(read(t, c.value), budget.New(budget.PerCheck))
		if !ok {
			t.Errorf("%s has no value", c.value)
			continue
		}
		decimal, _ := new(big.Rat).SetString(c.decimal)
		if got := v.RoundsTo(decimal, c.places); got != c.want {
			t.Errorf("%s rounds to %s with %d places: %v, want %v", c.value, c.decimal, c.places, got, c.want)
		}
	}
}

func TestValue(t *testing.T) {
	for _, c := range []struct {
		text     string
		want     float64
		rational bool
	}{
		{"0.5", 0.5, true},
		{`\sqrt{2}\sqrt{8}`, 4, true},
		{`\sqrt{2}`, math.Sqrt2, false},
		{`e^{\pi}`, math.Exp(math.Pi), false},
		{`i^2`, -1, true},
		{`90^\circ`, math.Pi / 2, false},
		{`\frac{\log 8}{\log 2}`, 3, true},
		{`\sum_{k=0}^{9} \frac{1}{2^k}`, 1023.0 / 512, true},
		{`e^{i\pi/7} + e^{-i\pi/7}`, 2 * math.Cos(math.Pi/7), false},
	} {
		v, ok := algebra.Value(read(t, c.text), budget.New(budget.PerCheck))
		switch {
		case !ok:
			t.Errorf("%s has no value, want %v", c.text, c.want)
		case math.Abs(v.Float64()-c.want) > 1e-14*math.Abs(c.want):
			t.Errorf("%s is %v, want %v", c.text, v.Float64(), c.want)
		case (v.Rat() != nil) != c.rational:
			t.Errorf("%s is rational: %v, want %v", c.text, v.Rat() != nil, c.rational)
		}
		lo, hi := v.Ends()
		l, _ := lo.Float64()
		h, _ := hi.Float64()
		if lo.Cmp(hi) > 0 || l > v.Float64() || h < v.Float64() {
			t.Errorf("%s is %v, outside of its ends %v and %v", c.text, v.Float64(), lo, hi)
		}
	}
}

func TestNoValue(t *testing.T) {
	for _, text := range []string{"x", "i", `\frac{1}{0}`, `\infty`, "(1, 2)", `\log 100`, `\int_0^1 e^{x^2} dx`, "9^{9^{9^{9}}}", "x = 1"} {
		if v, ok := algebra.Value(read(t, text), budget.New(budget.PerCheck)); ok {
			t.Errorf("%s has the value %v, want none", text, v.Float64())
		}
	}
}

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		a, b string
		sign int
		ok   bool
	}{
		{"1/3", "0.333", 1, true},
		{`\sqrt{2}`, "3/2", -1, true},
		{`\pi`, "22/7", -1, true},
		{`\sqrt{3+2\sqrt{2}}`, `1+\sqrt{2}`, 0, true},
		{`e^{\pi} - \pi`, "20", -1, true},
		{"2^{100}", "2^{100}+1", -1, true},
		{"x", "1", 0, false},
		{"i", "1", 0, false},
		{"i", "i", 0, false},
	} {
		sign, ok := algebra.Compare(read(t, c.a), read(t, c.b), budget.New(budget.PerCheck))
		if sign != c.sign || ok != c.ok {
			t.Errorf("%s against %s: %d, %v, want %d, %v", c.a, c.b, sign, ok, c.sign, c.ok)
		}
	}
}
