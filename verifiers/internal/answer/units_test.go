package answer

import (
	"strings"
	"testing"
)

// TestUnitLines: every line of the table is well formed and no name stands twice.
func TestUnitLines(t *testing.T) {
	bases := strings.Fields(baseUnits)
	seen := map[string]bool{}
	for line := range strings.Lines(strings.TrimSpace(unitLines)) {
		names, meaning, ok := strings.Cut(line, " = ")
		if !ok {
			t.Errorf("%q has no sign =", line)
		}
		for _, name := range strings.Fields(names) {
			if seen[name] {
				t.Errorf("the unit %q stands twice", name)
			}
			seen[name] = true
		}
		for _, part := range strings.Fields(meaning)[1:] {
			if base, _, _ := strings.Cut(part, "^"); !contains(bases, base) {
				t.Errorf("%q is no base unit", base)
			}
		}
	}
	if len(seen) < 100 {
		t.Errorf("%d units, want 100 or more", len(seen))
	}
}

// TestUnits: the same length, speed, energy, … in two units.
func TestUnits(t *testing.T) {
	for _, c := range []struct {
		gold, got string
		want      Outcome
	}{
		{`5 \text{ m}`, `500 \text{ cm}`, Right},
		{`5 \text{ m}`, `5 \text{ cm}`, Wrong},
		{`5 \text{ m}`, `5 \text{ kg}`, Wrong},
		{`1 \text{ hour}`, `60 \text{ minutes}`, Right},
		{`1 \text{ hour}`, `3600 \text{ s}`, Right},
		{`1 \text{ mile}`, `5280 \text{ feet}`, Right},
		{`36 \text{ km/h}`, `10 \text{ m/s}`, Right},
		{`36 \text{ km/h}`, `36 \text{ m/s}`, Wrong},
		{`1 \text{ m}^2`, `10000 \text{ cm}^2`, Right},
		{`1 \text{ m}^2`, `100 \text{ cm}^2`, Wrong},
		{`1 \text{ L}`, `1000 \text{ cm}^3`, Right},
		{`2 \text{ J}`, `2 \text{ N}`, Wrong},
		{`20 \text{ °C}`, `20 \text{ °F}`, Wrong},
		{`20 \text{ °C}`, `68 \text{ °F}`, Right},
		{`20 \text{ °C}`, `293.15 \text{ K}`, Right},
		{`20 \text{ °C}`, `20 \text{ K}`, Undecided}, // right as a difference
		{`20 \text{ °C}`, `36 \text{ °F}`, Undecided},
		{`2 \text{ h } 30 \text{ min}`, `150 \text{ min}`, Right},
		{`2 \text{ h } 30 \text{ min}`, `2.5 hours`, Right},
		{`2 \text{ h } 30 \text{ min}`, `2 hours 20 minutes`, Wrong},
		{`5 feet 6 inches`, `66 inches`, Right},
		{`37^\circ 30'`, `37.5^\circ`, Right},
		{`37^\circ 30'`, `37^\circ 30''`, Wrong},
		{`3 \times 10^8 \text{ m/s}`, `300000 \text{ km/s}`, Right},
		{`9.8 \text{ m/s}^2`, `9.8 m/s^2`, Right}, // letters beside a unit
		{`9.8 \text{ m/s}^2`, `980 cm/s^2`, Right},
		{`9.8 m/s^2`, `9.8 \text{ m/s}^2`, Right},
		{`9.8 \text{ m/s}^2`, `9.8 m/s`, Wrong},
		{`10 \text{ N}`, `10 kg m/s^2`, Right},
		{`1.5 \times 10^{-6} \text{ m}`, `1.5 \mu m`, Right},
		{`5 m`, `5`, Wrong}, // a letter beside no unit is a name
		{`12 \text{ square units}`, `12 cubic units`, Wrong},
	} {
		if r := check(t, c.gold, c.got, Policy{}); r.Outcome != c.want {
			t.Errorf("%s for %s is %s (%s), want %s", c.got, c.gold, r.Outcome, r.Detail, c.want)
		}
	}
}

func TestWordNumber(t *testing.T) {
	for _, c := range []struct {
		words string
		want  int64 // -1 for no number
	}{
		{"zero", 0}, {"seven", 7}, {"twenty", 20}, {"twenty one", 21}, {"one hundred", 100}, {"three hundred five", 305},
		{"two thousand twelve", 2012}, {"one hundred twenty thousand", 120_000},
		{"", -1}, {"hundred", -1}, {"ten one", -1}, {"five five", -1}, {"one two", -1}, {"twenty ten", -1}, {"five apples", -1},
		{"one one hundred", -1}, {"zero five", -1}, {"thousand", -1},
	} {
		got, ok := wordNumber(c.words)
		if !ok {
			got = -1
		}
		if got != c.want {
			t.Errorf("%q is %d, want %d", c.words, got, c.want)
		}
	}
}
