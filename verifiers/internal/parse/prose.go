package parse

import "strings"

// plainWords is text that is no expression as words: src without the marks of LaTeX and Markdown around words, and with
// single blanks.
func plainWords(src string) string {
	for _, name := range []string{`\text`, `\mathrm`, `\mbox`, `\textbf`, `\boxed`, `\quad`, `\left`, `\right`} {
		src = strings.ReplaceAll(src, name+"{", "{")
	}
	clean := strings.Map(func(r rune) rune {
		switch r {
		case '$', '{', '}', '\\', '"', '*', '`', '#', '~':
			return ' '
		}
		return r
	}, src)
	return strings.TrimRight(strings.Join(strings.Fields(clean), " "), ".,;: ")
}
