package algebra

import (
	"strings"
	"unicode"

	"gander/verifiers/internal/algebra/ball"
	"gander/verifiers/internal/expr"
)

const unitText = "i"

// form is n as a fraction of polys over atoms. The fraction has the value of n wherever
// n has one; the result is void once the ring has failed.
func (r *ring) form(n *node) fraction {
	if !r.spend(costTerm) {
		return fraction{}
	}
	switch n.kind {
	case number:
		return whole(constant(n.q))
	case variable:
		return r.free(nameText(n.name), &atom{real: true, plain: true})
	case pi:
		return r.free("pi", &atom{positive: true, real: true, plain: true})
	case euler:
		return r.free("e", &atom{positive: true, real: true, plain: true})
	case unit:
		return r.free(unitText, &atom{degree: 2, instead: constant(ratMinus), plain: true})
	case sum:
		f := r.form(n.args[0])
		for _, a := range n.args[1:] {
			f = r.addFractions(f, r.form(a))
		}
		return f
	case product:
		f := r.form(n.args[0])
		for _, a := range n.args[1:] {
			f = r.mulFractions(f, r.form(a))
		}
		return f
	case power:
		return r.formPower(n.args[0], n.args[1])
	case apply:
		return r.formApply(n)
	case series:
		f := r.form(n.args[0])
		from, to := r.form(n.args[2]), r.form(n.args[3])
		return r.free(n.fn.name+"("+r.text(f)+", "+n.args[1].name+", "+r.text(from)+", "+r.text(to)+")", &atom{})
	case opaque:
		return r.free(n.name, &atom{})
	}
	r.failed = true
	return fraction{}
}

// nameText is a name in print, told apart from the constants and from anything composed.
func nameText(name string) string {
	odd := func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !strings.ContainsRune("_{}'"+boundMark, c)
	}
	if name == "pi" || name == "e" || name == unitText || strings.ContainsFunc(name, odd) || strings.IndexFunc(name, unicode.IsDigit) == 0 {
		return expr.Var(name).String()
	}
	return name
}

// free is the atom called text, to the power of one.
func (r *ring) free(text string, a *atom) fraction {
	i := r.atom(text, a)
	return whole(poly{{mono{{i, ratio{1, 1}}}, ratOne}})
}

func (r *ring) formPower(x, y *node) fraction {
	if y.kind != number {
		return r.formExponential(x, y)
	}
	base := r.form(x)
	if r.failed {
		return fraction{}
	}
	if n, ok := smallInt(y.q); ok {
		return r.powFraction(base, n)
	}
	return r.root(base, r.ratioOf(y.q))
}

// constantMono says whether m is a positive constant, realMono whether it is real.
func (r *ring) constantMono(m mono) bool {
	for _, f := range m {
		if !r.atoms[f.atom].positive {
			return false
		}
	}
	return true
}

func (r *ring) realMono(m mono) bool {
	for _, f := range m {
		if a := r.atoms[f.atom]; !a.positive && (!a.real || f.exp.d != 1) {
			return false
		}
	}
	return true
}

func (r *ring) realPoly(p poly) bool {
	for _, t := range p {
		if !r.realMono(t.mono) {
			return false
		}
	}
	return true
}

// constantValue is the value of a node without names, with many digits; ok is false
// when there are names, or no value.
func (r *ring) constantValue(n *node) (v ball.Complex, ok bool) {
	const digits = 256
	e := &evaluator{Context: ball.At(digits), bud: r.bud}
	v = e.at(n).Complex
	return v, v.State == ball.Defined
}
