package answer

import (
	"slices"
	"strings"

	"gander/verifiers/internal/expr"
)

// parts is v as a record, when it names a tuple by a tuple: (p, q) = (3, 2).
func (v named) parts() (record, bool) {
	values, ok := v.value.(series)
	if !ok || v.left == nil || v.left.Op != expr.Tuple && v.left.Op != expr.List ||
		len(values.items) != len(v.left.Args) || values.kind == open && v.left.Op == expr.Tuple {
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
		return c.unnamed(g, a, true)
	case grid:
		if s, ok := a.column(); ok {
			return c.unnamed(g, s, true)
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

// isDistinct says whether every name stands once.
func (r record) isDistinct() bool {
	names := r.names()
	slices.Sort(names)
	return len(slices.Compact(names)) == len(names)
}

// names are the names of r, in order.
func (r record) names() []string {
	var out []string
	for _, item := range r.items {
		out = append(out, item.name)
	}
	return out
}

// sorted is r in the order of the alphabet, when all of its names are variables of one
// letter; else r itself.
func (r record) sorted() record {
	for _, item := range r.items {
		if len(item.name) != 1 || item.left == nil {
			return r
		}
	}
	items := slices.Clone(r.items)
	slices.SortStableFunc(items, func(v, w named) int { return strings.Compare(v.name, w.name) })
	return record{items}
}

// unnamed compares named values and values without names, place by place; gold says which
// of them is the gold. Names stand in the order of the alphabet: y = 2, x = 1 is (1, 2).
// What would be right only as written is undecided.
func (c *comparer) unnamed(r record, s series, gold bool) Result {
	isNamed := func(f form) bool { _, ok := f.(named); return ok }
	switch {
	case len(r.items) != len(s.items):
		return wrong(Exact, "another number of values")
	case s.kind == curly:
		return undecided("a set without names for named values")
	case slices.ContainsFunc(s.items, isNamed):
		return undecided("values of other names")
	case !c.policy.allows(PartsUnnamed):
		return wrong(ByPolicy, "names on one side only")
	}
	compare := func(r record) Result {
		if gold {
			return c.inOrder(r.values(), s).by(PartsUnnamed)
		}
		return c.inOrder(s, r.values()).by(PartsUnnamed)
	}
	out := compare(r.sorted())
	if out.is(Wrong) && compare(r).is(Right) {
		return undecided("names in another order")
	}
	return out
}
