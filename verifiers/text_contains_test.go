package verifiers

import "testing"

// The published rule pays for all of these; text_strict@1 for none, see
// testdata/rules/text_strict@1.
func TestTextContainsKeepsTheHolesOfThePublishedRule(t *testing.T) {
	for _, c := range []struct{ gold, answer string }{
		{"Rome", "the"},
		{"Rome", "a"},
		{"Rome", "!!!"},
		{"Rome", "o"},
		{"1 December 2010", "1"},
		{"no", "Nolan"},
		{"no", "not enough information"},
		{"no", "unknown"},
		{"no", "yes or no"},
		{"Rome", "Paris or London or Rome"},
		{"35", "3.5"},
		{"the", "anything"},
	} {
		check := mustCompile(t, textContains, TextArgs{Golds: []string{c.gold}})
		if v := check.Verify(`</think>\boxed{` + c.answer + "}"); v.Score != 1 {
			t.Errorf("gold %q, answer %q: %+v", c.gold, c.answer, v)
		}
	}
	check := mustCompile(t, textContains, TextArgs{Golds: []string{"Ile"}})
	if v := check.Verify(`</think>\boxed{Île}`); v.Score != 0 {
		t.Errorf("the published rule folds no accents: %+v", v)
	}
}

func TestTextContainsExtraction(t *testing.T) {
	check := mustCompile(t, textContains, TextArgs{Golds: []string{"Rome"}})
	for _, c := range []struct {
		reply string
		score float64
	}{
		{`</think>\boxed{Rome}`, 1},
		{`</think>\bo*xed{*Rome*}`, 1},
		{`</think>\boxed{Oslo}\boxed{Rome}`, 1},
		{`</think>\boxed{Rome}\boxed{Oslo}`, 0},
		{`\boxed{Rome}`, 0},
		{`\boxed{Rome}</think>`, 0},
		{`</think>Rome`, 0},
		{`</think>\boxed{Rome`, 0},
		{`</think>\boxed{}`, 0},
		{`</think>\boxed{*}`, 0},
		{`</think>\boxed{ }`, 1},
	} {
		if v := check.Verify(c.reply); v.Score != c.score {
			t.Errorf("%q: %+v, want %v", c.reply, v, c.score)
		}
	}
}
