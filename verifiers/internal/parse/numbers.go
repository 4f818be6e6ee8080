package parse

import (
	"math/big"
	"strings"

	"gander/verifiers/internal/expr"
)

// negative is the number −n.
func (p *parser) negative(n *expr.Node) *expr.Node {
	m := p.node(expr.Number, "")
	m.Value, m.Places = n.Value, n.Places
	if m.Value != nil {
		m.Value = new(big.Rat).Neg(n.Value)
	}
	return m
}

// numeralNode reads a number, or a time, a numeral to a base, a mixed number.
func (p *parser) numeralNode() *expr.Node {
	t := p.take()
	if n := p.clock(t); n != nil {
		return n
	}
	if p.cur().kind == under {
		return p.based(t.text)
	}
	n := p.number(t.text)
	if next := p.cur(); next.kind == num && next.is(spaced) && p.peek(1).kind == slash && !p.peek(1).is(spaced) && p.peek(2).kind == num && !p.peek(2).is(spaced) &&
		wholeNumber(t.text) && wholeNumber(next.text) && wholeNumber(p.peek(2).text) {
		part := p.node(expr.Div, "", p.number(next.text), p.number(p.peek(2).text))
		if isProper(part) {
			p.i += 3
			return p.node(expr.Mixed, "", n, part)
		}
	}
	if next := p.cur(); next.kind == word && !next.is(spaced) && isOrdinal(next.text) {
		p.skip()
	}
	return n
}

func (p *parser) number(text string) *expr.Node {
	if !p.budget.Spend(len(text) * len(text) / 64) { // reading digits costs the square of their count
		return p.fault("the budget is spent")
	}
	n := p.node(expr.Number, "")
	n.Value, n.Places = number(text)
	return n
}

// clock reads a time of day whose hours are t: 4:30 p.m., 12:00, 7:15:30. A pair
// without am or pm is a time when its minutes start with a zero; else it is a ratio.
func (p *parser) clock(t *token) *expr.Node {
	two := func(t *token) bool { return t.kind == num && len(t.text) == 2 && wholeNumber(t.text) && !t.is(spaced) }
	if p.cur().kind != colon || p.cur().is(spaced) || len(t.text) > 2 || !wholeNumber(t.text) || !two(p.peek(1)) {
		return nil
	}
	parts := []*expr.Node{p.number(t.text), p.number(p.peek(1).text)}
	n := 2
	if p.peek(2).kind == colon && two(p.peek(3)) {
		parts = append(parts, p.number(p.peek(3).text))
		n = 4
	}
	name, marked := "", false
	if m := p.peek(n); m.kind == word {
		switch m.text {
		case "am", "pm":
			name, marked = m.text, true
		case "o'clock":
			marked = true
		}
	}
	if !marked && n == 2 && p.peek(1).text[0] != '0' {
		return nil
	}
	p.i += n
	if marked {
		p.skip()
	}
	return p.node(expr.Clock, name, parts...)
}

// based reads the base of a numeral: 1011_2, 12_{(8)}, 777_{eight}.
func (p *parser) based(digits string) *expr.Node {
	p.skip()
	if t := p.cur(); t.kind == lbrace && p.peek(1).kind == word && p.peek(2).kind == rbrace {
		if b, ok := baseNames[strings.ToLower(p.peek(1).text)]; ok {
			p.i += 3
			return p.node(expr.Base, digits, p.int(b))
		}
	}
	return p.node(expr.Base, digits, p.value(p.argument()))
}

var baseNames = map[string]int64{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "sixteen": 16}
