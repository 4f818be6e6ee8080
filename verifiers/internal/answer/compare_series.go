package answer

import "slices"

// series compares a gold of several values.
func (c *comparer) series(g series, a form) Result {
	switch a := a.(type) {
	case series:
		return c.lists(g, a)
	case record:
		return c.unnamed(a, g, false)
	case region:
		if r, ok := toRegion(g, c.budget); ok {
			return c.regions(r, a).by(Region)
		}
		return otherKind("several values", "a set of reals")
	case scalar:
		if len(g.items) == 1 && c.policy.allows(Brackets) {
			return c.forms(g.items[0], a).by(Brackets)
		}
		return otherKind("several values", "one value")
	case grid:
		if s, ok := a.column(); ok && g.kind != curly {
			return c.column(g, s)
		}
		if rows, ok := g.rows(); ok {
			return c.matrixRows(grid{rows: rows}, a)
		}
	case relation:
		return c.chainList(a, g)
	case word:
		if r, ok := toRegion(g, c.budget); ok && a.is == nothing {
			return c.regions(r, empty()).by(EmptyWords)
		}
	}
	return otherKind("several values", "something else")
}

// lists compares two series: place by place when one is in order, else as bags, and as
// sets when the gold is a set.
func (c *comparer) lists(g, a series) Result {
	if g.hasNamed() != a.hasNamed() || g.either != a.either {
		return undecided("names or alternatives on one side only")
	}
	if g.kind == curly && a.kind == curly { // {1, {2}} is not {1, 2}
		c = c.without(Brackets)
	}
	g, a = withoutNouns(g, a)
	gOrdered, aOrdered := g.kind.ordered(), a.kind.ordered()
	var r Result
	switch {
	case gOrdered && aOrdered:
		if g.kind != a.kind && len(g.items) == 2 && g.kind != angled && a.kind != angled {
			return wrong(Exact, "other brackets")
		}
		r = c.inOrder(g, a)
	case gOrdered && a.kind == curly || aOrdered && g.kind == curly:
		return wrong(Exact, "a set is no tuple")
	case gOrdered || a.kind == round || a.kind == angled || !c.policy.allows(AnyOrder):
		r = c.inOrder(g, a)
	default:
		r = c.anyOrder(g, a)
	}
	if g.kind == a.kind {
		return r
	}
	if r.is(Right) && !c.policy.allows(Brackets) {
		return wrong(ByPolicy, "other brackets")
	}
	return r.by(Brackets)
}

// ordered says whether the order of a series in such brackets counts.
func (k brackets) ordered() bool { return k == round || k == square || k == angled }

// inOrder compares place by place.
func (c *comparer) inOrder(g, a series) Result {
	if len(g.items) != len(a.items) {
		return wrong(Exact, "another number of values")
	}
	total := right(Exact, "every value is the same")
	for i := range g.items {
		c.part = i
		if total = both(total, c.forms(g.items[i], a.items[i])); total.is(Wrong) {
			return total
		}
	}
	return total
}

// maxMatched is how many values are matched by trying all pairs.
const maxMatched = 48

// anyOrder compares as bags: every value of one side has a partner of its own on the
// other. Repeated values count once when the gold is a set.
func (c *comparer) anyOrder(g, a series) Result {
	if g.kind == curly {
		g, a = c.distinct(g), c.distinct(a)
	}
	if len(g.items) != len(a.items) {
		return wrong(Exact, "another number of values")
	}
	gRest, aRest := matchNumbers(g.items, a.items)
	if len(gRest) > maxMatched {
		return undecided("too many values to match")
	}
	n := len(gRest)
	results := make([]Result, n*n)
	for i, gi := range gRest {
		c.part = gi
		for j, aj := range aRest {
			results[i*n+j] = c.forms(g.items[gi], a.items[aj])
		}
	}
	if partner, ok := matching(n, func(i, j int) bool { return results[i*n+j].is(Right) }); ok {
		total := right(Exact, "the same values")
		for j, i := range partner {
			total = both(total, results[i*n+j])
		}
		return total
	}
	if _, ok := matching(n, func(i, j int) bool { return !results[i*n+j].is(Wrong) }); ok {
		return undecided("a value cannot be compared")
	}
	return wrong(Exact, "another value")
}

// matchNumbers pairs off equal plain numbers, and lists the places of the values that
// are left on each side.
func matchNumbers(g, a []form) (gRest, aRest []int) {
	places := map[string][]int{}
	for j, item := range a {
		if key, ok := numberKey(item); ok {
			places[key] = append(places[key], j)
		} else {
			aRest = append(aRest, j)
		}
	}
	for i, item := range g {
		key, ok := numberKey(item)
		if list := places[key]; ok && len(list) > 0 {
			places[key] = list[1:]
			continue
		}
		gRest = append(gRest, i)
	}
	for _, list := range places {
		aRest = append(aRest, list...)
	}
	slices.Sort(aRest)
	return gRest, aRest
}

// matching gives each of n columns a row of its own with a pair that may be, if that can
// be done: the paths of Kuhn's algorithm.
func matching(n int, may func(row, column int) bool) (rowOf []int, ok bool) {
	rowOf = slices.Repeat([]int{-1}, n)
	var seen []bool
	var place func(row int) bool
	place = func(row int) bool {
		for column := range n {
			if seen[column] || !may(row, column) {
				continue
			}
			seen[column] = true
			if rowOf[column] < 0 || place(rowOf[column]) {
				rowOf[column] = row
				return true
			}
		}
		return false
	}
	for row := range n {
		seen = make([]bool, n)
		if !place(row) {
			return nil, false
		}
	}
	return rowOf, true
}

// distinct is s with each value once.
func (c *comparer) distinct(s series) series {
	out := series{kind: s.kind}
	known := map[string]bool{}
	for _, item := range s.items {
		if key, ok := numberKey(item); ok {
			if known[key] {
				continue
			}
			known[key] = true
		} else if len(out.items) <= maxMatched && slices.ContainsFunc(out.items, func(other form) bool { return c.same(other, item) }) {
			continue
		}
		out.items = append(out.items, item)
	}
	return out
}

// same says whether two values are one, exactly or probably, by no row of the table.
func (c *comparer) same(x, y form) bool {
	r := c.forms(x, y)
	return r.is(Right) && r.Certainty <= Probable
}

// withoutNouns takes the nouns off two lists of counted things: "7 goats and 4 hens".
// When both count the same things the answer is put in the gold's order; else both are
// kept in the order they are in.
func withoutNouns(g, a series) (series, series) {
	gNouns, aNouns := nouns(g), nouns(a)
	if gNouns == nil && aNouns == nil || g.kind.ordered() || a.kind.ordered() {
		return g, a
	}
	if gNouns == nil || aNouns == nil {
		g.kind, a.kind = square, square
		return g, a
	}
	sorted := series{kind: square}
	for _, noun := range gNouns {
		j := slices.Index(aNouns, noun)
		if j < 0 {
			g.kind, a.kind = square, square
			return g, a
		}
		sorted.items = append(sorted.items, a.items[j])
	}
	if len(a.items) != len(g.items) {
		return g, a
	}
	g.kind = square
	return g, sorted
}

// nouns are what s counts, if it counts different things.
func nouns(s series) []string {
	var out []string
	for _, item := range s.items {
		v, ok := item.(scalar)
		if !ok || v.mark != counted || slices.Contains(out, v.label) {
			return nil
		}
		out = append(out, v.label)
	}
	return out
}
