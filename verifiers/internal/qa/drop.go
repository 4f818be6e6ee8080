package qa

import (
	"math"
	"slices"
	"strings"
)

// DROP makes a span alike: it is split at blanks and hyphens, and of each piece the case
// and, unless it is a number, the punctuation go; a number is written as Python writes a
// float, so that 5, 5.0 and $5 become 5.0 and 1,000 becomes 1000.0; then articles and
// blanks go.
func DROP(s string) string {
	var parts []string
	for _, piece := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' }) {
		if part := Squeeze(withoutArticles(dropNumber(Lower(piece)))); part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " ")
}

// dropNumber is piece as a float when it is a number, also when it becomes one without
// its punctuation; else piece without punctuation.
func dropNumber(piece string) string {
	f, ok := ParseFloat(piece)
	if !ok {
		piece = withoutPunctuation(piece)
		f, ok = ParseFloat(piece)
	}
	if ok {
		return FormatFloat(f)
	}
	return piece
}

// Spans are the spans of an answer, read for comparison.
type Spans struct {
	// Texts are the spans in the form [DROP], in their order.
	Texts []string
	bags  []bag
}

// bag is the set of words of a span.
type bag struct {
	words   map[string]bool
	numbers map[string]bool // those of words that are numbers
}

// ReadSpans reads spans.
func ReadSpans(spans []string) Spans {
	s := Spans{Texts: make([]string, len(spans)), bags: make([]bag, len(spans))}
	for i, span := range spans {
		s.Texts[i] = DROP(span)
		b := bag{words: map[string]bool{}, numbers: map[string]bool{}}
		for _, w := range Fields(s.Texts[i]) {
			b.words[w] = true
			if _, ok := ParseFloat(w); ok {
				b.numbers[w] = true
			}
		}
		s.bags[i] = b
	}
	return s
}

// Score compares s with gold, both of at least one span. Exact says that they are the
// same set of spans and as many. F1 is the mean over the spans of the longer side, where
// each span of gold is paired with one of s so that the sum is the greatest; a pair in
// which gold has numbers and s has none of them counts 0. The scorer rounds it, see
// [Hundredths]. The work grows with the product of the numbers of spans and the smaller
// of them.
func (s Spans) Score(gold Spans) (exact bool, f1 float64) {
	exact = len(s.Texts) == len(gold.Texts) && slices.Equal(distinct(s.Texts), distinct(gold.Texts))
	scores := make([][]float64, len(gold.bags))
	for i, g := range gold.bags {
		scores[i] = make([]float64, len(s.bags))
		for j, b := range s.bags {
			scores[i][j] = b.f1(g)
		}
	}
	return exact, bestSum(scores) / float64(max(len(s.bags), len(gold.bags)))
}

// Hundredths rounds a score to two places as NumPy does.
func Hundredths(score float64) float64 { return math.RoundToEven(score*100) / 100 }

// distinct is the sorted set of texts.
func distinct(texts []string) []string {
	return slices.Compact(slices.Sorted(slices.Values(texts)))
}

// f1 is the F1 of the words of b against those of gold, 0 when the numbers disagree. An
// empty side is counted as all right.
func (b bag) f1(gold bag) float64 {
	if len(gold.numbers) > 0 && shared(b.numbers, gold.numbers) == 0 {
		return 0
	}
	both := float64(shared(b.words, gold.words))
	precision, recall := 1.0, 1.0
	if len(b.words) > 0 {
		precision = both / float64(len(b.words))
	}
	if len(gold.words) > 0 {
		recall = both / float64(len(gold.words))
	}
	if precision == 0 && recall == 0 {
		return 0
	}
	return harmonic(precision, recall)
}

func shared(a, b map[string]bool) int {
	if len(a) > len(b) {
		a, b = b, a
	}
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n
}
