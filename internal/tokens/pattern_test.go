package tokens

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// Each scanner finds the pieces that a regular expression engine finds.
func TestPatterns(t *testing.T) {
	for expression, p := range known {
		t.Run(fmt.Sprintf("%T%+v", p, p), func(t *testing.T) {
			engine := compile(expression)
			for _, text := range awkward {
				comparePieces(t, p, engine, text)
			}
			rapid.Check(t, func(t *rapid.T) { comparePieces(t, p, engine, soup(t)) })
		})
	}
}

func FuzzPatterns(f *testing.F) {
	engines := map[string]*regexp.Regexp{}
	for expression := range known {
		engines[expression] = compile(expression)
	}
	for _, text := range awkward {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for expression, p := range known {
			comparePieces(t, p, engines[expression], clean(text))
		}
	})
}

func comparePieces(t interface {
	Fatalf(format string, args ...any)
}, p pattern, engine *regexp.Regexp, text string) {
	if got, want := cut(p, text), cutBy(engine, text); !slices.Equal(got, want) {
		t.Fatalf("pieces of %q are\n%q, want\n%q", text, got, want)
	}
}

func cut(p pattern, text string) []string {
	var found []string
	s := scanner{text: text, classes: classes()}
	for i := 0; i < len(text); {
		end := p.next(s, i)
		found = append(found, text[i:end])
		i = end
	}
	return found
}

// compile makes a split pattern ready for the standard library, which has the same
// rules of preference but no Unicode \s and no \s+(?!\S). A group stands for the latter.
func compile(expression string) *regexp.Regexp {
	const lookahead = `|\s+(?!\S)|\s+`
	if !strings.HasSuffix(expression, lookahead) {
		panic("split pattern does not end in " + lookahead)
	}
	expression = strings.TrimSuffix(expression, lookahead) + `|(\s+)`
	expression = strings.ReplaceAll(expression, `[^\s`, `[^\t-\r\x{85}\p{Z}`)
	expression = strings.ReplaceAll(expression, `\s`, `[\t-\r\x{85}\p{Z}]`)
	return regexp.MustCompile(`^(?:` + expression + `)`)
}

// cutBy finds the pieces with a compiled pattern. White space in the group leaves its
// last rune to what follows, if something follows and something is left.
func cutBy(engine *regexp.Regexp, text string) []string {
	var found []string
	for text != "" {
		match := engine.FindStringSubmatch(text)
		piece := match[0]
		if match[1] != "" && len(piece) < len(text) {
			if _, last := utf8.DecodeLastRuneInString(piece); last < len(piece) {
				piece = piece[:len(piece)-last]
			}
		}
		found = append(found, piece)
		text = text[len(piece):]
	}
	return found
}

// soup draws text in which the rules of the patterns meet: short runs of one group,
// contractions in every case, line ends of every kind, and runes of any kind at all.
func soup(t *rapid.T) string {
	parts := rapid.OneOf(
		rapid.StringMatching(`[A-ZÉΣЖǅ]{1,3}`),
		rapid.StringMatching(`[a-zßéж]{1,4}`),
		rapid.StringOfN(rapid.RuneFrom(nil, unicode.Lm, unicode.Lo), 1, 3, -1),
		rapid.StringOfN(rapid.RuneFrom(nil, unicode.M), 1, 2, -1),
		rapid.StringOfN(rapid.RuneFrom(nil, unicode.N), 1, 4, -1),
		rapid.StringMatching(`[0-9]{1,12}`),
		rapid.StringMatching("['’](s|t|re|ve|m|ll|d|S|T|RE|Re|rE|VE|M|LL|lL|D|ſ|k)?"),
		rapid.StringMatching("[ \t\u00a0\u2003\u3000\u0085]{1,4}"),
		rapid.StringMatching("(\r\n|\n|\r|\v){1,3}"),
		rapid.StringMatching("[-/!.,\"{}:_\x7f\u200d\ufe0f🏳🙂]{1,3}"),
		rapid.SampledFrom(awkward),
		rapid.String(),
	)
	return strings.Join(rapid.SliceOfN(parts, 0, 12).Draw(t, "parts"), "")
}

// awkward are texts at which a scanner is easily wrong.
var awkward = []string{
	"",
	" ",
	"Don't DON'T don'T 'S 'll 'LL I'ſ x'ſy 'ſ ' s",
	"a\r\nb\r\n\r\n  c \n\t d\n",
	"\n  \n \v\r\n",
	"end of text   ",
	"   \n   ",
	"//\n/\r\n//path/to",
	"12345678901234567890 ١٢٣٤ Ⅷ½ 3²",
	"{\"bdd640fb-0667-4ad1-9c80-317fa3b1799d\": \"23b8c1e9-3924-46de-beb1-3b9046685257\"}.",
	"e\u0301 \u0301a !\u0301A \u0301AB \u0301\u0301",
	"AʰB AʰBc ʰ DŽǅǆ iPhone HTTPServer McDonald",
	"العَرَبِيَّة שָׁלוֹם हिन्दी ไทย 日本語テキスト한국어",
	"👩‍👩‍👧‍👦 🏳️‍🌈 🇫🇷 👍🏽",
	"\u00a0\u2003x\u3000\u0085y \u2028z",
	"\x00\x7f\ufeff\ufffd<|endoftext|><|im_start|>",
	"\U0010ffff\ue000\u0378",
}
