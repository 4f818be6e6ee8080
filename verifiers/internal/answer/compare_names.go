package answer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/expr"
)

// namedAnswer compares an answer that has a name, where more can be done than dropping
// the name; else done is false.
func (c *comparer) namedAnswer(g form, a named) (r Result, done bool) {
	switch g := g.(type) {
	case named:
		return c.bothNamed(g, a), true
	case record:
		if parts, ok := a.parts(); ok {
			return c.records(g, parts), true
		}
		if s, ok := a.value.(series); ok && s.kind == open && a.left != nil && !a.isTuple() {
			return undecided("values of one name for those of several"), true
		}
	case series:
		parts, ok := a.parts()
		switch {
		case ok && !parts.isDistinct():
			return wrong(Exact, "one name for several values"), true
		case ok && !slices.Equal(parts.names(), parts.sorted().names()):
			return c.unnamed(parts, g, false), true
		}
		if s, ok := a.value.(series); ok && !a.isTuple() && s.kind == open && g.kind.ordered() {
			return undecided("values of one name for a tuple"), true
		}
	case relation:
		if e, ok := g.equation(); ok && a.left != nil {
			return c.explicit(e, a), true
		}
	case region:
		if g.name != "" && g.name != a.name {
			if r := c.forms(g, a.value); !r.is(Right) {
				return r, true
			}
			return undecided("the same set for another name"), true
		}
	}
	switch {
	case !c.policy.allows(NameDropped):
		return wrong(ByPolicy, "a name that the gold does not have"), true
	case a.isWords() && !isQuantity(fold(a.words())):
		return undecided("words before the value that may change it"), true
	}
	return Result{}, false
}

// named compares a gold with a name and an answer without one.
func (c *comparer) named(g named, a form) Result {
	switch a := a.(type) {
	case record:
		if parts, ok := g.parts(); ok {
			return c.records(parts, a)
		}
		if a.stem() == g.name && c.policy.allows(NameOfValue) {
			return c.forms(g.value, a.values()).by(NameOfValue)
		}
		return undecided("values of several names for those of one")
	case relation:
		e, ok := a.equation()
		if !ok || g.left == nil {
			return otherKind("a value", "a relation")
		}
		value, ok := g.value.(scalar)
		if c.isTrivial(e) {
			return wrong(Exact, "an equation that always holds")
		}
		if !ok || len(algebra.Free(value.value)) == 0 {
			return undecided("an equation that has still to be solved")
		}
		r := c.multiple(difference(g.left, value.value), e)
		if r.is(Right) || g.left.Op != expr.Symbol {
			return r
		}
		return c.explicit(e, g)
	}
	if !c.policy.allows(NameDropped) {
		return wrong(ByPolicy, "the gold's name is missing")
	}
	return c.forms(g.value, a).by(NameDropped)
}

// bothNamed compares two values with names.
func (c *comparer) bothNamed(g, a named) Result {
	if g.isFunction() && a.left != nil && a.left.Op == expr.Call && !slices.Equal(g.param, a.param) {
		return undecided("a function of other arguments")
	}
	if g.name == a.name {
		return c.forms(g.value, a.value)
	}
	gParts, gOk := g.parts()
	aParts, aOk := a.parts()
	if gOk && aOk {
		return c.records(gParts, aParts)
	}
	if gEq, ok := g.equation(); ok {
		if aEq, ok := a.equation(); ok && contains(algebra.Free(gEq), a.name) {
			return c.multiple(gEq, aEq)
		}
	}
	r := c.forms(g.value, a.value)
	switch {
	case !r.is(Right):
		return r
	case c.policy.allows(NameOfValue) && g.mayBe(a):
		return r.by(NameOfValue)
	}
	return undecided("the same value of another name")
}

// equation is v as an equation, the difference of its sides: y = x/2. It is false when the
// name is no variable or the value has no names.
func (v named) equation() (*expr.Node, bool) {
	s, ok := v.value.(scalar)
	if !ok || s.mark != bare || v.left == nil || v.left.Op != expr.Symbol || len(algebra.Free(s.value)) == 0 {
		return nil, false
	}
	return difference(v.left, s.value), true
}

// isFunction says whether v is named as f(x) is.
func (v named) isFunction() bool {
	return v.left != nil && v.left.Op == expr.Call && v.left.Name != expr.Derivative && len(v.param) > 0
}

func (v named) isDerivative() bool {
	return v.left != nil && v.left.Op == expr.Call && v.left.Name == expr.Derivative
}

// isWords says whether the name of v is made of words: Area = 7, total: 7; a letter before
// a colon is no word.
func (v named) isWords() bool {
	return v.left == nil && utf8.RuneCountInString(v.name) > 1 || v.left != nil && v.left.Op == expr.Text
}

// words is the name of v that is made of words.
func (v named) words() string {
	if v.left != nil {
		return v.left.Name
	}
	return v.name
}

// isTuple says whether v names several values at once, as (x, y) does.
func (v named) isTuple() bool {
	return v.left != nil && (v.left.Op == expr.Tuple || v.left.Op == expr.List)
}

// mayBe says whether two names may stand for one value: y and f(x), V and V_max, not f'
// and f, a_n and a_{n+1}.
func (v named) mayBe(w named) bool {
	if strings.Count(v.name, "'") != strings.Count(w.name, "'") {
		return false
	}
	if v.isDerivative() != w.isDerivative() {
		return false
	}
	return v.isFunction() != w.isFunction() || v.stem() == w.stem() && (!strings.Contains(v.name, "_") || !strings.Contains(w.name, "_"))
}

// stem is the name of v without subscript, primes and the mark of an angle.
func (v named) stem() string {
	name := strings.ToLower(v.name)
	if v.left != nil && v.left.Op == expr.Call && shapeNames[v.left.Name] && len(v.left.Args) > 0 {
		name = strings.ToLower(v.left.Args[0].String())
	}
	if i := strings.IndexAny(name, "_'("); i > 0 {
		name = name[:i]
	}
	return name
}
