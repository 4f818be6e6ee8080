package answer

import (
	"math/big"

	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/expr"
)

// spelledUnits is g and a with letters taken for units where the other side has a unit:
// next to 9.8 \text{ m/s}^2, the m and s of 9.8 m/s^2 are units and no variables.
func spelledUnits(g, a scalar) (scalar, scalar) {
	if g.mark == measured && a.mark != g.mark || a.mark == measured && hasNames(a) {
		a = a.spelled()
	}
	if a.mark == measured && g.mark != a.mark || g.mark == measured && hasNames(g) {
		g = g.spelled()
	}
	return g, a
}

func hasNames(s scalar) bool { return len(algebra.Free(s.value)) > 0 }

// spelled is s with the letters in its value that are units taken for such; s itself when
// there are none.
func (s scalar) spelled() scalar {
	n := s.value
	switch s.mark {
	case measured:
		n = expr.New(expr.Quantity, n, s.unit)
	case bare:
	default:
		return s
	}
	if out, ok := (splitter{letters: true}).measured(n); ok {
		return out
	}
	return s
}

// measures compares two numbers with units.
func (c *comparer) measures(g, a scalar) Result {
	if r, ok := c.temperatures(g, a); ok {
		return r
	}
	gSize, gOk := measure(g.unit)
	aSize, aOk := measure(a.unit)
	switch {
	case !gOk || !aOk:
		return undecided("an unknown unit")
	case gSize.powers != aSize.powers:
		return wrong(Exact, "a unit of another dimension")
	case gSize.factor.Cmp(aSize.factor) == 0:
		return c.values(g.value, a.value)
	case !c.policy.allows(UnitConverted):
		return wrong(ByPolicy, "another unit")
	}
	// In the unit of the gold, then in that of the answer: either number may be rounded.
	times := new(big.Rat).Quo(aSize.factor, gSize.factor)
	r := c.values(g.value, product(a.value, expr.Rat(times)))
	if r.is(Wrong) {
		r = c.values(product(g.value, expr.Rat(times.Inv(times))), a.value)
	}
	return r.by(UnitConverted)
}

// kelvins are the scales of temperature: so many kelvins for each degree, and the degrees
// from absolute zero to their own.
var kelvins = map[string][2]*big.Rat{
	"K":    {one, new(big.Rat)},
	"degC": {one, big.NewRat(27315, 100)},
	"degF": {big.NewRat(5, 9), big.NewRat(45967, 100)},
}

// temperatures compares two temperatures on different scales. It is false for all else.
// A difference of temperatures looks the same: where the numbers would be right as one,
// nothing is decided.
func (c *comparer) temperatures(g, a scalar) (Result, bool) {
	gScale, gOk := kelvins[scaleName(g.unit)]
	aScale, aOk := kelvins[scaleName(a.unit)]
	if !gOk || !aOk || gScale == aScale {
		return Result{}, false
	}
	if !c.policy.allows(UnitConverted) {
		return wrong(ByPolicy, "another unit"), true
	}
	r := c.values(absolute(g.value, gScale), absolute(a.value, aScale)).by(UnitConverted)
	if r.is(Wrong) && c.values(product(g.value, expr.Rat(gScale[0])), product(a.value, expr.Rat(aScale[0]))).is(Right) {
		return undecided("a temperature, or a difference of temperatures"), true
	}
	return r, true
}

// absolute is degrees on a scale in kelvins.
func absolute(degrees *expr.Node, scale [2]*big.Rat) *expr.Node {
	return product(expr.New(expr.Add, degrees, expr.Rat(scale[1])), expr.Rat(scale[0]))
}

// scaleName is the scale of temperature that unit names; empty when it names none.
func scaleName(unit *expr.Node) string {
	if unit.Op != expr.Symbol && unit.Op != expr.Text {
		return ""
	}
	switch unit.Name {
	case "K", "kelvin", "kelvins":
		return "K"
	case "°C", "degC", "celsius", "Celsius":
		return "degC"
	case "°F", "degF", "fahrenheit", "Fahrenheit":
		return "degF"
	}
	return ""
}

// product is a · b, a number when both are.
func product(a, b *expr.Node) *expr.Node {
	if a.Op == expr.Number && b.Op == expr.Number {
		return expr.Rat(new(big.Rat).Mul(a.Value, b.Value))
	}
	return expr.New(expr.Mul, a, b)
}
