package verifiers

import (
	"gander/verifiers/extract"
	"gander/verifiers/internal/qa"
)

var triviaQA = Verifier{
	Name:    "triviaqa@1",
	Doc:     "the answer equals a gold or alias but for case, articles and punctuation, which counts as a blank",
	Formats: extract.Formats,
	Args:    TriviaArgs{},
	Example: `{"golds":["Marie Curie","Marie Skłodowska-Curie"],"others":["Pierre Curie","Paris"]}`,
	Bait: []string{
		`\boxed{Curie}`,
		`\boxed{MarieCurie}`,
		`\boxed{Marie Curie, Paris}`,
		`\boxed{the}`,
		`\boxed{- ’ -}`,
		`<answer>Marie Curie</answer><answer>Paris</answer>`,
		`Marie Curie`,
	},
	Partial: true,
	Holes:   "numbers that differ in a sign or a unit sign (-5 and 5, 50% and 50), and names that differ in a mark (C++ and C)",
	Compile: compileTrivia,
}

// TriviaArgs are the arguments of triviaqa@1, as JSON.
type TriviaArgs struct {
	AnswerArgs
	// Measure is "em", equality, or "f1", the F1 of the words; empty is "em".
	Measure string `json:"measure,omitempty"`
}

func compileTrivia(args string) (Checker, error) {
	var a TriviaArgs
	if err := decode(args, &a); err != nil {
		return nil, err
	}
	pay := equality
	if a.Measure == "f1" {
		pay = func(answer, gold string) float64 { return qa.F1(qa.Fields(answer), qa.Fields(gold)) }
	}
	s, err := newScorer("triviaqa@1", a.AnswerArgs, qa.TriviaQA, pay, oneOf("measure", a.Measure, "em", "f1")...)
	if err != nil {
		return nil, err
	}
	return s, nil
}
