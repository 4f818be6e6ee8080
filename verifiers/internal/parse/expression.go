package parse

import "gander/verifiers/internal/expr"

// Binding powers of the operators, loosest first.
const (
	ratioPower     = 10
	unionPower     = 20
	intersectPower = 30
	sumPower       = 40
	moduloPower    = 45 // looser than a product before it: -14/2 mod 5 is (-7) mod 5
	productPower   = 50
	implicitPower  = 60
	powerPower     = 70
	postfixPower   = 80
)

// expression reads what binds at least as tight as least.
func (p *parser) expression(least int) *expr.Node {
	if !p.enter() {
		return noValue()
	}
	defer func() { p.depth-- }()
	return p.extended(p.prefixed(least), least)
}

// extended is left with all that binds to it at least as tight as least.
func (p *parser) extended(left *expr.Node, least int) *expr.Node {
	for p.err == nil {
		next := p.continued(left, least)
		if next == nil {
			break
		}
		left = next
	}
	return left
}

// continued reads one operator behind left, with its right side; nil when none binds
// tight enough.
func (p *parser) continued(left *expr.Node, least int) *expr.Node {
	t := p.cur()
	switch t.kind {
	case plus, minus, plusMinus, minusPlus:
		if least <= sumPower && !p.ended() {
			return p.sum(left, p.take().kind)
		}
	case modulo:
		if least <= moduloPower {
			return p.product(left, p.take())
		}
	case times, slash:
		if least <= productPower {
			return p.product(left, p.take())
		}
	case caret:
		if least <= powerPower {
			return p.power(left)
		}
	case under:
		if least <= postfixPower {
			return p.indexed(left)
		}
	case bang, prime, percent, degree:
		if least <= postfixPower {
			return p.postfix(left, p.take().kind)
		}
	case cup, intersect, without:
		return p.setOperation(left, least)
	case colon:
		if least <= ratioPower && !p.brace && !labels(left, t, p.peek(1)) {
			return p.ratio(left)
		}
	case money:
		if least <= productPower && left.Op == expr.Number {
			return p.node(expr.Money, p.take().text, left)
		}
	case num:
		if left.Op == expr.Quantity && least <= sumPower {
			return p.compound(left)
		}
		if least <= implicitPower {
			return p.adjacent(left)
		}
	case word, quoted, unit:
		if least <= productPower {
			return p.measured(left)
		}
	default:
		if p.ended() && isDifferential(t, p.peek(1)) {
			return nil
		}
		if t.kind == sym && t.is(inText) && least > productPower && isAmount(bare(left)) && p.unitAhead() {
			return nil // 3·10^8 m/s has a unit, not its last factor
		}
		if t.kind == sym && t.is(inText) && least <= productPower {
			if n := p.measured(left); n != nil {
				return n
			}
		}
		if least <= implicitPower && p.startsOperand(t) {
			return p.adjacent(left)
		}
	}
	return nil
}

// ended says whether the differential of the innermost integral has come: what follows
// with a plus, and another differential, is outside.
func (p *parser) ended() bool { return p.dvar != nil && p.integrals > 0 }

// startsOperand says whether t can be a factor behind another, without a sign between.
func (p *parser) startsOperand(t *token) bool {
	switch t.kind {
	case sym, constant, variable, fn, sqrt, frac, binom, bigOp, accent, mark, lbrace, lset, langle, lfloor, lceil, begin:
		return true
	case lparen:
		return !p.bracketedRemark()
	case lbrack:
		return !p.reversed
	case bar:
		return t.is(opening) || p.bars == 0 && !p.brace && !t.is(closing) && t.text == ""
	}
	return false
}

// sum reads the right side of a + b, a − b, a ± b.
func (p *parser) sum(left *expr.Node, sign kind) *expr.Node {
	raw := p.expression(sumPower + 1)
	if sign == minus && isSet(left) && isSet(raw) && !(left.Op == expr.Tuple && raw.Op == expr.Tuple) { // of pairs it may be one of vectors
		return p.node(expr.Without, "", p.asSet(left), p.asSet(raw))
	}
	measured := raw.Op == expr.Quantity && left.Op != expr.Quantity && (left.Op != expr.Add || left.Args[0].Op != expr.Quantity)
	right := p.value(raw)
	var measure *expr.Node
	if measured { // 2 + √3 cm
		right, measure = raw.Args[0], raw.Args[1]
	}
	var n *expr.Node
	switch sign {
	case plusMinus:
		n = p.node(expr.PlusMinus, "", p.value(left), right)
	case minusPlus:
		n = p.node(expr.MinusPlus, "", p.value(left), right)
	default:
		if sign == minus {
			right = p.node(expr.Neg, "", right)
		}
		n = p.chain(expr.Add, left, right)
	}
	if measured {
		return p.node(expr.Quantity, "", n, measure)
	}
	return n
}

// chain adds right to the operands of left, when left is itself such a chain without
// brackets around it.
func (p *parser) chain(op expr.Op, left, right *expr.Node) *expr.Node {
	if left.Op == op {
		left.Args = append(left.Args, right) // left is fresh and held by nobody else
		return left
	}
	return p.node(op, "", p.value(left), right)
}

// product reads the right side of a·b, a/b, a mod b. A quotient of two numerals is a
// fraction: 1/2x is (1/2)x, but a/2x is a/(2x).
func (p *parser) product(left *expr.Node, sign *token) *expr.Node {
	least := productPower + 1
	if sign.kind == slash && left.Op == expr.Number && p.cur().kind == num {
		least = implicitPower + 1
	}
	raw := p.expression(least)
	right := p.value(raw)
	switch sign.kind {
	case slash:
		return p.node(expr.Div, "", p.value(left), right)
	case modulo:
		return p.call(expr.Mod, p.value(left), right)
	}
	if n := p.vectorProduct(left, right, sign); n != nil {
		return n
	}
	if raw.Op == expr.Mul { // 2·3x is one product
		left = p.chain(expr.Mul, left, raw.Args[0])
		left.Args = append(left.Args, raw.Args[1:]...)
		return left
	}
	return p.chain(expr.Mul, left, right)
}

// adjacent reads a factor without a sign before it. A whole number and a proper fraction
// are a mixed number.
func (p *parser) adjacent(left *expr.Node) *expr.Node {
	before, t := p.toks[p.i-1], p.cur()
	if t.kind == num && before.kind == num && !before.is(digitArgument) {
		return p.fault("two numbers side by side")
	}
	if p.differential() {
		return left
	}
	var right *expr.Node
	if t.kind == frac && before.kind == num && left.Op == expr.Number && left.Value.IsInt() && left.Places == expr.NotDecimal {
		if right = p.fraction(); isProper(right) {
			return p.node(expr.Mixed, "", left, right)
		}
		right = p.extended(right, implicitPower+1)
	} else {
		right = p.expression(implicitPower + 1)
	}
	if right.Op == expr.Bracket && len(right.Args) > 1 || left.Op == expr.Bracket && len(left.Args) > 1 || right.Op == expr.Tuple && left.Op == expr.Tuple {
		return p.fault("two brackets side by side")
	}
	return p.chain(expr.Mul, left, p.value(right))
}

// isProper says whether n is a fraction of two numerals between 0 and 1.
func isProper(n *expr.Node) bool {
	if n.Op != expr.Div {
		return false
	}
	a, b := n.Args[0], n.Args[1]
	return a.Op == expr.Number && b.Op == expr.Number && a.Value.IsInt() && b.Value.IsInt() && a.Value.Sign() > 0 && a.Value.Cmp(b.Value) < 0
}
