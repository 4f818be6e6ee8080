package attacks

import (
	"encoding/json"
	"math"
	"slices"

	"gander/verifiers"
	"gander/verifiers/extract"
)

// Of is the target that a task makes of a rule: c is rule compiled for args, prompt is
// the text of the task or empty.
func Of(rule verifiers.Verifier, c verifiers.Checker, args, prompt string) Target {
	t := Target{Kind: rule.Kind, Golds: c.Golds(), Others: c.Others(), Prompt: prompt}
	if rule.Kind == verifiers.Math {
		t.Golds = answers(t.Golds)
	}
	var a common
	if json.Unmarshal([]byte(args), &a) != nil {
		return t // arguments of another shape: no common ones to mind
	}
	t.Unmarked = a.Extract != "" && !slices.Contains(marking, a.Extract) || a.Mode == "anchored" || a.Mode == "text"
	t.Slack = max(a.slack(t.Golds), a.Policy.slack(t.Golds))
	t.Golds = append(slices.Clip(t.Golds), a.texts(t.Golds)...)
	return t
}

// answers takes the answers out of golds that come with their solution.
func answers(golds []string) []string {
	bare := make([]string, 0, len(golds))
	for _, g := range golds {
		if e := extract.Answer(g, extract.Reference); e.Status == extract.Found {
			g = e.Answer
		}
		bare = append(bare, g)
	}
	return bare
}

// common are the arguments that mean the same under every rule that has them.
type common struct {
	Extract extract.Policy `json:"extract"`
	tolerance
	Policy tolerance `json:"policy"`

	// Of a multiple choice: where an answer may stand, and what the options say.
	Mode    string   `json:"mode"`
	Choices []string `json:"choices"`
	Texts   []string `json:"texts"`
}

// texts is what the right options say; their letters are golds.
func (c common) texts(golds []string) []string {
	var all []string
	for i, text := range c.Texts {
		letter := string(rune('A' + i))
		if i < len(c.Choices) {
			letter = c.Choices[i]
		}
		if slices.Contains(golds, letter) {
			all = append(all, text)
		}
	}
	return all
}

// marking are the policies that take no answer without a mark.
var marking = []extract.Policy{extract.Marked, extract.Boxes, extract.Tagged}

// tolerance lets another number count as the gold.
type tolerance struct {
	Places int     `json:"places"`
	AbsTol amounts `json:"abs_tol"`
	RelTol float64 `json:"rel_tol"`
}

// amounts are written as one number or a list.
type amounts []float64

// UnmarshalJSON implements [json.Unmarshaler].
func (a *amounts) UnmarshalJSON(text []byte) error {
	var one float64
	if json.Unmarshal(text, &one) == nil {
		*a = amounts{one}
		return nil
	}
	return json.Unmarshal(text, (*[]float64)(a))
}

// slack is the widest distance that t allows from any gold that is a number.
func (t tolerance) slack(golds []string) float64 {
	widest := 0.0
	for _, d := range t.AbsTol {
		widest = max(widest, d)
	}
	if t.Places > 0 {
		widest = max(widest, math.Pow10(-t.Places))
	}
	if t.RelTol == 0 {
		return widest
	}
	for _, g := range golds {
		for _, n := range findNumbers(g) {
			widest = max(widest, t.RelTol*n.value())
		}
	}
	return widest
}

// Paid says whether rule, which gave v on the reply of a, paid for it. A rule that pays
// for parts may pay some of the reward for an answer that shares something with the
// gold, but never all of it.
func (a Attack) Paid(rule verifiers.Verifier, v verifiers.Verdict) bool {
	if rule.Partial && (a.Class == Near || a.Class == Hedge) {
		return v.Outcome == verifiers.Right || v.Score >= 1
	}
	return v.Outcome == verifiers.Right || v.Score > 0
}
