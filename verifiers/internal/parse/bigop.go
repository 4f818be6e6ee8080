package parse

import "gander/verifiers/internal/expr"

// bigOperator reads sums, products, integrals and limits.
func (p *parser) bigOperator() *expr.Node {
	switch name := p.take().text; name {
	case "integral":
		return p.integral()
	case "limit":
		return p.limit()
	default:
		return p.bigSum(name)
	}
}

// bigSum reads what stands behind \sum or \prod: \sum_{i=0}^{n} term.
func (p *parser) bigSum(name string) *expr.Node {
	var index []*expr.Node // variable and low end, a variable, or a condition
	var high *expr.Node
	if p.accept(under) {
		n := p.cur()
		if n.kind != lbrace {
			index = []*expr.Node{p.argument()}
		} else {
			inner := bare(p.braces())
			if inner.Op == expr.Relation && len(inner.Args) == 2 && inner.Rels[0] == expr.Equal && inner.Args[0].Op == expr.Symbol {
				index = inner.Args
			} else {
				index = []*expr.Node{inner}
			}
		}
	}
	if p.accept(caret) {
		high = p.argument()
	}
	if index == nil || (high != nil) != (len(index) == 2) {
		return p.fault("a sum or product without an index")
	}
	term := p.value(p.expression(productPower))
	args := append([]*expr.Node{term}, index...)
	if high != nil {
		args = append(args, high)
	}
	return p.call(name, args...)
}

// integral reads bounds, body and differential. The differential may stand anywhere in
// the body as a factor.
func (p *parser) integral() *expr.Node {
	low, high := p.bounds()
	if p.err != nil {
		return noValue()
	}
	saved := p.dvar
	p.dvar = nil
	p.integrals++
	body := p.value(p.expression(sumPower))
	variable := p.dvar
	p.integrals--
	p.dvar = saved
	if variable == nil {
		return p.fault("an integral without a differential")
	}
	if low == nil {
		return p.call(expr.Integral, body, variable)
	}
	return p.call(expr.Integral, body, variable, low, high)
}

// bounds reads the ends of an integral, both or none. Empty braces are none.
func (p *parser) bounds() (low, high *expr.Node) {
	for {
		k := p.cur().kind
		if k != under && k != caret {
			break
		}
		p.skip()
		if p.cur().kind == lbrace && p.peek(1).kind == rbrace {
			p.i += 2
			continue
		}
		if k == under {
			low = p.argument()
		} else {
			high = p.argument()
		}
	}
	if (low == nil) != (high == nil) {
		p.fault("an integral with one end")
	}
	return low, high
}

// isDifferential says whether t and next are dx.
func isDifferential(t, next *token) bool {
	return t.kind == sym && t.text == "d" && (next.kind == sym || next.kind == variable)
}

// differential takes dx at the current token, when an integral waits for one.
func (p *parser) differential() bool {
	if p.integrals == 0 || p.dvar != nil || !isDifferential(p.cur(), p.peek(1)) {
		return false
	}
	p.skip()
	p.dvar = p.node(expr.Symbol, p.name(p.take().text))
	return true
}

// limit reads \lim_{x \to a} body.
func (p *parser) limit() *expr.Node {
	p.expect(under, "a limit without a variable")
	p.expect(lbrace, "a limit without a variable")
	variable := p.value(p.operand())
	if p.cur().kind != relation || p.cur().rel != expr.Maps {
		return p.fault("a limit without a point")
	}
	p.skip()
	saved, savedSide := p.inLimit, p.side
	p.inLimit, p.side = true, nil
	point := p.value(p.expression(sumPower))
	side := p.side
	p.inLimit, p.side = saved, savedSide
	p.expect(rbrace, "an open brace")
	body := p.value(p.expression(productPower))
	if side != nil {
		return p.call(expr.Limit, body, variable, point, side)
	}
	return p.call(expr.Limit, body, variable, point)
}

// derivative reads \frac{d}{dx} f, \frac{df}{dx}, \frac{d^2 y}{dx^2}, also with ∂; nil
// when the fraction at the current token is none.
func (p *parser) derivative() *expr.Node {
	if p.peek(1).kind != lbrace || !isD(p.peek(2)) {
		return nil
	}
	start := p.i
	over := p.i + 1
	for depth := 0; over < len(p.toks)-1; over++ { // the brace that closes the numerator
		if k := p.toks[over].kind; k == lbrace {
			depth++
		} else if k == rbrace {
			if depth--; depth == 0 {
				break
			}
		}
	}
	if over+4 >= len(p.toks) || p.toks[over+1].kind != lbrace || !isD(&p.toks[over+2]) || p.toks[over+3].kind != sym {
		return nil
	}
	p.i += 3
	order := p.order()
	var body *expr.Node
	if p.cur().kind != rbrace {
		body = p.value(p.expression(productPower))
	}
	if p.i != over || p.err != nil {
		p.err, p.i = nil, start
		return nil
	}
	p.i = over + 3
	variable := p.node(expr.Symbol, p.name(p.take().text))
	if below := p.order(); (below == nil) != (order == nil) || order != nil && !expr.Same(order, below) {
		return p.fault("a derivative of two orders")
	}
	p.expect(rbrace, "a derivative by more than one variable")
	if body == nil {
		body = p.value(p.expression(productPower + 1))
	}
	if order != nil {
		return p.call(expr.Derivative, body, variable, order)
	}
	return p.call(expr.Derivative, body, variable)
}

func isD(t *token) bool { return t.kind == sym && (t.text == "d" || t.text == "partial") }

// order reads the exponent of a differential, nil when there is none.
func (p *parser) order() *expr.Node {
	if !p.accept(caret) {
		return nil
	}
	return p.argument()
}
