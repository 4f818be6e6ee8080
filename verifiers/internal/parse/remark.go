package parse

import (
	"strings"

	"gander/verifiers/internal/expr"
)

// conditionWords open a remark behind an answer.
var conditionWords = map[string]bool{"for": true, "with": true, "when": true, "if": true, "such": true, "where": true, "whenever": true, "given": true, "provided": true}

// fillers may follow them.
var fillers = map[string]bool{"all": true, "every": true, "any": true, "each": true, "that": true, "some": true}

// bracketedRemark says whether a condition in brackets stands at the current token, as
// (k ∈ ℤ) behind an answer.
func (p *parser) bracketedRemark() bool {
	if p.cur().kind != lparen || p.peek(2).kind != relation {
		return false
	}
	k := p.peek(1).kind
	return k == sym || k == constant || k == variable
}

// remarkAhead says whether a remark stands at the current token, or after a comma there.
func (p *parser) remarkAhead() bool {
	t := p.cur()
	if t.kind == comma {
		t = p.peek(1)
	}
	return t.kind == lparen && p.bracketedRemark() || t.kind == where || t.kind == word && conditionWords[strings.ToLower(t.text)]
}

// remark reads "where …": as items when they make sense to the end of the bracket, else
// as words up to the end of the text.
func (p *parser) remark() *expr.Node {
	if p.bracketedRemark() {
		return bare(p.brackets())
	}
	p.accept(comma)
	p.skip()
	for p.cur().kind == word && fillers[strings.ToLower(p.cur().text)] {
		p.skip()
	}
	from := p.i
	items, seps := p.items()
	n := bare(p.join(items, seps))
	if p.err == nil && (p.cur().kind == end || isCloser(p.cur().kind) || p.cur().kind == row || p.remarkAhead()) {
		return n
	}
	if p.depth > 0 || p.budget.Spent() || from >= len(p.toks)-1 {
		return p.fault("a condition that makes no sense")
	}
	text := plainWords(p.src[p.toks[from].pos:])
	if text == "" {
		return p.fault("a condition that makes no sense")
	}
	p.err, p.i = nil, len(p.toks)-1
	return p.node(expr.Text, text)
}

func isCloser(k kind) bool {
	switch k {
	case rparen, rbrack, rbrace, rset, rangle, rfloor, rceil, nothing, finish:
		return true
	}
	return false
}
