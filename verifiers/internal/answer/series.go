package answer

import (
	"slices"

	"gander/verifiers/internal/expr"
)

// maxAlternatives is how many values the signs ± of one answer may stand for.
const maxAlternatives = 64

var bracketsOf = map[expr.Op]brackets{
	expr.Tuple: round, expr.Bracket: square, expr.Angle: angled, expr.Set: curly,
	expr.List: open, expr.And: open, expr.Or: open,
}

// series is the form of several values, in brackets or without.
func (r *reader) series(n *expr.Node) form {
	s := series{kind: bracketsOf[n.Op]}
	if s.kind == round || s.kind == square || s.kind == angled {
		return r.sequence(n, s.kind)
	}
	n = eachExcluded(n)
	bounds := 0 // items that are regions, from a condition on a name
	for _, arg := range n.Args {
		if s.kind == open && r.domain(arg) {
			continue
		}
		f := r.read(arg)
		if _, ok := f.(region); ok && arg.Op == expr.Relation {
			bounds++
		}
		if several, ok := f.(series); ok && several.kind == open && survey(arg).plusMinus {
			s.items = append(s.items, several.items...)
			continue
		}
		s.items = append(s.items, f)
	}
	if s.kind == open && len(s.items) == 1 {
		return s.items[0]
	}
	s.either = n.Op == expr.Or && all(n.Args, func(arg *expr.Node) bool { return arg.Op == expr.Symbol })
	if bounds > 0 && s.kind == open {
		return r.conditions(n, s)
	}
	out := r.names(s)
	if _, ok := out.(record); ok && n.Op == expr.Or {
		s.either = true
		return s
	}
	return out
}

// hasNamed says whether a value of s has a name.
func (s series) hasNamed() bool {
	return slices.ContainsFunc(s.items, func(item form) bool { _, ok := item.(named); return ok })
}

// eachExcluded is n with the sign of the first item before every item: x ≠ 2, 3 as x ≠ 2,
// x ≠ 3. It is n itself when the first is no such relation, or others are more than values.
func eachExcluded(n *expr.Node) *expr.Node {
	if len(n.Args) == 0 {
		return n
	}
	first := n.Args[0]
	isValue := func(m *expr.Node) bool { return m.Op != expr.Relation && !survey(m).shape }
	if n.Op == expr.Or || first.Op != expr.Relation || len(first.Rels) != 1 || first.Rels[0] != expr.NotEqual || !all(n.Args[1:], isValue) {
		return n
	}
	args := []*expr.Node{first}
	for _, value := range n.Args[1:] {
		args = append(args, &expr.Node{Op: expr.Relation, Args: []*expr.Node{first.Args[0], value}, Rels: first.Rels})
	}
	return expr.New(n.Op, args...)
}

// sequence is a series in order. Signs ± in different places are independent: the form
// is the list of all sequences.
func (r *reader) sequence(n *expr.Node, kind brackets) form {
	all := []series{{kind: kind}}
	for _, arg := range n.Args {
		f := r.read(arg)
		choices := []form{f}
		if several, ok := f.(series); ok && several.kind == open && survey(arg).plusMinus {
			choices = several.items
		}
		if len(all)*len(choices) > maxAlternatives {
			return opaque{n}
		}
		var longer []series
		for _, s := range all {
			for _, c := range choices {
				longer = append(longer, series{items: append(slices.Clip(s.items), c), kind: kind})
			}
		}
		all = longer
	}
	if len(all) == 1 {
		if m, ok := all[0].items[0].(grid); ok && len(n.Args) == 1 { // brackets around a matrix
			return m
		}
		return r.names(all[0])
	}
	out := series{kind: open}
	for _, s := range all {
		out.items = append(out.items, s)
	}
	return out
}

// alternatives is the list of the two values of n, which holds ±. All ± in n are read
// with one sign, ∓ with the other.
func (r *reader) alternatives(n *expr.Node) form {
	plus, minus := signed(n, false), signed(n, true)
	return series{items: []form{r.read(plus), r.read(minus)}, kind: open}
}

// signed is n with + for ± and - for ∓, or the other way round.
func signed(n *expr.Node, minus bool) *expr.Node {
	args := make([]*expr.Node, len(n.Args))
	for i, a := range n.Args {
		args[i] = signed(a, minus)
	}
	switch n.Op {
	case expr.PlusMinus, expr.MinusPlus:
		last := len(args) - 1
		if minus == (n.Op == expr.PlusMinus) {
			args[last] = expr.New(expr.Neg, args[last])
		}
		if last == 0 {
			return args[0]
		}
		return expr.New(expr.Add, args...)
	}
	out := *n
	out.Args = args
	return &out
}

// conditions is the region of several conditions on one name. A comma between them joins
// what overlaps to "and", and what does not to "or".
func (r *reader) conditions(n *expr.Node, s series) form {
	var all, any region
	for i, item := range s.items {
		part, ok := item.(region)
		if v, named := item.(named); named && !ok {
			if part, ok = r.region(v.value); ok {
				part.name = v.name
			}
		}
		if !ok {
			return s
		}
		if i == 0 {
			all, any = part, part
			continue
		}
		var okAll, okAny bool
		all, okAll = all.combine(part, and, r.budget)
		any, okAny = any.combine(part, or, r.budget)
		if !okAll || !okAny {
			return s
		}
	}
	if n.Op == expr.And || n.Op == expr.List && !all.isEmpty() {
		return all
	}
	return any
}

// names takes the names out of a series: x = 2, x = -3 and x = 2, -3 are values of x;
// x = 1, y = 2 is a record; p = 5, q = 2, p = 7, q = 2 a list of records.
func (r *reader) names(s series) form {
	var parts []named
	for _, item := range s.items {
		if v, ok := item.(named); ok {
			parts = append(parts, v)
		}
	}
	switch {
	case len(parts) == 0:
		return s
	case len(parts) == 1 && len(s.items) > 1:
		first, ok := s.items[0].(named)
		if !ok || s.kind != open {
			return s
		}
		items := append([]form{first.value}, s.items[1:]...)
		first.value = series{items: flat(items)}
		return first
	case len(parts) < len(s.items):
		return s
	}
	period := slices.IndexFunc(parts[1:], func(v named) bool { return v.name == parts[0].name }) + 1
	switch {
	case period == 0 && record{parts}.isDistinct():
		return record{parts}
	case period == 0:
		return s
	case period == 1:
		one := parts[0]
		values := series{kind: s.kind}
		for _, v := range parts {
			if v.name != one.name {
				return s
			}
			values.items = append(values.items, v.value)
		}
		values.items = flat(values.items)
		one.value = values
		return one
	}
	out := series{kind: open}
	for chunk := range slices.Chunk(parts, period) {
		if len(chunk) < period {
			return s
		}
		for i := range chunk {
			if chunk[i].name != parts[i].name {
				return s
			}
		}
		out.items = append(out.items, record{chunk})
	}
	return out
}

// flat is items with the lists among them opened.
func flat(items []form) []form {
	var out []form
	for _, item := range items {
		if s, ok := item.(series); ok && s.kind == open {
			out = append(out, s.items...)
			continue
		}
		out = append(out, item)
	}
	return out
}
