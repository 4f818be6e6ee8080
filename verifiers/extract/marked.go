package extract

import (
	"slices"
	"strings"
)

const (
	tagOpen  = "<answer>"
	tagClose = "</answer>"
)

// marked is the policy [Marked]: one box or one tag, or boxes and a tag that agree.
func marked(text string) Extraction {
	tag, tags, closed := Section(text, tagOpen, tagClose)
	switch {
	case tags > 1:
		return several("more than one answer tag")
	case tags == 1 && !closed:
		return nothing("the answer tag is not closed")
	}
	boxes, closed := findBoxes(text)
	if !closed {
		return nothing("a box is not closed")
	}
	inTag := tags == 1 && !strings.Contains(tag, boxOpen)
	if !inTag && len(boxes) == 0 {
		return nothing("no box and no answer tag")
	}
	answer := strings.TrimSpace(tag)
	if !inTag {
		answer = boxes[0].innermost
	}
	for _, b := range boxes {
		if b.innermost != answer {
			return several("two different answers")
		}
		if b.mixed {
			return several("a box inside the text of a box")
		}
	}
	return found(answer)
}

// boxed is the policy [Boxes].
func boxed(text string) Extraction {
	boxes, closed := allBoxes(text)
	switch {
	case !closed:
		return nothing("a box is not closed")
	case len(boxes) == 0:
		return nothing("no box")
	}
	return agree(boxes, contents(boxes))
}

// tagged is the policy [Tagged].
func tagged(text string) Extraction {
	inside, tags, closed := Section(text, tagOpen, tagClose)
	switch {
	case tags == 0:
		return nothing("no answer tag")
	case tags > 1:
		return several("more than one answer tag")
	case !closed:
		return nothing("the answer tag is not closed")
	}
	return insideTag(inside)
}

// insideTag is the answer in a tag: its boxes where it has some, else all of it.
func insideTag(inside string) Extraction {
	boxes, closed := allBoxes(inside)
	switch {
	case !closed:
		return nothing("a box is not closed")
	case len(boxes) > 0:
		return agree(boxes, lists(inside, boxes))
	}
	return found(strings.TrimSpace(inside))
}

// undelimited is the answer e without the delimiters of a formula that is all of it.
func undelimited(e Extraction) Extraction {
	if e.Status == Found && (strings.HasPrefix(e.Answer, "$") || strings.HasPrefix(e.Answer, `\`)) {
		t := newPage(e.Answer)
		if len(t.formulas) == 1 && t.formulas[0].from == 0 && t.formulas[0].to == len(t.text) {
			e.Answer = t.formulas[0].content(t.text)
		}
	}
	return e
}

// marks is the first rung of the ladder: false when text has neither box nor tag.
//
// Boxes that only list marks part are one answer, a list. A tag and the boxes outside of
// it must agree, as all lists of boxes must, unless the text is trusted.
func marks(text string, p Policy) (Extraction, bool) {
	tags := strings.Count(text, tagOpen)
	boxes, closed := allBoxes(text)
	if tags == 0 && len(boxes) == 0 && closed {
		return Extraction{}, false
	}
	if p == Reference && tags > 0 {
		text = text[strings.LastIndex(text, tagOpen):]
		boxes, closed = nil, true
	}
	var e Extraction
	if tags > 0 {
		inside, n, ends := Section(text, tagOpen, tagClose)
		switch {
		case n > 1:
			return several("more than one answer tag"), true
		case !ends:
			return nothing("the answer tag is not closed"), true
		}
		if e = insideTag(inside); e.Status != Found || len(boxes) == 0 && closed {
			return e, true
		}
	}
	answers := lists(text, boxes)
	switch {
	case !closed:
		return nothing("a box is not closed"), true
	case p == Reference:
		return found(answers[len(answers)-1]), true
	case tags > 0:
		answers = append(answers, e.Answer)
	}
	return agree(boxes, answers), true
}

// agree is the answer that all of answers are, but for blanks. Answers come from boxes,
// none of which may be inside the text of another.
func agree(boxes []box, answers []string) Extraction {
	for _, b := range boxes {
		if b.mixed {
			return several("a box inside the text of a box")
		}
	}
	first := squeeze(answers[0])
	for _, a := range answers[1:] {
		if a != answers[0] && squeeze(a) != first {
			return several("two different answers")
		}
	}
	return found(answers[0])
}

// squeeze is s without blanks.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// contents are the texts in boxes.
func contents(boxes []box) []string {
	all := make([]string, len(boxes))
	for i, b := range boxes {
		all[i] = b.innermost
	}
	return all
}

// lists joins the texts of boxes that stand together in text, and gives every such list
// as one answer. The same text in every box of a list is that text, not a list.
func lists(text string, boxes []box) []string {
	var all []string
	for i := 0; i < len(boxes); {
		j := i + 1
		for j < len(boxes) && onlyListMarks(text[boxes[j-1].end:boxes[j].start]) {
			j++
		}
		together := contents(boxes[i:j])
		if e := agree(nil, together); e.Status == Found {
			all = append(all, e.Answer)
		} else if slices.Contains(together, "") {
			all = append(all, together...) // an empty box lists nothing
		} else {
			all = append(all, strings.Join(together, ", "))
		}
		i = j
	}
	return all
}

// listMarks are what may stand between two boxes of one list.
var listMarks = strings.NewReplacer(
	`\quad`, " ", `\qquad`, " ", `\text`, " ", `\mathrm`, " ", `\mbox`, " ", `\,`, " ", `\;`, " ", `\:`, " ", `\ `, " ", "~", " ",
	`\(`, " ", `\)`, " ", `\[`, " ", `\]`, " ", "$", " ", "{", " ", "}", " ", ",", " ", ";", " ", "，", " ", "、", " ", "*", " ",
)

// longestListMark is the length of the longest text between two boxes that is looked at,
// in bytes.
const longestListMark = 64

// onlyListMarks says whether between has at most one word, and that "and" or "or".
func onlyListMarks(between string) bool {
	if len(between) > longestListMark || strings.Contains(between, "\n\n") {
		return false
	}
	if strings.TrimSpace(between) == "" {
		return true
	}
	words := strings.Fields(listMarks.Replace(between))
	return len(words) == 0 || len(words) == 1 && connectors[strings.ToLower(words[0])]
}

// connectors are the words that join the parts of a list, in the languages of [tongues].
var connectors = set("and or und oder et ou y o e и или або and/or & 和 或 与 及 または と 또는 و أو और या")
