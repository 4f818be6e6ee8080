package verifiers

import (
	"errors"
	"fmt"
	"strings"

	"gander/verifiers/extract"
)

var fbetaIDs = Verifier{
	Name:    "fbeta@1",
	Doc:     "the F-beta of the ids that the reply cites, and with an answer to judge the context reward of LongRLVR",
	Formats: extract.Formats,
	Args:    FBetaArgs{},
	Example: `{"ids":["3","17"],"answer":{"verifier":"squad_em@1","args":{"golds":["Marie Curie"],"others":["Pierre Curie"]}}}`,
	Bait: []string{
		`<ids>3, 17</ids>`,
		`<ids>3, 17</ids>\boxed{}`,
		`<ids>1, 2</ids>\boxed{Pierre Curie}`,
		`<ids>3, 17</ids><ids>3, 17</ids>\boxed{Pierre Curie}`,
		`<ids>1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17</ids>\boxed{Pierre Curie}`,
		`<think><ids>3, 17</ids></think>\boxed{Pierre Curie}`,
		`<ids>3, 17</ids>\boxed{Marie Curie}\boxed{Pierre Curie}`,
	},
	Kind:    Text,
	Partial: true,
	Compile: compileFBeta,
}

// FBetaArgs are the arguments of fbeta@1, as JSON.
type FBetaArgs struct {
	// IDs are the ids of the passages or documents that are needed, each once, 1 to 200.
	// An id is letters, digits, hyphens and underscores. Where all are numbers only
	// numbers are read, so that [3], passage 17 cites two.
	IDs []string `json:"ids"`
	// Beta is how many times as much recall counts as precision, above 0 and at most 10;
	// 0 means 2.
	Beta float64 `json:"beta,omitempty"`
	// Answer is the rule that judges the answer of the reply, which then cites the ids in
	// a section of its own: <ids>3, 17</ids>. Left out, the ids are the answer.
	Answer *RuleArgs `json:"answer,omitempty"`
	// Section is the name of that section; empty is "ids".
	Section string `json:"section,omitempty"`
	// Extract says where the answer stands when the ids are the answer: a policy of package
	// extract, or "whole". Empty is "marked".
	Extract string `json:"extract,omitempty"`
}

func (a FBetaArgs) check() (faults []error) {
	if a.Beta < 0 || a.Beta > 10 {
		faults = append(faults, fmt.Errorf("beta is %v; give a number above 0 and at most 10", a.Beta))
	}
	for i, id := range a.IDs {
		if keys := cutKeys(id); len(keys) != 1 || keys[0] != id {
			faults = append(faults, fmt.Errorf("ids[%d] is no id; use letters, digits, hyphens and underscores", i))
		}
	}
	switch {
	case len(a.IDs) == 0:
		faults = append(faults, errors.New("ids is empty; give the ids that are needed"))
	case len(a.IDs) > maxItems:
		faults = append(faults, fmt.Errorf("ids has %d entries; give at most %d", len(a.IDs), maxItems))
	}
	if keys := cutKeys(a.Section); a.Section != "" && (len(keys) != 1 || keys[0] != a.Section || a.Section == "answer") {
		faults = append(faults, errors.New(`section is no name of a section; use letters, digits, hyphens and underscores, and not "answer"`))
	}
	switch {
	case a.Answer == nil && a.Section != "":
		faults = append(faults, errors.New("section has no use without answer; leave it out"))
	case a.Answer != nil && a.Extract != "":
		faults = append(faults, errors.New("extract has no use beside answer; give it to the rule of the answer"))
	}
	return append(faults, checkExtract(a.Extract)...)
}

// citation reads and pays for cited ids.
type citation struct {
	roster  *roster
	numbers bool // all ids are numbers
	beta    float64
}

func compileFBeta(args string) (Checker, error) {
	var a FBetaArgs
	if err := decode(args, &a); err != nil {
		return nil, err
	}
	c := &citation{roster: &roster{items: a.IDs, number: map[string]int{}}, numbers: true, beta: a.Beta}
	if c.beta == 0 {
		c.beta = 2
	}
	faults := a.check()
	for i, id := range a.IDs {
		c.numbers = c.numbers && strings.Trim(id, "0123456789") == ""
		if _, taken := c.roster.number[idKey(id)]; taken {
			faults = append(faults, fmt.Errorf("ids[%d] repeats an id; name each once", i))
		}
		c.roster.number[idKey(id)] = i
	}
	if a.Answer == nil {
		if err := errors.Join(faults...); err != nil {
			return nil, err
		}
		return &single{rule: "fbeta@1", golds: []string{c.roster.String()}, find: finder(a.Extract), judge: c.judge}, nil
	}
	answer, err := a.Answer.compile("answer")
	if err := errors.Join(append(faults, err)...); err != nil {
		return nil, err
	}
	section := a.Section
	if section == "" {
		section = "ids"
	}
	return &cited{Checker: answer, citation: c, section: section}, nil
}

// idKey makes numbers one that differ in leading zeros.
func idKey(id string) string {
	if rest := strings.TrimLeft(id, "0"); rest != "" && strings.Trim(rest, "0123456789") == "" {
		return rest
	}
	return id
}

// judge pays for a text that cites ids.
func (c *citation) judge(text string) Verdict {
	cut := cutKeys
	if c.numbers {
		cut = func(s string) []string {
			return strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
		}
	}
	var listed []int
	for _, id := range cut(text) {
		n, known := c.roster.number[idKey(id)]
		if !known {
			n = -1
		}
		listed = append(listed, n)
	}
	return judgeSet(c.roster, listed, c.beta)
}

// cited is fbeta@1 for a task whose reply gives an answer and cites ids beside it. The
// score is [withEvidence] of the answer's score and the F-beta of the ids; a reply
// without an answer that can be judged pays nothing.
type cited struct {
	Checker
	citation *citation
	section  string
}

// Verify implements [Checker].
func (c *cited) Verify(reply string) Verdict {
	v := c.Checker.Verify(reply)
	v.Rule = fbetaIDs.Name
	conclusion, ok := extract.Conclusion(reply)
	if v.Outcome == Unparsed || v.Outcome == Undecided || strings.TrimSpace(v.Extracted) == "" || !ok {
		v.Score = 0
		return v
	}
	shown := c.citation.judge(once(conclusion, "<"+c.section+">", "</"+c.section+">")).Score
	v.Score = withEvidence(v.Score, shown)
	if shown < 1 {
		v.Detail += "; not just the ids that are needed"
	}
	return v
}

// Reply cites the ids before the answer.
func (c *cited) Reply(format extract.Format, answer string) (string, error) {
	if _, err := extract.Render(format, answer); err != nil {
		return "", err
	}
	ids := strings.Join(c.citation.roster.items, ", ")
	return extract.Reasoned("<" + c.section + ">" + ids + "</" + c.section + ">\n" + extract.Wrap(format, answer)), nil
}
