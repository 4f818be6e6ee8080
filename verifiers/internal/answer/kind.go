package answer

import (
	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/expr"
)

// Kind is the type of an answer, in one word.
type Kind string

// The kinds.
const (
	Integer    Kind = "integer"
	Rational   Kind = "rational"
	Decimal    Kind = "decimal"
	Scientific Kind = "scientific" // a number times a power of ten
	Percentage Kind = "percent"
	Amount     Kind = "money"
	Mixed      Kind = "mixed number"
	Numeral    Kind = "numeral" // of a base that is written
	Angle      Kind = "angle"
	Quantity   Kind = "quantity" // a number with a unit or a noun
	Constant   Kind = "constant" // any other value without names
	Expression Kind = "expression"
	List       Kind = "list"
	Tuple      Kind = "tuple" // in round, square or angle brackets; perhaps an interval
	Set        Kind = "set"
	Reals      Kind = "set of reals"
	Equation   Kind = "equation"
	Ordering   Kind = "ordering"
	Named      Kind = "named value"
	Record     Kind = "named values"
	Matrix     Kind = "matrix"
	Ratio      Kind = "ratio"
	Time       Kind = "time"
	Words      Kind = "words"
	Unknown    Kind = "unknown" // equals only what is written the same
)

// Kind is the type of the answer.
func (a *Answer) Kind() Kind {
	switch f := a.form.(type) {
	case scalar:
		return f.kind()
	case series:
		switch f.kind {
		case open:
			return List
		case curly:
			return Set
		}
		return Tuple
	case region:
		return Reals
	case relation:
		if all(f.rels, isEquality) {
			return Equation
		}
		return Ordering
	case named:
		return Named
	case record:
		return Record
	case grid:
		return Matrix
	case ratio:
		return Ratio
	case clock:
		return Time
	case word:
		return Words
	}
	return Unknown
}

var markKinds = map[mark]Kind{
	percent: Percentage, degrees: Angle, money: Amount, measured: Quantity, counted: Quantity, numeral: Numeral,
}

func (s scalar) kind() Kind {
	if kind, ok := markKinds[s.mark]; ok {
		return kind
	}
	n := s.value
	for n.Op == expr.Neg || n.Op == expr.Paren {
		n = n.Args[0]
	}
	switch {
	case n.Op == expr.Number && n.Places > 0:
		return Decimal
	case n.Op == expr.Number && n.Value.IsInt():
		return Integer
	case n.Op == expr.Number || n.Op == expr.Div && all(n.Args, isInteger):
		return Rational
	case n.Op == expr.Mixed:
		return Mixed
	case n.Op == expr.Mul && len(n.Args) == 2 && n.Args[0].Op == expr.Number:
		if _, ok := tenPower(n.Args[1]); ok {
			return Scientific
		}
	}
	if len(algebra.Free(n)) > 0 {
		return Expression
	}
	return Constant
}

// IsNumber says whether the answer is one number that is written out: an integer, a
// fraction, a decimal, a mixed number, one times a power of ten, with or without the mark of percent or money.
func (a *Answer) IsNumber() bool {
	s, ok := a.form.(scalar)
	if !ok || s.mark != bare && s.mark != percent && s.mark != money {
		return false
	}
	switch (scalar{value: s.value}).kind() {
	case Integer, Rational, Decimal, Scientific, Mixed:
		return true
	}
	return false
}
