package parse

import (
	"math/big"
	"strings"

	"gander/verifiers/internal/expr"
)

// power reads what stands behind ^.
func (p *parser) power(left *expr.Node) *expr.Node {
	p.skip()
	if n := p.raisedMark(left); n != nil {
		return n
	}
	var exponent *expr.Node
	switch {
	case p.cur().kind == lbrace:
		exponent = p.braces()
	case p.cur().kind == num && p.peek(1).kind == under: // x^2_1 is the square of x_1
		exponent = p.number(p.take().text)
	default:
		exponent = p.expression(powerPower)
	}
	return p.node(expr.Pow, "", p.value(left), p.value(exponent))
}

// raisedMark reads an exponent that is a mark: degrees, primes, ordinals, transposes,
// the sign of a limit point and of a set of numbers. nil when it is none.
func (p *parser) raisedMark(left *expr.Node) *expr.Node {
	t, braces := p.cur(), false
	if t.kind == lbrace {
		t, braces = p.peek(1), true
	}
	if braces && t.kind != prime && p.peek(2).kind != rbrace || t.kind == end {
		return nil
	}
	done := func() {
		p.skip()
		if braces {
			p.skip()
			p.skip()
		}
	}
	closes := braces || isCloser(p.peek(1).kind) || p.peek(1).kind == end || p.peek(1).kind == relation || p.peek(1).kind == comma
	switch t.kind {
	case degree:
		done()
		return p.degrees(left)
	case prime:
		if braces {
			p.skip()
		}
		n := left
		for p.cur().kind == prime {
			n = p.postfix(n, p.take().kind)
		}
		if braces {
			p.expect(rbrace, "an exponent of primes and more")
		}
		return n
	case word:
		if left.Op == expr.Number && isOrdinal(t.text) {
			done()
			return left
		}
	case sym:
		if t.text == "T" && left.Op == expr.Matrix {
			done()
			return p.call("transpose", left)
		}
	case plus, minus, times:
		if !closes {
			return nil
		}
		name := map[kind]string{plus: "positive", minus: "negative", times: "nonzero"}[t.kind]
		if left.Op == expr.Constant && isSet(left) {
			done()
			return p.call(name, left)
		}
		if p.inLimit && t.kind != times {
			p.side = p.node(expr.Text, map[kind]string{plus: "+", minus: "-"}[t.kind])
			done()
			return left
		}
	}
	return nil
}

func isOrdinal(suffix string) bool {
	switch strings.ToLower(suffix) {
	case "th", "st", "nd", "rd":
		return true
	}
	return false
}

// postfix applies a sign behind its operand.
func (p *parser) postfix(left *expr.Node, sign kind) *expr.Node {
	switch sign {
	case bang:
		if t := p.cur(); t.kind == bang && !t.is(spaced) {
			p.skip()
			return p.doubleFactorial(p.value(left))
		}
		return p.node(expr.Factorial, "", p.value(left))
	case percent:
		return p.node(expr.Percent, "", p.value(left))
	case degree:
		if left.Op == expr.Symbol && p.cur().kind == sym && p.cur().is(spaced) {
			return p.fault("a composition of functions")
		}
		return p.degrees(left)
	}
	if left.Op == expr.Symbol {
		left.Name += "'"
		return left
	}
	return p.node(expr.Prime, "", p.value(left))
}

// maxDoubleFactorial is the largest n whose n!! is written out.
const maxDoubleFactorial = 99

// doubleFactorial is n!!, the product of n, n-2, n-4, …; of a small whole number it is
// written out.
func (p *parser) doubleFactorial(n *expr.Node) *expr.Node {
	if n.Op != expr.Number || !n.Value.IsInt() || n.Value.Sign() <= 0 || n.Value.Cmp(big.NewRat(maxDoubleFactorial, 1)) > 0 {
		return p.call("doublefactorial", n)
	}
	if n.Value.Num().Int64() <= 2 {
		return n
	}
	product := p.node(expr.Mul, "", n)
	for k := n.Value.Num().Int64() - 2; k > 0; k -= 2 {
		product.Args = append(product.Args, p.int(k))
	}
	return product
}

// degrees is left with a degree sign: an angle, or a temperature when C or F follows.
func (p *parser) degrees(left *expr.Node) *expr.Node {
	t := p.cur()
	name := ""
	if t.kind == sym || t.kind == word {
		switch t.text {
		case "C", "Celsius", "celsius":
			name = "degC"
		case "F", "Fahrenheit", "fahrenheit":
			name = "degF"
		}
	}
	if name == "" || t.kind == sym && startsTight(p.peek(1).kind) {
		return p.node(expr.Degrees, "", p.value(left))
	}
	p.skip()
	return p.node(expr.Quantity, "", p.value(left), expr.Var(name))
}

func startsTight(k kind) bool { return k == under || k == caret || k == prime || k == lparen }
