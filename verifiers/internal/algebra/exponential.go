package algebra

// formExponential is x^y for a y that is no number: the sum in y becomes a product, in
// which x^(c·m) is the atom x^m to the power of c.
func (r *ring) formExponential(x, y *node) fraction {
	exponent := r.form(y)
	if q, ok := exponent.rational(); ok && !r.failed {
		return r.formPower(x, ratNode(q))
	}
	base := r.form(x)
	if r.failed {
		return fraction{}
	}
	if exponent.den != nil {
		return r.free(closed(r.text(base))+"^("+r.text(exponent)+")", &atom{})
	}
	f := whole(constant(ratOne))
	for _, t := range exponent.num {
		f = r.mulFractions(f, r.formTermPower(x, base, t))
	}
	return f
}

func (r *ring) formTermPower(x *node, base fraction, t term) fraction {
	if len(t.mono) == 0 {
		return r.formPower(x, ratNode(t.coef))
	}
	if q, ok := base.rational(); ok && q.Sign() > 0 {
		m := constant(ratOne)
		for _, b := range r.primes(q) {
			p := r.powerAtom(r.atoms[b.atom].text, &atom{positive: r.constantMono(t.mono), real: r.realMono(t.mono)}, t)
			m = r.mul(m, r.single(p, r.mulRatio(b.exp, r.ratioOf(t.coef))))
		}
		return whole(m)
	}
	if x.kind == euler {
		if angle, ok := r.withoutUnit(t); ok {
			c, s := r.cosSin(whole(poly{angle}))
			return r.addFractions(c, r.mulFractions(r.form(unitNode), s))
		}
	}
	a := &atom{}
	if x.kind == euler {
		a.exponent, a.real, a.positive = t.mono, r.realMono(t.mono), r.constantMono(t.mono)
	}
	return whole(r.single(r.powerAtom(r.text(base), a, t), r.ratioOf(t.coef)))
}

func (r *ring) powerAtom(base string, a *atom, t term) int32 {
	return r.atom(closed(base)+"^("+r.monoText(t.mono)+")", a)
}

// withoutUnit is t/i, when t has the factor i.
func (r *ring) withoutUnit(t term) (term, bool) {
	for i, f := range t.mono {
		if r.atoms[f.atom].text == unitText {
			m := append(append(mono{}, t.mono[:i]...), t.mono[i+1:]...)
			return term{m, t.coef}, true
		}
	}
	return t, false
}
