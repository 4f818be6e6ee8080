package algebra

import (
	"math/big"
	"math/bits"
)

// Exact arithmetic of rationals, with sizes computed before a result is.

const (
	// maxBits is the most bits of a numerator and its denominator together. A power, a
	// factorial or a product that would be longer stays as it was written, and is
	// evaluated with as many digits as are needed.
	maxBits = 1 << 16
	// maxFactor is the largest prime that is looked for in the radicand of a root or the
	// argument of a logarithm.
	maxFactor = 1 << 10
	// maxFactored is the most bits of a number that is factored at all.
	maxFactored = 512
)

var (
	ratZero  = new(big.Rat)
	ratOne   = big.NewRat(1, 1)
	ratTwo   = big.NewRat(2, 1)
	ratHalf  = big.NewRat(1, 2)
	ratMinus = big.NewRat(-1, 1)
	intOne   = big.NewInt(1)
)

// is says whether q is the whole number n, without the work of a comparison of fractions.
func is(q *big.Rat, n int64) bool {
	return q.IsInt() && q.Num().IsInt64() && q.Num().Int64() == n
}

// size is the length of q in bits.
func size(q *big.Rat) int { return q.Num().BitLen() + q.Denom().BitLen() }

// words is the cost of one operation on numbers of so many bits, in budget operations: a
// word times a word takes about an eighth of one.
func words(a, b int) int { return 4 + (a/bits.UintSize+1)*(b/bits.UintSize+1)/8 }

// commonDivisor is the cost of bringing a sum or product of x and y to lowest terms.
func commonDivisor(x, y *big.Rat) int {
	if x.IsInt() && y.IsInt() {
		return 0
	}
	return 20 + (size(x)+size(y))/16
}

// smallInt is q as an int when it is whole and below 2^31 in magnitude.
func smallInt(q *big.Rat) (n int, ok bool) {
	if !q.IsInt() || q.Num().BitLen() > 31 {
		return 0, false
	}
	return int(q.Num().Int64()), true
}

// ratPow is q^n when it fits in maxBits; 0 has no negative power.
func ratPow(q *big.Rat, n int) (power *big.Rat, ok bool) {
	if q.Sign() == 0 && n < 0 {
		return nil, false
	}
	k := n
	if k < 0 {
		k = -k
	}
	// ±1 and 0 have powers of any size; else a factor of 2 or more counts its bits.
	if long := max(q.Num().BitLen(), q.Denom().BitLen()); long > 1 && k > maxBits/(long-1) {
		return nil, false
	}
	if q.Num().BitLen() <= 1 && q.IsInt() {
		k = min(k, 2-k%2)
	}
	e := big.NewInt(int64(k))
	num, den := new(big.Int).Exp(q.Num(), e, nil), new(big.Int).Exp(q.Denom(), e, nil)
	if n < 0 {
		num, den = den, num
	}
	return new(big.Rat).SetFrac(num, den), true
}

// ratRoot is the real n-th root of q when it is rational: of any q for odd n, of q >= 0
// for even n.
func ratRoot(q *big.Rat, n int) (root *big.Rat, ok bool) {
	if n < 1 || q.Sign() < 0 && n%2 == 0 {
		return nil, false
	}
	abs := new(big.Rat).Abs(q)
	num, ok := intRoot(abs.Num(), n)
	if !ok {
		return nil, false
	}
	den, ok := intRoot(abs.Denom(), n)
	if !ok {
		return nil, false
	}
	root = new(big.Rat).SetFrac(num, den)
	if q.Sign() < 0 {
		root.Neg(root)
	}
	return root, true
}

// intRoot is the n-th root of x >= 0 when it is whole.
func intRoot(x *big.Int, n int) (root *big.Int, ok bool) {
	switch {
	case x.Sign() == 0 || n == 1 || x.Cmp(intOne) == 0:
		return x, true
	case n >= x.BitLen():
		return nil, false
	case n == 2:
		root = new(big.Int).Sqrt(x)
		return root, new(big.Int).Mul(root, root).Cmp(x) == 0
	}
	// Newton's step from above: r - (r^n - x) / (n r^(n-1)).
	e, e1, bigN := big.NewInt(int64(n)), big.NewInt(int64(n-1)), big.NewInt(int64(n))
	root = new(big.Int).Lsh(intOne, uint(x.BitLen()/n+1))
	for {
		low := new(big.Int).Exp(root, e1, nil)
		next := new(big.Int).Quo(x, low)
		next.Add(next, new(big.Int).Mul(root, e1))
		next.Quo(next, bigN)
		if next.Cmp(root) >= 0 {
			return root, new(big.Int).Exp(root, e, nil).Cmp(x) == 0
		}
		root = next
	}
}

// primePower is a factor p^k of a number. The last one may be composite, without any
// prime factor up to maxFactor.
type primePower struct {
	p *big.Int
	k int
}

// factors splits n >= 1 into prime powers. sure is false when the last factor may be
// composite.
func factors(n *big.Int) (list []primePower, sure bool) {
	if n.IsUint64() {
		return smallFactors(n.Uint64())
	}
	if n.BitLen() > maxFactored {
		return []primePower{{n, 1}}, false
	}
	rest := new(big.Int).Set(n)
	quo, rem, p := new(big.Int), new(big.Int), new(big.Int)
	for d := int64(2); d <= maxFactor; d++ {
		p.SetInt64(d)
		k := 0
		for {
			quo.QuoRem(rest, p, rem)
			if rem.Sign() != 0 {
				break
			}
			rest, quo = quo, rest
			k++
		}
		if k > 0 {
			list = append(list, primePower{big.NewInt(d), k})
		}
	}
	if rest.Cmp(intOne) == 0 {
		return list, true
	}
	last, sure := lastFactor(rest)
	return append(list, last), sure
}

func smallFactors(n uint64) (list []primePower, sure bool) {
	for d := uint64(2); d <= maxFactor && d*d <= n; d++ {
		k := 0
		for ; n%d == 0; n /= d {
			k++
		}
		if k > 0 {
			list = append(list, primePower{new(big.Int).SetUint64(d), k})
		}
	}
	switch {
	case n == 1:
		return list, true
	case n <= maxFactor*maxFactor:
		return append(list, primePower{new(big.Int).SetUint64(n), 1}), true
	}
	last, sure := lastFactor(new(big.Int).SetUint64(n))
	return append(list, last), sure
}

// lastFactor finds whether n, without small factors, is a power.
func lastFactor(n *big.Int) (f primePower, sure bool) {
	for k := 5; k >= 2; k-- {
		if r, ok := intRoot(n, k); ok {
			return primePower{r, k}, r.ProbablyPrime(0)
		}
	}
	return primePower{n, 1}, n.ProbablyPrime(0)
}
