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
		if c := n.Name[0]; c < '0' || c > '9' { // letters outside \text are a product
			p.WriteString(`\text{` + n.Name + "}_{")
		} else {
			p.WriteString(n.Name + "_{")
		}
		p.node(n.Args[0], item)
		p.WriteByte('}')
	default:
		p.operation(n)
	}
}
