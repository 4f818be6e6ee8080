package expr

import (
	"math/big"
	"strings"
)

// number prints a rational: whole, as a decimal of its places, with its repeating digits,
// or, where those are many, as \rational{n/d}.
func (p *printer) number(n *Node) {
	switch {
	case n.Places > 0:
		p.WriteString(n.Value.FloatString(n.Places))
	case n.Places == 0 && n.Value.IsInt():
		p.WriteString(n.Value.Num().String() + "e0")
	case n.Value.IsInt():
		p.WriteString(n.Value.Num().String())
	default:
		if text := cycle(n.Value); text != "" {
			p.WriteString(text)
			return
		}
		if n.Value.Sign() < 0 {
			p.WriteByte('-')
		}
		p.WriteString(`\rational{` + new(big.Rat).Abs(n.Value).String() + "}")
	}
}

// maxCycle is the longest cycle of digits that is printed.
const maxCycle = 24

// cycle is the decimal of r with its repeating digits under a bar, a zero where it ends;
// empty when it would be long.
func cycle(r *big.Rat) string {
	den := new(big.Int).Set(r.Denom())
	tail := 0
	ten := big.NewInt(10)
	for ; tail <= maxCycle; tail++ { // digits before the cycle
		if g := new(big.Int).GCD(nil, nil, den, ten); g.Cmp(big.NewInt(1)) > 0 {
			den.Quo(den, g)
			continue
		}
		break
	}
	if tail > maxCycle {
		return ""
	}
	pow := big.NewInt(1)
	length := 0
	for length = 1; length <= maxCycle; length++ {
		if pow.Mul(pow, ten); new(big.Int).Mod(new(big.Int).Sub(pow, big.NewInt(1)), den).Sign() == 0 {
			break
		}
	}
	if length > maxCycle {
		return ""
	}
	scale := new(big.Int).Exp(ten, big.NewInt(int64(tail+length)), nil)
	digits := new(big.Int).Quo(new(big.Int).Mul(new(big.Int).Abs(r.Num()), scale), r.Denom()).String()
	if pad := tail + length + 1 - len(digits); pad > 0 {
		digits = strings.Repeat("0", pad) + digits
	}
	point := len(digits) - tail - length
	sign := ""
	if r.Sign() < 0 {
		sign = "-"
	}
	return sign + digits[:point] + "." + digits[point:point+tail] + `\overline{` + digits[point+tail:] + "}"
}
