package parse

import (
	"math/big"
	"strconv"
	"strings"

	"gander/verifiers/internal/expr"
)

// number is the value of a numeral token's text, and its places as of an expr.Node.
func number(text string) (value *big.Rat, places int) {
	if len(text) <= 18 && wholeNumber(text) {
		var n int64
		for i := range len(text) {
			n = n*10 + int64(text[i]-'0')
		}
		return big.NewRat(n, 1), expr.NotDecimal
	}
	if n, d, ok := strings.Cut(text, "/"); ok {
		return new(big.Rat).SetFrac(digitsOf(n), digitsOf(d)), expr.NotDecimal
	}
	mantissa, power, scientific := strings.Cut(text, "e")
	exponent := 0
	if scientific {
		exponent, _ = strconv.Atoi(power) // at most MaxDigits, checked by the lexer
	}
	whole, frac, _ := strings.Cut(mantissa, ".")
	frac, cycle, repeats := strings.Cut(strings.TrimSuffix(frac, ")"), "(")
	n := new(big.Rat).SetFrac(digitsOf(whole+frac), pow10(len(frac)))
	if repeats {
		part := new(big.Rat).SetFrac(digitsOf(cycle), new(big.Int).Sub(pow10(len(cycle)), big.NewInt(1)))
		n.Add(n, part.Mul(part, new(big.Rat).SetFrac(big.NewInt(1), pow10(len(frac)))))
	}
	if exponent >= 0 {
		n.Mul(n, new(big.Rat).SetInt(pow10(exponent)))
	} else {
		n.Mul(n, new(big.Rat).SetFrac(big.NewInt(1), pow10(-exponent)))
	}
	if repeats || frac == "" && !scientific {
		return n, expr.NotDecimal
	}
	return n, max(0, len(frac)-exponent)
}

// digitsOf is the whole number that digits spell, 0 for none.
func digitsOf(digits string) *big.Int {
	n, ok := new(big.Int).SetString(digits, 10)
	if !ok {
		return new(big.Int)
	}
	return n
}

func pow10(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }

// wholeNumber says whether the text of a numeral has digits only.
func wholeNumber(text string) bool { return strings.Trim(text, "0123456789") == "" }
