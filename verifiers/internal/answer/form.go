package answer

import "gander/verifiers/internal/expr"

// form is what an answer says, apart from how it was written: one of the types below.
type form interface {
	// String is the canonical text of the form.
	String() string
}

// scalar is a number or an expression, with the mark that was written on it.
type scalar struct {
	value *expr.Node // arithmetic alone, the mark taken off
	mark  mark
	unit  *expr.Node // of a measured scalar
	label string     // currency of money, noun of a counted scalar, base of a numeral
}

// mark is what stands beside a number.
type mark uint8

const (
	bare     mark = iota
	percent       // hundredths
	degrees       // an angle
	money         // label is the currency
	measured      // unit is the unit
	counted       // label is a noun that is no unit, as in "7 goats"
	numeral       // label is the base; value is the number that the digits would be in base ten
)

// series is several answers: a list, a tuple, a set.
type series struct {
	items []form
	kind  brackets
	// either says that "or" stands between names, or between values of several names:
	// p or q is not p and q, while 1 or 2 is a list.
	either bool
}

// brackets are what stands around a series.
type brackets uint8

const (
	open   brackets = iota // 1, 2: a list; its order counts only next to one that is ordered
	round                  // (1, 2): a tuple, or an open interval
	square                 // [1, 2]: a list in order, or a closed interval
	angled                 // ⟨1, 2⟩: a vector
	curly                  // {1, 2}: a set
)

// named is a value that was given a name: x = 5, f(x) = x + 1, Paolo: 18.
type named struct {
	name  string     // canonical
	left  *expr.Node // what stands before the sign; nil before a colon
	param []string   // the names of a function's arguments
	value form
}

// record is several values of different names: x = 1, y = 2.
type record struct{ items []named }

// region is a set of real numbers made of intervals and points. Its name is the name of
// the unknown that lies in it, or empty.
type region struct {
	name string
	// points are the ends and the single points, ascending; in says for the gap before
	// the first, the first point, the gap behind it, … whether it belongs.
	points []*expr.Node
	in     []bool
	from   origin
}

// origin is how a set of reals was written.
type origin uint8

const (
	asSet       origin = iota // (0, 1), {x | 0 < x < 1}
	asMember                  // x ∈ (0, 1)
	asCondition               // 0 < x < 1
	unsolved                  // 2x > 4: a condition that does not stand on the name itself
)

// relation is a chain of sides with signs between them that is no region and no named
// value: an equation, an ordering, an inequality between expressions.
type relation struct {
	sides []*expr.Node
	rels  []expr.Rel
}

// grid is a matrix, or an expression of matrices.
type grid struct {
	tree *expr.Node
	rows [][]form // nil when the tree has still to be worked out
}

// ratio is a : b : ….
type ratio struct{ parts []*expr.Node }

// clock is a time of day. half is "am", "pm" or empty.
type clock struct {
	parts []*expr.Node
	half  string
}

// word is an answer in words; text is folded, raw as it was written but for blanks.
type word struct {
	text string
	raw  string
	is   meaning
}

// meaning is what a word says in mathematics.
type meaning uint8

const (
	plain meaning = iota
	yes
	no
	nothing   // no solution, the empty set
	undefined // undefined, does not exist
)

// opaque is a tree that has no other form. It equals only itself.
type opaque struct{ tree *expr.Node }

// verbatim is a text that could not be parsed, blanks taken out. It equals only itself.
type verbatim struct{ text string }
