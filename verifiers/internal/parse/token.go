package parse

import "gander/verifiers/internal/expr"

// kind is what a token is.
type kind uint8

const (
	end kind = iota
	// leaves
	num      // a numeral: text in the form of numeral.go
	sym      // a letter or a Greek name: text
	word     // a word: text
	quoted   // words in quotation marks, taken as they are: text
	fn       // a function: text is its name
	constant // text is its name
	variable // \variable{…}: text is the name
	ellipsis
	// operators
	plus
	minus
	plusMinus
	minusPlus
	times
	slash
	caret
	under
	bang
	prime
	percent
	degree
	modulo
	cup
	intersect
	without
	money // text is the currency
	// between answers
	relation // rel
	comma
	semicolon
	colon
	and
	or
	where
	not
	// brackets; in a pair the closing one follows the opening one
	lparen
	rparen
	lbrack
	rbrack
	lbrace // { of LaTeX or a plain set
	rbrace
	lset // \{
	rset
	langle
	rangle
	lfloor
	rfloor
	lceil
	rceil
	bar
	norm
	nothing // \left. and \right.
	// commands with arguments
	frac
	binom
	sqrt
	choose // {a \choose b}
	over   // {a \over b}
	bigOp  // sum, product, integral, limit: text
	accent // overline, vec, …: text
	mark   // angle, triangle, …: text
	pmod
	boxed
	unit // \unit{…}
	begin
	finish // \end{…}
	amp
	row
)

// flag says how a token stood in the text.
type flag uint8

const (
	spaced        flag = 1 << iota // a blank before it
	inText                         // inside \text, \mathrm and the like
	opening                        // after \left
	closing                        // after \right
	digitArgument                  // one digit as an argument: \frac12
)

// token is one sign of the folded text.
type token struct {
	kind     kind
	flags    flag
	rel      expr.Rel
	pos, end int32
	text     string
}

func (t token) is(f flag) bool { return t.flags&f != 0 }
