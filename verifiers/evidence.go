package verifiers

// fBeta is the weighted harmonic mean of precision and recall, in [0, 1], where recall
// counts beta times as much: found of the needed things are among the cited ones. A thing
// cited twice counts once as found and twice as cited. It is 0 when nothing is found.
func fBeta(found, cited, needed int, beta float64) float64 {
	if found == 0 {
		return 0
	}
	precision := float64(found) / float64(cited)
	recall := float64(found) / float64(needed)
	weight := beta * beta
	return (1 + weight) * precision * recall / (float64(weight*precision) + recall)
}

// withEvidence is the reward for an answer of score right that shows the share shown of
// its evidence, both in [0, 1]:
//
//	(right + 0.1·shown + 0.9·right·shown) / 2
//
// so the right answer with all of its evidence pays 1, alone 0.5, and all of the evidence
// beside a wrong answer 0.05.
//
// Source: the context reward of LongRLVR, scaled to [0, 1].
func withEvidence(right, shown float64) float64 {
	return (right + float64(0.1*shown) + float64(0.9*right*shown)) / 2
}

// spray is how many times longer than the gold a list may be before it pays nothing: who
// names everything has found nothing.
const spray = 3
