package algebra

import (
	"slices"

	"gander/verifiers/internal/budget"
	"gander/verifiers/internal/expr"
)

// Canonical is a normal form in print: p/q for rationals, sorted terms for polynomials,
// reduced roots. exact says that equal expressions share the text, which holds for
// polynomials over names, roots of rationals, i, and one of π and e; elsewhere different
// texts prove nothing. What has no form is printed as it is.
func Canonical(n *expr.Node, bud *budget.Budget) (text string, exact bool) {
	if m, ok := lower(n, false, bud); ok && !n.Any(bareLog) {
		if text, exact := canonical(m, bud); text != "" {
			return text, exact
		}
	}
	return n.String(), false
}

// canonical is empty for what has no form.
func canonical(n *node, bud *budget.Budget) (text string, exact bool) {
	r := newRing(bud)
	f := r.form(n)
	text = r.text(f)
	if r.failed || r.undefined {
		return "", false
	}
	return text, f.den == nil && r.plain(f.num)
}

// plain says whether forms over the atoms of p are unique: whether a p with terms is
// other than 0. Of π and e only one may be there; no one knows a relation of the two, and
// no one has proved that there is none.
func (r *ring) plain(p poly) bool {
	var transcendental string
	for _, t := range p {
		for _, f := range t.mono {
			a := r.atoms[f.atom]
			if !a.plain {
				return false
			}
			if a.positive && a.prime == nil {
				if transcendental != "" && transcendental != a.text {
					return false
				}
				transcendental = a.text
			}
		}
	}
	return true
}

// allPlain says that of every atom that the ring has met.
func (r *ring) allPlain() bool {
	return !slices.ContainsFunc(r.atoms, func(a *atom) bool { return !a.plain })
}
