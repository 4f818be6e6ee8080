package parse

import (
	"slices"

	"gander/verifiers/internal/expr"
)

// inverse reads ^{-1} between a letter and brackets: f^{-1}(x).
func (p *parser) inverse() (text string, ok bool) {
	if p.cur().kind == caret && p.peek(1).kind == lbrace && p.peek(2).kind == minus && p.peek(3).kind == num && p.peek(3).text == "1" && p.peek(4).kind == rbrace && p.peek(5).kind == lparen &&
		p.i > 0 && alwaysFunction(p.toks[p.i-1].text) {
		p.i += 5
		return "^{-1}", true
	}
	return "", false
}

// alwaysFunction says whether a letter before brackets is always a function.
func alwaysFunction(letter string) bool {
	switch letter {
	case "f", "g", "h", "zeta", "Gamma":
		return true
	}
	return false
}

// mayBeFunction says whether a letter before brackets around names and numbers is a
// function.
func mayBeFunction(letter string) bool {
	switch letter {
	case "F", "G", "H", "P", "Q", "T", "phi", "Phi", "psi", "Psi":
		return true
	}
	return false
}

// isFunction says whether the letter at token start, called name, is a function of the
// bracket at the current token.
func (p *parser) isFunction(start int, name string) bool {
	letter := p.toks[start].text
	if alwaysFunction(letter) || slices.Contains(p.functions, name) {
		return true
	}
	plain, after := p.plainArguments()
	if plain && mayBeFunction(letter) || letter == "P" && p.bracketedRemark() { // P(X = 2)
		return true
	}
	if plain && p.toks[after].kind == relation && p.toks[after].rel == expr.Equal && opensItem(p.toks, start) {
		p.functions = append(p.functions, name)
		return true
	}
	return false
}

// opensItem says whether an item starts at token i.
func opensItem(toks []token, i int) bool {
	if i == 0 {
		return true
	}
	switch toks[i-1].kind {
	case comma, semicolon, and, or, where, row, lbrace, boxed:
		return true
	}
	return false
}

// plainArguments says whether the bracket at the current token holds names and numbers
// alone, and where it ends.
func (p *parser) plainArguments() (plain bool, after int) {
	for i := p.i + 1; i < min(len(p.toks), p.i+24); i++ {
		switch p.toks[i].kind {
		case rparen:
			return i > p.i+1, i + 1
		case sym, constant, num, comma, under, lbrace, rbrace, prime, variable, cup, intersect:
		case minus:
			if p.toks[i-1].kind != lparen && p.toks[i-1].kind != comma {
				return false, 0
			}
		default:
			return false, 0
		}
		if i > p.i+1 && isLeaf(p.toks[i].kind) && isLeaf(p.toks[i-1].kind) {
			return false, 0 // a product
		}
	}
	return false, 0
}

func isLeaf(k kind) bool { return k == sym || k == constant || k == num || k == variable }

// arguments reads the arguments of a function in round brackets.
func (p *parser) arguments() []*expr.Node {
	n := p.brackets()
	if n.Op == expr.Tuple {
		return n.Args
	}
	return []*expr.Node{bare(n)}
}
