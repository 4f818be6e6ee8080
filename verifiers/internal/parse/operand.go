package parse

import "gander/verifiers/internal/expr"

// prefixed reads an operand with the signs before it. A minus before a product takes all
// of it; a minus before a numeral is part of the number.
func (p *parser) prefixed(least int) *expr.Node {
	operandPower := max(least, productPower)
	switch p.cur().kind {
	case plus:
		p.sign()
		return p.expression(operandPower)
	case minus:
		p.sign()
		raw := p.expression(operandPower)
		switch raw.Op {
		case expr.Number:
			return p.negative(raw)
		case expr.Quantity, expr.Money: // -5 cm
			minusOne := *raw
			amount := raw.Args[0]
			if amount.Op == expr.Number {
				amount = p.negative(amount)
			} else {
				amount = p.node(expr.Neg, "", amount)
			}
			minusOne.Args = append([]*expr.Node{amount}, raw.Args[1:]...)
			return &minusOne
		}
		return p.node(expr.Neg, "", p.value(raw))
	case plusMinus:
		p.sign()
		return p.node(expr.PlusMinus, "", p.value(p.expression(operandPower)))
	case minusPlus:
		p.sign()
		return p.node(expr.MinusPlus, "", p.value(p.expression(operandPower)))
	}
	return p.operand()
}

// sign takes a sign before an operand, of which there is one.
func (p *parser) sign() {
	p.skip()
	switch p.cur().kind {
	case plus, minus, plusMinus, minusPlus:
		p.fault("two signs in a row")
	}
}

// operand reads one operand without signs around it.
func (p *parser) operand() *expr.Node {
	t := p.cur()
	switch t.kind {
	case num:
		return p.numeralNode()
	case sym, constant:
		return p.letterNode()
	case variable:
		name := normalName(t.text)
		if name == "" {
			return p.fault("a variable without a name")
		}
		p.skip()
		return p.node(expr.Symbol, name)
	case word:
		return p.wordsNode()
	case quoted:
		p.skip()
		return p.node(expr.Text, t.text)
	case ellipsis:
		p.skip()
		return p.node(expr.Text, "...")
	case fn:
		return p.function()
	case sqrt:
		return p.root()
	case frac:
		return p.fraction()
	case binom:
		p.skip()
		top := p.argument()
		return p.call(expr.Binomial, top, p.argument())
	case bigOp:
		return p.bigOperator()
	case accent:
		return p.accented()
	case mark:
		return p.marked()
	case money:
		p.skip()
		return p.node(expr.Money, t.text, p.value(p.expression(implicitPower+1)))
	case boxed:
		p.skip()
		return p.box()
	case lparen, lbrack:
		return p.brackets()
	case rbrack:
		return p.reversedInterval()
	case lbrace, lset:
		return p.braces()
	case langle:
		return p.angle()
	case bar:
		return p.absolute()
	case norm:
		return p.between(norm, "norm")
	case lfloor:
		return p.between(rfloor, "floor")
	case lceil:
		return p.between(rceil, "ceil")
	case begin:
		return p.environmentNode()
	case end:
		return p.fault("an operand is missing at the end")
	}
	return p.fault("an operand is missing")
}
