package algebra

import (
	"cmp"
	"math/big"
	"slices"
)

// A poly is a sum of terms with rational coefficients; a term multiplies atoms to
// rational powers, as in 3/2·x²·2^(1/2). Terms are sorted and none is 0, so two polys of
// one ring are equal exactly when they look the same. Exponents may be negative.
type poly []term

type term struct {
	mono mono
	coef *big.Rat
}

// mono is a product of powers, by rising atom.
type mono []factor

type factor struct {
	atom int32
	exp  ratio
}

// ratio is n/d in lowest terms, d > 0.
type ratio struct{ n, d int32 }

func constant(q *big.Rat) poly {
	if q.Sign() == 0 {
		return nil
	}
	return poly{{nil, q}}
}

// single is atom^exp.
func (r *ring) single(atom int32, exp ratio) poly {
	return r.reduced(mono{{atom, exp}}, ratOne)
}

// rational is p as a number.
func (p poly) rational() (q *big.Rat, ok bool) {
	switch {
	case len(p) == 0:
		return new(big.Rat), true
	case len(p) == 1 && len(p[0].mono) == 0:
		return p[0].coef, true
	}
	return nil, false
}

func compareMono(a, b mono) int {
	return slices.CompareFunc(a, b, func(x, y factor) int {
		if c := cmp.Compare(x.atom, y.atom); c != 0 {
			return c
		}
		return cmp.Compare(int64(x.exp.n)*int64(y.exp.d), int64(y.exp.n)*int64(x.exp.d))
	})
}

func (p poly) equal(q poly) bool {
	return slices.EqualFunc(p, q, func(a, b term) bool {
		return compareMono(a.mono, b.mono) == 0 && a.coef.Cmp(b.coef) == 0
	})
}

// add is p + q.
func (r *ring) add(p, q poly) poly {
	switch {
	case len(p) == 0:
		return q
	case len(q) == 0:
		return p
	case !r.spend(costTerm * (len(p) + len(q))):
		return nil
	}
	all := make(poly, 0, len(p)+len(q))
	for len(p) > 0 && len(q) > 0 {
		switch c := compareMono(p[0].mono, q[0].mono); {
		case c < 0:
			all, p = append(all, p[0]), p[1:]
		case c > 0:
			all, q = append(all, q[0]), q[1:]
		default:
			all = r.push(all, p[0], q[0])
			p, q = p[1:], q[1:]
		}
	}
	return append(append(all, p...), q...)
}

// push appends the sum of two terms of one mono.
func (r *ring) push(p poly, a, b term) poly {
	if long := size(a.coef) + size(b.coef); long > maxBits || !r.spend(words(long, 0)+commonDivisor(a.coef, b.coef)) {
		r.failed = true
		return p
	}
	if c := new(big.Rat).Add(a.coef, b.coef); c.Sign() != 0 {
		p = append(p, term{a.mono, c})
	}
	return p
}

// collected is terms sorted, and those of one mono made one.
func (r *ring) collected(terms poly) poly {
	if len(terms) < 2 {
		return terms
	}
	slices.SortStableFunc(terms, func(a, b term) int { return compareMono(a.mono, b.mono) })
	p := make(poly, 0, len(terms))
	for _, t := range terms {
		if n := len(p); n > 0 && compareMono(p[n-1].mono, t.mono) == 0 {
			p = r.push(p[:n-1], p[n-1], t)
			continue
		}
		p = append(p, t)
	}
	return p
}

// times is q·p.
func (r *ring) times(p poly, q *big.Rat) poly {
	if is(q, 1) {
		return p
	}
	if q.Sign() == 0 || !r.spend(costTerm*len(p)) {
		return nil
	}
	out := make(poly, len(p))
	for i, t := range p {
		out[i] = term{t.mono, r.mulCoef(t.coef, q)}
	}
	return out
}

