package attacks

import (
	"slices"
	"strings"

	"gander/verifiers"
)

// numbers adds near misses of the last number in the gold, and of several numbers one.
func (b *builder) numbers() {
	all := findNumbers(b.gold)
	switch b.Kind {
	case verifiers.Choice, verifiers.JSON:
		return
	case verifiers.Math:
		if len(b.gold) > maxFormula || !plain(b.gold) {
			return
		}
		all = slices.DeleteFunc(all, func(n number) bool { return scripted(b.gold, n.start) })
	}
	if len(all) == 0 {
		return
	}
	last := all[len(all)-1]
	for _, e := range last.edits() {
		if e.by > b.Slack {
			b.change(e.name, b.gold[:last.start]+e.text+b.gold[last.end:])
		}
	}
	if b.Kind != verifiers.Text {
		return
	}
	first := all[0]
	switch comma := strings.IndexByte(b.gold[first.start:first.end], ','); {
	case comma > 0:
		b.say(Near, "comma_prefix", b.gold[first.start:first.start+comma])
	case len(all) > 1:
		b.say(Near, "one_number_of_several", b.gold[first.start:first.end])
	}
	if len(last.fraction) > 1 {
		b.say(Near, "digits_merged", b.gold[:last.start]+last.whole+last.fraction+b.gold[last.end:])
	}
}

// maxFormula is the length of the longest formula whose numbers are changed, in bytes.
const maxFormula = 4_000

// keeping are the LaTeX commands under which another number makes another value.
// Binomials, remainders and functions are not among them: binom(5, 2) is binom(5, 3).
var keeping = []string{"frac", "dfrac", "tfrac", "sqrt", "pi", "left", "right", "text", "mathrm", "mathbf", "mathbb", "infty", "cup",
	"in", "pm", "le", "leq", "ge", "geq", "lt", "gt", "ne", "neq", "cdot", "times", "circ", "begin", "end", "quad"}

// plain says whether another number in a gold makes another answer: it is written with
// known commands and words, and no factor or numerator in it is zero.
func plain(gold string) bool {
	for i, part := range strings.Split(gold, `\`) {
		n := 0
		for n < len(part) && isLetter(part[n]) {
			n++
		}
		if i > 0 && n > 0 && !slices.Contains(keeping, part[:n]) {
			return false
		}
	}
	lower := strings.ToLower(gold)
	for _, name := range []string{"sin", "cos", "tan", "mod", "gcd", "lcm", "floor", "ceil", "choose", "max(", "min("} {
		if strings.Contains(lower, name) {
			return false
		}
	}
	if !strings.Contains(gold, "/") && !strings.Contains(gold, "frac") && !strings.ContainsAny(gold, "*^") &&
		!strings.Contains(gold, "cdot") && !strings.Contains(gold, "times") {
		return true
	}
	return !slices.ContainsFunc(findNumbers(gold), func(n number) bool { return n.value() == 0 })
}

// scripted says whether gold[at:] stands in a subscript or superscript: x_1 is x_2 but
// for its name, and 1^5 is 1^6.
func scripted(gold string, at int) bool {
	depth := 0
	for i := at - 1; i >= 0; i-- {
		switch c := gold[i]; {
		case c == '}':
			depth++
		case c == '{' && depth > 0:
			depth--
		case c == '{':
			if i > 0 && (gold[i-1] == '_' || gold[i-1] == '^') {
				return true
			}
		case (c == '_' || c == '^') && i == at-1:
			return true
		}
	}
	return false
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
