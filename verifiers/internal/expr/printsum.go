package expr

// operation prints what has signs between or around its operands.
func (p *printer) operation(n *Node) {
	switch n.Op {
	case Add:
		p.add(n)
	case Mul:
		p.node(n.Args[0], powerOrQuotient(n.Args[0]))
		for _, a := range n.Args[1:] {
			p.WriteByte('*')
			p.node(a, power)
		}
	case Div:
		p.node(n.Args[0], powerOrProduct(n.Args[0]))
		p.WriteByte('/')
		p.node(n.Args[1], power)
	case Neg:
		p.WriteByte('-')
		p.negated(n.Args[0])
	case PlusMinus:
		p.signed("±", n)
	case MinusPlus:
		p.signed("∓", n)
	case Pow:
		p.node(n.Args[0], postfix)
		p.WriteByte('^')
		p.exponent(n.Args[1])
	case Factorial:
		least := postfix
		if n.Args[0].Op == Factorial { // n!! is the double factorial
			least = atom
		}
		p.node(n.Args[0], least)
		p.WriteByte('!')
	case Percent:
		p.node(n.Args[0], postfix)
		p.WriteByte('%')
	case Degrees:
		p.node(n.Args[0], postfix)
		p.WriteString("°")
	case Prime:
		if op := n.Args[0].Op; op == Symbol || op == Constant { // x' is a name
			p.WriteByte('(')
			p.bare(n.Args[0])
			p.WriteByte(')')
		} else {
			p.node(n.Args[0], postfix)
		}
		p.WriteByte('\'')
	case Mixed:
		p.node(n.Args[0], postfix)
		p.WriteByte(' ')
		p.node(n.Args[1], product)
	case Money:
		p.WriteString(currencySign(n.Name))
		p.node(n.Args[0], postfix)
	case Quantity:
		p.quantity(n)
	default:
		p.statement(n)
	}
}

// add prints a sum; minus stands between where a term is the minus of another.
func (p *printer) add(n *Node) {
	for i, a := range n.Args {
		switch {
		case i == 0 && a.Op == Add:
			p.node(a, product)
		case i == 0:
			p.node(a, sum)
		case a.Op == Neg:
			p.WriteString(" - ")
			p.term(a.Args[0])
		default:
			p.WriteString(" + ")
			p.term(a)
		}
	}
}

// term prints an operand behind a sign of a sum.
func (p *printer) term(n *Node) {
	if startsWithSign(n) || n.Op == Quantity {
		p.node(n, atom)
		return
	}
	p.node(n, product)
}

// negated prints the operand of a minus: a numeral in brackets, for -5 is a number.
func (p *printer) negated(n *Node) {
	if n.Op == Number || n.Op == Quantity || n.Op == Money || startsWithSign(n) {
		p.WriteByte('(')
		p.bare(n)
		p.WriteByte(')')
		return
	}
	p.node(n, product)
}

// startsWithSign says whether the printed form of n starts with a sign.
func startsWithSign(n *Node) bool {
	switch n.Op {
	case Number:
		return n.Value.Sign() < 0
	case Neg:
		return true
	case PlusMinus, MinusPlus:
		return len(n.Args) == 1
	}
	return false
}

func (p *printer) signed(sign string, n *Node) {
	if len(n.Args) == 2 {
		p.node(n.Args[0], sum)
		p.WriteString(" " + sign + " ")
		p.term(n.Args[1])
		return
	}
	p.WriteString(sign)
	p.term(n.Args[0])
}

// powerOrQuotient is the strength that the first factor needs: a quotient may stand
// bare, a/b*c is (a/b)*c.
func powerOrQuotient(n *Node) int {
	if n.Op == Div {
		return product
	}
	return power
}

// powerOrProduct is the strength that a numerator needs.
func powerOrProduct(n *Node) int {
	if n.Op == Div || n.Op == Mul {
		return product
	}
	return power
}

// exponent prints what is raised: numerals and names bare, all else in brackets.
func (p *printer) exponent(n *Node) {
	if n.Op == Pow {
		p.node(n, power)
		return
	}
	p.node(n, atom)
}

func (p *printer) quantity(n *Node) {
	if a := n.Args[0]; a.Op == Mul || a.Op == Div || a.Op == Mixed || a.Op == Number {
		p.node(a, product)
	} else {
		p.node(a, power)
	}
	if n.Args[1].Op == Text {
		p.WriteString(` "` + n.Args[1].Name + `"`)
		return
	}
	p.WriteString(` \unit{`)
	p.units(n.Args[1])
	p.WriteByte('}')
}

// units prints an expression over unit names, which are words there.
func (p *printer) units(n *Node) {
	switch {
	case n.Op == Symbol:
		p.WriteString(n.Name)
	case n.Op == Mul && len(n.Args) > 0:
		for i, a := range n.Args {
			if i > 0 {
				p.WriteByte('*')
			}
			p.units(a)
		}
	case n.Op == Div:
		p.units(n.Args[0])
		p.WriteByte('/')
		p.units(n.Args[1])
	case n.Op == Pow:
		p.units(n.Args[0])
		p.WriteByte('^')
		p.exponent(n.Args[1])
	default:
		p.node(n, atom)
	}
}
