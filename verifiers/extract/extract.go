// Package extract finds the one final answer in a reply of a model.
//
// It is apart from the rules so that every rule looks in the same place: reasoning is
// cut off, then a [Policy] says which marks count. Two different final answers are
// none. The work is linear in the reply, nothing is drawn at random, nothing panics.
package extract

import "strings"

// Status is how the search for an answer ended.
type Status string

const (
	// Found: exactly one answer; a rule has still to judge it.
	Found Status = "found"
	// Missing: no finished answer where the policy looks for one.
	Missing Status = "missing"
	// Several: more than one final answer, and they differ.
	Several Status = "several"
)

// Policy says which marks make a text the answer of a reply.
type Policy string

const (
	// Marked wants \boxed{…} or <answer>…</answer>, or a box inside the tag.
	Marked Policy = "marked"
)

// Policies lists the policies, the strictest first.
var Policies = []Policy{Marked}

// Extraction is what a reply gives as its answer.
type Extraction struct {
	// Status says whether there is one.
	Status Status
	// Answer is the answer without its marks and the blanks around it. It may be empty:
	// an empty box was found.
	Answer string
	// Detail says in one line why nothing was found.
	Detail string
}

// Answer finds the one final answer of a reply as p says.
//
// Reasoning is cut off first, see [Conclusion]. What remains must mark one answer, in
// \boxed{…} or <answer>…</answer>, or in a box inside the tag. Saying the same answer
// in two boxes is one answer; two different ones are wrong, and so are two answer
// tags. Text outside of box and tag does not count, whatever it says. The work is
// linear in the reply.
func Answer(reply string, _ Policy) Extraction {
	text, ok := Conclusion(reply)
	if !ok {
		return Extraction{Status: Missing, Detail: "the reasoning is not closed"}
	}
	tag, tags, closed := Section(text, "<answer>", "</answer>")
	switch {
	case tags > 1:
		return Extraction{Status: Several, Detail: "more than one answer tag"}
	case tags == 1 && !closed:
		return Extraction{Status: Missing, Detail: "the answer tag is not closed"}
	}
	boxes, closed := findBoxes(text)
	if !closed {
		return Extraction{Status: Missing, Detail: "a box is not closed"}
	}
	tagged := tags == 1 && !strings.Contains(tag, boxOpen)
	if !tagged && len(boxes) == 0 {
		return Extraction{Status: Missing, Detail: "no box and no answer tag"}
	}
	answer := strings.TrimSpace(tag)
	if !tagged {
		answer = boxes[0].innermost
	}
	for _, b := range boxes {
		if b.innermost != answer {
			return Extraction{Status: Several, Detail: "two different answers"}
		}
		if b.mixed {
			return Extraction{Status: Several, Detail: "a box inside the text of a box"}
		}
	}
	return Extraction{Status: Found, Answer: answer}
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

// Section returns the text between the first start mark and the end mark after it, how
// often start occurs, and whether that first one is closed.
func Section(text, start, end string) (inside string, n int, closed bool) {
	n = strings.Count(text, start)
	if n == 0 {
		return "", 0, false
	}
	_, rest, _ := strings.Cut(text, start)
	inside, _, closed = strings.Cut(rest, end)
	return inside, n, closed
}
