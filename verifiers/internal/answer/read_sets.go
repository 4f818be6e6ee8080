package answer

import (
	"slices"
	"strings"

	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/budget"
	"gander/verifiers/internal/expr"
)

// interval is the form of n, an interval that is closed at one end.
func (r *reader) interval(n *expr.Node) form {
	if len(n.Name) != 2 || len(n.Args) != 2 {
		return opaque{n}
	}
	if out, ok := r.between(n.Args[0], n.Args[1], n.Name[0] == '[', n.Name[1] == ']'); ok {
		return out
	}
	return opaque{n}
}

// between is the interval from lo to hi, which may be infinite.
func (r *reader) between(lo, hi *expr.Node, withLo, withHi bool) (region, bool) {
	loSign, hiSign := infinite(lo), infinite(hi)
	if loSign > 0 || hiSign < 0 {
		return region{}, false
	}
	if loSign < 0 {
		lo = nil
	}
	if hiSign > 0 {
		hi = nil
	}
	return between(lo, hi, withLo, withHi, r.budget)
}

// infinite is 1 for ∞ and +∞, -1 for -∞, 0 for all else.
func infinite(n *expr.Node) int {
	switch {
	case n.Op == expr.Neg:
		return -infinite(n.Args[0])
	case n.Op == expr.Paren:
		return infinite(n.Args[0])
	case n.Is(expr.Infinity):
		return 1
	}
	return 0
}

// setOperation is the form of n, whose operands are sets. Operands that have no region
// make it opaque.
func (r *reader) setOperation(n *expr.Node, op expr.Op) form {
	keep := map[expr.Op]func(p, q bool) bool{expr.Union: or, expr.Intersect: and, expr.Without: without}[op]
	var out region
	for i, arg := range n.Args {
		f := r.read(arg)
		s, ok := r.region(f)
		_, number := f.(scalar)
		switch {
		case !ok || number && (i == 0 || op != expr.Without): // 6 ∖ 7 has no sense, ℝ ∖ 7 has
			return opaque{sortedSets(n)}
		case i == 0:
			out = s
		default:
			if out, ok = out.combine(s, keep, r.budget); !ok {
				return opaque{n}
			}
		}
	}
	return out
}

// sortedSets is n, an operation on sets, with its operands in the order of their text when
// that means nothing: A ∪ B is B ∪ A.
func sortedSets(n *expr.Node) *expr.Node {
	if n.Op == expr.Without {
		return n
	}
	out := *n
	out.Args = slices.Clone(n.Args)
	slices.SortStableFunc(out.Args, func(a, b *expr.Node) int { return strings.Compare(a.String(), b.String()) })
	return &out
}

// region is f as a set of reals, where it can be one: an interval in round or square
// brackets, a set or list of constants or of regions, nothing.
func (r *reader) region(f form) (region, bool) {
	return toRegion(f, r.budget)
}

func toRegion(f form, b *budget.Budget) (region, bool) {
	switch f := f.(type) {
	case region:
		return f, true
	case word:
		return empty(), f.is == nothing
	case named:
		out, ok := toRegion(f.value, b)
		if _, single := f.value.(scalar); !ok || single {
			return region{}, false
		}
		out.name = f.name
		return out, true
	case scalar:
		if f.mark != bare || infinite(f.value) != 0 || len(algebra.Free(f.value)) > 0 {
			return region{}, false
		}
		return point(f.value), true
	case series:
		return seriesRegion(f, b)
	}
	return region{}, false
}

// seriesRegion is s as an interval, when it is two ends in brackets, or as the union of
// its items.
func seriesRegion(s series, b *budget.Budget) (region, bool) {
	if s.kind == angled {
		return region{}, false
	}
	if s.kind == round || s.kind == square {
		if len(s.items) != 2 {
			return region{}, false
		}
		lo, okLo := s.items[0].(scalar)
		hi, okHi := s.items[1].(scalar)
		if !okLo || !okHi || lo.mark != bare || hi.mark != bare {
			return region{}, false
		}
		r := reader{budget: b}
		return r.between(lo.value, hi.value, s.kind == square, s.kind == square)
	}
	out := empty()
	for _, item := range s.items {
		part, ok := toRegion(item, b)
		_, isWord := item.(word)
		if !ok || isWord || part.from != s.from() { // {∅} is not ∅; "x ≠ 2, 3" is no union
			return region{}, false
		}
		if out, ok = out.combine(part, or, b); !ok {
			return region{}, false
		}
	}
	return out, true
}

// from is the origin of the first item of s that is a region.
func (s series) from() origin {
	for _, item := range s.items {
		if r, ok := item.(region); ok {
			return r.from
		}
	}
	return asSet
}

// builder is the form of { x | condition }: the region of the condition on x.
func (r *reader) builder(n *expr.Node) form {
	if len(n.Args) < 2 {
		return opaque{n}
	}
	element, domain := n.Args[0], (*expr.Node)(nil)
	if element.Op == expr.Relation && len(element.Rels) == 1 && element.Rels[0] == expr.Member {
		element, domain = element.Args[0], element.Args[1]
	}
	if !isName(element) {
		return opaque{n}
	}
	out, ok := r.region(r.read(n.Args[1]))
	if !ok || out.name != element.String() {
		return opaque{n}
	}
	if domain != nil {
		within, ok := r.region(r.read(domain))
		if !ok {
			return opaque{n}
		}
		if out, ok = out.combine(within, and, r.budget); !ok {
			return opaque{n}
		}
	}
	out.name = ""
	if out.from != unsolved {
		out.from = asSet
	}
	return out
}
