package verifiers

// Kind is the sort of gold that a rule compares answers with. It says what a near miss
// of the gold looks like, see package attacks.
type Kind string

const (
	// Text: words, as they are written.
	Text Kind = ""
	// Math: numbers, expressions and the shapes around them, compared by value.
	Math Kind = "math"
	// Choice: the letter of one option.
	Choice Kind = "choice"
	// Set: items in any order, divided by commas.
	Set Kind = "set"
	// Sequence: items in one order, divided by commas.
	Sequence Kind = "sequence"
	// JSON: one JSON value.
	JSON Kind = "json"
)
