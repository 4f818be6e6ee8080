package algebra

import "math/big"

// cosinesOf lists cos(rπ) for r from 0 to 1/2, as sums of a·√b: a and b by turns.
var cosinesOf = []struct {
	r     *big.Rat
	roots [][2]*big.Rat
}{
	{big.NewRat(0, 1), surd(1, 1, 1)},
	{big.NewRat(1, 12), surd(1, 4, 6, 1, 4, 2)},
	{big.NewRat(1, 6), surd(1, 2, 3)},
	{big.NewRat(1, 5), surd(1, 4, 1, 1, 4, 5)},
	{big.NewRat(1, 4), surd(1, 2, 2)},
	{big.NewRat(1, 3), surd(1, 2, 1)},
	{big.NewRat(2, 5), surd(-1, 4, 1, 1, 4, 5)},
	{big.NewRat(5, 12), surd(1, 4, 6, -1, 4, 2)},
	{big.NewRat(1, 2), nil},
}

// surd is the sum of (a/b)·√c over triples a, b, c.
func surd(abc ...int64) (sum [][2]*big.Rat) {
	for i := 0; i < len(abc); i += 3 {
		sum = append(sum, [2]*big.Rat{big.NewRat(abc[i], abc[i+1]), big.NewRat(abc[i+2], 1)})
	}
	return sum
}

// surd is one of those sums as a poly.
func (r *ring) surd(sum [][2]*big.Rat) poly {
	var p poly
	for _, s := range sum {
		p = r.add(p, r.times(r.rootOfRational(s[1], ratio{1, 2}), s[0]))
	}
	return p
}

// cosPi is cos(qπ): known for the fractions above and their like in the other three
// quarters, else an atom with q between 0 and 1/2.
func (r *ring) cosPi(q *big.Rat) fraction {
	// cos has period 2 and is even; cos(π - x) = -cos x.
	turns := new(big.Int).Div(q.Num(), new(big.Int).Lsh(q.Denom(), 1))
	q = new(big.Rat).Sub(q, new(big.Rat).SetInt(turns.Lsh(turns, 1)))
	if q.Cmp(ratOne) > 0 {
		q.Sub(ratTwo, q)
	}
	minus := q.Cmp(ratHalf) > 0
	if minus {
		q.Sub(ratOne, q)
	}
	for _, c := range cosinesOf {
		if c.r.Cmp(q) == 0 {
			return r.timesFraction(whole(r.surd(c.roots)), sign(minus))
		}
	}
	angle := r.timesFraction(r.form(piNode), q)
	return r.timesFraction(r.free("cos("+r.text(angle)+")", &atom{positive: true, real: true}), sign(minus))
}

// cosSin is the cosine and the sine of f. Quarter turns are taken out of f, and its sign.
func (r *ring) cosSin(f fraction) (cos, sin fraction) {
	q, rest := r.quarters(f)
	if r.failed {
		return fraction{}, fraction{}
	}
	if len(rest.num) == 0 {
		return r.cosPi(q), r.cosPi(new(big.Rat).Sub(ratHalf, q))
	}
	// f = rest + qπ, q = k/2 + what is left of it, at most 1/4 from 0.
	k := new(big.Rat).Add(new(big.Rat).Mul(q, ratTwo), ratHalf)
	n := new(big.Int).Div(k.Num(), k.Denom())
	left := new(big.Rat).Sub(q, new(big.Rat).SetFrac(n, big.NewInt(2)))
	f = r.addFractions(rest, r.timesFraction(r.form(piNode), left))
	minus := r.leadingMinus(f.num)
	if minus {
		f = r.timesFraction(f, ratMinus)
	}
	cos, sin = r.cosSinAtoms(f)
	if minus {
		sin = r.timesFraction(sin, ratMinus)
	}
	switch new(big.Int).And(n, big.NewInt(3)).Int64() {
	case 1:
		cos, sin = r.timesFraction(sin, ratMinus), cos
	case 2:
		cos, sin = r.timesFraction(cos, ratMinus), r.timesFraction(sin, ratMinus)
	case 3:
		cos, sin = sin, r.timesFraction(cos, ratMinus)
	}
	return cos, sin
}

// quarters splits f into rest + qπ with a rational q.
func (r *ring) quarters(f fraction) (q *big.Rat, rest fraction) {
	q = new(big.Rat)
	if f.den != nil {
		return q, f
	}
	rest.num = make(poly, 0, len(f.num))
	for _, t := range f.num {
		if len(t.mono) == 1 && t.mono[0].exp == (ratio{1, 1}) && r.atoms[t.mono[0].atom].text == "pi" {
			q = t.coef
		} else {
			rest.num = append(rest.num, t)
		}
	}
	return q, rest
}

// cosSinAtoms are atoms with sin² = 1 - cos².
func (r *ring) cosSinAtoms(f fraction) (cos, sin fraction) {
	text := r.text(f)
	isReal := f.den == nil && r.realPoly(f.num)
	cos = r.free("cos("+text+")", &atom{real: isReal})
	square := r.sub(constant(ratOne), r.mul(cos.num, cos.num))
	sin = r.free("sin("+text+")", &atom{real: isReal, degree: 2, instead: square})
	return cos, sin
}

// arc is an inverse function: known for the values above, else an atom, odd in its
// argument.
func (r *ring) arc(fn *function, f fraction) fraction {
	minus := r.leadingMinus(f.num)
	x := f
	if minus {
		x = r.timesFraction(f, ratMinus)
	}
	turn := func(q *big.Rat) fraction { return r.timesFraction(r.form(piNode), q) }
	quarter := turn(ratHalf)
	if r.constantPoly(x.num) && x.den == nil {
		for _, c := range cosinesOf {
			cos := whole(r.surd(c.roots))
			if fn == arctan {
				sin := r.cosPi(new(big.Rat).Sub(ratHalf, c.r))
				if len(cos.num) > 0 && r.equal(x, r.mulFractions(sin, r.invert(cos))) {
					return r.timesFraction(turn(c.r), sign(minus))
				}
				continue
			}
			for _, negative := range []bool{false, true} {
				if !x.num.equal(r.times(cos.num, sign(negative))) {
					continue
				}
				// arcsin x = π/2 - arccos x
				angle := r.addFractions(quarter, r.timesFraction(turn(c.r), ratMinus))
				return r.fromArcsine(fn, r.timesFraction(angle, sign(minus != negative)), quarter)
			}
		}
	}
	if fn == arctan {
		return r.timesFraction(r.applied(arctan, r.texts([]fraction{x})), sign(minus))
	}
	return r.fromArcsine(fn, r.timesFraction(r.applied(arcsine, r.texts([]fraction{x})), sign(minus)), quarter)
}

// fromArcsine is fn where the arcsine is known: arccos x = π/2 - arcsin x.
func (r *ring) fromArcsine(fn *function, arcsin, quarter fraction) fraction {
	if fn == arcsine {
		return arcsin
	}
	return r.addFractions(quarter, r.timesFraction(arcsin, ratMinus))
}

// constantPoly says whether p has no atoms but positive constants.
func (r *ring) constantPoly(p poly) bool {
	for _, t := range p {
		if !r.constantMono(t.mono) {
			return false
		}
	}
	return true
}

// equal says whether two fractions are one, as far as the ring can see.
func (r *ring) equal(a, b fraction) bool {
	return len(r.difference(a, b)) == 0 && !r.failed
}

// difference is a - b times both denominators.
func (r *ring) difference(a, b fraction) poly {
	return r.sub(r.up(a.num, b.den), r.up(b.num, a.den))
}
