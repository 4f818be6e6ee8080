package attacks

import (
	"strings"

	"gander/verifiers"
)

// expression adds what an expression is not: one more than it, its negative, and for a
// number the sets and equations that hold it.
func (b *builder) expression() {
	if b.Kind != verifiers.Math {
		return
	}
	x, y := b.fillers[0], b.fillers[1]
	open, gold, end := unmark(b.gold)
	if b.numeric {
		b.say(Hedge, "interval_around", "["+b.gold+", "+x+"]")
		b.say(Hedge, "set_around", `\{`+x+", "+b.gold+", "+y+`\}`)
		b.say(Hedge, "equal_to_wrong", b.gold+" = "+x)
		b.say(Hedge, "gold_plus_minus", b.gold+` \pm `+x)
		b.say(Junk, "every_number", `(-\infty, \infty)`)
		b.say(Junk, "real_numbers", `\mathbb{R}`)
		b.say(Junk, "free_name", "x")
		b.say(Junk, "name_equals_itself", "x = x")
		return
	}
	if !single(gold) {
		return
	}
	b.change("expression_plus_one", open+gold+" + 1"+end)
	if !strings.Contains(gold, "pi") && !strings.Contains(gold, "π") { // kπ and -kπ are one family
		b.change("expression_negated", open+"-("+gold+")"+end)
	}
}

// single says whether gold is one expression of names and numbers: no list, relation,
// set, words or constant of integration.
func single(gold string) bool {
	if !strings.ContainsFunc(gold, func(r rune) bool { return r < 128 && isLetter(byte(r)) }) ||
		strings.ContainsAny(gold, "=<>≤≥≠≈,;:±∓∞∈∅°%$\n") || strings.Contains(tighten(gold), "+c") || !plain(gold) {
		return false
	}
	for _, mark := range []string{`\in`, `\text`, `\math`, `\pm`, `\{`, `\le`, `\ge`, `\lt`, `\gt`, `\ne`, `\circ`, `\begin`, `\cup`} {
		rest := gold
		for {
			_, after, found := strings.Cut(rest, mark)
			if !found {
				break
			}
			if mark != `\le` || !strings.HasPrefix(after, "ft") { // \left is no relation
				return false
			}
			rest = after
		}
	}
	return !wordy(gold)
}

// wordy says whether three letters stand together that are no command.
func wordy(s string) bool {
	run, command := 0, false
	for i := range len(s) {
		switch {
		case s[i] == '\\':
			run, command = 0, true
		case isLetter(s[i]):
			run++
		default:
			run, command = 0, false
		}
		if run >= 3 && !command {
			return true
		}
	}
	return false
}

// flips turn every inequality around; the first entry keeps \left from being read as one.
var flips = strings.NewReplacer(`\left`, `\left`, `\leqslant`, `\geqslant`, `\geqslant`, `\leqslant`, `\leq`, `\geq`, `\geq`, `\leq`,
	`\le`, `\ge`, `\ge`, `\le`, `\lt`, `\gt`, `\gt`, `\lt`, "<", ">", ">", "<", "≤", "≥", "≥", "≤")

// loosened turn every strict inequality into one that is not, and back.
var loosened = strings.NewReplacer(`\left`, `\left`, `\leqslant`, "<", `\geqslant`, ">", `\leq`, "<", `\geq`, ">",
	`\le`, "<", `\ge`, ">", `\lt`, `\le`, `\gt`, `\ge`, "<=", "<", ">=", ">", "<", `\le `, ">", `\ge `, "≤", "<", "≥", ">")

// relation adds inequalities the other way round or with their ends in or out, and
// intervals with another end.
func (b *builder) relation() {
	if b.Kind != verifiers.Math {
		return
	}
	open, gold, end := unmark(b.gold)
	if flipped := flips.Replace(gold); flipped != gold && !strings.Contains(gold, "->") && !strings.Contains(gold, "=>") {
		if !bothWays(gold) {
			b.change("relation_flipped", open+flipped+end)
		}
		if len(findNumbers(gold)) > 0 { // of names alone it may be an order, as in a < b < c
			b.change("relation_loosened", open+loosened.Replace(gold)+end)
		}
	}
	l, ok := readList(gold)
	if !ok || len(l.items) != 2 {
		return
	}
	infinite := func(s string) bool { return strings.Contains(s, "infty") || strings.Contains(s, "∞") }
	low, high := infinite(l.items[0]), infinite(l.items[1])
	other := map[string]string{"(": "[", "[": "(", ")": "]", "]": ")"}
	switch {
	case high && !low && other[l.open] != "":
		b.change("interval_end", open+other[l.open]+strings.Join(l.items, ", ")+l.close+end)
	case low && !high && other[l.close] != "", l.open+l.close == "(]", l.open+l.close == "[)":
		b.change("interval_end", open+l.open+strings.Join(l.items, ", ")+other[l.close]+end)
	}
}

// bothWays says whether inequalities of both directions stand in gold; turned around,
// x < 1 or x > 1 says the same.
func bothWays(gold string) bool {
	gold = strings.ReplaceAll(gold, `\left`, "")
	less := strings.Contains(gold, "<") || strings.Contains(gold, "≤") || strings.Contains(gold, `\l`)
	more := strings.Contains(gold, ">") || strings.Contains(gold, "≥") || strings.Contains(gold, `\g`)
	return less && more
}
