package parse

import (
	"strings"

	"gander/verifiers/internal/expr"
)

// function reads a function with its exponent, its index and its argument.
func (p *parser) function() *expr.Node {
	t := p.take()
	name := t.text
	var base, power *expr.Node
	for p.err == nil {
		switch p.cur().kind {
		case under:
			p.skip()
			base = p.value(p.argument())
			continue
		case caret:
			p.skip()
			switch p.cur().kind {
			case lbrace:
				power = p.value(p.braces())
			case num:
				power = p.number(p.take().text)
			default:
				power = p.value(p.expression(postfixPower))
			}
			continue
		case prime:
			p.skip()
			name += "'"
			continue
		}
		break
	}
	if power != nil && isInverse(power) {
		if inverse, ok := inverses[name]; ok {
			name, power = inverse, nil
		}
	}
	args := p.functionArguments()
	if len(args) == 0 {
		return p.fault("a function without an argument")
	}
	n := p.apply(name, base, args)
	if power != nil {
		return p.node(expr.Pow, "", n, power)
	}
	return n
}

var inverses = map[string]string{
	"sin": "arcsin", "cos": "arccos", "tan": "arctan", "cot": "arccot", "sec": "arcsec", "csc": "arccsc", "sinh": "arcsinh", "cosh": "arccosh", "tanh": "arctanh",
}

func isInverse(n *expr.Node) bool {
	return n.Op == expr.Number && n.Value.IsInt() && n.Value.Num().IsInt64() && n.Value.Num().Int64() == -1
}

// apply is the function called name with args, in canonical form.
func (p *parser) apply(name string, base *expr.Node, args []*expr.Node) *expr.Node {
	switch {
	case name == "log" && base != nil:
		return p.call(expr.Log, args[0], base)
	case name == "lg" && base == nil && len(args) == 1:
		return p.call(expr.Log, args[0], p.int(10))
	case name == "ln" && base == nil && len(args) == 2:
		return p.call(expr.Log, args...)
	case name == "cbrt" && len(args) == 1:
		return p.call(expr.Root, args[0], p.int(3))
	case name == "factorial" && len(args) == 1:
		return p.node(expr.Factorial, "", args[0])
	case base != nil:
		return p.fault("an index at a function that has none")
	}
	return p.call(name, args...)
}

// functionArguments reads brackets with one argument or more, or factors up to the next
// function, sign or word.
func (p *parser) functionArguments() []*expr.Node {
	switch p.cur().kind {
	case lparen, lbrack, lset, lbrace:
		var n *expr.Node
		if k := p.cur().kind; k == lparen || k == lbrack {
			n = p.brackets()
		} else {
			n = p.braces()
		}
		switch n.Op {
		case expr.Tuple, expr.Bracket, expr.Set:
			return n.Args
		}
		return []*expr.Node{bare(n)}
	case end, times, slash, plus, relation, comma:
		return nil
	}
	if p.cur().kind == minus {
		p.skip()
		rest := p.functionArguments()
		if len(rest) != 1 {
			return nil
		}
		if rest[0].Op == expr.Number {
			return []*expr.Node{p.negative(rest[0])}
		}
		return []*expr.Node{p.node(expr.Neg, "", rest[0])}
	}
	arg := p.expression(implicitPower + 1)
	for p.err == nil && p.goesOn() {
		if t := p.cur(); t.kind == frac && arg.Op == expr.Number {
			arg = p.adjacent(arg)
			continue
		}
		arg = p.chain(expr.Mul, arg, p.value(p.expression(implicitPower+1)))
	}
	return []*expr.Node{p.value(arg)}
}

// goesOn says whether the argument of a function without brackets has another factor at
// the current token: no function, no bracket, no power of e.
func (p *parser) goesOn() bool {
	t := p.cur()
	switch t.kind {
	case sym, variable:
		return !(p.integrals > 0 && isDifferential(t, p.peek(1))) && p.peek(1).kind != lparen
	case constant:
		return p.peek(1).kind != caret
	case frac, sqrt:
		return true
	}
	return false
}

// argument reads the argument of a command: braces, or one operand. Numbers and lists
// alike must be one expression.
func (p *parser) argument() *expr.Node {
	if !p.enter() {
		return noValue()
	}
	defer func() { p.depth-- }()
	switch p.cur().kind {
	case lbrace:
		return p.value(p.braces())
	case minus:
		return p.value(p.prefixed(powerPower))
	}
	return p.value(p.operand())
}

// root reads a square root or, with [n], an nth root. In plain text the root takes the
// brackets or the operand behind it.
func (p *parser) root() *expr.Node {
	p.skip()
	if p.cur().kind != lbrack {
		return p.call(expr.Sqrt, p.argument())
	}
	p.skip()
	items, _ := p.inside(false, false)
	p.expect(rbrack, "an open bracket")
	degree := p.value(items[0])
	return p.call(expr.Root, p.argument(), degree)
}

// fraction reads \frac{a}{b}; \frac{d}{dx} is a derivative.
func (p *parser) fraction() *expr.Node {
	if n := p.derivative(); n != nil {
		return n
	}
	p.skip()
	above := p.argument()
	return p.node(expr.Div, "", above, p.argument())
}

// accented reads \overline{x} and its like. Letters under one bar are one name: AB.
func (p *parser) accented() *expr.Node {
	name := p.take().text
	if p.cur().kind == lbrace && p.peek(1).kind == word && p.peek(2).kind == rbrace {
		n := p.node(expr.Symbol, p.peek(1).text)
		p.i += 3
		return p.call(name, n)
	}
	return p.call(name, p.argument())
}

func isAccent(name string) bool {
	switch name {
	case "overline", "vec", "hat", "tilde", "dot", "ddot":
		return true
	}
	return false
}

// marked reads \angle ABC and its like: the letters behind it are one name.
func (p *parser) marked() *expr.Node {
	name := p.take().text
	if p.cur().kind == lparen {
		return p.call(name, p.arguments()...)
	}
	var letters strings.Builder
	for t := p.cur(); len(t.text) > 0 && (t.kind == word || t.kind == sym) && 'A' <= t.text[0] && t.text[0] <= 'Z' && letters.Len() < 8; t = p.cur() {
		p.skip()
		letters.WriteString(p.name(t.text))
	}
	switch {
	case letters.Len() > 0:
		return p.call(name, p.node(expr.Symbol, letters.String()))
	case p.cur().kind == num || p.cur().kind == sym:
		return p.call(name, p.operand())
	}
	return p.fault("an angle or triangle without a name")
}
