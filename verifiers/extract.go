package verifiers

import "strings"

// Found is the outcome of an extraction that found exactly one answer; the rule has
// still to judge it.
const Found Outcome = "found"

// Extraction is what a reply gives as its answer.
type Extraction struct {
	// Outcome is [Found], or [Unparsed] when there is no finished answer, or [Wrong]
	// when there are several.
	Outcome Outcome
	// Answer is the answer without its marks and the blanks around it. It may be empty:
	// an empty box was found.
	Answer string
	// Detail says in one line why nothing was found.
	Detail string
}

// Extract finds the one final answer of a reply.
//
// Reasoning is cut off first, see [Conclusion]. What remains must mark one answer, in
// \boxed{…} or <answer>…</answer>, or in a box inside the tag. Saying the same answer
// in two boxes is one answer; two different ones are wrong, and so are two answer
// tags. Text outside of box and tag does not count, whatever it says. The work is
// linear in the reply.
func Extract(reply string) Extraction {
	text, ok := Conclusion(reply)
	if !ok {
		return Extraction{Outcome: Unparsed, Detail: "the reasoning is not closed"}
	}
	tag, tags, closed := section(text, "<answer>", "</answer>")
	switch {
	case tags > 1:
		return Extraction{Outcome: Wrong, Detail: "more than one answer tag"}
	case tags == 1 && !closed:
		return Extraction{Outcome: Unparsed, Detail: "the answer tag is not closed"}
	}
	boxes, closed := findBoxes(text)
	if !closed {
		return Extraction{Outcome: Unparsed, Detail: "a box is not closed"}
	}
	tagged := tags == 1 && !strings.Contains(tag, boxOpen)
	if !tagged && len(boxes) == 0 {
		return Extraction{Outcome: Unparsed, Detail: "no box and no answer tag"}
	}
	answer := strings.TrimSpace(tag)
	if !tagged {
		answer = boxes[0].innermost
	}
	for _, b := range boxes {
		if b.innermost != answer {
			return Extraction{Outcome: Wrong, Detail: "two different answers"}
		}
		if b.mixed {
			return Extraction{Outcome: Wrong, Detail: "a box inside the text of a box"}
		}
	}
	return Extraction{Outcome: Found, Answer: answer}
}

// Conclusion is the part of a reply after its reasoning: after the last closing think
// tag, or all of it when there is none. It is false when a think tag is opened and not
// closed: the reply was cut off while thinking. Think tags are <think> and <thinking>.
func Conclusion(reply string) (string, bool) {
	start, open := 0, false
	for i := 0; ; i++ {
		next := strings.IndexByte(reply[i:], '<')
		if next < 0 {
			return reply[start:], !open
		}
		i += next
		switch n := thinkTag(reply[i+1:]); {
		case n == 0:
		case reply[i+1] == '/':
			start, open = i+1+n, false
		default:
			open = true
		}
	}
}

// thinkTag is the length of the think tag that s, which follows a <, starts with; 0
// when it starts with none.
func thinkTag(s string) int {
	name := strings.TrimPrefix(s, "/")
	for _, tag := range []string{"think>", "thinking>"} {
		if strings.HasPrefix(name, tag) {
			return len(s) - len(name) + len(tag)
		}
	}
	return 0
}

// section returns the text between the first start mark and the end mark after it, how
// often start occurs, and whether that first one is closed.
func section(text, start, end string) (inside string, n int, closed bool) {
	n = strings.Count(text, start)
	if n == 0 {
		return "", 0, false
	}
	_, rest, _ := strings.Cut(text, start)
	inside, _, closed = strings.Cut(rest, end)
	return inside, n, closed
}
