package answer

import (
	"slices"
	"strings"

	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/expr"
)

// rename is how the names of got must be renamed to be those of gold, when there is
// evidence that the names that differ are bound, so that their choice means nothing:
//
//   - arguments of a function that both sides define: f(z) = z and f(x) = x
//   - names said to stand for any number of a kind: kπ, k ∈ ℤ
//   - integer parameters of a period, a multiple of π or of degrees: kπ and nπ
//   - a free constant in capital and in small letters beside the same other names: C and
//     c, K and k
func (c *comparer) rename(gold, got *Answer) (to map[string]string, ok bool) {
	if gold.tree == nil || got.tree == nil || !c.policy.allows(BoundNames) {
		return nil, false
	}
	g, a := valueNames(gold.form), valueNames(got.form)
	var gOnly, aOnly []string
	for _, n := range g {
		if !contains(a, n) {
			gOnly = append(gOnly, n)
		}
	}
	for _, n := range a {
		if !contains(g, n) {
			aOnly = append(aOnly, n)
		}
	}
	if len(gOnly) != len(aOnly) || len(gOnly) == 0 || contains(algebra.Free(got.tree), gOnly[0]) {
		return nil, false
	}
	to = map[string]string{}
	if len(gOnly) == 1 && len(g) > 1 && strings.EqualFold(gOnly[0], aOnly[0]) && strings.Contains("CKck", gOnly[0]) {
		to[aOnly[0]] = gOnly[0]
		return to, true
	}
	functions := contains(functionParams(gold.form), gOnly[0]) && contains(functionParams(got.form), aOnly[0])
	if len(gOnly) > 1 || !functions && !gold.binds(gOnly[0]) && !got.binds(aOnly[0]) {
		return nil, false
	}
	to[aOnly[0]] = gOnly[0]
	return to, true
}

// binds says whether name is bound in a, by what is said of it or as the parameter of a
// period.
func (a *Answer) binds(name string) bool {
	if _, ok := a.bound[name]; ok {
		return true
	}
	return strings.Contains("kmnltKMNZ", name) && a.tree.Any(func(n *expr.Node) bool { return isPeriod(n, name) })
}

// isPeriod says whether n is a product of the name and π, or of the name and degrees.
func isPeriod(n *expr.Node, name string) bool {
	if n.Op == expr.Degrees {
		return n.Any(func(m *expr.Node) bool { return m.Op == expr.Symbol && m.Name == name })
	}
	if n.Op != expr.Mul {
		return false
	}
	var param, period bool
	for _, arg := range n.Args {
		param = param || arg.Op == expr.Symbol && arg.Name == name
		period = period || arg.Any(func(m *expr.Node) bool { return m.Is(expr.Pi) || m.Op == expr.Degrees })
	}
	return param && period
}

// valueNames are the free names of f without the names that its values were given.
func valueNames(f form) []string {
	var names []string
	add := func(more []string) {
		for _, n := range more {
			if !contains(names, n) {
				names = append(names, n)
			}
		}
	}
	switch f := f.(type) {
	case named:
		add(f.param)
		add(valueNames(f.value))
	case record:
		for _, item := range f.items {
			add(valueNames(item))
		}
	case series:
		for _, item := range f.items {
			add(valueNames(item))
		}
	case scalar:
		add(algebra.Free(f.value))
	case region:
		for _, p := range f.points {
			add(algebra.Free(p))
		}
	case grid:
		add(algebra.Free(f.tree))
	}
	slices.Sort(names)
	return names
}

// functionParams are the arguments of the functions that f defines.
func functionParams(f form) []string {
	switch f := f.(type) {
	case named:
		return f.param
	case record:
		var names []string
		for _, item := range f.items {
			names = append(names, item.param...)
		}
		return names
	}
	return nil
}

// domains are the kinds of the bound names of a. Where other says kinds and a does not,
// the parameter of a period in a is an integer.
func (a *Answer) domains(other *Answer) map[string]string {
	if a.bound != nil || other.bound == nil || a.tree == nil {
		return a.bound
	}
	var kinds map[string]string
	for _, name := range algebra.Free(a.tree) {
		if a.binds(name) {
			kinds = map[string]string{name: expr.Integers}
		}
	}
	return kinds
}

// sameKinds says whether no name is said to be of two kinds: both sides bind names, and
// the kinds, taken together, differ.
func sameKinds(g, a map[string]string) bool {
	gKinds, aKinds := kinds(g), kinds(a)
	return gKinds == nil || aKinds == nil || slices.Equal(gKinds, aKinds)
}

// kinds are the kinds of bound names, sorted, without those that stand for all there is.
func kinds(bound map[string]string) []string {
	var out []string
	for _, kind := range bound {
		if kind != "" && !contains(out, kind) {
			out = append(out, kind)
		}
	}
	slices.Sort(out)
	return out
}
