// Package answer gives mathematical text a type and compares a gold with an answer by a
// table of what counts as one.
//
// [Read] takes the text of one answer, without the reply around it, to an [Answer]: a
// number with its mark (percent, degrees, money, unit), an expression, a list, tuple or
// set, a set of reals made of intervals and points, an equation or ordering, a value with
// a name, a matrix, a ratio, a time, or words. [Compare] holds two of them side by side,
// the gold first: it leads, and the answer must be as good as it.
//
// Values are compared by package algebra: exactly where that is possible, else at many
// points and with many digits. Everything else that the comparison lets pass is a [Row],
// can be refused by a [Policy], and is marked in the [Certainty] of the result. The
// comparison is the same both ways but for the rows that say otherwise.
//
// What has no type, such as a sentence, is compared as words; when neither equality nor
// difference can be shown the result is undecided, and so it is when the budget is spent.
package answer

import (
	"errors"
	"strings"

	"gander/verifiers/internal/budget"
	"gander/verifiers/internal/expr"
	"gander/verifiers/internal/parse"
)

// Answer is the text of an answer, read. It is never changed after [Read] and safe for
// concurrent use.
type Answer struct {
	form form
	// tree is what was parsed; nil when the text is no mathematics.
	tree *expr.Node
	text string // as it was given
	// bound are names that stand for any number of a kind, as k in "kπ, k ∈ ℤ", with the
	// kind.
	bound map[string]string
}

// Read reads text as one answer. A text that is no mathematics is read as words. The
// error says why text is no answer at all: it is empty, or too long, or the budget is
// spent.
func Read(text string, p Policy, b *budget.Budget) (*Answer, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return nil, errors.New("the answer is empty")
	}
	tree, err := parse.Parse(text, b)
	if b.Spent() {
		return nil, ErrSpent
	}
	a := &Answer{text: text}
	if err != nil {
		if a.form = readUnparsed(text, &p); a.form == nil {
			return nil, errors.New("the answer has no word or number")
		}
		return a, nil
	}
	if n, ok := wordSum(text); ok && p.allows(NumberWords) {
		tree = expr.Int(n)
	}
	a.tree = tree
	r := reader{policy: &p, budget: b}
	a.form = r.read(tree)
	a.bound = r.bound
	if b.Spent() {
		return nil, ErrSpent
	}
	return a, nil
}

// ErrSpent says that a check was given up because its budget is spent.
var ErrSpent = errors.New("the answer takes more work than a check may do")

// String is the answer in canonical form: marks and names in a fixed place, ends of
// intervals in order, words folded.
func (a *Answer) String() string { return a.form.String() }
