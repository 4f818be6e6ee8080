package parse

import (
	"slices"

	"gander/verifiers/internal/expr"
)

// frame is what a bracket changes while its inside is read.
type frame struct {
	bars            int
	brace, reversed bool
}

// inside reads the items of a bracket, after its opening sign.
func (p *parser) inside(brace, reversed bool) (items []*expr.Node, seps []kind) {
	saved := frame{p.bars, p.brace, p.reversed}
	p.bars, p.brace, p.reversed = 0, brace, reversed
	if isCloser(p.cur().kind) {
		p.fault("there is nothing in the brackets")
	}
	items, seps = p.items()
	if p.remarkAhead() && p.err == nil {
		remark := p.remark()
		items, seps = []*expr.Node{p.node(expr.Where, "", bare(p.join(items, seps)), remark)}, nil
	}
	p.bars, p.brace, p.reversed = saved.bars, saved.brace, saved.reversed
	return items, seps
}

// parts is the items of a bracket as its parts: items between commas and semicolons, or
// one item where words stand between.
func (p *parser) parts(items []*expr.Node, seps []kind) []*expr.Node {
	if slices.Contains(seps, and) || slices.Contains(seps, or) {
		return []*expr.Node{p.join(items, seps)}
	}
	for i, it := range items {
		items[i] = bare(it)
	}
	return items
}

// brackets reads ( … ) and [ … ], and intervals that mix them.
func (p *parser) brackets() *expr.Node {
	if !p.enter() {
		return noValue()
	}
	defer func() { p.depth-- }()
	open := p.take().kind
	items, seps := p.inside(false, false)
	items = p.parts(items, seps)
	shut := p.take()
	if shut.kind != rparen && shut.kind != rbrack {
		p.i = max(0, p.i-1)
		return p.fault("an open bracket")
	}
	if (open == lparen) != (shut.kind == rparen) {
		if len(items) != 2 {
			return p.fault("an interval has two ends")
		}
		name := "(]"
		if open == lbrack {
			name = "[)"
		}
		return p.node(expr.Interval, name, items...)
	}
	switch {
	case open == lbrack && !(len(items) == 1 && items[0].Op == expr.Matrix):
		return p.node(expr.Bracket, "", items...)
	case len(items) == 1:
		return p.node(expr.Paren, "(", items[0])
	}
	return p.node(expr.Tuple, "", items...)
}

// reversedInterval reads ]a, b[ and its like.
func (p *parser) reversedInterval() *expr.Node {
	if !p.enter() {
		return noValue()
	}
	defer func() { p.depth-- }()
	p.skip()
	items, seps := p.inside(false, true)
	items = p.parts(items, seps)
	shut := p.take().kind
	if len(items) != 2 || shut != lbrack && shut != rbrack {
		return p.fault("an interval has two ends")
	}
	name := "()"
	if shut == rbrack {
		name = "(]"
	}
	return p.node(expr.Interval, name, items...)
}

// braces reads { … } and \{ … \}: a group, a set, a set builder, a choose b. A closing
// brace that is lost at the end of the text is forgiven after one of LaTeX.
func (p *parser) braces() *expr.Node {
	if !p.enter() {
		return noValue()
	}
	defer func() { p.depth-- }()
	open := p.take()
	if open.kind == lset && p.cur().kind == rset {
		p.skip()
		return p.node(expr.Set, "")
	}
	items, seps := p.inside(true, false)
	if t := p.cur(); len(items) == 1 && (t.kind == bar || t.kind == colon) {
		return p.builder(bare(items[0]), open.kind)
	}
	if t := p.cur(); open.kind == lbrace && len(items) == 1 && (t.kind == choose || t.kind == over) {
		p.skip()
		below, _ := p.inside(false, false)
		p.closeBraces(open.kind)
		if t.kind == over {
			return p.node(expr.Paren, "{", p.node(expr.Div, "", p.value(items[0]), p.value(below[0])))
		}
		return p.call(expr.Binomial, p.value(items[0]), p.value(below[0]))
	}
	items = p.parts(items, seps)
	if p.cur().kind == nothing && open.kind == lset && len(items) == 1 { // \left\{ … \right.
		p.skip()
		return items[0]
	}
	p.closeBraces(open.kind)
	if open.kind == lbrace && len(items) == 1 {
		return p.node(expr.Paren, "{", items[0])
	}
	return p.node(expr.Set, "", items...)
}

// closeBraces takes the closing brace.
func (p *parser) closeBraces(open kind) {
	switch k := p.cur().kind; {
	case k == rset || k == rbrace:
		p.skip()
	case k == end && open == lbrace:
	default:
		p.fault("an open brace")
	}
}

// builder reads the condition of a set builder, from its bar or colon.
func (p *parser) builder(element *expr.Node, open kind) *expr.Node {
	p.skip()
	items, seps := p.inside(false, false)
	for i, it := range items {
		items[i] = bare(it)
	}
	var condition *expr.Node
	if len(items) > 1 && all(items, isStatement) && !slices.Contains(seps, or) {
		condition = p.node(expr.And, "", items...)
	} else {
		condition = bare(p.join(items, seps))
	}
	p.closeBraces(open)
	return p.node(expr.Builder, "", element, condition)
}

// box reads what stands in a \boxed{…}.
func (p *parser) box() *expr.Node {
	if p.cur().kind != lbrace {
		return p.fault("a box without braces")
	}
	p.skip()
	items, seps := p.inside(false, false)
	p.closeBraces(lbrace)
	return bare(p.join(items, seps))
}

// angle reads ⟨a, b⟩.
func (p *parser) angle() *expr.Node {
	p.skip()
	items, seps := p.inside(false, false)
	items = p.parts(items, seps)
	p.expect(rangle, "an open bracket")
	return p.node(expr.Angle, "", items...)
}

// absolute reads |x|. Bars pair up in the order in which they can.
func (p *parser) absolute() *expr.Node {
	if p.cur().is(closing) || p.cur().text == "mid" {
		return p.fault("an operand is missing")
	}
	p.skip()
	p.bars++
	brace := p.brace
	p.brace = false
	n := p.value(p.expression(ratioPower))
	p.bars--
	p.brace = brace
	if t := p.cur(); t.kind != bar || t.is(opening) {
		return p.fault("an open bar")
	}
	p.skip()
	return p.call(expr.Abs, n)
}

// between reads one expression between the current sign and shut, as an argument of the
// function name.
func (p *parser) between(shut kind, name string) *expr.Node {
	p.skip()
	n := p.value(p.expression(ratioPower))
	p.expect(shut, "an open bracket")
	return p.call(name, n)
}
