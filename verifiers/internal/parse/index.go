package parse

import (
	"strings"
	"unicode/utf8"

	"gander/verifiers/internal/expr"
)

// name is the name of a letter with the index and primes behind it, in one spelling:
// the letter, _{index}, primes. x_1, x_{1} and x_{ 1 } have one name.
func (p *parser) name(letter string) string {
	index, primes := "", 0
	for {
		switch t := p.cur(); {
		case t.kind == prime:
			p.skip()
			primes++
			continue
		case t.kind == under && index == "":
			text, after := p.indexText()
			if text == "" {
				p.fault("an index is missing")
				return letter
			}
			p.i, index = after, text
			continue
		case t.kind == caret && p.peek(1).kind == prime:
			p.skip()
			continue
		case t.kind == caret && p.peek(1).kind == lbrace && p.peek(2).kind == prime:
			p.i += 2
			for p.accept(prime) {
				primes++
			}
			p.expect(rbrace, "an exponent of primes and more")
			continue
		}
		break
	}
	if index == "" && primes == 0 {
		return letter
	}
	if index != "" {
		letter += "_{" + index + "}"
	}
	return letter + strings.Repeat("'", primes)
}

// maxIndex is the longest index of a name, in bytes.
const maxIndex = 64

// indexText is the index behind the current token, an underscore, in one spelling, and
// the token behind it. Empty when there is none that a name can have.
func (p *parser) indexText() (text string, after int) {
	from := p.i + 1
	switch k := p.toks[from].kind; {
	case k == end || isCloser(k):
		return "", from
	case k != lbrace:
		return indexSpelling(p.src[p.toks[from].pos:p.toks[from].end]), from + 1
	}
	depth := 0
	for i := from; i < len(p.toks)-1; i++ {
		switch p.toks[i].kind {
		case lbrace:
			depth++
		case rbrace:
			depth--
		}
		if depth == 0 {
			return indexSpelling(p.src[p.toks[from].end:p.toks[i].pos]), i + 1
		}
	}
	return "", len(p.toks) - 1
}

var fontCommands = strings.NewReplacer(`\mathrm`, "", `\mathbf`, "", `\operatorname`, "", `\textbf`, "", `\textrm`, "", `\text`, "", `\rm`, "", `\mathit`, "", `\variable`, "", `\,`, "")

// indexSpelling is src, an index, without blanks, braces, backslashes and fonts: letters,
// digits and signs between them. Empty for what no index has.
func indexSpelling(src string) string {
	if len(src) == 1 && (isLetter(src[0]) || isDigit(src[0])) {
		return src
	}
	if strings.IndexByte(src, '\\') >= 0 {
		src = fontCommands.Replace(src)
	}
	ok := true
	text := strings.Map(func(r rune) rune {
		switch {
		case r == ' ', r == '{', r == '}', r == '\\', r == '~', r == '$':
			return -1
		case r < utf8.RuneSelf && !isLetter(byte(r)) && !isDigit(byte(r)) && !strings.ContainsRune(",+-*/^=<>!'().:;|_", r):
			ok = false // no sign of an index
		}
		return r
	}, src)
	if point := strings.IndexByte(text, '.'); point >= 0 { // 0.05
		ok = ok && strings.Trim(text[:point]+text[point+1:], "0123456789") == "" && 0 < point && point < len(text)-1
	}
	if !ok || len(text) > maxIndex {
		return ""
	}
	return text
}

// normalName is the name of \variable{text}, in the spelling of [parser.name] where it
// is a letter or word with an index.
func normalName(text string) string {
	text = strings.TrimPrefix(text, `\`)
	base, index, ok := strings.Cut(text, "_")
	if !ok || base == "" {
		return text
	}
	index, primes := strings.TrimRight(index, "'"), len(index)-len(strings.TrimRight(index, "'"))
	if inner, ok := strings.CutPrefix(index, "{"); ok {
		index, ok = strings.CutSuffix(inner, "}")
		if !ok {
			return text
		}
	}
	index = indexSpelling(index)
	if index == "" {
		return text
	}
	return base + "_{" + index + "}" + strings.Repeat("'", primes)
}

// indexed reads an index behind something that is no letter: a numeral in brackets has a
// base, and x^{2}_{3} is the square of x_3.
func (p *parser) indexed(left *expr.Node) *expr.Node {
	switch {
	case left.Op == expr.Paren && left.Args[0].Op == expr.Number && left.Args[0].Value.IsInt() && left.Args[0].Value.Sign() >= 0 && left.Args[0].Places == expr.NotDecimal:
		return p.based(left.Args[0].Value.Num().String())
	case left.Op == expr.Pow && takesIndex(left.Args[0]):
		left.Args[0].Name = p.name(left.Args[0].Name)
		return left
	case left.Op == expr.Call && isAccent(left.Name) && takesIndex(left.Args[0]):
		left.Args[0].Name = p.name(left.Args[0].Name)
		return left
	case left.Op == expr.Pow && left.Args[0].Op == expr.Call && isAccent(left.Args[0].Name) && takesIndex(left.Args[0].Args[0]):
		sym := left.Args[0].Args[0]
		sym.Name = p.name(sym.Name)
		return left
	}
	return p.fault("an index behind what can have none")
}

// takesIndex says whether n is a name without an index.
func takesIndex(n *expr.Node) bool {
	return n.Op == expr.Symbol && !strings.Contains(n.Name, "_")
}
