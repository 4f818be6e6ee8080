package parse

import (
	"slices"

	"gander/verifiers/internal/expr"
)

// join makes one tree of the items of a text or a box.
//
//	1, 2            List
//	1, 2; 3, 4      List of Lists
//	1 and 2         List; x > 1 and x < 2 is an And
//	1 or 2          Or
//	x = 1, 2        x = (List 1, 2)
//	πk, k ∈ ℤ       πk where k ∈ ℤ
func (p *parser) join(items []*expr.Node, seps []kind) *expr.Node {
	if len(items) == 1 {
		return items[0]
	}
	for i, it := range items {
		items[i] = bare(it)
	}
	switch {
	case slices.Contains(seps, semicolon):
		var parts []*expr.Node
		for start := 0; start < len(items); {
			stop := start
			for stop < len(seps) && seps[stop] != semicolon {
				stop++
			}
			parts = append(parts, p.join(items[start:stop+1:stop+1], seps[start:stop]))
			start = stop + 1
		}
		if len(parts) == len(items) {
			return p.list(items)
		}
		return p.node(expr.List, "", parts...)
	case slices.Contains(seps, or):
		return p.alternatives(items, seps)
	case slices.Contains(seps, and) && all(items, isStatement):
		return p.node(expr.And, "", items...)
	}
	return p.list(items)
}

// alternatives joins items of which some are separated by "or".
func (p *parser) alternatives(items []*expr.Node, seps []kind) *expr.Node {
	if !all(items, isStatement) {
		if !slices.Contains(seps, and) {
			return p.node(expr.Or, "", items...)
		}
	}
	var parts []*expr.Node
	longest, shortest := 0, len(items)
	for start := 0; start < len(items); {
		stop := start
		for stop < len(seps) && seps[stop] != or {
			stop++
		}
		part := items[start : stop+1 : stop+1]
		longest, shortest = max(longest, len(part)), min(shortest, len(part))
		parts = append(parts, p.join(part, seps[start:stop]))
		start = stop + 1
	}
	if slices.Contains(seps, and) || longest == shortest {
		return p.node(expr.Or, "", parts...)
	}
	return p.node(expr.Or, "", items...) // x = 1, x = 2 or x = 3
}

// list joins items that are separated by commas, or by commas and "and".
func (p *parser) list(items []*expr.Node) *expr.Node {
	n := len(items)
	for n > 1 && isSideCondition(items[n-1]) {
		n--
	}
	if n < len(items) && !isSideCondition(items[0]) {
		value := items[0]
		if n > 1 {
			value = p.list(items[:n:n])
		}
		return p.node(expr.Where, "", append([]*expr.Node{value}, items[n:]...)...)
	}
	first := items[0]
	if first.Op == expr.Relation && len(first.Args) == 2 && (first.Rels[0] == expr.Equal || first.Rels[0] == expr.Member) && isName(first.Args[0]) && !isName(first.Args[1]) && all(items[1:], isPlainValue) {
		values := append([]*expr.Node{first.Args[1]}, items[1:]...)
		joined := p.node(expr.Relation, "", first.Args[0], p.node(expr.List, "", values...))
		joined.Rels = first.Rels
		return joined
	}
	return p.node(expr.List, "", items...)
}

func all(items []*expr.Node, is func(*expr.Node) bool) bool {
	for _, it := range items {
		if !is(it) {
			return false
		}
	}
	return true
}

func isStatement(n *expr.Node) bool {
	switch n.Op {
	case expr.Relation, expr.Not, expr.And, expr.Or:
		return true
	}
	return false
}

// isSideCondition says whether n is "k ∈ ℤ": a name in a set of numbers.
func isSideCondition(n *expr.Node) bool {
	if n.Op != expr.Relation || len(n.Args) != 2 || n.Rels[0] != expr.Member || !isName(n.Args[0]) {
		return false
	}
	set := n.Args[1]
	return set.Op == expr.Constant || set.Op == expr.Call && len(set.Args) == 1 && set.Args[0].Op == expr.Constant
}

func isName(n *expr.Node) bool { return n.Op == expr.Symbol }

func isPlainValue(n *expr.Node) bool {
	return !isStatement(n) && n.Op != expr.Text && n.Op != expr.Labeled && n.Op != expr.Where && n.Op != expr.Symbol
}
