package extract

import "fmt"

// Format is a way to mark the final answer in a reply.
type Format string

const (
	// Boxed is \boxed{answer}, braces balanced.
	Boxed Format = "boxed"
	// Tag is <answer>answer</answer>.
	Tag Format = "tag"
)

// Formats lists the formats, the most common first.
var Formats = []Format{Boxed, Tag}

// Wrap marks answer in format and escapes nothing. What it gives for a text with
// unbalanced braces or tags of its own may not read back; see [Render].
func Wrap(format Format, answer string) string {
	before, after := format.Marks()
	return before + answer + after
}

// Marks are what stands before and after the answer.
func (f Format) Marks() (before, after string) {
	if f == Tag {
		return "<answer>", "</answer>"
	}
	return boxOpen, "}"
}

// Render is a whole reply that gives answer in format: a short reasoning block, then
// the marked answer. Nothing is escaped; balanced braces stay as they are. An answer
// that would not read back byte for byte is refused: unbalanced braces when boxed, the
// closing tag inside a tag, blanks around it.
func Render(format Format, answer string) (string, error) {
	reply := Reasoned(Wrap(format, answer))
	if got := Answer(reply, Marked); got.Status != Found || got.Answer != answer {
		return "", fmt.Errorf("an answer of %d bytes cannot be written as %s: it would read back differently; use another format",
			len(answer), format)
	}
	return reply, nil
}

// Reasoned puts a reasoning block before text.
func Reasoned(text string) string {
	return "<think>\nThe passages settle it.\n</think>\n" + text
}
