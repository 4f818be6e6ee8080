package attacks

import (
	"slices"
	"strings"

	"gander/verifiers"
)

// series is a gold that names several things, divided by commas.
type series struct {
	open, close string // brackets around all of it
	items       []string
}

// brackets are the pairs that a list may stand in; round and square ones mix around an
// interval.
var brackets = [][2]string{{`\{`, `\}`}, {"{", "}"}, {"(", ")"}, {"[", "]"}, {"(", "]"}, {"[", ")"}}

// unsized takes the commands off that only size a bracket.
var unsized = strings.NewReplacer(`\left(`, "(", `\left[`, "[", `\left\{`, `\{`, `\right)`, ")", `\right]`, "]", `\right\}`, `\}`)

// readList cuts gold at the commas that stand in no bracket but the outermost one; false
// when there is no such comma.
func readList(gold string) (series, bool) {
	gold = strings.TrimSpace(unsized.Replace(gold))
	if items := cutItems(gold); len(items) > 1 {
		return series{items: items}, true
	}
	for _, pair := range brackets {
		inner, ok := strings.CutPrefix(gold, pair[0])
		if !ok {
			continue
		}
		if inner, ok = strings.CutSuffix(inner, pair[1]); ok {
			items := cutItems(inner)
			return series{pair[0], pair[1], items}, len(items) > 1
		}
	}
	return series{}, false
}

// cutItems cuts text at its commas outside of brackets. A text with brackets that do not
// match is one item.
func cutItems(text string) []string {
	var items []string
	depth, start := 0, 0
	for i := range len(text) {
		switch text[i] {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth--
		case ',':
			if depth == 0 {
				items = append(items, strings.TrimSpace(text[start:i]))
				start = i + 1
			}
		}
		if depth < 0 {
			return []string{text}
		}
	}
	if depth != 0 {
		return []string{text}
	}
	return append(items, strings.TrimSpace(text[start:]))
}

func (l series) write(items []string) string {
	return l.open + strings.Join(items, ", ") + l.close
}

// members adds lists with a member too few, one too many, and in another order where
// order counts.
func (b *builder) members() {
	ordered := b.Kind == verifiers.Sequence
	switch b.Kind {
	case verifiers.Text, verifiers.Choice, verifiers.JSON:
		return
	}
	open, gold, end := unmark(b.gold)
	l, ok := readList(gold)
	if !ok || slices.Contains(l.items, "") {
		return
	}
	if b.Kind == verifiers.Math {
		counted := func(item string) bool { return len(findNumbers(item)) > 0 }
		if b.numeric || slices.ContainsFunc(l.items, func(item string) bool { return !counted(item) }) {
			return // words, or one number with commas
		}
		ordered = l.open == "("
	}
	last := len(l.items) - 1
	if first := l.items[:last]; !slices.Contains(first, l.items[last]) {
		b.change("member_missing", open+l.write(first)+end)
		if last > 1 {
			b.change("first_member_alone", open+l.write(l.items[:1])+end)
		}
	}
	extra := b.fillers[0]
	if b.Kind == verifiers.Math {
		extra = "409"
	}
	if !b.holds(" " + strings.ToLower(extra) + " ") {
		b.say(Hedge, "member_added", open+l.write(slices.Concat(l.items, []string{extra}))+end)
		b.change("member_replaced", open+l.write(slices.Concat(l.items[:last], []string{extra}))+end)
	}
	if !ordered {
		return
	}
	reversed := slices.Clone(l.items)
	slices.Reverse(reversed)
	b.change("members_reversed", open+l.write(reversed)+end)
	if last > 1 && l.items[0] != l.items[1] {
		swapped := slices.Clone(l.items)
		swapped[0], swapped[1] = swapped[1], swapped[0]
		b.change("members_swapped", open+l.write(swapped)+end)
	}
}
