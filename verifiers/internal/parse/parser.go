package parse

import (
	"math/big"

	"gander/verifiers/internal/budget"
	"gander/verifiers/internal/expr"
)

// parser builds the tree: a Pratt parser over tokens. Once a fault is noted it stands at
// the last token, so that every loop ends.
type parser struct {
	src    string
	toks   []token
	budget *budget.Budget
	err    *fault

	i     int // the current token
	depth int

	bars      int        // |…| that are open in this bracket
	brace     bool       // in braces, before the bar or colon of a set builder
	reversed  bool       // in ]a, b[
	rows      int        // environments that are open
	integrals int        // ∫ whose body is being read
	dvar      *expr.Node // the variable of the innermost, once its differential has come
	side      *expr.Node // + or -, the side of a limit point
	inLimit   bool

	functions []string // letters that the text defines as functions
	vars      struct{ e, i bool }
	slab      []expr.Node
}

// fault notes what is wrong at the current token.
func (p *parser) fault(what string) *expr.Node {
	if p.err == nil {
		p.err = &fault{int(p.cur().pos), what}
	}
	p.i = len(p.toks) - 1
	return noValue()
}

// noValue stands for a tree that could not be read. It is made anew each time, for its
// reader may write to it.
func noValue() *expr.Node { return &expr.Node{Op: expr.Text} }

func (p *parser) cur() *token { return &p.toks[p.i] }

// peek is the token n after the current one.
func (p *parser) peek(n int) *token { return &p.toks[min(p.i+n, len(p.toks)-1)] }

// skip goes on by one token, never behind the last.
func (p *parser) skip() { p.i = min(p.i+1, len(p.toks)-1) }

// take is the current token, and goes on.
func (p *parser) take() *token {
	t := p.cur()
	p.skip()
	return t
}

// accept goes on when the current token is k.
func (p *parser) accept(k kind) bool {
	if p.cur().kind != k {
		return false
	}
	p.skip()
	return true
}

func (p *parser) expect(k kind, what string) {
	if !p.accept(k) {
		p.fault(what)
	}
}

// node makes a node, and a fault when the budget is spent.
func (p *parser) node(op expr.Op, name string, args ...*expr.Node) *expr.Node {
	if !p.budget.Spend(nodeCost) {
		return p.fault("the budget is spent")
	}
	if len(p.slab) == cap(p.slab) {
		p.slab = make([]expr.Node, 0, min(2*cap(p.slab)+2, 32))
	}
	p.slab = append(p.slab, expr.Node{Op: op, Name: name, Args: args})
	return &p.slab[len(p.slab)-1]
}

func (p *parser) int(n int64) *expr.Node {
	m := p.node(expr.Number, "")
	m.Value, m.Places = big.NewRat(n, 1), expr.NotDecimal
	return m
}

func (p *parser) call(name string, args ...*expr.Node) *expr.Node {
	return p.node(expr.Call, name, args...)
}

// enter counts one level of nesting and says whether there is room for it.
func (p *parser) enter() bool {
	p.depth++
	if p.depth > MaxDepth {
		p.fault("expressions nest too deep")
		return false
	}
	return true
}

// prepare closes the tokens with an end, drops a comma before it, and notes which of e
// and i are variables: those that stand alone on one side of a relation.
func (p *parser) prepare() {
	for n := len(p.toks); n > 0; n-- {
		if k := p.toks[n-1].kind; k != comma && k != semicolon && k != row && k != colon {
			break
		}
		p.toks = p.toks[:n-1]
	}
	p.toks = append(p.toks, token{kind: end, pos: int32(len(p.src)), end: int32(len(p.src))})
	for i, t := range p.toks {
		if t.kind != constant || t.text != expr.E && t.text != expr.I || p.toks[i+1].kind != relation {
			continue
		}
		switch opens := opensSide(p.toks[:i]); {
		case opens && t.text == expr.E:
			p.vars.e = true
		case opens:
			p.vars.i = true
		}
	}
}

// opensSide says whether one side of a relation starts behind toks.
func opensSide(toks []token) bool {
	for len(toks) > 0 && toks[len(toks)-1].kind == plus {
		toks = toks[:len(toks)-1]
	}
	if len(toks) == 0 {
		return true
	}
	switch toks[len(toks)-1].kind {
	case relation, comma, semicolon, and, or, lbrace, lset, lparen, where, row, boxed:
		return true
	}
	return false
}

// top reads the whole text.
func (p *parser) top() *expr.Node {
	if len(p.toks) == 1 {
		return p.fault("there is nothing to read")
	}
	n := bare(p.answer())
	if p.cur().kind != end {
		return p.fault("this does not fit what stands before it")
	}
	return n
}

// bare is n without round brackets or plain braces around it.
func bare(n *expr.Node) *expr.Node {
	for n.Op == expr.Paren {
		n = n.Args[0]
	}
	return n
}

// asSet is n as an operand of set operations: plain braces are a set there.
func (p *parser) asSet(n *expr.Node) *expr.Node {
	if n.Op == expr.Paren && n.Name == "{" && n.Args[0].Op != expr.Paren {
		return p.node(expr.Set, "", n.Args[0])
	}
	return bare(n)
}

// value is n as an operand of arithmetic: brackets of every kind around one expression
// only group. Words, lists and statements are no operands.
func (p *parser) value(n *expr.Node) *expr.Node {
	for n.Op == expr.Paren || (n.Op == expr.Bracket || n.Op == expr.Set) && len(n.Args) == 1 {
		n = n.Args[0]
	}
	switch n.Op {
	case expr.Text, expr.List, expr.And, expr.Or, expr.Not, expr.Relation, expr.Labeled, expr.Where, expr.Clock, expr.Set, expr.Builder, expr.Interval:
		return p.fault("this is no operand of arithmetic")
	}
	return n
}
