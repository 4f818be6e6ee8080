package answer

import (
	"math/big"

	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/expr"
)

// markDropped compares m, which has a mark, and plain, which has none; gold says whether
// m is the gold.
func (c *comparer) markDropped(m, plain scalar, gold bool) Result {
	row := map[mark]Row{money: MoneySign, measured: UnitDropped, counted: Noun, numeral: BaseSign, degrees: DegreeSign, percent: PercentSign}[m.mark]
	compare := func(value *expr.Node) Result {
		if gold {
			return c.values(value, plain.value)
		}
		return c.values(plain.value, value)
	}
	switch {
	case m.mark == percent:
		return c.percent(m, plain, gold)
	case m.mark == counted && !gold && !isCount(m.label, m.value):
		return undecided("words behind the number that may change it")
	case m.mark == measured && !gold && scaleName(m.unit) == "K" && m.unit.Name == "K":
		return undecided("kelvins, or thousands")
	case m.mark == numeral && !gold:
		return undecided("a base that the gold does not name")
	case m.mark == degrees && hasPi(plain.value): // never so many degrees
		row = Radians
		m.value = expr.New(expr.Div, expr.New(expr.Mul, m.value, expr.Const(expr.Pi)), expr.Int(180))
	}
	if !c.policy.allows(row) {
		return wrong(ByPolicy, "a mark on one side only")
	}
	return compare(m.value).by(row)
}

func hasPi(n *expr.Node) bool { return n.Any(func(m *expr.Node) bool { return m.Is(expr.Pi) }) }

// percent compares the percentage m and the number plain: as hundredths, and with the
// sign dropped. Where only the answer has the sign, it can be dropped only from what is
// more than one percent, and the number must be the same: 0.1% is not 0.1, and 16.7% not
// 16.67.
func (c *comparer) percent(m, plain scalar, gold bool) Result {
	r := wrong(ByPolicy, "a percent sign on one side only")
	if c.policy.allows(PercentValue) {
		times := product(plain.value, expr.Int(100))
		if gold {
			r = c.close(m.value, times, asPercent).by(PercentValue)
		} else {
			r = c.close(times, m.value, asPercent).by(PercentValue)
		}
	}
	if r.is(Right) || !c.policy.allows(PercentSign) {
		return r
	}
	if gold {
		return c.values(m.value, plain.value).by(PercentSign)
	}
	if v, ok := algebra.Value(plain.value, c.budget); ok {
		if sign, ok := v.Cmp(big.NewRat(1, 1)); ok && sign > 0 {
			return c.without(Rounding).values(plain.value, m.value).by(PercentSign)
		}
	}
	return r
}