func (r *ring) mulCoef(a, b *big.Rat) *big.Rat {
	switch {
	case a == ratOne:
		return b
	case b == ratOne:
		return a
	case size(a)+size(b) > maxBits || !r.spend(words(size(a), size(b))+commonDivisor(a, b)):
		r.failed = true
		return ratOne
	}
	return new(big.Rat).Mul(a, b)
}

func (r *ring) sub(p, q poly) poly { return r.add(p, r.times(q, ratMinus)) }

// mul is p·q.
func (r *ring) mul(p, q poly) poly {
	if len(p) == 0 || len(q) == 0 || !r.spend(costProduct*len(p)*len(q)) {
		return nil
	}
	terms := make(poly, 0, len(p)*len(q))
	var rest poly
	for _, a := range p {
		for _, b := range q {
			m := r.mulMono(a.mono, b.mono)
			c := r.mulCoef(a.coef, b.coef)
			switch t := r.reduced(m, c); {
			case r.failed:
				return nil
			case len(t) == 1:
				terms = append(terms, t[0])
			default:
				rest = r.add(rest, t)
			}
		}
	}
	return r.add(r.collected(terms), rest)
}

func (r *ring) mulMono(a, b mono) mono {
	switch {
	case len(a) == 0:
		return b
	case len(b) == 0:
		return a
	}
	m := make(mono, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].atom < b[0].atom:
			m, a = append(m, a[0]), a[1:]
		case a[0].atom > b[0].atom:
			m, b = append(m, b[0]), b[1:]
		default:
			if e := r.addRatio(a[0].exp, b[0].exp); e.n != 0 {
				m = append(m, factor{a[0].atom, e})
			}
			a, b = a[1:], b[1:]
		}
	}
	return append(append(m, a...), b...)
}

// reduced is c·m with every power that an atom has another form for replaced.
func (r *ring) reduced(m mono, c *big.Rat) poly {
	for i, f := range m {
		a := r.atoms[f.atom]
		if a.degree == 0 {
			continue
		}
		k := f.exp.floorOver(a.degree)
		if k == 0 {
			continue
		}
		rest := slices.Delete(slices.Clone(m), i, i+1)
		if e := r.addRatio(f.exp, r.ratio(-int64(k)*int64(a.degree), 1)); e.n != 0 {
			rest = slices.Insert(rest, i, factor{f.atom, e})
		}
		if q, ok := a.instead.rational(); ok {
			p, ok := ratPow(q, int(k))
			if !ok || !r.spend(words(size(p), size(p))) {
				r.failed = true
				return nil
			}
			return r.reduced(rest, r.mulCoef(c, p))
		}
		if k < 0 {
			r.failed = true // only fractions hold these, in their denominators
			return nil
		}
		return r.mul(r.reduced(rest, c), r.powInt(a.instead, int(k)))
	}
	if r.failed {
		return nil
	}
	return poly{{m, c}}
}

// powInt is p^n for n >= 0.
func (r *ring) powInt(p poly, n int) poly {
	if len(p) == 1 {
		return r.powTerm(p[0], n)
	}
	result := constant(ratOne)
	for ; n > 0 && !r.failed; n >>= 1 {
		if n&1 == 1 {
			result = r.mul(result, p)
		}
		if n > 1 {
			p = r.mul(p, p)
		}
	}
	return result
}

func (r *ring) powTerm(t term, n int) poly {
	c, ok := ratPow(t.coef, n)
	if !ok || !r.spend(costTerm+words(size(c), size(c))) {
		r.failed = true
		return nil
	}
	return r.reduced(r.powMono(t.mono, r.ratio(int64(n), 1)), c)
}

func (r *ring) powMono(m mono, e ratio) mono {
	if e.n == 0 {
		return nil
	}
	out := make(mono, len(m))
	for i, f := range m {
		out[i] = factor{f.atom, r.mulRatio(f.exp, e)}
	}
	return out
}
