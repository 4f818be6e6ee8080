package answer

import (
	"math/big"

	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/expr"
)

// notation is how a number stands in the text.
type notation uint8

const (
	asNumber  notation = iota
	asPercent          // a sign of percent follows
)

// decimal is a number as it was written: its value, one unit of its last place, and its
// significant digits.
type decimal struct {
	value, unit *big.Rat
	digits      int
	places      int
}

// rounded says whether one of two constants is a decimal that the other rounds to. When
// both are decimals it is the one with fewer places. A decimal stands for more than its
// value only when it shows three significant digits: 0.333 does, 0.3 and 42 do not, 5.00
// is an integer, and an integer as the gold is never rounded, 1.23·10^5 is not 123456.
// A gold does with two places, and so does an answer next to a gold that is itself a
// decimal: 0.33 as the gold of 1/3. With a percent sign an integer counts as a decimal:
// 118% has three digits.
func (c *comparer) rounded(g, a *expr.Node, how notation) bool {
	gDec, gOk := readDecimal(g, how)
	aDec, aOk := readDecimal(a, how)
	dec, other := gDec, a
	switch {
	case !gOk && !aOk:
		return false
	case !gOk || aOk && aDec.unit.Cmp(gDec.unit) > 0:
		dec, other = aDec, g
	}
	if !dec.stands(how, gOk) {
		return false
	}
	exact, ok := algebra.Value(other, c.budget)
	if !ok || !gOk && exact.Rat() != nil && exact.Rat().IsInt() {
		return false
	}
	gap, ok := algebra.Value(difference(other, expr.Rat(dec.value)), c.budget)
	if !ok {
		return false
	}
	return dec.roundsFrom(gap) || dec.digits >= floatDigits && dec.digits <= floatDigits+2 && !isInteger(other) && within(gap, floatSlack(dec.value))
}

// roundsFrom says whether the value that lies gap above d rounds to d: half a unit or
// less away, and what lies in the middle goes to the decimal that is further from zero.
func (d decimal) roundsFrom(gap algebra.Real) bool {
	most := new(big.Rat).Mul(half, d.unit)
	if !within(gap, most) {
		return false
	}
	if d.value.Sign() < 0 {
		most.Neg(most)
	}
	sign, ok := gap.Cmp(most)
	return ok && sign != 0
}

// floatDigits is how many digits a binary floating point number shows at least when it
// is printed in full, two more at most; its last ones may be off.
const floatDigits = 15

// floatSlack is how far a floating point number near v may be off.
func floatSlack(v *big.Rat) *big.Rat {
	slack := new(big.Rat).Mul(v, power10(1-floatDigits))
	return slack.Abs(slack)
}

// stands says whether d may stand for a value near it; gold says that the gold is a
// decimal, d or another.
func (d decimal) stands(how notation, gold bool) bool {
	return d.digits >= 3 || d.digits >= 2 && d.places >= 2 && gold && how == asNumber
}

// readDecimal is n as a decimal, perhaps with a sign or a power of ten. It is false for
// integers and all else, but with a percent sign an integer is one too, its zeros at the
// end not counted as digits.
func readDecimal(n *expr.Node, how notation) (decimal, bool) {
	switch n.Op {
	case expr.Paren:
		return readDecimal(n.Args[0], how)
	case expr.Neg:
		d, ok := readDecimal(n.Args[0], how)
		if ok {
			d.value = new(big.Rat).Neg(d.value)
		}
		return d, ok
	case expr.Mul:
		if len(n.Args) == 2 {
			if power, ok := tenPower(n.Args[1]); ok && n.Args[0].Op == expr.Number && n.Args[0].Places > 0 {
				d := plainDecimal(n.Args[0])
				d.value = new(big.Rat).Mul(d.value, power)
				d.unit = new(big.Rat).Mul(d.unit, power)
				d.places = 0
				return d, true
			}
		}
	case expr.Number:
		switch {
		case n.Places > 0 && (!n.Value.IsInt() || how == asPercent):
			return plainDecimal(n), true
		case how == asPercent && n.Value.IsInt():
			return wholePercent(n.Value), true
		}
	}
	return decimal{}, false
}

// plainDecimal is the number n, written with places.
func plainDecimal(n *expr.Node) decimal {
	unit := power10(-n.Places)
	digits := new(big.Rat).Quo(n.Value, unit)
	return decimal{n.Value, unit, len(new(big.Int).Abs(digits.Num()).String()), n.Places}
}

// wholePercent is the whole percentage v.
func wholePercent(v *big.Rat) decimal {
	text := new(big.Int).Abs(v.Num()).String()
	digits := len(text)
	for digits > 0 && text[digits-1] == '0' {
		digits--
	}
	return decimal{v, big.NewRat(1, 1), digits, 0}
}

// tenPower is n as a whole power of ten of moderate size.
func tenPower(n *expr.Node) (*big.Rat, bool) {
	if n.Op != expr.Pow || n.Args[0].Op != expr.Number || n.Args[0].Value.Cmp(ten) != 0 {
		return nil, false
	}
	p, ok := smallInteger(n.Args[1])
	return power10(p), ok
}

var (
	half = big.NewRat(1, 2)
	ten  = big.NewRat(10, 1)
)

// power10 is 10^p.
func power10(p int) *big.Rat {
	n := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(p, -p))), nil)
	if p < 0 {
		return new(big.Rat).SetFrac(big.NewInt(1), n)
	}
	return new(big.Rat).SetInt(n)
}

// isInteger says whether n is written as a whole number.
func isInteger(n *expr.Node) bool {
	switch n.Op {
	case expr.Neg, expr.Paren:
		return isInteger(n.Args[0])
	}
	return n.Op == expr.Number && n.Value.IsInt()
}
