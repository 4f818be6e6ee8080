package extract

import (
	"strings"
	"unicode/utf8"
)

// formula is one formula of a text with its delimiters.
type formula struct {
	from, to   int    // the whole of it, in bytes
	start, end int    // what the delimiters hold
	env        string // the name of the environment, empty for other delimiters
}

// content is what a formula says, blanks and stops behind taken off: of a display of
// several lines the last one.
func (f formula) content(text string) string {
	s := text[f.start:f.end]
	if f.env != "" {
		s = lastRow(s)
	}
	return trimFormula(s)
}

// trimFormula takes the blanks around and the stops behind a formula away.
func trimFormula(s string) string {
	s = strings.TrimSpace(s)
	for {
		cut := strings.TrimRight(s, " \t\r\n.,;")
		if cut == s || strings.HasSuffix(cut, `\`) || strings.HasSuffix(cut, `\right`) || strings.HasSuffix(cut, `\left`) {
			return s
		}
		s = cut
	}
}

// environments are those that hold a formula, or several lines of one.
var environments = set("math displaymath equation equation* align align* aligned alignat alignat* gather gather* gathered multline multline* eqnarray eqnarray* split flalign flalign*")

// matrices are the environments that are a formula by themselves.
var matrices = set("matrix matrix* pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix array cases")

// findFormulas finds the formulas of text: $…$ and \(…\) on one line, $$…$$, \[…\] and
// environments on any number of them. A dollar sign before an amount of money or in
// running text opens none, an escaped one is a letter. Formulas that hold nothing are
// left out. The work is linear in text.
func findFormulas(text string) []formula {
	var all []formula
	finder := closers{}
	for i := 0; ; {
		n := strings.IndexAny(text[i:], `$\`)
		if n < 0 {
			return all
		}
		i += n
		f, ok := finder.formulaAt(text, i)
		switch {
		case ok:
			if strings.TrimSpace(text[f.start:f.end]) != "" {
				all = append(all, f)
			}
			i = f.to
		case text[i] == '\\':
			i = min(i+2, len(text))
		case strings.HasPrefix(text[i:], "$$"):
			i += 2
		default:
			i++
		}
	}
}

// closers remembers the closing marks that do not stand in the rest of a text.
type closers map[string]bool

// find is the offset of mark in text at or after from, -1 when it is not there.
func (c closers) find(text, mark string, from int) int {
	if c[mark] {
		return -1
	}
	at, _ := nextMark(text, from, mark)
	if at < 0 {
		c[mark] = true
	}
	return at
}

// formulaAt reads the formula that starts at i.
func (c closers) formulaAt(text string, i int) (formula, bool) {
	rest := text[i:]
	switch {
	case strings.HasPrefix(rest, "$$"):
		end := c.find(text, "$$", i+2)
		return formula{from: i, to: end + 2, start: i + 2, end: end}, end >= 0
	case rest[0] == '$':
		end := inlineEnd(text, i+1)
		return formula{from: i, to: end + 1, start: i + 1, end: end}, end >= 0
	case strings.HasPrefix(rest, `\(`):
		end := c.find(text, `\)`, i+2)
		if end < 0 || strings.Contains(text[i:end], "\n") {
			return formula{}, false
		}
		return formula{from: i, to: end + 2, start: i + 2, end: end}, true
	case strings.HasPrefix(rest, `\[`):
		end := c.find(text, `\]`, i+2)
		return formula{from: i, to: end + 2, start: i + 2, end: end}, end >= 0
	case strings.HasPrefix(rest, `\begin{`):
		name, _, ok := strings.Cut(rest[len(`\begin{`):min(len(rest), 24)], "}")
		if !ok || !environments[name] && !matrices[name] {
			return formula{}, false
		}
		closing := `\end{` + name + "}"
		end := c.find(text, closing, i)
		if matrices[name] {
			return formula{from: i, to: end + len(closing), start: i, end: end + len(closing)}, end >= 0
		}
		return formula{from: i, to: end + len(closing), start: i + len(`\begin{}`) + len(name), end: end, env: name}, end >= 0
	}
	return formula{}, false
}

// inlineEnd is the offset of the dollar sign that closes an inline formula which starts
// at from, or -1: none on the line, an amount of money, or running text.
func inlineEnd(text string, from int) int {
	for i := from; i < len(text); i++ {
		switch text[i] {
		case '\n':
			return -1
		case '\\':
			i++
		case '$':
			money := from < i && isDigit(text[from]) && i+1 < len(text) && isDigit(text[i+1])
			if money || proseWords(text[from:i]) >= 3 {
				return -1
			}
			return i
		}
	}
	return -1
}

// proseWords counts the words of three letters or more in LaTeX text, leaving out
// commands and what stands in \text{…} and the like.
func proseWords(s string) int {
	words := 0
	for i := 0; i < len(s); {
		if s[i] == '\\' {
			i += commandLength(s[i:])
			continue
		}
		n := wordAt(s[i:])
		if n >= 3 {
			words++
		}
		if n == 0 {
			_, n = utf8.DecodeRuneInString(s[i:])
		}
		i += n
	}
	return words
}

// wordCommands take words: those that they set in a formula, or the name of a layout.
var wordCommands = set(`\text \textbf \textit \textrm \textup \mathrm \mathbf \mathit \mbox \operatorname \hbox \begin \end`)

// commandLength is the length of the LaTeX command that s, which starts with a
// backslash, starts with; the words that it takes are part of it.
func commandLength(s string) int {
	n := 1
	for n < len(s) && isLetter(s[n]) {
		n++
	}
	switch {
	case n == 1:
		return min(2, len(s))
	case wordCommands[s[:n]] && strings.HasPrefix(s[n:], "{"):
		if end := strings.IndexByte(s[n:], '}'); end >= 0 {
			return n + end + 1
		}
	}
	return n
}

// lastRow is the last line of an aligned display, without its alignment marks and the
// equals sign that ties it to the line before.
func lastRow(s string) string {
	depth, start, last := 0, 0, ""
	for i := 0; i < len(s); i++ {
		switch rest := s[i:]; {
		case strings.HasPrefix(rest, `\begin{`):
			depth++
		case strings.HasPrefix(rest, `\end{`):
			depth--
		case strings.HasPrefix(rest, `\\`):
			if depth == 0 {
				if row := strings.TrimSpace(s[start:i]); row != "" {
					last = row
				}
				start = i + 2
			}
			i++
		case rest[0] == '\\':
			i++
		}
	}
	if row := strings.TrimSpace(s[start:]); row != "" {
		last = row
	}
	if strings.Contains(last, `\begin{`) {
		return last
	}
	return strings.TrimLeft(strings.ReplaceAll(last, "&", ""), " =")
}
