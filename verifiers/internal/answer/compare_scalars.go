package answer

import (
	"slices"
	"strings"

	"gander/verifiers/internal/expr"
)

// scalar compares a gold that is one number or expression.
func (c *comparer) scalar(g scalar, a form) Result {
	switch a := a.(type) {
	case scalar:
		return c.scalars(g, a)
	case series:
		if len(a.items) == 1 && c.policy.allows(Brackets) {
			return c.forms(g, a.items[0]).by(Brackets)
		}
		return otherKind("one value", "several values")
	case region:
		if a.finite() && len(a.points) == 1 {
			return c.forms(g, scalar{value: a.points[0]}).by(Region)
		}
		return otherKind("one value", "a set of reals")
	case relation:
		if v, ok := c.sides(a); ok {
			return c.forms(g, scalar{value: v})
		}
		return otherKind("one value", "a relation, or sides that differ,")
	case ratio:
		return c.ratioValue(a, g)
	case word:
		return c.letters(g, a)
	case clock, record, grid:
		return otherKind("one value", "something else")
	}
	return undecided("the answer has no type that can be compared")
}

// letters compares an expression and a word, which are the same when they read the same
// letters: e and \text{e}.
func (c *comparer) letters(g scalar, a word) Result {
	switch spelled := spelling(g.value); {
	case spelled == "":
		return otherKind("a number", "words")
	case spelled == a.raw:
		return right(Exact, "the same letters")
	case sortedLetters(spelled) == sortedLetters(a.raw):
		return undecided("the same letters in another order")
	}
	return wrong(Exact, "other letters")
}

// sortedLetters are the letters of text in the order of the alphabet.
func sortedLetters(text string) string {
	letters := []rune(text)
	slices.Sort(letters)
	return string(letters)
}

// spelling is n as letters, when it is names side by side; else empty.
func spelling(n *expr.Node) string {
	switch n.Op {
	case expr.Symbol, expr.Constant:
		return n.Name
	case expr.Paren:
		return spelling(n.Args[0])
	case expr.Mul:
		var out strings.Builder
		for _, arg := range n.Args {
			part := spelling(arg)
			if part == "" {
				return ""
			}
			out.WriteString(part)
		}
		return out.String()
	}
	return ""
}

// scalars compares two scalars: first their marks, then their values.
func (c *comparer) scalars(g, a scalar) Result {
	g, a = spelledUnits(g, a)
	switch {
	case g.mark == a.mark:
		return c.sameMark(g, a)
	case a.mark == bare:
		return c.markDropped(g, a, true)
	case g.mark == bare:
		return c.markDropped(a, g, false)
	case g.mark == counted || a.mark == counted:
		return undecided("a noun for another mark")
	}
	return wrong(Exact, "another mark on the number")
}

// sameMark compares two scalars with the same mark, or with none.
func (c *comparer) sameMark(g, a scalar) Result {
	switch g.mark {
	case money:
		return c.amounts(g, a)
	case numeral:
		if g.label != a.label {
			return undecided("a numeral of another base")
		}
	case counted:
		if r := c.values(g.value, a.value); !r.is(Right) || g.label == a.label {
			return r
		} else if sameNoun(g.label, a.label) {
			return r.by(Noun)
		}
		return undecided("another noun")
	case measured:
		return c.measures(g, a)
	case percent:
		return c.close(g.value, a.value, asPercent)
	}
	return c.values(g.value, a.value)
}

// amounts compares two amounts of money. Cents are hundredths of a dollar.
func (c *comparer) amounts(g, a scalar) Result {
	hundred := expr.Int(100)
	switch {
	case g.label == a.label || g.label == "" || a.label == "":
		return c.values(g.value, a.value)
	case g.label == "$" && a.label == "¢" && c.policy.allows(UnitConverted):
		return c.values(product(g.value, hundred), a.value).by(UnitConverted)
	case g.label == "¢" && a.label == "$" && c.policy.allows(UnitConverted):
		return c.values(g.value, product(a.value, hundred)).by(UnitConverted)
	}
	return wrong(Exact, "another currency")
}

// sameNoun says whether two folded nouns count the same things: they end in one word, as
// red apples and apples do. Crates of apples are no apples, and dollars per hour no euros
// per hour.
func sameNoun(g, a string) bool {
	if g == a {
		return true
	}
	for _, noun := range []string{g, a} {
		if holds(noun, "of") || holds(noun, "per") {
			return false
		}
	}
	return lastWord(g) == lastWord(a)
}

// lastWord is the last word of folded words, without the s of a plural.
func lastWord(words string) string {
	return strings.TrimSuffix(words[strings.LastIndexByte(words, ' ')+1:], "s")
}
