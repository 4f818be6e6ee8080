package answer

import (
	"math/big"

	"gander/verifiers/internal/expr"
)

// splitter takes arithmetic apart into an amount and a unit. With letters, a name that a
// unit has is that unit: 9.8 m/s^2; without, only what was parsed as a unit is one.
type splitter struct{ letters bool }

// measured is n as a number with a unit: a product or quotient with units among its
// factors, as 3 × (10^8 m/s), or a sum of such, as 5 ft + 6 in. It is false when no unit
// stands in n, or one that is not known.
func (s splitter) measured(n *expr.Node) (scalar, bool) {
	if n.Op == expr.Add {
		return s.sum(n)
	}
	amount, unit := s.split(n)
	if amount == nil || unit == nil {
		return scalar{}, false
	}
	_, ok := measure(unit)
	return scalar{value: amount, mark: measured, unit: unit}, ok
}

// sum adds quantities of one dimension, in the unit of the first.
func (s splitter) sum(n *expr.Node) (scalar, bool) {
	var first size
	var out scalar
	amounts := make([]*expr.Node, len(n.Args))
	for i, arg := range n.Args {
		part, ok := s.measured(arg)
		if !ok {
			return scalar{}, false
		}
		unit, _ := measure(part.unit)
		if i == 0 {
			first, out = unit, part
		}
		if unit.powers != first.powers {
			return scalar{}, false
		}
		amounts[i] = product(part.value, expr.Rat(new(big.Rat).Quo(unit.factor, first.factor)))
	}
	out.value = expr.New(expr.Add, amounts...)
	return out, true
}

// split is the amount and the unit whose product is n; nil for one that is missing.
func (s splitter) split(n *expr.Node) (amount, unit *expr.Node) {
	switch n.Op {
	case expr.Paren:
		return s.split(n.Args[0])
	case expr.Neg:
		if amount, unit = s.split(n.Args[0]); amount != nil {
			amount = expr.New(expr.Neg, amount)
		}
		return amount, unit
	case expr.Quantity:
		amount, unit = s.split(n.Args[0])
		return amount, times(unit, n.Args[1])
	case expr.Mul:
		for _, arg := range n.Args {
			a, u := s.split(arg)
			amount, unit = times(amount, a), times(unit, u)
		}
		return amount, unit
	case expr.Div:
		amount, unit = s.split(n.Args[0])
		a, u := s.split(n.Args[1])
		return over(amount, a), over(unit, u)
	case expr.Symbol, expr.Pow:
		if _, ok := measure(n); ok && s.letters {
			return nil, n
		}
	}
	return n, nil
}

// times is a · b, where nil is 1.
func times(a, b *expr.Node) *expr.Node {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	case a.Op == expr.Mul:
		return expr.New(expr.Mul, append(a.Args[:len(a.Args):len(a.Args)], b)...)
	}
	return expr.New(expr.Mul, a, b)
}

// over is a / b, where nil is 1.
func over(a, b *expr.Node) *expr.Node {
	switch {
	case b == nil:
		return a
	case a == nil:
		a = expr.Int(1)
	}
	return expr.New(expr.Div, a, b)
}
