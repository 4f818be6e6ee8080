package answer

import (
	"math/big"
	"strings"

	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/expr"
)

// grid compares a gold that is a matrix.
func (c *comparer) grid(g grid, a form) Result {
	switch a := a.(type) {
	case grid:
		return c.grids(g, a)
	case series:
		if s, ok := g.column(); ok && a.kind != curly {
			return c.column(s, a)
		}
		if rows, ok := a.rows(); ok {
			return c.matrixRows(g, grid{rows: rows})
		}
	case record:
		if s, ok := g.column(); ok {
			return c.unnamed(a, s, false)
		}
	}
	return otherKind("a matrix", "something else")
}

// column compares a matrix of one column or row, as a list, and a list.
func (c *comparer) column(g, a series) Result {
	if !c.policy.allows(Column) {
		return wrong(ByPolicy, "a matrix on one side only")
	}
	return c.inOrder(g, a).by(Column)
}

// grids compares two matrices entry by entry, or by working them out first.
func (c *comparer) grids(g, a grid) Result {
	if g.rows == nil || a.rows == nil {
		switch d := algebra.Equal(g.tree, a.tree, c.budget); d.Relation {
		case algebra.Same:
			return right(certainty(d), "equal")
		case algebra.Different:
			return wrong(certainty(d), "not equal")
		}
		return undecided("matrices that cannot be worked out")
	}
	if len(g.rows) != len(a.rows) {
		return wrong(Exact, "another number of rows")
	}
	total := right(Exact, "every entry is the same")
	for i := range g.rows {
		total = both(total, c.inOrder(series{items: g.rows[i]}, series{items: a.rows[i]}))
	}
	return total
}

// matrixRows compares two matrices, of which one is written as a tuple of its rows.
func (c *comparer) matrixRows(g, a grid) Result {
	switch {
	case !c.policy.allows(MatrixRows):
		return otherKind("a matrix", "something else")
	case g.rows == nil || a.rows == nil:
		return undecided("an expression of matrices for the rows of one")
	}
	return c.grids(g, a).by(MatrixRows)
}

// rows are the items of s as the rows of a matrix: two or more sequences in order, in
// brackets of their own and together, all of one length.
func (s series) rows() ([][]form, bool) {
	if s.kind != round && s.kind != square || len(s.items) < 2 {
		return nil, false
	}
	var rows [][]form
	for _, item := range s.items {
		row, ok := item.(series)
		if !ok || row.kind != s.kind || rows != nil && len(row.items) != len(rows[0]) {
			return nil, false
		}
		rows = append(rows, row.items)
	}
	return rows, true
}

// column is g as a list, if it has one column or one row.
func (g grid) column() (series, bool) {
	out := series{kind: square}
	if len(g.rows) == 1 {
		out.items = g.rows[0]
		return out, true
	}
	for _, row := range g.rows {
		if len(row) != 1 {
			return series{}, false
		}
		out.items = append(out.items, row[0])
	}
	return out, len(g.rows) > 0
}

// ratio compares a gold that is a ratio.
func (c *comparer) ratio(g ratio, a form) Result {
	switch a := a.(type) {
	case ratio:
		return c.ratios(g, a)
	case scalar:
		return c.ratioValue(g, a)
	case clock:
		return c.clocks(clock{parts: g.parts}, a)
	}
	return otherKind("a ratio", "something else")
}

// ratios compares two ratios up to a common factor.
func (c *comparer) ratios(g, a ratio) Result {
	if len(g.parts) != len(a.parts) {
		return wrong(Exact, "a ratio with another number of parts")
	}
	total := right(Exact, "the same ratio")
	for i := 1; i < len(g.parts); i++ {
		cross := c.close(product(g.parts[0], a.parts[i]), product(g.parts[i], a.parts[0]), asNumber)
		total = both(total, cross)
	}
	if same := c.inOrder(parts(g.parts), parts(a.parts)); total.is(Right) && !same.is(Right) {
		if !c.policy.allows(RatioValue) || anyZero(g.parts) || anyZero(a.parts) {
			return wrong(ByPolicy, "a ratio in other terms")
		}
		if g.isTime() {
			return undecided("a time of day, or a ratio")
		}
		return total.by(RatioValue)
	}
	return total
}

// parts is a list of values in order.
func parts(nodes []*expr.Node) series {
	out := series{kind: square}
	for _, n := range nodes {
		out.items = append(out.items, scalar{value: n})
	}
	return out
}

func anyZero(nodes []*expr.Node) bool {
	for _, n := range nodes {
		if n.Op == expr.Number && n.Value.Sign() == 0 {
			return true
		}
	}
	return false
}

// isTime says whether r looks more like a time of day than like a ratio: hours and two
// digits of minutes, with a common factor that a ratio would not keep.
func (r ratio) isTime() bool {
	if len(r.parts) != 2 || !all(r.parts, isInteger) {
		return false
	}
	hour, okHour := smallInteger(r.parts[0])
	minute, okMinute := smallInteger(r.parts[1])
	if !okHour || !okMinute || hour < 0 || hour > 23 || minute < 10 || minute > 59 {
		return false
	}
	common := new(big.Int).GCD(nil, nil, big.NewInt(int64(hour)), big.NewInt(int64(minute)))
	return common.Cmp(big.NewInt(1)) > 0
}

// ratioValue compares a ratio of two and one value.
func (c *comparer) ratioValue(r ratio, v scalar) Result {
	if len(r.parts) != 2 || anyZero(r.parts) || v.mark != bare && v.mark != percent || !c.policy.allows(RatioValue) {
		return otherKind("a ratio", "something else")
	}
	if r.isTime() {
		return undecided("a time of day, or a ratio")
	}
	return c.without(Rounding, PercentSign).scalars(scalar{value: expr.New(expr.Div, r.parts...)}, v).by(RatioValue)
}

// word compares a gold in words.
func (c *comparer) word(g word, a form) Result {
	switch a := a.(type) {
	case word:
		return c.words(g, a)
	case scalar:
		if a.mark == bare && spelling(a.value) != "" {
			return c.letters(a, g)
		}
	case region:
		if g.is == nothing && c.policy.allows(EmptyWords) {
			return c.regions(empty(), a).by(EmptyWords)
		}
	case series:
		if g.is == nothing && len(a.items) == 0 {
			return right(Exact, "").by(EmptyWords)
		}
	}
	if g.isSentence() {
		return undecided("a sentence and something else")
	}
	return otherKind("words", "something else")
}

// maxName is how many words an answer in words may have that is compared as a name;
// longer ones say more than their words.
const maxName = 4

func (w word) isSentence() bool { return strings.Count(w.text, " ") >= maxName }

// words compares words: the same, or of the same meaning, or else other words. Sentences,
// and words of which one holds the other, are not judged.
func (c *comparer) words(g, a word) Result {
	switch {
	case g.text == a.text:
		return right(Exact, "the same words")
	case g.is == nothing && a.is == nothing:
		return c.regions(empty(), empty()).by(EmptyWords)
	case g.is != plain && g.is == a.is:
		return right(ByPolicy, "words of the same meaning")
	case g.is != plain && a.is != plain:
		return wrong(Exact, "words of another meaning")
	case g.isSentence() || a.isSentence():
		return undecided("a sentence in other words")
	case holds(g.text, a.text) || holds(a.text, g.text):
		return undecided("words around the same words")
	}
	return wrong(Exact, "other words")
}

// holds says whether the words of part stand together in whole.
func holds(whole, part string) bool {
	return strings.Contains(" "+whole+" ", " "+part+" ")
}
