package parse

import "gander/verifiers/internal/expr"

// asciiRelation is the relation sign that text starts with and its length, 0 for none.
func asciiRelation(text string) (expr.Rel, int) {
	var next, third byte
	if len(text) > 1 {
		next = text[1]
	}
	if len(text) > 2 {
		third = text[2]
	}
	switch c := text[0]; {
	case c == '=' && next == '=', c == '=' && next == '<', c == '=' && next == '>':
		return map[byte]expr.Rel{'=': expr.Equal, '<': expr.LessEqual, '>': expr.Maps}[next], 2
	case c == '=':
		return expr.Equal, 1
	case c == '!' && next == '=' && third != '=':
		return expr.NotEqual, 2
	case c == '<' && next == '>':
		return expr.NotEqual, 2
	case c == '<' && next == '=', c == '>' && next == '=':
		return map[byte]expr.Rel{'<': expr.LessEqual, '>': expr.GreaterEqual}[c], 2
	case c == '<':
		return expr.Less, 1
	case c == '>':
		return expr.Greater, 1
	case c == '-' && next == '>':
		return expr.Maps, 2
	case c == ':' && next == '=':
		return expr.Defines, 2
	}
	return 0, 0
}
