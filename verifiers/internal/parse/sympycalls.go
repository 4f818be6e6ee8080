package parse

import (
	"strings"

	"gander/verifiers/internal/expr"
)

// named reads a name, with its arguments when brackets follow.
func (s *python) named() *expr.Node {
	name := s.nameText()
	if s.at < len(s.src) && s.src[s.at] == ' ' && s.at+1 < len(s.src) && isLetter(s.src[s.at+1]) { // words
		s.at++
		rest := s.named()
		return s.node(expr.Text, name+" "+rest.Name)
	}
	if s.at < len(s.src) && s.src[s.at] == '(' {
		s.at++
		if s.depth > MaxDepth {
			return s.wrong("expressions nest too deep")
		}
		var keys map[string]*expr.Node
		var args []*expr.Node
		for !s.see(")") && s.err == nil {
			if key := s.keyword(); key != "" {
				if keys == nil {
					keys = map[string]*expr.Node{}
				}
				keys[key] = s.comparison()
			} else {
				args = append(args, s.comparison())
			}
			if !s.see(",") {
				s.must(")")
				break
			}
		}
		if s.err != nil {
			return noValue()
		}
		return s.applied(name, args, keys)
	}
	if c, ok := sympyConstants[name]; ok {
		return s.node(expr.Constant, c)
	}
	if bar, ok := strings.CutPrefix(name, "bar{"); ok {
		base, index, _ := strings.Cut(bar, "}")
		return s.call(expr.Overline, s.node(expr.Symbol, normalName(base+index)))
	}
	return s.node(expr.Symbol, normalName(name))
}

// nameText takes a name: letters, digits, dots, an index in braces, primes.
func (s *python) nameText() string {
	from, depth := s.at, 0
	for s.at < len(s.src) {
		c := s.src[s.at]
		switch {
		case c == '{':
			depth++
		case c == '}' && depth > 0:
			depth--
		case depth > 0, isLetter(c), isDigit(c), c == '_', c == '\'', c == '.', c == '\\':
		default:
			return s.src[from:s.at]
		}
		s.at++
	}
	return s.src[from:s.at]
}

// keyword takes "dir=" and the like, and returns the word.
func (s *python) keyword() string {
	s.blanks()
	to := s.at
	for to < len(s.src) && (isLetter(s.src[to]) || s.src[to] == '_') {
		to++
	}
	if to == s.at || to+1 >= len(s.src) || s.src[to] != '=' || s.src[to+1] == '=' {
		return ""
	}
	key := s.src[s.at:to]
	s.at = to + 1
	return key
}
