package answer

import (
	"math/big"
	"strings"

	"gander/verifiers/internal/expr"
)

// readScalar is the form of arithmetic n: its mark apart from its value.
func readScalar(n *expr.Node) form {
	switch n.Op {
	case expr.Paren:
		return readScalar(n.Args[0])
	case expr.Neg:
		if s, ok := readScalar(n.Args[0]).(scalar); ok && s.mark != bare && s.mark != numeral {
			s.value = expr.New(expr.Neg, s.value)
			return s
		}
	case expr.Percent:
		return scalar{value: n.Args[0], mark: percent}
	case expr.Degrees:
		return scalar{value: n.Args[0], mark: degrees}
	case expr.Money:
		return scalar{value: n.Args[0], mark: money, label: currency(n.Name)}
	case expr.Quantity:
		return readQuantity(n)
	case expr.Base:
		digits, ok := new(big.Rat).SetString(n.Name)
		if !ok || !digits.IsInt() {
			return opaque{n}
		}
		return scalar{value: expr.Rat(digits), mark: numeral, label: n.Args[0].String()}
	}
	n = digitStrings(n)
	if angle, ok := readArc(n); ok {
		return scalar{value: angle, mark: degrees}
	}
	if n.Any(func(m *expr.Node) bool { return m.Op == expr.Quantity }) {
		if s, ok := (splitter{}).measured(n); ok {
			return s
		}
	}
	return scalar{value: n}
}

// digitStrings is n with numbers whose digits are letters, as \overline{abc}, as one name:
// they are no product, and their digits have an order.
func digitStrings(n *expr.Node) *expr.Node {
	if n.Op == expr.Call && n.Name == expr.Overline && len(n.Args) == 1 && n.Args[0].Op == expr.Mul {
		if digits := spelling(n.Args[0]); digits != "" && strings.ToLower(digits) == digits {
			return expr.Var("overline{" + digits + "}")
		}
	}
	return mapped(n, digitStrings)
}

// readArc is n, an angle in degrees, minutes and perhaps seconds such as 37° 30' 15”, in
// degrees.
func readArc(n *expr.Node) (*expr.Node, bool) {
	if n.Op != expr.Mul || len(n.Args) < 2 || len(n.Args) > 3 || n.Args[0].Op != expr.Degrees {
		return nil, false
	}
	sum := []*expr.Node{n.Args[0].Args[0]}
	last := 0
	for _, part := range n.Args[1:] {
		primes := 0
		for part.Op == expr.Prime {
			part = part.Args[0]
			primes++
		}
		if part.Op != expr.Number || primes <= last || primes > 2 {
			return nil, false
		}
		sum = append(sum, product(part, expr.Rat([]*big.Rat{big.NewRat(1, 60), big.NewRat(1, 3600)}[primes-1])))
		last = primes
	}
	return expr.New(expr.Add, sum...), true
}

// readQuantity is the form of an amount with a unit, or with a noun.
func readQuantity(n *expr.Node) form {
	amount, unit := n.Args[0], n.Args[1]
	if s, ok := readScalar(amount).(scalar); !ok || s.mark != bare {
		return opaque{n}
	}
	if unit.Op == expr.Symbol || unit.Op == expr.Text {
		words := fold(unit.Name)
		switch {
		case ordinals[words] || words == "":
			return scalar{value: amount}
		case currencies[words] != "":
			return scalar{value: amount, mark: money, label: currencies[words]}
		case angleWords[words]:
			return scalar{value: amount, mark: degrees}
		case percentWords[words]:
			return scalar{value: amount, mark: percent}
		}
	}
	if _, ok := measure(unit); ok {
		return scalar{value: amount, mark: measured, unit: unit}
	}
	if changes(unit.String()) {
		return opaque{n}
	}
	if unit.Op == expr.Text || unit.Op == expr.Symbol {
		return scalar{value: amount, mark: counted, label: fold(unit.Name)}
	}
	return scalar{value: amount, mark: counted, label: fold(unit.String())}
}

var (
	ordinals     = map[string]bool{"th": true, "st": true, "nd": true, "rd": true}
	angleWords   = map[string]bool{"degree": true, "degrees": true, "deg": true}
	percentWords = map[string]bool{"percent": true, "pct": true, "percentage": true, "per cent": true}
)

// currencies are the currencies by sign, code and name.
var currencies = map[string]string{
	"$": "$", "usd": "$", "dollar": "$", "dollars": "$", "us dollars": "$",
	"€": "€", "eur": "€", "euro": "€", "euros": "€",
	"£": "£", "gbp": "£", "pound sterling": "£", "pounds sterling": "£",
	"¥": "¥", "jpy": "¥", "cny": "¥", "yen": "¥", "yuan": "¥", "rmb": "¥",
	"₹": "₹", "inr": "₹", "rupee": "₹", "rupees": "₹", "rs": "₹",
	"¢": "¢", "cent": "¢", "cents": "¢",
}

// currency is the sign of the currency called name, or name itself.
func currency(name string) string {
	if sign := currencies[fold(name)]; sign != "" {
		return sign
	}
	return name
}

// readConstant is the form of a constant: a number, or a word for nothing or undefined,
// or a set.
func readConstant(n *expr.Node) form {
	switch n.Name {
	case expr.EmptySet, expr.NoSolution:
		return word{text: n.Name, is: nothing}
	case expr.Undefined:
		return word{text: n.Name, is: undefined}
	case expr.Reals:
		return region{in: []bool{true}}
	case expr.Rationals, expr.Integers, expr.Naturals, expr.Complexes:
		return opaque{n}
	}
	return scalar{value: n}
}
