package extract

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestAnswer(t *testing.T) {
	for _, c := range []struct {
		name, reply string
		status      Status
		answer      string
	}{
		{"a box", `So \boxed{Rome}.`, Found, "Rome"},
		{"a tag", "So <answer> Rome\n</answer>.", Found, "Rome"},
		{"a box in a tag", `<answer>It is \boxed{Rome}</answer>`, Found, "Rome"},
		{"box and tag agree", `\boxed{Rome} <answer>Rome</answer>`, Found, "Rome"},
		{"box and tag differ", `\boxed{Rome} <answer>Oslo</answer>`, Several, ""},
		{"the same box twice", `\boxed{Rome} and again \boxed{ Rome }`, Found, "Rome"},
		{"two boxes", `\boxed{Rome} \boxed{Oslo}`, Several, ""},
		{"two tags", "<answer>Rome</answer><answer>Rome</answer>", Several, ""},
		{"a box around a box", `\boxed{\boxed{Rome}}`, Found, "Rome"},
		{"a box beside text in a box", `\boxed{Rome \boxed{Oslo}}`, Several, ""},
		{"two boxes in a box", `\boxed{\boxed{Rome} {Oslo}}`, Several, ""},
		{"two boxes in a box, touching", `\boxed{\boxed{Rome}\boxed{Oslo}}`, Several, ""},
		{"braces in a box", `\boxed{\frac{1}{2}}`, Found, `\frac{1}{2}`},
		{"an escaped brace", `\boxed{\{1, 2\}}`, Found, `\{1, 2\}`},
		{"a stray brace before", `{ \boxed{Rome}`, Found, "Rome"},
		{"a stray brace behind", `\boxed{Rome} }`, Found, "Rome"},
		{"an empty box", `\boxed{}`, Found, ""},
		{"no mark", "Rome", Missing, ""},
		{"an open box", `\boxed{Rome`, Missing, ""},
		{"an open brace in a box", `\boxed{Ro{me}`, Missing, ""},
		{"an escape at the end", `\boxed{Rome\`, Missing, ""},
		{"an open box behind a box", `\boxed{Rome} \boxed{`, Missing, ""},
		{"an open tag", "<answer>Rome", Missing, ""},
		{"after the reasoning", `<think>\boxed{Oslo}</think>\boxed{Rome}`, Found, "Rome"},
		{"reasoning without its start", `\boxed{Oslo}</think>\boxed{Rome}`, Found, "Rome"},
		{"after the last reasoning", `</think>\boxed{Oslo}</think>\boxed{Rome}`, Found, "Rome"},
		{"only in the reasoning", `<think>\boxed{Rome}</think>`, Missing, ""},
		{"reasoning cut off", `<think>\boxed{Rome}`, Missing, ""},
		{"reasoning begun again", `</think>\boxed{Rome}<think>`, Missing, ""},
		{"the other think tag", `<thinking>\boxed{Oslo}</thinking>\boxed{Rome}`, Found, "Rome"},
		{"the other think tag cut off", `<thinking>\boxed{Rome}`, Missing, ""},
	} {
		got := Answer(c.reply, Marked)
		if got.Status != c.status || got.Answer != c.answer {
			t.Errorf("%s: %+v, want %s %q", c.name, got, c.status, c.answer)
		}
		if (got.Detail == "") != (got.Status == Found) {
			t.Errorf("%s: detail %q with status %s", c.name, got.Detail, got.Status)
		}
	}
}

// What Render writes reads back, and what would not is refused.
func TestRenderReadsBack(t *testing.T) {
	pieces := rapid.SampledFrom([]string{"Rome", " ", "{", "}", `\`, "{}", `\boxed{`, "<answer>", "</answer>", "<think>", "</think>", "é", "\n"})
	rapid.Check(t, func(t *rapid.T) {
		answer := strings.Join(rapid.SliceOfN(pieces, 0, 8).Draw(t, "answer"), "")
		format := rapid.SampledFrom(Formats).Draw(t, "format")
		reply, err := Render(format, answer)
		if err != nil {
			if reply != "" {
				t.Fatal("an error and a reply")
			}
			return
		}
		if got := Answer(reply, Marked); got.Status != Found || got.Answer != answer {
			t.Fatalf("%q reads back as %+v", answer, got)
		}
	})
}

func TestRender(t *testing.T) {
	for _, c := range []struct {
		answer string
		boxed  bool
		tag    bool
	}{
		{"Rome", true, true},
		{"f{x}", true, true},
		{"f{x", false, true},
		{"x}", false, true},
		{"</answer>", true, false},
		{"<think>", false, false},
		{" Rome", false, false},
	} {
		for format, want := range map[Format]bool{Boxed: c.boxed, Tag: c.tag} {
			if _, err := Render(format, c.answer); (err == nil) != want {
				t.Errorf("Render(%s, %q): error %v", format, c.answer, err)
			}
		}
	}
	_, err := Render(Boxed, "f{x")
	want := "an answer of 3 bytes cannot be written as boxed: it would read back differently; use another format"
	if err == nil || err.Error() != want {
		t.Errorf("error %v, want %q", err, want)
	}
}
