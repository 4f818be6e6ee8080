package ball

import (
	"math/big"
	"sync"
)

// guard is how many bits beyond the precision a series is computed with. It covers the
// errors of at most half a unit in each of its few hundred steps, doubled by at most
// eight squarings.
const guard = 32

// constantBits is the precision of the stored constants: enough for MaxPrec, the guard
// bits, and the whole part of a reduced argument.
const constantBits = 2 * MaxPrec

// Each of these is the constant times 2^constantBits, within four units.
var (
	// π/4 = 4 arctan 1/5 - arctan 1/239 (Machin).
	piFixed = sync.OnceValue(func() *big.Int {
		return machin(16, 5, -4, 239, 0, 0, true)
	})
	halfPi = sync.OnceValue(func() *big.Int { return new(big.Int).Rsh(piFixed(), 1) })
	// ln 2 = 18 artanh 1/26 - 2 artanh 1/4801 + 8 artanh 1/8749.
	ln2Fixed = sync.OnceValue(func() *big.Int {
		return machin(18, 26, -2, 4801, 8, 8749, false)
	})
)

// machin is a·f(1/p) + b·f(1/q) + c·f(1/r) times 2^constantBits, where f is arctan, or
// artanh when the signs of the series do not alternate.
func machin(a, p, b, q, c, r int64, alternate bool) *big.Int {
	sum := new(big.Int)
	for _, t := range [][2]int64{{a, p}, {b, q}, {c, r}} {
		if t[0] == 0 {
			continue
		}
		power := new(big.Int).Lsh(big.NewInt(t[0]), constantBits+guard)
		power.Quo(power, big.NewInt(t[1]))
		square := big.NewInt(t[1] * t[1])
		for k := int64(1); power.Sign() != 0; k += 2 {
			term := new(big.Int).Quo(power, big.NewInt(k))
			if alternate && k%4 == 3 {
				term.Neg(term)
			}
			sum.Add(sum, term)
			power.Quo(power, square)
		}
	}
	return sum.Rsh(sum, guard)
}

// constant is a stored constant as a ball.
func (c Context) constant(fixed *big.Int) Real {
	return c.fixed(fixed, -constantBits, pow2(4-constantBits))
}

// reduce writes x = n·k + r, for k = unit/2^constantBits and n the nearest whole number,
// with r times 2^w, within two units. ok is false when |x| is 2^64 or more.
func reduce(x *big.Float, unit *big.Int, w uint) (n *big.Int, r *big.Int, ok bool) {
	const whole = 64 // more bits than w, for the whole part of x
	if x.MantExp(nil) > whole {
		return nil, nil, false
	}
	k := new(big.Int).Rsh(unit, constantBits-w-whole)
	r = fixedPoint(x, w+whole)
	n = new(big.Int).Lsh(r, 1)
	n.Add(n, k)
	double := new(big.Int).Lsh(k, 1)
	n.Div(n, double) // rounds down, for k is positive
	r.Sub(r, double.Mul(n, k))
	return n, r.Rsh(r, whole), true
}

// fixedPoint is x times 2^w, cut to a whole number.
func fixedPoint(x *big.Float, w uint) *big.Int {
	var y big.Float
	y.SetMantExp(x, int(w))
	z, _ := y.Int(nil)
	return z
}

// expSeries is e^(r/2^w) times 2^w for |r| < 2^w, within 2^20 units.
func expSeries(r *big.Int, w uint) *big.Int {
	const halvings = 8
	// e^t = (e^(t/256))^256.
	x := new(big.Int).Rsh(r, halvings)
	one := new(big.Int).Lsh(big.NewInt(1), w)
	sum, term := new(big.Int).Set(one), one
	product, divisor := new(big.Int), new(big.Int)
	for k := int64(1); ; k++ {
		product.Mul(term, x)
		product.Rsh(product, w)
		term.Quo(product, divisor.SetInt64(k))
		if term.Sign() == 0 {
			break
		}
		sum.Add(sum, term)
	}
	for range halvings {
		product.Mul(sum, sum)
		sum.Rsh(product, w)
	}
	return sum
}

// sinSeries is sin(r/2^w) times 2^w for |r| < 2^w, within 2^10 units.
func sinSeries(r *big.Int, w uint) *big.Int {
	square := new(big.Int).Mul(r, r)
	square.Rsh(square, w)
	sum := new(big.Int).Set(r)
	term := new(big.Int).Set(r)
	product, divisor := new(big.Int), new(big.Int)
	for k := int64(2); ; k += 2 {
		product.Mul(term, square)
		product.Rsh(product, w)
		term.Quo(product, divisor.SetInt64(-k*(k+1)))
		if term.Sign() == 0 {
			break
		}
		sum.Add(sum, term)
	}
	return sum
}
