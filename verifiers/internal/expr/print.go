package expr

import "strings"

// Strength of the printed forms, loosest first: a part that is looser than its place
// allows stands in brackets.
const (
	loose   = iota // a list, a or b, a where b
	item           // a relation, a label: what commas separate
	ratio          // a : b
	union          // a ∪ b, a ∖ b
	meet           // a ∩ b
	sum            // a + b, a ± b
	product        // a*b, a/b, −a, 5 cm, 1 1/2
	power          // a^b
	postfix        // a!, a%, a°
	atom           // all else
	never          // brackets in any case
)

// String is n as text: plain, on one line, and unambiguous. Package parse reads it back
// to the same tree, for every tree that it makes itself.
//
//	x + 2*y^2/3, -5, -(5), sqrt(x), f(x, y)    signs between operands are always written;
//	                                           -5 is the number, -(5) is minus of 5
//	0.50, 1500e0, 1.1\overline{6}              a decimal, one of no places, a rational
//	\rational{1/97}                            a rational of many digits
//	x_{1}, f'', theta, \variable{speed}        names; all but letters in \variable
//	"two words"                                text
//	(a, b), [a, b], [a, b), ]a, b[, ⟨a, b⟩     pairs and intervals
//	\{a, b\}, \{x | x > 0\}, A ∪ B             sets
//	5 \unit{m/s}, 7 "goats", \$5, 4:30 pm      quantities
//	a, b; c                                    a list of a list and c
//	x = 1 or x = 2, n*pi where n ∈ ℤ           alternatives and conditions
func (n *Node) String() string {
	var p printer
	p.node(n, loose)
	return p.String()
}

type printer struct{ strings.Builder }

// strength is how tight the printed form of n holds together.
func strength(n *Node) int {
	switch n.Op {
	case List, And, Or, Where:
		return loose
	case Relation, Labeled, Not:
		return item
	case Ratio:
		return ratio
	case Union, Without:
		return union
	case Intersect:
		return meet
	case Add:
		return sum
	case PlusMinus, MinusPlus:
		if len(n.Args) == 1 {
			return product
		}
		return sum
	case Mul, Div, Neg, Mixed, Quantity, Money, Clock:
		return product
	case Number:
		if n.Value.Sign() < 0 {
			return product
		}
		if n.Places == 0 || n.Places < 0 && !n.Value.IsInt() {
			return power
		}
	case Pow:
		return power
	case Factorial, Percent, Degrees, Prime:
		return postfix
	}
	return atom
}

// node prints n in a place that takes forms of strength least or tighter.
func (p *printer) node(n *Node, least int) {
	if strength(n) < least {
		p.WriteByte('(')
		p.bare(n)
		p.WriteByte(')')
		return
	}
	p.bare(n)
}

// bare prints n without brackets around it.
func (p *printer) bare(n *Node) {
	switch n.Op {
	case Number:
		p.number(n)
	case Symbol:
		p.symbol(n.Name)
	case Constant:
		p.WriteString(constantSigns[n.Name])
	case Text:
		p.WriteString(`"` + n.Name + `"`)
	case Call:
		p.function(n.Name)
		p.between("(", n.Args, ")")
	case Paren:
		p.node(n.Args[0], loose)
	case Tuple:
		p.between("(", n.Args, ")")
	case Bracket:
		p.between("[", n.Args, "]")
	case Interval:
		p.interval(n)
	case Angle:
		p.between("⟨", n.Args, "⟩")
	case Set:
		p.between(`\{`, n.Args, `\}`)
	case Builder:
		p.WriteString(`\{`)
		p.node(n.Args[0], ratio)
		p.WriteString(" | ")
		p.condition(n.Args[1])
		p.WriteString(`\}`)
	case Matrix:
		p.matrix(n)
	case Clock:
		p.clock(n)
	case Base:
		p.WriteString(n.Name + "_{")
		p.node(n.Args[0], item)
		p.WriteByte('}')
	default:
		p.operation(n)
	}
}

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
		p.node(n.Args[0], postfix)
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

// String is the sign itself, as in ≤.
func (r Rel) String() string { return relSigns[r] }

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
