package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", " "},
		{"!!!", " "},
		{"Rome", " rome "},
		{"  The-Cat's  hat. ", " the cat s hat "},
		{"Île-de-France", " ile de france "},
		{"ﬁve ½", " five 1 2 "},
		{"3.5 km", " 3 5 km "},
		{"東京 タワー", " 東京 タワー "},
	}
	for _, tt := range tests {
		if got := Fold(tt.in); got != tt.want {
			t.Errorf("Fold(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestFoldIsStable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Fatalf("fold of %q is %q, folded again %q", s, once, twice)
		}
		if strings.Contains(once, "  ") || once[0] != ' ' || once[len(once)-1] != ' ' {
			t.Fatalf("fold of %q is %q: not words with one space around each", s, once)
		}
	})
}

func TestContains(t *testing.T) {
	tests := []struct {
		hay, needle string
		want        bool
	}{
		{"He was born in Rome.", "Rome", true},
		{"He met Jerome there.", "Rome", false},
		{"New York City", "york city", true},
		{"anything", "…", false},
		{"", "", false},
	}
	for _, tt := range tests {
		if got := Contains(Fold(tt.hay), Fold(tt.needle)); got != tt.want {
			t.Errorf("%q contains %q: %v, want %v", tt.hay, tt.needle, got, tt.want)
		}
	}
}

func TestOverlap(t *testing.T) {
	tests := []struct {
		a, b string
		want float64
	}{
		{"", "", 0},
		{"a b c", "a b c", 1},
		{"a b", "b c", 1. / 3},
		{"a a b", "b b a", 1},
		{"a", "b", 0},
	}
	for _, tt := range tests {
		if got := Overlap(Fold(tt.a), Fold(tt.b)); got != tt.want {
			t.Errorf("overlap of %q and %q is %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}

// Each case is a text with a bar at every sentence end.
func TestSentenceEnds(t *testing.T) {
	tests := []string{
		"",
		"No mark at the end",
		"One sentence.|",
		"One.| Two?| Three!|",
		"He said \"no.\"| Then he left.|",
		"It ended (badly).| Nobody cared.|",
		"J. R. Smith lived in the U.S. until 1976.| He wrote books.|",
		"Mr. Brown met Dr. Green at St. Mary.| They spoke.|",
		"It is 3.5 km long.| The score was 9-3.| All left.|",
		"See No. 7 and vol. 2 of the work.|",
		"He was born ca. 1900 in Oslo.|",
		"lower case follows. so this is one sentence.|",
		"A pause...| Then more.|",
		"The end.| “Quoted,” he said.|",
		"Line one.|\nLine two.|",
		"glued.No space here.|",
		"東京です.| 次",
	}
	for _, tt := range tests {
		plain := strings.ReplaceAll(tt, "|", "")
		var marked strings.Builder
		last := 0
		for _, e := range SentenceEnds(plain) {
			marked.WriteString(plain[last:e] + "|")
			last = e
		}
		marked.WriteString(plain[last:])
		if marked.String() != tt {
			t.Errorf("got  %s\nwant %s", marked.String(), tt)
		}
	}
}

func TestSentenceEndsAscendAtRuneBoundaries(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOfN(rapid.RuneFrom([]rune(`aB1.?!") é東“”’ `+"\n")), 0, 60, -1).Draw(t, "s")
		last := 0
		for _, e := range SentenceEnds(s) {
			if e <= last || e > len(s) || !utf8.RuneStart((s + " ")[e]) {
				t.Fatalf("end %d after %d in %q", e, last, s)
			}
			last = e
		}
	})
}
