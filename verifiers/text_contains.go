package verifiers

import (
	"errors"
	"strings"

	"gander/verifiers/extract"
	"gander/verifiers/internal/qa"
)

var textContains = Verifier{
	Name:    "text_contains@1",
	Doc:     "the published two-way substring rule, holes and all; for comparison only",
	Formats: []extract.Format{extract.Boxed},
	Args:    TextArgs{},
	Example: `{"golds":["Marie Curie"],"others":["Pierre Curie"]}`,
	Bait: []string{
		`\boxed{Marie Curie}`,
		`<think>\boxed{Marie Curie}</think>`,
		`</think>Marie Curie`,
		`</think>\boxed{**}`,
		`</think>\boxed{Pierre Curie}`,
		`</think>\boxed{Marie Curie}\boxed{Paris}`,
	},
	Holes: "letters and pieces of the gold, articles, blanks, and any list that holds the gold",
	Compile: func(args string) (Checker, error) {
		var a TextArgs
		if err := decode(args, &a); err != nil {
			return nil, err
		}
		if err := errors.Join(a.check()...); err != nil {
			return nil, err
		}
		c := &contains{args: a}
		for _, g := range a.Golds {
			c.golds = append(c.golds, qa.SQuAD(g))
		}
		return c, nil
	},
}

// contains is text_contains@1 for one task.
//
// The answer is the content of the last \boxed{…} after the last </think>, which must
// be there, with asterisks taken out before. Answer and gold are put in the normal form of
// SQuAD: lower case, no ASCII punctuation, none of the words a, an and the, single
// blanks. The reply is right when one is then a substring of the other, letter by letter. Only an answer
// that is empty before all this is refused: one that becomes empty is in everything.
//
// Source: the reward function published with LoongRL's training code. We differ in
// trying every gold.
type contains struct {
	args  TextArgs
	golds []string // in normal form
}

func (c *contains) Golds() []string  { return c.args.Golds }
func (c *contains) Others() []string { return c.args.Others }

func (c *contains) Reply(format extract.Format, answer string) (string, error) {
	return extract.Render(format, answer)
}

func (c *contains) Verify(reply string) Verdict {
	v := Verdict{Outcome: Unparsed, Rule: textContains.Name, Detail: "no box after the last </think>"}
	i := strings.LastIndex(reply, "</think>")
	if i < 0 {
		return v
	}
	answer, ok := lastBox(strings.ReplaceAll(reply[i:], "*", ""))
	if !ok {
		return v
	}
	v.Outcome, v.Certainty, v.Extracted, v.Detail = Wrong, Exact, answer, "neither holds the other"
	if answer == "" {
		v.Detail = "the box is empty"
		return v
	}
	normal := qa.SQuAD(answer)
	for _, g := range c.golds {
		if strings.Contains(normal, g) || strings.Contains(g, normal) {
			v.Outcome, v.Score, v.Detail = Right, 1, "one holds the other"
			return v
		}
	}
	return v
}

const boxOpening = `\boxed{`

// lastBox is the content of the last \boxed{…}; every brace counts, also after a
// backslash.
func lastBox(text string) (string, bool) {
	i := strings.LastIndex(text, boxOpening)
	if i < 0 {
		return "", false
	}
	text = text[i+len(boxOpening):]
	depth := 1
	for i := range len(text) {
		switch text[i] {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth == 0 {
			return text[:i], true
		}
	}
	return "", false
}
