package extract

import (
	"strings"
	"testing"

	"gander/verifiers/internal/fuzzing"
)

// hostile are long replies made to cost time: a search that starts again at every mark
// would take minutes on them.
var hostile = map[string]string{
	"statements":        strings.Repeat("the answer is ", 40_000) + "41",
	"denials":           strings.Repeat("the answer is not ", 40_000),
	"questions":         strings.Repeat("the answer is 5? ", 40_000),
	"nouns":             strings.Repeat("answer ", 80_000),
	"late nouns":        strings.Repeat("is the answer. ", 40_000),
	"reversed":          strings.Repeat("答えは5ではない", 30_000),
	"dense":             strings.Repeat("答案是", 100_000),
	"list items":        strings.Repeat("answer:\n- 1\n", 40_000),
	"dollars":           strings.Repeat("$", 50_001),
	"formulas":          strings.Repeat("$x$ and ", 60_000),
	"open formulas":     strings.Repeat(`\(`, 200_000),
	"open environments": strings.Repeat(`\begin{align}`, 30_000),
	"brackets":          strings.Repeat(`\left( `, 30_000),
	"boxes":             strings.Repeat(`\boxed{41} `, 20_000),
	"nested boxes":      strings.Repeat(`\boxed{`, 30_000) + "41",
	"two kinds of box":  strings.Repeat(`\boxed{1} x `, 30_000) + strings.Repeat(`\fbox{1} `, 30_000),
	"empty boxes":       strings.Repeat(`\fbox `, 80_000),
	"tags":              strings.Repeat("<answer>", 50_000),
	"think tags":        strings.Repeat("<think>", 50_000),
	"channels":          strings.Repeat("<|channel|>", 50_000),
	"angles":            strings.Repeat("<", 400_000),
	"digits":            strings.Repeat("1", 100_000),
	"commas":            strings.Repeat("1,", 50_000) + "1",
	"numbers":           strings.Repeat("1 ", 100_000),
	"stops":             strings.Repeat("a.b ", 100_000),
	"marks":             strings.Repeat("\u0000\ufffd\u202e", 50_000),
	"suppositions":      strings.Repeat("suppose it is 5, so ", 30_000),
	"long sentence":     strings.Repeat("not 5 of the ", 40_000),
	"asides":            strings.Repeat("5 (", 60_000) + strings.Repeat(")", 60_000),
	"checks":            strings.Repeat("Check: 5\n", 50_000),
	"speakers":          strings.Repeat("answer\nQ: a", 60_000),
	"retractions":       "The answer is 5. " + strings.Repeat("that it. ", 40_000),
	"late retraction":   `\boxed{5}` + strings.Repeat(" (", 100_000),
	"denied boxes":      strings.Repeat(`$\boxed{5}$ `, 30_000),
	"broken bytes":      strings.Repeat("\xff\xe7", 100_000),
}

// TestHostile finishes, and finds an answer only where the end of a reply, or all of its
// boxes, give one.
func TestHostile(t *testing.T) {
	given := map[string]string{"statements": "41", "boxes": "41", "two kinds of box": "1", "list items": "1", "late retraction": "5", "denied boxes": "5"}
	for name, reply := range hostile {
		if got := Answer(reply, Free); got.Answer != given[name] {
			t.Errorf("%s: %+v, want %q", name, got, given[name])
		}
	}
}

// fuzzPolicy asks of one policy: no panic, a reason or an answer and never both, and
// an answer that is made of the reply.
func fuzzPolicy(f *testing.F, p Policy) {
	for _, reply := range []string{
		`<think>x</think> \boxed{a{b}\}} <answer>\boxed{a}</answer>`,
		`\boxed{\boxed{a}\boxed{b}}`,
		`\boxed{1} and \fbox 2 \quad \boxed{\pi}`,
		"The answer is not $5$, it is **6** because 2.5 + 3.5! = 6. Is it? So $x$ is our solution.",
		"Réponse : 5 $. 答案是B。答えは5ではない。उत्तर 5 है।",
		"So $x=9$ (because 9-5 = 4). Check: 9. Suppose the answer is 8; wait, 8 of the 9th is not.",
		"Q: 1? The answer is 5. No, it is 6.\nUser: 7\n<Think >5</ think>8倍",
		"Answer:\n- $1$\n- 2\n\n#### 1,000.99m²",
		`\begin{align}x&=1\\&=\text{a }b\end{align} \[ \( $ \$5 and $10`,
		"<|channel|>analysis<|message|>x<|channel|>final<|message|>5<|return|>",
	} {
		f.Add(reply)
	}
	f.Fuzz(func(t *testing.T, reply string) {
		var got Extraction
		fuzzing.Within(t, func() { got = Answer(reply, p) })
		switch got.Status {
		case Found:
			for part := range strings.SplitSeq(got.Answer, ", ") {
				if got.Detail != "" || !strings.Contains(squeeze(strip.Replace(reply)), squeeze(strip.Replace(part))) {
					t.Errorf("%+v", got)
				}
			}
		case Several, Missing:
			if got.Answer != "" || got.Detail == "" {
				t.Errorf("%+v", got)
			}
		default:
			t.Errorf("status %q", got.Status)
		}
	})
}

// strip takes out what an answer may lose inside: emphasis and alignment marks.
var strip = strings.NewReplacer("*", "", "&", "")

func FuzzMarked(f *testing.F)    { fuzzPolicy(f, Marked) }
func FuzzBoxes(f *testing.F)     { fuzzPolicy(f, Boxes) }
func FuzzTagged(f *testing.F)    { fuzzPolicy(f, Tagged) }
func FuzzAnchored(f *testing.F)  { fuzzPolicy(f, Anchored) }
func FuzzFormula(f *testing.F)   { fuzzPolicy(f, Formula) }
func FuzzNumber(f *testing.F)    { fuzzPolicy(f, Number) }
func FuzzFree(f *testing.F)      { fuzzPolicy(f, Free) }
func FuzzReference(f *testing.F) { fuzzPolicy(f, Reference) }

func BenchmarkAnswer(b *testing.B) {
	replies := map[string]string{
		"short": `\frac{-p^2+1}{3}`,
		"boxed": `So we get $\boxed{\frac{-p^2+1}{3}}$.`,
		"long": strings.Repeat("We have that $x = 5$ and so the total of 5 apples is what we get, since it is given. Then we go on.\n", 20) +
			"The answer is 5.",
	}
	for name, reply := range hostile {
		replies["hostile "+name] = reply
	}
	for name, reply := range replies {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(reply)))
			for b.Loop() {
				Answer(reply, Free)
			}
		})
	}
}
