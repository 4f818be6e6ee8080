package verifiers

import (
	"fmt"
	"strings"

	"gander/verifiers/extract"
	"gander/verifiers/internal/qa"
)

var substring = Verifier{
	Name:    "substring@1",
	Doc:     "the answer holds a gold, or stands in it, at the borders of words; for replies that cannot be held to equality",
	Formats: extract.Formats,
	Args:    SubstringArgs{},
	Example: `{"golds":["Marie Curie"],"others":["Pierre Curie","Paris"],"where":"two_way"}`,
	Bait: []string{
		`\boxed{arie}`,
		`\boxed{the}`,
		`\boxed{}`,
		`\boxed{not Marie Curie}`,
		`\boxed{Marie Curie or Pierre Curie}`,
		`\boxed{Rome, Oslo, Quito, Hanoi, Nairobi, Lima, Marie Curie}`,
		`Marie Curie`,
	},
	Holes:   "two guesses with a comma between; the gold with words that make it another thing, as in New York for York",
	Compile: compileSubstring,
}

// SubstringArgs are the arguments of substring@1, as JSON.
type SubstringArgs struct {
	// Golds are the texts that are right, at least one, none blank.
	Golds []string `json:"golds"`
	// Others are answers known to be wrong; one that stands beside the gold refuses it.
	Others []string `json:"others,omitempty"`
	// Extract says where the answer stands: a policy of package extract, or "whole", the
	// whole reply after its reasoning, less the marks of an answer tag. Empty is "marked".
	Extract string `json:"extract,omitempty"`
	// Where is "gold_in_answer", "start", the answer starts with the gold, or "two_way",
	// the gold in the answer or most of the gold as the answer. Empty is
	// "gold_in_answer".
	Where string `json:"where,omitempty"`
	// Normalizer is "words", the reading of text_strict@1, which keeps signs and decimal
	// points; "squad" or "triviaqa", that of those rules; or "none". Empty is "words".
	Normalizer string `json:"normalizer,omitempty"`
	// IgnoreCase makes upper and lower case one where the normalizer is "none"; the others
	// do so anyway.
	IgnoreCase bool `json:"ignore_case,omitempty"`
	// Letters compares letter by letter, as published substring rules do: a gold may end
	// in the middle of a word, and what stands beside it does not matter. An empty answer
	// is still wrong. For comparison, not for training.
	Letters bool `json:"letters,omitempty"`
	// MaxExtra is how many words the answer may have beyond the gold; 0 means 6.
	MaxExtra int `json:"max_extra,omitempty"`
}

// usualExtra is enough for "it is the capital of France", and too little for a list of
// guesses.
const usualExtra = 6

func (a SubstringArgs) check(normal func(string) string) []error {
	shared := AnswerArgs{Golds: a.Golds, Others: a.Others, Extract: a.Extract}
	faults := shared.check(normal)
	faults = append(faults, oneOf("where", a.Where, "gold_in_answer", "start", "two_way")...)
	faults = append(faults, oneOf("normalizer", a.Normalizer, "words", "squad", "triviaqa", "none")...)
	if a.MaxExtra < 0 {
		faults = append(faults, fmt.Errorf("max_extra is %d; give 0 or more words", a.MaxExtra))
	}
	return faults
}

// normal is the normal form that a asks for: words with one blank between, unless the
// normalizer is "none".
func (a SubstringArgs) normal() func(string) string {
	switch a.Normalizer {
	case "squad":
		return qa.SQuAD
	case "triviaqa":
		return qa.TriviaQA
	case "none":
		if a.IgnoreCase {
			return qa.Lower
		}
		return func(s string) string { return s }
	}
	return func(s string) string { return strings.TrimSpace(read(s).joined) }
}
