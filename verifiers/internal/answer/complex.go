package answer

import (
	"strings"

	"gander/verifiers/internal/expr"
)

// cartesian is g and a with the complex names of both written as x + iy of real names, so
// that Re z, |z| and z̄ are compared at complex points: at real ones Re z is z, and |z|² is z².
func cartesian(g, a *expr.Node) (*expr.Node, *expr.Node) {
	names := map[string]bool{}
	findComplex(g, names)
	findComplex(a, names)
	if len(names) == 0 {
		return g, a
	}
	return inParts(g, names), inParts(a, names)
}

// findComplex adds the names of n that stand under Re, Im or arg, and those under bars
// and lines that are letters for complex numbers.
func findComplex(n *expr.Node, names map[string]bool) {
	n.Walk(func(m *expr.Node) bool {
		if m.Op != expr.Call {
			return true
		}
		always := m.Name == "re" || m.Name == "im" || m.Name == "arg"
		if always || m.Name == expr.Abs || m.Name == expr.Overline {
			m.Walk(func(part *expr.Node) bool {
				if part.Op == expr.Symbol && (always || isComplexLetter(part.Name)) {
					names[part.Name] = true
				}
				return true
			})
		}
		return true
	})
}

// isComplexLetter says whether name is z, w or ω, perhaps with an index.
func isComplexLetter(name string) bool {
	return !isReal(name) && strings.ToLower(name) == name
}

// inParts is n with the names as x + iy, and the line over one of them as x - iy.
func inParts(n *expr.Node, names map[string]bool) *expr.Node {
	parts := func(name string, sign func(*expr.Node) *expr.Node) *expr.Node {
		imaginary := product(expr.Const(expr.I), expr.Var(name+"_{im}"))
		return expr.New(expr.Add, expr.Var(name+"_{re}"), sign(imaginary))
	}
	switch {
	case n.Op == expr.Symbol && names[n.Name]:
		return parts(n.Name, func(im *expr.Node) *expr.Node { return im })
	case n.Op == expr.Call && n.Name == expr.Overline && len(n.Args) == 1 && n.Args[0].Op == expr.Symbol && names[n.Args[0].Name]:
		return parts(n.Args[0].Name, func(im *expr.Node) *expr.Node { return expr.New(expr.Neg, im) })
	}
	return mapped(n, func(arg *expr.Node) *expr.Node { return inParts(arg, names) })
}
