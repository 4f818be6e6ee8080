package qa

import (
	"math"
	"testing"
)

func TestParseFloat(t *testing.T) {
	for in, want := range map[string]string{
		"5": "5.0", "-5": "-5.0", "+.5": "0.5", "5.": "5.0", " 7\n": "7.0", "\u00a07\u3000": "7.0",
		"1e5": "100000.0", "1E-7": "1e-07", "0.0001": "0.0001", "0.00001": "1e-05", "1e16": "1e+16", "1e15": "1000000000000000.0",
		"1e400": "inf", "-1e400": "-inf", "1e-400": "0.0", "-0": "-0.0", "0.1": "0.1",
		"inf": "inf", "-Infinity": "-inf", "NAN": "nan", "1_0.0_1": "10.01", "१२": "12.0", "𝟙𝟟": "17.0",
	} {
		f, ok := ParseFloat(in)
		if got := FormatFloat(f); !ok || got != want {
			t.Errorf("ParseFloat(%q) = %s, %v, want %s", in, got, ok, want)
		}
	}
	for _, in := range []string{
		"", " ", ".", "-", "e5", "1e", "1e+", "1 2", "0x10", "1__0", "_1", "1_", "1_.5", "1_e5", "1,000", "infin", "nan(1)", "½", "x", "1\x1c", "１\x1c", "--1",
	} {
		if f, ok := ParseFloat(in); ok {
			t.Errorf("ParseFloat(%q) = %v, want an error", in, f)
		}
	}
}

// What is read as a number is written so that it reads back as the same one.
func FuzzParseFloat(f *testing.F) {
	for _, s := range []string{"1_000.5e-3", "-inf", "nan", "٣.١", "0x1p-2", " 1 ", "1e309"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		first, ok := ParseFloat(s)
		if !ok {
			return
		}
		again, ok := ParseFloat(FormatFloat(first))
		if !ok || again != first && !math.IsNaN(first) {
			t.Errorf("%q reads as %v, then as %v", s, first, again)
		}
	})
}
