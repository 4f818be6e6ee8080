package attacks

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// rat is the value of a number as edits write it.
func rat(t *rapid.T, s string) *big.Rat {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		t.Fatalf("%q is no number", s)
	}
	return r
}

// Every near miss of a number has another value, and is as far off as it says.
func TestEditsChangeTheValue(t *testing.T) {
	digits := rapid.StringMatching(`[0-9]{1,12}`)
	rapid.Check(t, func(t *rapid.T) {
		written := digits.Draw(t, "whole")
		if rapid.Bool().Draw(t, "decimal") {
			written += "." + digits.Draw(t, "fraction")
		}
		all := findNumbers(written)
		if len(all) != 1 || all[0].start != 0 || all[0].end != len(written) {
			t.Fatalf("%q is read as %+v", written, all)
		}
		value := rat(t, written)
		for _, e := range all[0].edits() {
			moved := new(big.Rat).Sub(rat(t, e.text), value)
			far, _ := moved.Abs(moved).Float64()
			if moved.Sign() == 0 || far < e.by*(1-1e-9) {
				t.Fatalf("%s of %s is %s: moved by %g, said %g", e.name, written, e.text, far, e.by)
			}
			switch quotient := new(big.Rat).Quo(rat(t, e.text), one(value)); e.name {
			case "number_times_ten":
				if quotient.Cmp(big.NewRat(10, 1)) != 0 {
					t.Fatalf("%s times ten is %s", written, e.text)
				}
			case "number_tenth":
				if quotient.Cmp(big.NewRat(1, 10)) != 0 {
					t.Fatalf("a tenth of %s is %s", written, e.text)
				}
			}
		}
	})
}

// one is value, or 1 in the place of 0.
func one(value *big.Rat) *big.Rat {
	if value.Sign() == 0 {
		return big.NewRat(1, 1)
	}
	return value
}

func TestFindNumbers(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"no number", ""},
		{"1,234,567.5 km", "1234567|5"},
		{"1,2,3", "1| 2| 3|"},
		{"12,345", "12345|"},
		{"1234,567", "1234| 567|"},
		{"1,0000", "1| 0000|"},
		{"v1.2.3", "1|2 3|"},
		{"5.", "5|"},
		{".5", "5|"},
		{"3 a.m., 1 May", "3| 1|"},
	} {
		var got []string
		for _, n := range findNumbers(c.text) {
			got = append(got, n.whole+"|"+n.fraction)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: %s, want %s", c.text, s, c.want)
		}
	}
}

func TestReadQuantity(t *testing.T) {
	for _, c := range []struct{ gold, want string }{
		{"42", "42//false/"},
		{"-7", "7//true/"},
		{"−7", "7//true/"},
		{"+7", "7//false/"},
		{"$1,000.50$", "1000.50//false/"},
		{`\(\frac{3}{4}\)`, "3/4/false/"},
		{`-\dfrac{3}{4}`, "3/4/true/"},
		{"3 / 4", "3/4/false/"},
		{"5 cm", "5//false/cm"},
		{`5 \text{ cm}`, `5//false/\text{ cm}`},
		{"€5", "5//false/"},
		{`\$5`, "5//false/"},
		{"32.8%", "32.8//false/%"},
		{"1 May 1999", ""},
		{"x = 5", ""},
		{"(1, 2)", ""},
		{"1, 2", ""},
		{"Rome", ""},
		{"", ""},
	} {
		q, ok := readQuantity(c.gold)
		got := ""
		if ok {
			got = fmt.Sprintf("%s/%s/%v/%s", q.num, q.den, q.negative, q.unit)
		}
		if got != c.want {
			t.Errorf("%q: %s, want %s", c.gold, got, c.want)
		}
	}
}

func TestOtherUnit(t *testing.T) {
	for unit, want := range map[string]string{
		"cm": "m", "miles": "kilometers", `\text{ cm}`: `\text{ m}`, `\,\mathrm{kg}`: `\,\mathrm{g}`,
		"": "", "goats": "", `\text{goats}`: "",
	} {
		if got, ok := otherUnit(unit); got != want || ok != (want != "") {
			t.Errorf("%q: %q, %v", unit, got, ok)
		}
	}
}

// No unit stands for itself.
func TestUnitsDiffer(t *testing.T) {
	seen := map[string]bool{}
	for _, u := range units {
		if u[0] == u[1] || seen[u[0]] {
			t.Errorf("unit %q becomes %q, twice or itself", u[0], u[1])
		}
		seen[u[0]] = true
	}
}
