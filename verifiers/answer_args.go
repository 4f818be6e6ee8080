package verifiers

import (
	"fmt"
	"slices"
	"strings"

	"gander/verifiers/extract"
)

// AnswerArgs are the arguments that the rules over answers to questions share, as JSON.
type AnswerArgs struct {
	// Golds are the texts that are right: the gold answer first, then its aliases. At
	// least one, none blank.
	Golds []string `json:"golds"`
	// Others are the golds of the other candidate questions of the same prompt: answers
	// that look right and are not. May be empty.
	Others []string `json:"others,omitempty"`
	// Extract says where the answer stands: a policy of package extract, or "whole", the
	// whole reply after its reasoning, less the marks of an answer tag. Empty is "marked".
	Extract string `json:"extract,omitempty"`
	// Official gives what the published scorer gives, with nothing held back: blank golds
	// are allowed, and an answer of which nothing is left equals a gold of which nothing
	// is left. For comparison, not for training.
	Official bool `json:"official,omitempty"`
}

// whole is the policy that takes the whole reply as the answer.
const whole = "whole"

// check returns every fault of a. normal is the rule's normal form: a gold of which it
// leaves nothing can be compared with nothing.
func (a AnswerArgs) check(normal func(string) string) (faults []error) {
	for _, fault := range (TextArgs{Golds: a.Golds, Others: a.Others}).check() {
		if !a.Official || len(a.Golds) == 0 {
			faults = append(faults, fault)
		}
	}
	for i, g := range a.Golds {
		if !a.Official && strings.TrimSpace(g) != "" && normal(g) == "" {
			faults = append(faults, fmt.Errorf("golds[%d] is only articles and punctuation, which do not count; give an answer that can be compared", i))
		}
	}
	return append(faults, checkExtract(a.Extract)...)
}

// checkExtract returns the fault of a policy that there is not.
func checkExtract(policy string) []error {
	if policy == "" || policy == whole || slices.Contains(extract.Policies, extract.Policy(policy)) {
		return nil
	}
	names := []string{whole}
	for _, p := range extract.Policies {
		names = append(names, string(p))
	}
	return []error{fmt.Errorf("extract is %q; give one of %s", policy, strings.Join(names, ", "))}
}

// oneOf returns the fault of a value that is neither empty nor one of allowed.
func oneOf(name, value string, allowed ...string) []error {
	if value == "" || slices.Contains(allowed, value) {
		return nil
	}
	return []error{fmt.Errorf("%s is %q; give one of %s", name, value, strings.Join(allowed, ", "))}
}

var answerTags = strings.NewReplacer("<answer>", "", "</answer>", "")

// wholeReply takes all that follows the reasoning, less the marks of an answer tag. Two
// tags are two answers.
func wholeReply(reply string) extract.Extraction {
	text, ok := extract.Conclusion(reply)
	switch {
	case !ok:
		return extract.Extraction{Status: extract.Missing, Detail: "the reasoning is not closed"}
	case strings.Count(text, "<answer>") > 1:
		return extract.Extraction{Status: extract.Several, Detail: "more than one answer tag"}
	}
	return extract.Extraction{Status: extract.Found, Answer: strings.TrimSpace(answerTags.Replace(text))}
}
