package verifiers

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gander/verifiers/extract"
)

var choiceLetter = Verifier{
	Name:    "choice@1",
	Doc:     "the answer is the letter of the right option, and of no other",
	Formats: extract.Formats,
	Kind:    Choice,
	Args:    ChoiceArgs{},
	Example: `{"golds":["B"],"choices":["A","B","C","D"],"texts":["Paris","Rome","Oslo","Bern"]}`,
	Bait: []string{
		`\boxed{A or B}`,
		`\boxed{B}\boxed{C}`,
		`\boxed{B) Paris}`,
		`\boxed{ABCD}`,
		`\boxed{Rome}`,
		`\boxed{not B}`,
		`\boxed{В}`, // Cyrillic
		`<think>\boxed{B}</think>A good question.`,
		`B`,
		`The answer is B.`,
	},
	Compile: compileChoice,
}

// ChoiceArgs are the arguments of choice@1, as JSON.
type ChoiceArgs struct {
	// Golds are the letters of the right options: any of them alone is right. A gold may
	// hold more than its letter, as in "(C) Oslo" or "the answer is C".
	Golds []string `json:"golds"`
	// Others are the letters known to be wrong. Empty: all that are not golds.
	Others []string `json:"others,omitempty"`
	// Choices are the letters of the options, in order.
	Choices []string `json:"choices,omitempty"`
	// Count is the number of options where their letters are A, B, C and so on; give
	// either Choices or Count. From 1 to 26.
	Count int `json:"count,omitempty"`
	// Texts are what the options say, in the order of their letters. Empty where that is
	// not known; else one for each option.
	Texts []string `json:"texts,omitempty"`
	// Mode says what counts as naming an option. "strict", the default: a box or answer
	// tag with one letter, and behind it at most the text of the same option. "anchored":
	// also what the reply states last, as in "the answer is B", or starts with, as in
	// "B. Because". "text": as anchored, and the text of one option in the place of its
	// letter.
	Mode string `json:"mode,omitempty"`
	// CaseSensitive refuses a small letter for a capital one.
	CaseSensitive bool `json:"case_sensitive,omitempty"`
}

// The modes of ChoiceArgs.
const (
	strictMode   = "strict"
	anchoredMode = "anchored"
	textMode     = "text"
)

// letters are the labels of the options, and every fault of how a gives them.
func (a ChoiceArgs) letters() (labels []rune, faults []error) {
	switch {
	case len(a.Choices) > 0 && a.Count != 0:
		faults = append(faults, errors.New("choices and count are both given; leave one out"))
	case len(a.Choices) == 0 && (a.Count < 1 || a.Count > 26):
		faults = append(faults, fmt.Errorf("choices is empty and count is %d; give the letters of the options, or a count from 1 to 26", a.Count))
	case len(a.Choices) == 0:
		for i := range a.Count {
			labels = append(labels, 'A'+rune(i))
		}
	}
	for i, c := range a.Choices {
		r, size := utf8.DecodeRuneInString(c)
		switch {
		case size != len(c) || !unicode.IsLetter(r):
			faults = append(faults, fmt.Errorf("choices[%d] is %q; give one letter", i, c))
		case slices.ContainsFunc(labels, func(l rune) bool { return l == r || !a.CaseSensitive && unicode.ToUpper(l) == unicode.ToUpper(r) }):
			faults = append(faults, fmt.Errorf("choices[%d] repeats %s; give each option a letter of its own", i, c))
		}
		labels = append(labels, r)
	}
	return labels, faults
}

func compileChoice(args string) (Checker, error) {
	var a ChoiceArgs
	if err := decode(args, &a); err != nil {
		return nil, err
	}
	faults := TextArgs{Golds: a.Golds, Others: a.Others}.check()
	labels, more := a.letters()
	faults = append(faults, more...)
	faults = append(faults, oneOf("mode", a.Mode, strictMode, anchoredMode, textMode)...)
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	o := &options{labels: labels, exactCase: a.CaseSensitive}
	faults = append(faults, o.setTexts(a.Texts, a.Mode)...)
	c := &choices{options: o, mode: a.Mode}
	c.golds, more = o.name("golds", a.Golds)
	faults = append(faults, more...)
	if c.others, more = o.name("others", a.Others); len(a.Others) == 0 {
		c.others = slices.DeleteFunc(o.names(), func(n string) bool { return slices.Contains(c.golds, n) })
	}
	faults = append(faults, more...)
	for i, n := range c.others {
		if slices.Contains(c.golds, n) {
			faults = append(faults, fmt.Errorf("others[%d] is a gold, too; leave it out of one of them", i))
		}
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	return c, nil
}

// choices is choice@1 for one task.
type choices struct {
	*options
	mode          string
	golds, others []string
}

func (c *choices) Golds() []string  { return c.golds }
func (c *choices) Others() []string { return c.others }

func (c *choices) Reply(format extract.Format, answer string) (string, error) {
	return extract.Render(format, answer)
}

// Verify finds the option that a reply names, and compares its letter with the golds.
func (c *choices) Verify(reply string) Verdict {
	v := c.judge(reply)
	v.Rule = choiceLetter.Name
	return v
}

// judge is Verify with the rule left open.
func (c *choices) judge(reply string) Verdict {
	policy := extract.Anchored
	if c.mode == strictMode || c.mode == "" {
		policy = extract.Marked
	}
	e := extract.Answer(reply, policy)
	if e.Status == extract.Several {
		return missing(e)
	}
	v := Verdict{Extracted: e.Answer, Gold: c.golds[0]}
	var n naming
	switch {
	case e.Status == extract.Found && policy == extract.Marked:
		n = c.strict(e.Answer)
	case e.Status == extract.Found && extract.Answer(reply, extract.Marked).Status == extract.Found:
		n = c.marked(e.Answer, c.mode == textMode)
	case e.Status == extract.Found:
		n = c.stated(e.Answer, c.mode == textMode)
	case policy == extract.Marked || unfinished(reply):
		return missing(e)
	default:
		text, _ := extract.Conclusion(reply)
		if n = c.spoken(text, c.mode == textMode); n.option < 0 && !n.several {
			return missing(e)
		}
		v.Extracted = n.text
	}
	v.Certainty, v.Outcome = Exact, Wrong
	switch {
	case n.several:
		v.Detail = "two different options"
	case n.option < 0:
		v.Detail = "the answer is not one option"
	default:
		v.Answer = string(c.labels[n.option])
		v.Detail = "another option"
		if slices.Contains(c.golds, v.Answer) {
			v.Outcome, v.Score, v.Gold, v.Detail = Right, 1, v.Answer, n.how
		}
	}
	return v
}

// unfinished says whether a reply without an answer starts to mark one, or is still
// reasoning.
func unfinished(reply string) bool {
	text, done := extract.Conclusion(reply)
	return !done || strings.Contains(text, `\boxed`) || strings.Contains(text, "<answer>")
}
