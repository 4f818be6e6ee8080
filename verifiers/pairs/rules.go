package pairs

import (
	"fmt"
)

// choose picks the rule for a row and makes its arguments.
type choose = func(Row) (name string, args any, err error)

// goldArgs are the arguments of most rules.
type goldArgs struct {
	Golds   []string `json:"golds"`
	Extract string   `json:"extract,omitempty"`
}

// golds is rule over the golds of a row alone, with the answer where extract says.
func golds(rule, extract string) choose {
	return func(r Row) (string, any, error) { return rule, goldArgs{r.Gold, extract}, nil }
}

// mathArgs are the arguments of math@1.
type mathArgs struct {
	goldArgs
	Policy mathPolicy `json:"policy"`
}

// mathPolicy is the part of its policy that opts can change.
type mathPolicy struct {
	Refuse []string  `json:"refuse,omitempty"`
	Places int       `json:"places,omitempty"`
	AbsTol []float64 `json:"abs_tol,omitempty"`
	Form   bool      `json:"form,omitempty"`
}

// mathAnswer is math@1 without the rows of its table that refuse names.
func mathAnswer(refuse ...string) choose {
	return func(r Row) (string, any, error) {
		o := r.Opts
		a := mathArgs{goldArgs{Golds: r.Gold, Extract: "free"}, mathPolicy{AbsTol: o.AbsTol, Form: o.FormMatters}}
		a.Policy.Refuse = append(a.Policy.Refuse, refuse...)
		switch {
		case o.RequireBox:
			a.Extract = "boxed"
		case len(o.Targets) == 1 && o.Targets[0] == "latex":
			a.Extract = "formula"
		case len(o.Targets) == 1 && o.Targets[0] == "expr":
			a.Extract = "number"
		}
		if o.Precision != nil {
			a.Policy.Places = *o.Precision
		}
		if o.Strict != nil && *o.Strict {
			a.Policy.Refuse = append(a.Policy.Refuse, "bound_names")
		}
		return "math@1", a, nil
	}
}

func lastNumber(r Row) (string, any, error) {
	return "number@1", goldArgs{Golds: r.Gold, Extract: "number"}, nil
}

// choiceArgs are the arguments of choice@1.
type choiceArgs struct {
	Golds         []string `json:"golds"`
	Choices       []string `json:"choices,omitempty"`
	Texts         []string `json:"texts,omitempty"`
	Mode          string   `json:"mode"`
	CaseSensitive bool     `json:"case_sensitive,omitempty"`
}

func choice(r Row) (string, any, error) {
	return "choice@1", choiceArgs{r.Gold, r.Opts.Choices, r.Opts.ChoiceTexts, "anchored", r.Opts.CaseSensitive}, nil
}

// textArgs are the arguments of the rules over texts.
type textArgs struct {
	goldArgs
	// Official lets the published scorer decide, with nothing held back.
	Official   bool   `json:"official,omitempty"`
	Measure    string `json:"measure,omitempty"`
	Mode       string `json:"mode,omitempty"`
	Where      string `json:"where,omitempty"`
	Normalizer string `json:"normalizer,omitempty"`
	IgnoreCase bool   `json:"ignore_case,omitempty"`
	Letters    bool   `json:"letters,omitempty"`
}

// whole is an answer that is all of the reply, reasoning and answer tags taken off.
const whole = "whole"

// answer is rule, or triviaqa@1 with measure where the row asks for its normalization.
func answer(rule, measure string) choose {
	return func(r Row) (string, any, error) {
		a := textArgs{goldArgs: goldArgs{r.Gold, whole}, Official: r.Opts.Normaliser != ""}
		switch n := r.Opts.Normaliser; n {
		case "", "hotpotqa", "squad":
			return rule, a, nil
		case "triviaqa":
			a.Measure = measure
			return "triviaqa@1", a, nil
		default:
			return "", nil, fmt.Errorf("opts.normaliser is %q; give hotpotqa, squad or triviaqa", n)
		}
	}
}

func contained(r Row) (string, any, error) {
	return "searchr1_em@1", textArgs{goldArgs: goldArgs{r.Gold, whole}, Official: r.Opts.Normaliser != "", Mode: "subem"}, nil
}

// letters is substring@1 as published rules have it: letter by letter, the gold where.
func letters(where string) choose {
	return func(r Row) (string, any, error) {
		a := textArgs{goldArgs: goldArgs{r.Gold, whole}, Where: where, Normalizer: "none", IgnoreCase: r.Opts.IgnoreCase, Letters: true}
		return "substring@1", a, nil
	}
}

func twoWay(r Row) (string, any, error) {
	return "substring@1", textArgs{goldArgs: goldArgs{r.Gold, whole}, Where: "two_way"}, nil
}
