package answer

import (
	"strings"

	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/budget"
	"gander/verifiers/internal/expr"
)

// between is the interval from lo to hi; a nil end is infinite, on its side. It is false
// when nothing lies there: lo is behind hi, or is hi and does not belong. Ends with free names are taken to be in order.
func between(lo, hi *expr.Node, withLo, withHi bool, b *budget.Budget) (region, bool) {
	switch {
	case lo == nil && hi == nil:
		return region{in: []bool{true}}, true
	case lo == nil:
		return region{points: []*expr.Node{hi}, in: []bool{true, withHi, false}}, true
	case hi == nil:
		return region{points: []*expr.Node{lo}, in: []bool{false, withLo, true}}, true
	}
	if sign, ok := algebra.Compare(lo, hi, b); ok && sign >= 0 {
		return point(lo), sign == 0 && withLo && withHi
	}
	return region{points: []*expr.Node{lo, hi}, in: []bool{false, withLo, true, withHi, false}}, true
}

// point is the set of p alone.
func point(p *expr.Node) region {
	return region{points: []*expr.Node{p}, in: []bool{false, true, false}}
}

// empty is the set of nothing.
func empty() region { return region{in: []bool{false}} }

func or(p, q bool) bool      { return p || q }
func and(p, q bool) bool     { return p && q }
func without(p, q bool) bool { return p && !q }

// combine is what keep says, place by place, of r and s. It is false when two ends cannot
// be put in order, or when the regions lie in different names.
func (r region) combine(s region, keep func(p, q bool) bool, b *budget.Budget) (region, bool) {
	if r.name != "" && s.name != "" && r.name != s.name {
		return region{}, false
	}
	out := region{name: max(r.name, s.name), from: max(r.from, s.from), in: []bool{keep(r.in[0], s.in[0])}}
	i, j := 0, 0
	for i < len(r.points) || j < len(s.points) {
		sign := 0
		switch {
		case i == len(r.points):
			sign = 1
		case j == len(s.points):
			sign = -1
		default:
			var ok bool
			if sign, ok = algebra.Compare(r.points[i], s.points[j], b); !ok {
				return region{}, false
			}
		}
		// The place is at the next point of r, of s, or of both; the other lies in a gap.
		p, q := 2*i, 2*j
		if sign <= 0 {
			out.points = append(out.points, r.points[i])
			p++
			i++
		} else {
			out.points = append(out.points, s.points[j])
		}
		if sign >= 0 {
			q++
			j++
		}
		out.in = append(out.in, keep(r.in[p], s.in[q]), keep(r.in[2*i], s.in[2*j]))
	}
	return out.tidy(), true
}

// tidy is r without the points that end nothing.
func (r region) tidy() region {
	out := region{name: r.name, from: r.from, in: r.in[:1:1]}
	for i, p := range r.points {
		if at, behind := r.in[2*i+1], r.in[2*i+2]; at != out.in[len(out.in)-1] || at != behind {
			out.points = append(out.points, p)
			out.in = append(out.in, at, behind)
		}
	}
	return out
}

// isEmpty says whether nothing lies in r.
func (r region) isEmpty() bool { return len(r.points) == 0 && !r.in[0] }

// finite says whether r is made of single points.
func (r region) finite() bool {
	for i := 0; i < len(r.in); i += 2 {
		if r.in[i] {
			return false
		}
	}
	return true
}

// String is r as a union of intervals and points, ascending.
func (r region) String() string {
	var parts []string
	start := "(-∞" // of the interval that is open at the place reached
	for i, p := range r.points {
		before, at, behind := r.in[2*i], r.in[2*i+1], r.in[2*i+2]
		text := p.String()
		switch {
		case before && at && behind: // nothing ends here
			continue
		case before && at:
			parts = append(parts, start+", "+text+"]")
		case before:
			parts = append(parts, start+", "+text+")")
		case at && !behind:
			parts = append(parts, "{"+text+"}")
		}
		switch {
		case behind && at && !before:
			start = "[" + text
		case behind:
			start = "(" + text
		}
	}
	if r.in[len(r.in)-1] {
		parts = append(parts, start+", ∞)")
	}
	if parts == nil {
		return "∅"
	}
	text := strings.Join(parts, " ∪ ")
	if r.name != "" {
		return r.name + " ∈ " + text
	}
	return text
}
