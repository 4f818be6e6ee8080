package verifiers

import (
	"gander/verifiers/extract"
	"gander/verifiers/internal/qa"
)

var squadEM = Verifier{
	Name:    "squad_em@1",
	Doc:     "the answer equals a gold but for case, ASCII punctuation and the words a, an and the",
	Formats: extract.Formats,
	Args:    AnswerArgs{},
	Example: `{"golds":["Marie Curie","Maria Skłodowska-Curie"],"others":["Pierre Curie","Paris"]}`,
	Bait: []string{
		`\boxed{Curie}`,
		`\boxed{Marie Curie, Paris}`,
		`\boxed{the}`,
		`\boxed{...}`,
		`\boxed{Maria Sklodowska-Curie}`,
		`<answer>Marie Curie</answer><answer>Paris</answer>`,
		`Marie Curie`,
	},
	Holes:   squadHoles,
	Compile: compileSquad("squad_em@1", equality),
}

// squadHoles are wrong answers that the published normal form equates with the gold.
const squadHoles = "numbers that differ in a sign, a point, a comma or a unit sign (3.14 and 314, -5 and 5, 50% and 50), and names that differ in a mark (C++ and C)"

var squadF1 = Verifier{
	Name:    "squad_f1@1",
	Doc:     "the F1 of the answer's words against a gold's, in the normal form of squad_em@1; right when it is 1",
	Formats: extract.Formats,
	Args:    AnswerArgs{},
	Example: `{"golds":["Marie Curie","Maria Skłodowska-Curie"],"others":["Pierre Laval","Paris"]}`,
	Bait: []string{
		`\boxed{Radium}`,
		`\boxed{yes}`,
		`\boxed{the}`,
		`\boxed{}`,
		`<answer>Marie Curie</answer><answer>Paris</answer>`,
		`Marie Curie`,
	},
	Partial: true,
	Holes:   squadHoles + "; the gold's words in another order; every word shared with the gold is paid for",
	// HotpotQA's scorer and not SQuAD's pays nothing where one side is yes, no or
	// noanswer and the other is not.
	Compile: compileSquad("squad_f1@1", qa.HotpotF1),
}

// compileSquad reads the arguments of a rule over SQuAD's normal form.
func compileSquad(rule string, pay func(answer, gold string) float64) func(string) (Checker, error) {
	return func(args string) (Checker, error) {
		var a AnswerArgs
		if err := decode(args, &a); err != nil {
			return nil, err
		}
		s, err := newScorer(rule, a, qa.SQuAD, pay)
		if err != nil {
			return nil, err
		}
		return s, nil
	}
}
