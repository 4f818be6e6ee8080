package parse

import (
	"strings"

	"gander/verifiers/internal/expr"
)

// letterNode reads a letter with index and primes, and its arguments when it is a
// function; or a constant.
func (p *parser) letterNode() *expr.Node {
	t := p.cur()
	if p.integrals > 0 && p.differential() {
		return p.int(1)
	}
	if t.is(inText) && len(t.text) == 1 && p.peek(1).kind == word && p.peek(1).is(spaced) || len(t.text) == 1 && strings.Contains("aAI", t.text) && p.peek(1).kind == word && p.peek(1).is(spaced) {
		return p.wordsNode()
	}
	p.skip()
	if t.kind == constant && !p.isVariable(t) {
		return p.constantNode(t.text)
	}
	start := p.i - 1
	name := p.name(t.text)
	if inverse, ok := p.inverse(); ok {
		name += inverse
	}
	if p.cur().kind == lparen && p.isFunction(start, name) {
		return p.call(name, p.arguments()...)
	}
	if p.isPoint(start) {
		return p.node(expr.Labeled, name, p.brackets())
	}
	return p.node(expr.Symbol, name)
}

// isPoint says whether the letter at token start names the pair of coordinates at the
// current token: A(1, 2), which is all of an item.
func (p *parser) isPoint(start int) bool {
	letter := p.toks[start].text
	if len(letter) != 1 || letter[0] > 'Z' || p.cur().kind != lparen || p.i != start+1 || !opensItem(p.toks, start) {
		return false
	}
	pair := false
	for i := p.i + 1; i < min(len(p.toks), p.i+32); i++ {
		switch k := p.toks[i].kind; k {
		case lparen:
			return false
		case comma, semicolon:
			pair = true
		case rparen:
			next := p.toks[i+1].kind
			return pair && (next == end || next == comma || next == semicolon || next == and || next == or || isCloser(next))
		}
	}
	return false
}

// isVariable says whether e or i, at t, is a variable here.
func (p *parser) isVariable(t *token) bool {
	switch t.text {
	case expr.E:
		return p.vars.e || p.cur().kind == under || p.cur().kind == prime
	case expr.I:
		return p.vars.i || p.cur().kind == under || p.cur().kind == prime
	}
	return false
}

// constantNode is a constant, or a part of a set of numbers: ℤ_{>0}, ℕ_0.
func (p *parser) constantNode(name string) *expr.Node {
	n := p.node(expr.Constant, name)
	if p.cur().kind != under || !isSet(n) {
		return n
	}
	text, after := p.indexText()
	part := map[string]string{">0": "positive", ">=0": "nonnegative", "+": "positive", "-": "negative", "<0": "negative", "ge0": "nonnegative", "geq0": "nonnegative",
		"geqslant0": "nonnegative", "0": "nonnegative", "!=0": "nonzero", "ne0": "nonzero", "neq0": "nonzero", ">=1": "positive", "ge1": "positive", "geq1": "positive"}[text]
	if part == "" {
		return p.fault("an unknown part of a set of numbers")
	}
	p.i = after
	return p.call(part, n)
}

// wordsNode reads words up to a sign as one text, or as the constant they spell.
func (p *parser) wordsNode() *expr.Node {
	first := p.take()
	text := first.text
	if isWordToken(p.cur(), p.peek(1)) {
		var all strings.Builder
		all.WriteString(text)
		for isWordToken(p.cur(), p.peek(1)) {
			t := p.take()
			if t.is(spaced) {
				all.WriteByte(' ')
			}
			all.WriteString(t.text)
		}
		text = all.String()
	}
	if name, ok := spelled[strings.ToLower(text)]; ok {
		return p.node(expr.Constant, name)
	}
	if first.kind != word && text == first.text {
		return p.node(expr.Symbol, text)
	}
	return p.node(expr.Text, text)
}

// isWordToken says whether t, with next behind it, goes on a run of words.
func isWordToken(t, next *token) bool {
	switch t.kind {
	case word:
		return !conditionWords[t.text]
	case sym, constant:
		return len(t.text) == 1 && t.is(spaced) && (t.is(inText) || next.kind == word)
	}
	return false
}
