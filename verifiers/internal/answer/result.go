package answer

// Outcome is what a comparison found.
type Outcome string

// The outcomes.
const (
	// Right: the answer is the gold.
	Right Outcome = "right"
	// Wrong: the answer is something else.
	Wrong Outcome = "wrong"
	// Undecided: there is no means to tell.
	Undecided Outcome = "undecided"
)

// Certainty is how far a result of right or wrong can be trusted, the most certain
// first. A result with several grounds has the least certain one.
type Certainty int

// The certainties.
const (
	Exact    Certainty = iota // by exact arithmetic or by the same words
	Probable                  // by agreement, or difference, at every point that was tried
	Rounded                   // a decimal within half a unit of its last place, or a declared tolerance
	ByPolicy                  // by a row of the table
)

// String is the certainty in one word.
func (c Certainty) String() string {
	return [...]string{"exact", "probable", "rounding", "policy"}[c]
}

// Result is the outcome of a comparison.
type Result struct {
	Outcome Outcome
	// Certainty means nothing when the outcome is undecided.
	Certainty Certainty
	// Detail is the reason, one line, without text of either side.
	Detail string
}

func right(c Certainty, detail string) Result { return Result{Right, c, detail} }
func wrong(c Certainty, detail string) Result { return Result{Wrong, c, detail} }
func undecided(detail string) Result          { return Result{Undecided, Exact, detail} }
func (r Result) is(o Outcome) bool            { return r.Outcome == o }
func otherKind(gold, got string) Result       { return wrong(Exact, got+" for "+gold) }

// by is r as it stands on a row of the table.
func (r Result) by(row Row) Result {
	if r.Outcome == Undecided {
		return r
	}
	r.Certainty = max(r.Certainty, ByPolicy)
	if r.Outcome == Right {
		r.Detail = "by the row " + string(row)
	}
	return r
}

// both is the result for a whole with two parts: wrong when a part is wrong, right when
// both are right.
func both(r, s Result) Result {
	switch {
	case r.is(Wrong):
		return r
	case s.is(Wrong):
		return s
	case r.is(Undecided):
		return r
	case s.is(Undecided):
		return s
	case s.Certainty > r.Certainty:
		return s
	}
	return r
}
