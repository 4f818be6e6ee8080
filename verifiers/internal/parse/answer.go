package parse

import "gander/verifiers/internal/expr"

// answer reads items and what is said about them: 2x+1 where x > 0.
func (p *parser) answer() *expr.Node {
	items, seps := p.items()
	n := p.join(items, seps)
	var remarks []*expr.Node
	for p.err == nil && n.Op != expr.Text && p.remarkAhead() {
		remarks = append(remarks, p.remark())
	}
	if remarks == nil {
		return n
	}
	return p.node(expr.Where, "", append([]*expr.Node{bare(n)}, remarks...)...)
}

// items reads one item or more and what separates them: comma, semicolon, and, or.
func (p *parser) items() (items []*expr.Node, seps []kind) {
	start := p.i
	items = []*expr.Node{p.item()}
	boxes := p.toks[max(0, p.i-1)].kind == rbrace && p.toks[start].kind == boxed
	for p.err == nil {
		sep := p.separator(boxes)
		if sep == end {
			break
		}
		seps = append(seps, sep)
		items = append(items, p.item())
	}
	return items, seps
}

// separator takes what stands between two items; end when there is nothing more. Two
// boxes side by side are two items, when boxes says that one stands before.
func (p *parser) separator(boxes bool) kind {
	switch k := p.cur().kind; k {
	case comma, semicolon, and, or:
		if k == comma && p.peek(1).kind == where {
			return end
		}
		p.skip()
		if next := p.cur().kind; k == comma && (next == and || next == or) {
			p.skip()
			return next
		}
		return k
	case row:
		if p.rows > 0 {
			return end
		}
		p.skip()
		return semicolon
	case boxed:
		if boxes {
			return comma
		}
	}
	return end
}

// item reads one statement or value, with a label before it or not.
func (p *parser) item() *expr.Node {
	if !p.enter() {
		return noValue()
	}
	defer func() { p.depth-- }()
	switch {
	case p.accept(not):
		return p.node(expr.Not, "", bare(p.item()))
	case p.i == 0 && p.cur().kind == relation && (p.cur().rel == expr.Equal || p.cur().rel == expr.Approx):
		p.skip() // ≈ 3.14
	case p.optionAhead():
		name := p.peek(1).text
		p.i += 3
		return p.labeled(name, bare(p.item()))
	}
	left := p.expression(ratioPower)
	if p.cur().kind == colon && !p.brace && labels(left, p.cur(), p.peek(1)) {
		p.skip()
		return p.labeled(left.Name, bare(p.item()))
	}
	if p.cur().kind != relation {
		return p.class(left)
	}
	sides := []*expr.Node{p.sideOf(left)}
	var signs []expr.Rel
	for p.cur().kind == relation && p.err == nil {
		signs = append(signs, p.take().rel)
		side := p.sideOf(p.expression(ratioPower))
		if set := numberSets[side.Name]; set != "" && side.Op == expr.Symbol && signs[len(signs)-1] == expr.Member { // n ∈ Z
			side = p.node(expr.Constant, set)
		}
		sides = append(sides, side)
	}
	last := len(sides) - 1
	sides[last] = p.class(sides[last])
	n := p.node(expr.Relation, "", sides...)
	n.Rels = signs
	return n
}

// optionAhead says whether the letter of an option stands here, as in (B) 12.
func (p *parser) optionAhead() bool {
	letter := p.peek(1)
	if p.cur().kind != lparen || letter.kind != sym || p.peek(2).kind != rparen || len(letter.text) != 1 || letter.text[0] > 'Z' {
		return false
	}
	switch p.peek(3).kind {
	case num, frac, sqrt, money, word:
		return true
	}
	return false
}

// sideOf is one side of a relation. Plain braces around one element are a set there only
// in the company of set signs, which package answer can tell; here they group.
func (p *parser) sideOf(n *expr.Node) *expr.Node {
	if n.Op == expr.Paren && n.Name == "{" && p.setSign() {
		return p.asSet(n)
	}
	return bare(n)
}

// setSign says whether the relation before or behind the current place is one of sets.
func (p *parser) setSign() bool {
	is := func(t *token) bool {
		return t.kind == relation && (t.rel == expr.Subset || t.rel == expr.Superset || t.rel == expr.Member || t.rel == expr.NotMember)
	}
	if is(p.cur()) {
		return true
	}
	for i := p.i - 1; i >= 0 && i > p.i-64; i-- {
		if p.toks[i].kind == relation {
			return is(&p.toks[i])
		}
	}
	return false
}

// class reads (mod n) behind a value.
func (p *parser) class(n *expr.Node) *expr.Node {
	if p.cur().kind == pmod || p.cur().kind == lparen && p.peek(1).kind == modulo {
		bracket := p.take().kind == lparen
		p.accept(modulo)
		by := p.argument()
		if bracket {
			p.expect(rparen, "an open bracket")
		}
		return p.call(expr.PMod, p.value(n), p.value(by))
	}
	return n
}

// labels says whether left and a colon are the label of next: words, or a letter with
// the colon close behind it and a blank after.
func labels(left *expr.Node, colon, next *token) bool {
	return left.Op == expr.Text || left.Op == expr.Symbol && !colon.is(spaced) && next.is(spaced)
}

// labeled is a value with its label. Several values in braces behind one are a tuple.
func (p *parser) labeled(name string, value *expr.Node) *expr.Node {
	if value.Op == expr.List {
		value = p.node(expr.Tuple, "", value.Args...)
	}
	return p.node(expr.Labeled, name, value)
}
