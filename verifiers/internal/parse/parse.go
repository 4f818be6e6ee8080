// Package parse reads mathematical answers into expr trees: LaTeX, plain text, and the
// mixture of both that models and data sets write.
//
// [Parse] takes what stands in a box or in a data set's answer field. It finds no answer
// in prose. It is tolerant of dress and strict of sense:
//
//   - Wrappers, spacing, sizes, fonts, markup and a closing full stop are not seen. Lost
//     or doubled backslashes, control characters that ate the first letter of a command,
//     a lost closing brace and stray dollars are mended.
//   - What has no meaning is an error: an operator without operand, brackets that do not
//     match, an empty argument, two numbers side by side.
//   - Where words stand and the grammar finds no other sense, the whole is an expr.Text.
//
// The choices that a reader may wonder about:
//
//	1/2x        (1/2)·x, but a/2x is a/(2x): a quotient of two numerals is a fraction
//	2e-1        2·e − 1; 1e-5, 2.5e-1, 2E-1 and 2e-10 are decimals
//	e, i        the constants, unless they carry an index, or stand alone on a side of a
//	            relation with its sign behind them (i = 1, also under a sum); then they
//	            are variables in the whole text
//	f(x)        f, g, h, ζ, Γ and every letter that the text defines by "L(x) =" are
//	            functions; F, G, H, P, Q, T, φ, Φ, ψ, Ψ are functions of letters and
//	            numbers alone, as in P(x); all else is a product, as in a(x+1)
//	sin 2x cos y   an argument without brackets ends at the next function, at · and at /
//	sin(x)^2    (sin x)^2; sin x^2 is sin(x^2)
//	log x       log with one argument: the base was not said; ln x is natural, lg x is
//	            log(x, 10)
//	12,345      a number, unless brackets make it a list: (12,345) is a pair
//	x^12        x to the 12th, though TeX sets only the 1 high; \frac12 is one half
//	3\frac12    a mixed number when the fraction is proper; 3\cdot\frac12 is a product
//	xy, abc     products of letters; speed, odd, yes are words, see words.go
//	x! y!!      y!! is (y!)!
//	5 m, 5 cm   a letter alone is a variable, a unit only in \text and \mathrm
//	(B) 12, A(1, 2), Paolo: 18   expr.Labeled
//	x = 1, 2    x = (1, 2), when the first item alone is an equation with a name
//	{x}         braces of LaTeX; a set beside ∪, ∩, ⊂ and ∈; {x, y} and \{x\} are sets
//	(x), [x]+1  brackets around one expression group; [x] and \{x\} alone are kept
//
// Parsing takes time in proportion to the text, and the text may have [MaxBytes] bytes.
package parse

import (
	"errors"
	"fmt"

	"gander/verifiers/internal/budget"
	"gander/verifiers/internal/expr"
)

// Limits of a text.
const (
	// MaxBytes is the longest text read.
	MaxBytes = 20_000
	// MaxDepth is how deep brackets, fractions, exponents and signs may nest.
	MaxDepth = 200
	// MaxDigits is the most digits of one number, the places that its exponent adds
	// included.
	MaxDigits = 2_000
)

// costs in operations of package budget.
const (
	tokenCost = 4
	nodeCost  = 4
)

var errBudget = errors.New("the budget for this check is spent")

// fault is what is wrong with a text and where, in bytes of the text as given.
type fault struct {
	at   int
	what string
}

func (f *fault) Error() string { return fmt.Sprintf("offset %d: %s", f.at, f.what) }

// Parse reads text as one answer. The error names a byte offset and the fault, and holds
// no part of the text. Every token and node spends b; when b is spent Parse gives up.
func Parse(text string, b *budget.Budget) (*expr.Node, error) {
	if len(text) > MaxBytes {
		return nil, &fault{MaxBytes, fmt.Sprintf("the text goes on after %d bytes", MaxBytes)}
	}
	if !b.Spend(len(text)/16 + 1) {
		return nil, errBudget
	}
	folded := fold(text)
	if len(folded) > 2*MaxBytes { // a sign of Unicode may stand for ten of LaTeX
		return nil, &fault{0, "the text has too many signs"}
	}
	l := lexer{src: folded, toks: make([]token, 0, len(folded)/2+2), budget: b}
	l.run()
	p := parser{src: folded, toks: l.toks, budget: b, err: l.err}
	if p.err == nil {
		p.prepare()
		if n := p.top(); p.err == nil {
			return n, nil
		}
	}
	if b.Spent() {
		return nil, errBudget
	}
	if l.words > 0 {
		if words := plainWords(folded); words != "" {
			return expr.Words(words), nil
		}
	}
	return nil, &fault{origin(text, folded, p.err.at), p.err.what}
}
