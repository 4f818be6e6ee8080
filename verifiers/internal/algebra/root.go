package algebra

import "math/big"

// root is f^e for an exponent that is not whole.
//
// Of a product c·a·b… the positive constants are taken out, and a single other atom of
// exponent 1; c is then positive. What is left becomes an atom of its own, since
// √(x²) is not x and √(xy) is not √x√y.
func (r *ring) root(f fraction, e ratio) fraction {
	if e.n < 0 {
		return r.invert(r.root(f, ratio{-e.n, e.d}))
	}
	if r.failed || len(f.num) == 0 {
		return fraction{}
	}
	content := r.content(f.num)
	inner := fraction{r.times(f.num, new(big.Rat).Inv(content)), f.den}
	outer := whole(r.rootOfRational(content, e))
	if f.den != nil || len(inner.num) > 1 {
		return r.mulFractions(outer, r.rootAtom(inner, e))
	}
	t := inner.num[0]
	var clear, rest mono
	for _, x := range t.mono {
		if r.atoms[x.atom].positive {
			clear = append(clear, x)
		} else {
			rest = append(rest, x)
		}
	}
	outer = r.mulFractions(outer, whole(r.reduced(r.powMono(clear, e), ratOne)))
	switch minus := t.coef.Sign() < 0; {
	case len(rest) == 0 && !minus:
		return outer
	case len(rest) == 0 && e.d%2 == 1:
		return r.timesFraction(outer, sign(e.n%2 == 1))
	case len(rest) == 0 && e.d == 2:
		return r.mulFractions(outer, r.powFraction(r.form(unitNode), int(e.n)))
	case len(rest) == 1 && !minus && rest[0].exp == ratio{1, 1} && r.atoms[rest[0].atom].text != unitText:
		return r.mulFractions(outer, whole(r.reduced(r.powMono(rest, e), ratOne)))
	}
	return r.mulFractions(outer, r.rootAtom(whole(poly{{rest, t.coef}}), e))
}

func sign(minus bool) *big.Rat {
	if minus {
		return ratMinus
	}
	return ratOne
}

// rootAtom is f^e as a power of an atom for f itself.
func (r *ring) rootAtom(f fraction, e ratio) fraction {
	a := &atom{}
	if f.den == nil {
		a = &atom{degree: 1, instead: f.num}
	}
	text := r.text(f)
	return whole(r.single(r.keyed("root of "+text, text, a), e))
}

// content is the positive rational c for which p/c has whole coefficients without a
// common factor.
func (r *ring) content(p poly) *big.Rat {
	num, den := new(big.Int), big.NewInt(1)
	for _, t := range p {
		if !r.spend(words(size(t.coef), size(t.coef))) {
			return ratOne
		}
		num.GCD(nil, nil, num, new(big.Int).Abs(t.coef.Num()))
		g := new(big.Int).GCD(nil, nil, den, t.coef.Denom())
		den.Mul(den, g.Quo(t.coef.Denom(), g))
		if den.BitLen() > maxBits {
			r.failed = true
			return ratOne
		}
	}
	return new(big.Rat).SetFrac(num, den)
}

// rootOfRational is q^e for q > 0, as a product of roots of primes.
func (r *ring) rootOfRational(q *big.Rat, e ratio) poly {
	p := constant(ratOne)
	for _, b := range r.primes(q) {
		p = r.mul(p, r.single(b.atom, r.mulRatio(b.exp, e)))
	}
	return p
}

// primes is q > 0 as a product of powers of prime atoms.
func (r *ring) primes(q *big.Rat) mono {
	var list mono
	for side, n := range []*big.Int{q.Num(), q.Denom()} {
		if n.Cmp(intOne) == 0 {
			continue
		}
		if !r.spend(2*min(maxFactor, 1<<min(n.BitLen()/2+1, 20)) + words(n.BitLen(), n.BitLen())) {
			return nil
		}
		found, sure := factors(n)
		for i, f := range found {
			prime := &atom{
				degree: 1, instead: constant(new(big.Rat).SetInt(f.p)),
				positive: true, real: true, plain: sure || i < len(found)-1, prime: f.p,
			}
			k := int64(f.k)
			if side == 1 {
				k = -k
			}
			a := r.atom(f.p.String(), prime)
			list = append(list, factor{a, r.ratio(k, 1)})
		}
	}
	return list
}
