package qa

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// Each row is where a port goes wrong that lowers, cuts words or splits blanks byte by
// byte.
func TestSQuAD(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"order of the steps", "the-cat", "thecat"},
		{"articles", "A man, an oak, the sea", "man oak sea"},
		{"an accented letter is part of its word", "Andréa", "andréa"},
		{"an article behind an accent", "é a é", "é é"},
		{"a mark ends a word", "e\u0301a", "e\u0301"},
		{"an article between marks", "e\u0301a\u0301", "e\u0301 \u0301"},
		{"underscores are punctuation", "the_end", "theend"},
		{"an article spelled with punctuation", "t.h.e end", "end"},
		{"other punctuation stays", "«a» – b", "« » – b"},
		{"superscripts are part of their word", "a² the²", "a² the²"},
		{"final sigma", "ΟΔΥΣΣΕΥΣ", "οδυσσευς"},
		{"a sigma alone", "Σ", "σ"},
		{"dotted capital I", "İ", "i\u0307"},
		{"ASCII separators", "a\x1cb\x1dc\x1ed\x1fe", "b c d e"},
		{"Unicode blanks", "x\u00a0y\u2003z\u3000", "x y z"},
		{"a zero-width blank is none", "x\u200by", "x\u200by"},
	} {
		if got := SQuAD(c.in); got != c.want {
			t.Errorf("%s: SQuAD(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestTriviaQA(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"punctuation parts words", "the-cat", "cat"},
		{"so does the underscore", "the_end", "end"},
		{"the marks of TriviaQA", "rock ‘n’ roll´s", "rock n roll s"},
		{"the grave accent", "O`Brien", "o brien"},
		{"other marks stay", "“Heroes”", "“heroes”"},
		{"a number in parts", "3.14", "3 14"},
	} {
		if got := TriviaQA(c.in); got != c.want {
			t.Errorf("%s: TriviaQA(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestDROP(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a whole number is a float", "5", "5.0"},
		{"zeros do not count", "005.50", "5.5"},
		{"punctuation goes before the number is read", "$1,000", "1000.0"},
		{"but not from a number", ".5", "0.5"},
		{"a hyphen divides, also a minus", "-5 thirty-two", "5.0 thirty two"},
		{"large numbers have an exponent", "12345678901234567890", "1.2345678901234567e+19"},
		{"too large numbers are infinite", "1e400", "inf"},
		{"names of floats are numbers", "Infinity NaN", "inf nan"},
		{"digits of another script", "٣٤", "34.0"},
		{"digits with underscores", "1_000", "1000.0"},
		{"articles", "the Bears", "bears"},
		{"an article inside a piece", "the_end a.b", "theend ab"},
		{"only a blank and a hyphen divide", "5\t6", "5 6"},
		{"nothing is left", "the - A", ""},
	} {
		if got := DROP(c.in); got != c.want {
			t.Errorf("%s: DROP(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestSpansScore(t *testing.T) {
	for _, c := range []struct {
		name      string
		got, gold []string
		exact     bool
		f1        float64
	}{
		{"equal", []string{"the Bears"}, []string{"Bears"}, true, 1},
		{"another order", []string{"a", "b", "c"}, []string{"c", "b", "a"}, true, 1},
		// {x, y} against {x}: precision 1/2, recall 1.
		{"a word too many", []string{"x y"}, []string{"x"}, false, 2.0 / 3},
		{"one of two", []string{"x"}, []string{"x", "y"}, false, 0.5},
		// The first span could take either gold; the second fits only the first gold.
		{"the best pairing", []string{"x y", "x"}, []string{"x", "y"}, false, (1 + 2.0/3) / 2},
		{"another number", []string{"4 points"}, []string{"3 points"}, false, 0},
		{"a number too many is a word too many", []string{"points 4"}, []string{"points"}, false, 2.0 / 3},
		{"a span twice is not two spans", []string{"x", "x"}, []string{"x", "y"}, false, 0.5},
		{"twice on both sides", []string{"x", "x"}, []string{"x", "x"}, true, 1},
		{"nothing against nothing", []string{"the"}, []string{"..."}, true, 1},
	} {
		exact, f1 := ReadSpans(c.got).Score(ReadSpans(c.gold))
		if exact != c.exact || math.Abs(f1-c.f1) > 1e-12 {
			t.Errorf("%s: %v, %v, want %v, %v", c.name, exact, f1, c.exact, c.f1)
		}
	}
}

func TestHundredthsRoundsHalfToEven(t *testing.T) {
	for in, want := range map[float64]float64{0.125: 0.12, 0.375: 0.38, 2.0 / 3: 0.67, 1: 1, 0: 0} {
		if got := Hundredths(in); got != want {
			t.Errorf("Hundredths(%v) = %v, want %v", in, got, want)
		}
	}
}

func TestF1(t *testing.T) {
	for _, c := range []struct {
		name, got, gold string
		want, hotpot    float64
	}{
		{"equal", "new york", "new york", 1, 1},
		{"another order", "york new", "new york", 1, 1},
		// precision 2/3, recall 1
		{"a word too many", "new york city", "new york", 0.8, 0.8},
		// one ha of two is shared: precision 1/2, recall 1/3
		{"words count as often as they stand in both", "ha he", "ha ha ho", 0.4, 0.4},
		{"nothing shared", "oslo", "rome", 0, 0},
		{"nothing at all", "", "", 0, 0},
		// precision 1/2, recall 1
		{"a closed gold", "yes indeed", "yes", 2.0 / 3, 0},
		{"a closed answer", "no", "no way", 2.0 / 3, 0},
		{"closed and the same", "noanswer", "noanswer", 1, 1},
	} {
		if got := F1(Fields(c.got), Fields(c.gold)); got != c.want {
			t.Errorf("%s: F1 %v, want %v", c.name, got, c.want)
		}
		if got := HotpotF1(c.got, c.gold); got != c.hotpot {
			t.Errorf("%s: HotpotF1 %v, want %v", c.name, got, c.hotpot)
		}
	}
}

// The result of SQuAD is its own normal form: nothing is left to take out.
func FuzzSQuAD(f *testing.F) {
	f.Add("The the_cat, ΟΔΥΣΣΕΥΣ İ a\u0301 x\u00a0y")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "")
		for name, normal := range map[string]func(string) string{"SQuAD": SQuAD, "TriviaQA": TriviaQA} {
			once := normal(s)
			if twice := normal(once); twice != once {
				t.Errorf("%s: %q, again %q", name, once, twice)
			}
			if strings.ContainsAny(once, punctuation) || slices.Contains(Fields(once), "the") {
				t.Errorf("%s: %q", name, once)
			}
		}
	})
}
