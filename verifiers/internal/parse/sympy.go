package parse

import (
	"strings"

	"gander/verifiers/internal/budget"
	"gander/verifiers/internal/expr"
)

// SymPy reads text as the computer algebra system SymPy prints an expression with str():
// x**2/2, Eq(x, 1), Interval.open(0, 1), Matrix([[1, 2]]), Integral(x, (x, 0, 1)). Trees
// are built as [Parse] builds them; a closed interval is an expr.Bracket of two, an open
// one an expr.Interval. Errors and limits are those of Parse.
func SymPy(text string, b *budget.Budget) (*expr.Node, error) {
	if len(text) > MaxBytes {
		return nil, &fault{MaxBytes, "the text goes on too long"}
	}
	s := python{parser: parser{src: text, budget: b, toks: []token{{}}}}
	n := s.comparison()
	s.blanks()
	if s.err == nil && s.at < len(text) {
		s.wrong("this does not fit what stands before it")
	}
	if b.Spent() {
		return nil, errBudget
	}
	if s.err != nil {
		return nil, s.err
	}
	return n, nil
}

// python reads expressions of Python by recursive descent, straight from the text.
type python struct {
	parser
	at int
}

// wrong notes what is wrong here and goes to the end of the text.
func (s *python) wrong(what string) *expr.Node {
	if s.err == nil {
		s.err = &fault{s.at, what}
	}
	s.at = len(s.src)
	return noValue()
}

func (s *python) blanks() {
	for s.at < len(s.src) && strings.IndexByte(" \n\t", s.src[s.at]) >= 0 {
		s.at++
	}
}

// see takes sign when it stands next.
func (s *python) see(sign string) bool {
	s.blanks()
	if !strings.HasPrefix(s.src[s.at:], sign) {
		return false
	}
	s.at += len(sign)
	return true
}

// must takes sign, or notes that it is missing.
func (s *python) must(sign string) {
	if !s.see(sign) {
		s.wrong("a closing bracket is missing")
	}
}

// descend counts one level of nesting and says whether there is room for it and the
// budget is not spent.
func (s *python) descend() bool {
	s.depth++
	switch {
	case s.err != nil:
	case s.depth > MaxDepth:
		s.wrong("expressions nest too deep")
	case !s.budget.Spend(nodeCost):
		s.wrong("the budget is spent")
	}
	return s.err == nil
}

// comparison reads a < b and the like.
func (s *python) comparison() *expr.Node {
	defer func() { s.depth-- }()
	if !s.descend() {
		return noValue()
	}
	left := s.sums()
	s.blanks()
	if s.at == len(s.src) {
		return left
	}
	sign, n := asciiRelation(s.src[s.at:])
	if n == 0 {
		return left
	}
	s.at += n
	return s.related(sign, left, s.sums())
}

func (s *python) related(sign expr.Rel, left, right *expr.Node) *expr.Node {
	n := s.node(expr.Relation, "", left, right)
	n.Rels = []expr.Rel{sign}
	return n
}

func (s *python) sums() *expr.Node {
	terms := []*expr.Node{s.products()}
	for s.err == nil {
		switch {
		case s.see("+"):
			terms = append(terms, s.products())
			continue
		case s.see("-"):
			terms = append(terms, s.node(expr.Neg, "", s.products()))
			continue
		}
		break
	}
	if len(terms) == 1 {
		return terms[0]
	}
	return s.node(expr.Add, "", terms...)
}

func (s *python) products() *expr.Node {
	left := s.signed()
	for s.err == nil {
		s.blanks()
		switch {
		case strings.HasPrefix(s.src[s.at:], "**"):
			return left
		case s.see("*"):
			left = s.node(expr.Mul, "", left, s.signed())
			continue
		case s.see("/"):
			left = s.node(expr.Div, "", left, s.signed())
			continue
		}
		break
	}
	return left
}

func (s *python) signed() *expr.Node {
	if !s.see("-") {
		return s.powers()
	}
	defer func() { s.depth-- }()
	if !s.descend() {
		return noValue()
	}
	n := s.signed()
	if n.Op == expr.Number {
		return s.negative(n)
	}
	return s.node(expr.Neg, "", n)
}

func (s *python) powers() *expr.Node {
	base := s.primary()
	if !s.see("**") {
		return base
	}
	defer func() { s.depth-- }()
	if !s.descend() {
		return noValue()
	}
	return s.node(expr.Pow, "", base, s.signed())
}

func (s *python) primary() *expr.Node {
	s.blanks()
	if s.at >= len(s.src) {
		return s.wrong("an operand is missing at the end")
	}
	switch c := s.src[s.at]; {
	case c == '(':
		s.at++
		items := s.list(")")
		if len(items) == 1 {
			return items[0]
		}
		return s.node(expr.Tuple, "", items...)
	case c == '[':
		s.at++
		return s.node(expr.List, "", s.list("]")...)
	case c == '{':
		s.at++
		return s.node(expr.Set, "", s.list("}")...)
	case isDigit(c), c == '.':
		return s.numeral()
	case isLetter(c), c == '\\', c == '_':
		return s.named()
	case c == '\'':
		s.at++
		rest, _, ok := strings.Cut(s.src[s.at:], "'")
		if !ok {
			return s.wrong("an open quotation")
		}
		s.at += len(rest) + 1
		return s.node(expr.Text, rest)
	}
	return s.wrong("an operand is missing")
}

// list reads expressions and commas up to shut.
func (s *python) list(shut string) (items []*expr.Node) {
	for !s.see(shut) && s.err == nil {
		items = append(items, s.comparison())
		if !s.see(",") {
			s.must(shut)
			break
		}
	}
	return items
}

func (s *python) numeral() *expr.Node {
	sc := scanner{src: s.src, from: s.at, at: s.at, listed: true, plain: true}
	text := sc.scan()
	if text == "" {
		return s.wrong("a number without digits")
	}
	text += sc.exponent(text)
	if sc.digits > MaxDigits {
		return s.wrong("a number of too many digits")
	}
	s.at = sc.at
	return s.number(text)
}
