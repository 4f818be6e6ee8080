package verifiers

import "gander/verifiers/extract"

// Outcome is what a rule found.
type Outcome string

const (
	// Right: the answer is the gold answer, as far as the rule can tell.
	Right Outcome = "right"
	// Wrong: there is an answer and it is not the gold answer.
	Wrong Outcome = "wrong"
	// Unparsed: the reply holds no finished answer where the rule looks for one. A
	// truncated reply is unparsed, never wrong.
	Unparsed Outcome = "unparsed"
	// Undecided: there is an answer that the rule has no means to judge.
	Undecided Outcome = "undecided"
)

// Certainty is how far a verdict of right or wrong can be trusted.
type Certainty string

const (
	// Exact: decided by exact comparison or arithmetic.
	Exact Certainty = "exact"
	// Probable: two expressions agree, or differ, at every point that was tried.
	Probable Certainty = "probable"
	// Rounding: a decimal agrees with the other side within half a unit of its last
	// place.
	Rounding Certainty = "rounding"
	// Policy: the two sides are of different kinds, and a row of the rule's table says
	// that they count as one.
	Policy Certainty = "policy"
)

// Verdict is the judgement on one reply. Two verdicts can be compared with ==.
type Verdict struct {
	// Outcome says in one word what was found.
	Outcome Outcome `json:"outcome"`
	// Score is the reward, in [0, 1]; 1 only with outcome right.
	Score float64 `json:"score"`
	// Rule is the name@version that decided.
	Rule string `json:"rule"`
	// Certainty is empty unless the outcome is right or wrong.
	Certainty Certainty `json:"certainty,omitempty"`
	// Extracted is what was taken as the answer, untouched; empty when unparsed.
	Extracted string `json:"extracted,omitempty"`
	// Gold and Answer are the two sides in the rule's canonical form, as they were
	// compared; empty where the rule has none or did not get that far. With several
	// golds, Gold is the one that decided, else the first.
	Gold   string `json:"gold,omitempty"`
	Answer string `json:"answer,omitempty"`
	// Detail is the reason, one line, without text from the reply.
	Detail string `json:"detail"`
}

// missing is the verdict on a reply without one answer: two different answers are wrong,
// none is unparsed.
func missing(e extract.Extraction) Verdict {
	if e.Status == extract.Several {
		return Verdict{Outcome: Wrong, Certainty: Exact, Detail: e.Detail}
	}
	return Verdict{Outcome: Unparsed, Detail: e.Detail}
}
