package answer

import (
	"errors"
	"fmt"
	"math"
	"slices"
)

// Row names one line of the table: two ways to write that count as one. All rows hold
// unless a [Policy] refuses them.
type Row string

// The rows. The comment of each says what it equates, and after "not" what it does not.
const (
	// Rounding: 0.333 counts as 1/3 and 12.55 as 640/51; not 0.33, not an integer.
	Rounding Row = "rounding"
	// LogBase: a logarithm without a base counts as ln and as lg, on both sides alike.
	LogBase Row = "log_base"
	// NameDropped: x = 11, f(x) = 11 and A:B = 11 count as 11; not 2x + z = 11.
	NameDropped Row = "name_dropped"
	// NameOfValue: y = x + 1 counts as f(x) = x + 1.
	NameOfValue Row = "name_of_value"
	// BoundNames: f(z) = z counts as f(x) = x, and kπ as nπ; not 2^k as 2^n.
	BoundNames Row = "bound_names"
	// Family: kπ and kπ + π/2 count as kπ/2, for all integers k; not as kπ.
	Family Row = "family"
	// Explicit: xy = 6 counts as y = 6/x and as 6/x.
	Explicit Row = "explicit"
	// Multiple: 2x + 2y = 2 counts as x + y = 1.
	Multiple Row = "multiple"
	// Region: x > 0, x ∈ (0, ∞), {x | x > 0} and (0, ∞) count as one.
	Region Row = "region"
	// RegionAsRelation: x > 0 counts as the gold (0, ∞); refused, x ∈ (0, ∞) still does.
	RegionAsRelation Row = "region_as_relation"
	// PercentValue: 10% counts as 0.1; 0.1 not as 10.
	PercentValue Row = "percent_value"
	// PercentSign: 10% counts as 10.
	PercentSign Row = "percent_sign"
	// DegreeSign: 45° counts as 45.
	DegreeSign Row = "degree_sign"
	// Radians: 120° counts as 2π/3; not as 2.0944.
	Radians Row = "radians"
	// UnitDropped: 5 cm counts as 5.
	UnitDropped Row = "unit_dropped"
	// UnitConverted: 500 cm counts as 5 m, and 68 °F as 20 °C.
	UnitConverted Row = "unit_converted"
	// MoneySign: $5 counts as 5.
	MoneySign Row = "money_sign"
	// Noun: 7 goats counts as 7, 7 dozen does not; 7 goats and 4 hens not as 4 goats and 7 hens.
	Noun Row = "noun"
	// BaseSign: the answer may leave out the base that the gold names: 1011 for 1011 to
	// base 2; not 11.
	BaseSign Row = "base_sign"
	// AnyOrder: 1, 2 counts as 2, 1; (1, 2) not as (2, 1).
	AnyOrder Row = "any_order"
	// Brackets: (1, 2) counts as 1, 2, and {1, 2} as 1, 2.
	Brackets Row = "brackets"
	// Column: a matrix of one column or row counts as the tuple of its entries.
	Column Row = "column"
	// MatrixRows: ((1, 2), (3, 4)) counts as the matrix of these rows.
	MatrixRows Row = "matrix_rows"
	// PartsUnnamed: x = 1, y = 2 counts as (1, 2), in the order of the alphabet.
	PartsUnnamed Row = "parts_unnamed"
	// RatioValue: 3:1 counts as 3, and 2:4 as 1:2.
	RatioValue Row = "ratio_value"
	// Clock24: 16:30 counts as 4:30 PM; 4:30 does not.
	Clock24 Row = "clock_24"
	// ChainList: b < a < c counts as b, a, c.
	ChainList Row = "chain_list"
	// NumberWords: five counts as 5, and infinitely many as ∞.
	NumberWords Row = "number_words"
	// EmptyWords: no solution counts as the empty set.
	EmptyWords Row = "empty_words"
	// ChoiceText: "A) 12" counts as A, A as "(A) 12", and AC as A, C; not "(A) or (B)".
	ChoiceText Row = "choice_text"
)

// Rows lists the rows, in the order of the documentation.
var Rows = []Row{
	Rounding, LogBase, NameDropped, NameOfValue, BoundNames, Family, Explicit, Multiple, Region, RegionAsRelation,
	PercentValue, PercentSign, DegreeSign, Radians, UnitDropped, UnitConverted, MoneySign,
	Noun, BaseSign, AnyOrder, Brackets, Column, MatrixRows, PartsUnnamed, RatioValue, Clock24, ChainList,
	NumberWords, EmptyWords, ChoiceText,
}

// Policy says how a gold and an answer are compared. The zero value is the default: all
// rows hold, no tolerance.
type Policy struct {
	// Refuse names the rows of the table that do not hold: "any_order" keeps the order of
	// lists, "unit_dropped" wants the unit.
	Refuse []Row `json:"refuse,omitempty"`
	// Places compares numbers to this many decimal places: they count as equal when half
	// a unit of that place apart or less. 0 to 100; 0 compares the numbers themselves.
	Places int `json:"places,omitempty"`
	// AbsTol is how far apart two numbers may be that count as equal. One number holds
	// for all parts of the gold, several hold for its parts in their order; none is 0.
	AbsTol []float64 `json:"abs_tol,omitempty"`
	// RelTol is the same as a share of the gold's number, below 1; 0 allows nothing.
	RelTol float64 `json:"rel_tol,omitempty"`
	// Form wants the gold's form as well as its value: the same factors and terms, in any
	// order, and no unfactored polynomial for a factored one.
	Form bool `json:"form,omitempty"`
}

// Check reports every fault of p at once, one line each.
func (p Policy) Check() error {
	var faults []error
	for i, r := range p.Refuse {
		if !slices.Contains(Rows, r) {
			faults = append(faults, fmt.Errorf("policy.refuse[%d] is %q, no row of the table; give one of %q", i, r, Rows))
		}
	}
	if p.Places < 0 || p.Places > 100 {
		faults = append(faults, fmt.Errorf("policy.places is %d; give 0 to 100", p.Places))
	}
	for i, t := range p.AbsTol {
		if !(t >= 0) || math.IsInf(t, 1) {
			faults = append(faults, fmt.Errorf("policy.abs_tol[%d] is %g; give 0 or more", i, t))
		}
	}
	if !(p.RelTol >= 0) || p.RelTol >= 1 {
		faults = append(faults, fmt.Errorf("policy.rel_tol is %g; give 0 or more, below 1", p.RelTol))
	}
	return errors.Join(faults...)
}

// allows says whether row holds.
func (p *Policy) allows(row Row) bool { return !slices.Contains(p.Refuse, row) }
