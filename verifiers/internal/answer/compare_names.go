package answer

import (
	"strings"

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
		if s, ok := a.value.(series); ok && s.kind == open && a.left != nil {
			return undecided("values of one name for those of several"), true
		}
	case series:
		if parts, ok := a.parts(); ok {
			return c.unnamed(g, parts, c.series), true
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
	if !c.policy.allows(NameDropped) {
		return wrong(ByPolicy, "a name that the gold does not have"), true
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
			return c.forms(g.value, series{a.values().items, open}).by(NameOfValue)
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
func (v named) isFunction() bool { return v.left != nil && v.left.Op == expr.Call && len(v.param) > 0 }

// mayBe says whether two names may stand for one value: y and f(x), V and V_max, not f'
// and f, a_n and a_{n+1}.
func (v named) mayBe(w named) bool {
	if strings.Count(v.name, "'") != strings.Count(w.name, "'") {
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

// parts is v as a record, when it names a tuple by a tuple: (p, q) = (3, 2).
func (v named) parts() (record, bool) {
	values, ok := v.value.(series)
	if !ok || v.left == nil || v.left.Op != expr.Tuple && v.left.Op != expr.List || len(values.items) != len(v.left.Args) {
		return record{}, false
	}
	var out record
	for i, name := range v.left.Args {
		out.items = append(out.items, named{name: name.String(), left: name, value: values.items[i]})
	}
	return out, true
}

// record compares a gold of named parts.
func (c *comparer) record(g record, a form) Result {
	switch a := a.(type) {
	case record:
		return c.records(g, a)
	case series:
		return c.unnamed(g.values(), a)
	case grid:
		if s, ok := a.column(); ok {
			return c.unnamed(g.values(), s)
		}
	}
	return otherKind("several named values", "something else")
}

// records compares the parts of one name; when the names are others, nothing is decided
// unless the values differ in number.
func (c *comparer) records(g, a record) Result {
	if len(g.items) != len(a.items) {
		return wrong(Exact, "another number of values")
	}
	total := right(Exact, "the same value for every name")
	for i, item := range g.items {
		other, ok := a.value(item.name)
		if !ok {
			return undecided("values of other names")
		}
		c.part = i
		total = both(total, c.forms(item.value, other))
	}
	return total
}

// stem is the one name of parts that differ only in their subscripts, as x of x_1 = 2,
// x_2 = 3; else empty.
func (r record) stem() string {
	stem := r.items[0].stem()
	for _, item := range r.items {
		if item.stem() != stem || item.name == stem {
			return ""
		}
	}
	return stem
}

// value is the value of the part called name.
func (r record) value(name string) (form, bool) {
	for _, item := range r.items {
		if item.name == name {
			return item.value, true
		}
	}
	return nil, false
}

// values are the values of r, in order.
func (r record) values() series {
	out := series{kind: open}
	for _, item := range r.items {
		out.items = append(out.items, item.value)
	}
	return out
}

// unnamed compares two lists place by place, where one had names and the other has none.
func (c *comparer) unnamed(g, a series) Result {
	switch {
	case len(g.items) != len(a.items):
		return wrong(Exact, "another number of values")
	case g.kind == curly || a.kind == curly:
		return undecided("a set without names for named values")
	case !c.policy.allows(PartsUnnamed):
		return wrong(ByPolicy, "names on one side only")
	}
	return c.inOrder(g, a).by(PartsUnnamed)
}
