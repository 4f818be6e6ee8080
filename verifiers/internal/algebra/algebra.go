// Package algebra decides whether two trees of package expr have the same value, or are
// the same function of their free names.
//
// # How
//
// Both trees are boiled down to sums, products, powers and a few functions, their
// rational parts folded exactly. Then, in this order:
//
//  1. Refute. Both sides are evaluated at a point with balls (package ball), numbers that
//     carry a bound of their error. Balls that do not meet prove a difference.
//  2. Prove. Both sides become fractions of polynomials over atoms: names, π, e, i, roots
//     of primes, sin and cos of forms, logarithms of primes, powers. Equal fractions
//     prove equality; unequal ones over names, roots of rationals, i and one of π and e
//     prove a difference, however small.
//  3. Agree. Else they are compared at further points, of both signs, small and large,
//     none whole, and at complex points where both are analytic. Agreement at eight of
//     them, to 29 digits and at the last to 90, is [Same] without proof; constants have
//     one point. Two values agree only when their distance is far below the smallest term
//     in either, too (see value), so that nothing is lost beside something huge.
//
// Functions with corners or jumps, such as |x| and ⌊x⌋, and with cuts, such as roots, are
// compared far out and at the numbers that they name, too, at 0, whole numbers and
// halves. They are the same only when the points lay on all sides of every corner.
//
// A point where a side has no value is left out; values are complex and principal, so
// √(x²) and x differ at -1, and ln x² and 2·ln x differ there by 2πi. An odd root of a
// negative real is the negative real root. A name is taken for a whole number where it
// stands in a factorial, a binomial coefficient, the end of a sum, or an exponent over a
// negative number or over another name.
//
// What has no value anywhere, such as 1/0, equals nothing; two such things compare as
// [Unknown]. A logarithm without a base is read as ln and as log₁₀, and decided where
// both readings decide alike. Applications of unknown functions, integrals, limits,
// derivatives and endless sums are opaque: equal to themselves at equal arguments, else
// Unknown.
//
// Work is bounded by the budget alone; what is not decided when it is spent is Unknown.
// The same trees and budget give the same decision, and Equal(a, b) is Equal(b, a).
package algebra

import (
	"slices"

	"gander/verifiers/internal/budget"
	"gander/verifiers/internal/expr"
)

// Relation is how two expressions stand to each other.
type Relation uint8

// The relations.
const (
	Unknown Relation = iota
	Same
	Different
)

// String is the relation in one word.
func (r Relation) String() string { return [...]string{"unknown", "same", "different"}[r] }

// Decision is a relation, and whether it is proved: by exact arithmetic, or by bounds of
// values at a point. Exact is false when the sides agree wherever they were tried, and
// for Unknown.
type Decision struct {
	Relation Relation
	Exact    bool
}

// Equal decides whether a and b have one value, or are one function of their free names.
// Matrices are compared entry by entry. Infinity equals itself alone. Anything else that
// is no expression, such as a list or a relation, is Same as one of the same shape with
// the same parts in the same places, and else Unknown.
func Equal(a, b *expr.Node, bud *budget.Budget) Decision {
	if a.Op == expr.Number && b.Op == expr.Number && bud.Spend(words(size(a.Value), size(b.Value))) {
		return exact(a.Value.Cmp(b.Value) == 0)
	}
	return bothReadings(a, b, func(logTen bool) Decision {
		x, xOK := lower(a, logTen, bud)
		y, yOK := lower(b, logTen, bud)
		switch {
		case xOK && yOK:
			return equalNodes(x, y, bud)
		case x != nil && !xOK, y != nil && !yOK: // too large
			return Decision{}
		}
		return equalShapes(a, b, logTen, bud)
	})
}

// Proportional decides whether a is b times a constant other than 0; two zeros are
// proportional.
func Proportional(a, b *expr.Node, bud *budget.Budget) Decision {
	return bothReadings(a, b, func(logTen bool) Decision {
		x, xOK := lower(a, logTen, bud)
		y, yOK := lower(b, logTen, bud)
		if !xOK || !yOK {
			return Decision{}
		}
		return newPair(x, y, bud).proportional()
	})
}

// Compare is the sign of a - b for two real constants. ok is false when one is not a
// real constant, or the sign cannot be told.
func Compare(a, b *expr.Node, bud *budget.Budget) (sign int, ok bool) {
	if d := Equal(a, b, bud); d.Relation == Same {
		_, ok = Value(a, bud)
		return 0, ok
	}
	x, xOK := Value(a, bud)
	y, yOK := Value(b, bud)
	if !xOK || !yOK {
		return 0, false
	}
	return x.Compare(y)
}

func exact(same bool) Decision {
	if same {
		return Decision{Same, true}
	}
	return Decision{Different, true}
}

// bothReadings decides with logarithms without a base read as natural and as decimal, and
// is Unknown where that makes a difference.
func bothReadings(a, b *expr.Node, decide func(logTen bool) Decision) Decision {
	d := decide(false)
	if d.Relation == Unknown || !a.Any(bareLog) && !b.Any(bareLog) {
		return d
	}
	e := decide(true)
	if d.Relation != e.Relation {
		return Decision{}
	}
	return Decision{d.Relation, d.Exact && e.Exact}
}

func bareLog(n *expr.Node) bool { return n.Op == expr.Call && n.Name == expr.Log && len(n.Args) == 1 }

// equalShapes compares what are not two expressions.
func equalShapes(a, b *expr.Node, logTen bool, bud *budget.Budget) Decision {
	m, mOK := lowerMatrix(a, logTen, bud)
	n, nOK := lowerMatrix(b, logTen, bud)
	signA, signB := infinite(a), infinite(b)
	switch {
	case bud.Spent():
		return Decision{}
	case mOK && nOK:
		return m.equal(n, bud)
	case signA != 0 && signB != 0:
		return exact(signA == signB)
	case signA != 0 || signB != 0:
		other := a
		if signA != 0 {
			other = b
		}
		if _, ok := lower(other, logTen, bud); ok {
			return exact(false)
		}
		return Decision{}
	}
	return equalParts(a, b, bud)
}

// equalParts is Same for two shapes of one kind whose parts are, one by one.
func equalParts(a, b *expr.Node, bud *budget.Budget) Decision {
	if a.Op != b.Op || a.Name != b.Name || a.Is(expr.Undefined) || len(a.Args) != len(b.Args) || !slices.Equal(a.Rels, b.Rels) {
		return Decision{}
	}
	all := exact(true)
	for i := range a.Args {
		d := Equal(a.Args[i], b.Args[i], bud)
		if d.Relation != Same {
			return Decision{}
		}
		all.Exact = all.Exact && d.Exact
	}
	return all
}

// infinite is the sign of ±∞, and 0 for all else.
func infinite(n *expr.Node) int {
	switch {
	case n.Is(expr.Infinity):
		return 1
	case n.Op == expr.Neg && len(n.Args) == 1:
		return -infinite(n.Args[0])
	case n.Op == expr.Paren && len(n.Args) == 1:
		return infinite(n.Args[0])
	}
	return 0
}
