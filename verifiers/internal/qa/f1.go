package qa

// F1 is the harmonic mean of precision and recall of the words of got against those of
// gold, each word counted as often as it stands in both. It is 0 when nothing is shared,
// also when both are empty.
func F1(got, gold []string) float64 {
	left := make(map[string]int, len(gold))
	for _, w := range gold {
		left[w]++
	}
	shared := 0
	for _, w := range got {
		if left[w] > 0 {
			left[w]--
			shared++
		}
	}
	if shared == 0 {
		return 0
	}
	return harmonic(float64(shared)/float64(len(got)), float64(shared)/float64(len(gold)))
}

// HotpotF1 is [F1] of two texts in the normal form [SQuAD], but 0 when one of them is
// yes, no or noanswer and the other is not the same.
func HotpotF1(got, gold string) float64 {
	if got != gold && (isClosed(got) || isClosed(gold)) {
		return 0
	}
	return F1(Fields(got), Fields(gold))
}

func isClosed(s string) bool { return s == "yes" || s == "no" || s == "noanswer" }

// harmonic is the harmonic mean of precision and recall, of which one is not 0.
func harmonic(precision, recall float64) float64 {
	return 2 * precision * recall / (precision + recall)
}
