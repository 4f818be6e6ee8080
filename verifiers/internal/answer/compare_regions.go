package answer

// region compares a gold that is a set of reals.
func (c *comparer) region(g region, a form) Result {
	switch a := a.(type) {
	case region:
		return c.regions(g, a)
	case relation:
		return undecided("an inequality that has still to be solved")
	}
	if r, ok := toRegion(a, c.budget); ok {
		if _, word := a.(word); word {
			return c.regions(g, r).by(EmptyWords)
		}
		return c.regions(g, r).by(Region)
	}
	if g.finite() {
		return c.forms(g.set(), a)
	}
	return otherKind("a set of reals", "something else")
}

// regions compares two sets of reals: their ends and points, and what lies between. The
// name of what lies in them must be the same where both have one.
func (c *comparer) regions(g, a region) Result {
	if len(g.points) != len(a.points) {
		return wrong(Exact, "a set with other parts")
	}
	for i := range g.in {
		if g.in[i] != a.in[i] {
			return wrong(Exact, "other parts or ends belong to the set")
		}
	}
	total := right(Exact, "the same set")
	for i := range g.points {
		total = both(total, c.values(g.points[i], a.points[i]))
	}
	switch {
	case !total.is(Right):
		return total
	case a.from == unsolved && g.from != unsolved:
		return undecided("an inequality that has still to be solved")
	case g.name == a.name:
		return total
	case g.name != "" && a.name != "":
		return undecided("the same set for another name")
	case !c.policy.allows(Region):
		return wrong(ByPolicy, "a condition on one side, a set on the other")
	}
	if g.from == asSet && a.from == asCondition {
		if !c.policy.allows(RegionAsRelation) {
			return wrong(ByPolicy, "a condition where the gold is a set")
		}
		return total.by(RegionAsRelation)
	}
	return total.by(Region)
}

// set is r, which is made of points, as a set of values.
func (r region) set() series {
	out := series{kind: curly}
	for _, p := range r.points {
		out.items = append(out.items, scalar{value: p})
	}
	return out
}
