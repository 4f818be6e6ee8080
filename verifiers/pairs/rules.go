package pairs

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"gander/internal/nearest"
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
		if err := o.checkMath(); err != nil {
			return "", nil, err
		}
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
		if o.AllowSetRelationComp != nil && !*o.AllowSetRelationComp {
			a.Policy.Refuse = append(a.Policy.Refuse, "region_as_relation")
		}
		return "math@1", a, nil
	}
}

// mostPlaces is how many places math@1 rounds to.
const mostPlaces = 100

// checkMath returns the fault of an option that math@1 has no use for, by its own name.
func (o Opts) checkMath() error {
	if o.Precision != nil && (*o.Precision < 0 || *o.Precision > mostPlaces) {
		return fmt.Errorf("opts.precision is %d; give 0 to %d", *o.Precision, mostPlaces)
	}
	for i, t := range o.Targets {
		if !slices.Contains(targets, t) {
			return fmt.Errorf("opts.targets[%d] is %s; give one of %s", i, nearest.Quote(t), strings.Join(targets, ", "))
		}
	}
	return nil
}

// targets are what Opts.Targets may name.
var targets = []string{"latex", "expr", "string"}

func lastNumber(r Row) (string, any, error) {
	return "number@1", goldArgs{Golds: r.Gold, Extract: "number"}, nil
}

// choiceArgs are the arguments of choice@1.
type choiceArgs struct {
	Golds         []string `json:"golds"`
	Choices       []string `json:"choices,omitempty"`
	Count         int      `json:"count,omitempty"`
	Texts         []string `json:"texts,omitempty"`
	Mode          string   `json:"mode"`
	CaseSensitive bool     `json:"case_sensitive,omitempty"`
}

func choice(r Row) (string, any, error) {
	o := r.Opts
	a := choiceArgs{Golds: r.Gold, Choices: o.Choices, Texts: o.ChoiceTexts, Mode: "anchored", CaseSensitive: o.CaseSensitive}
	switch {
	case len(o.Choices) > 0:
	case len(o.ChoiceTexts) > 0:
		a.Count = len(o.ChoiceTexts)
	default:
		a.Count = usualChoices
		for _, gold := range r.Gold {
			if m := goldLetter.FindStringSubmatch(gold); m != nil {
				a.Count = max(a.Count, int(strings.ToUpper(m[1])[0]-'A')+1)
			}
		}
	}
	return "choice@1", a, nil
}

// usualChoices is how many options a row has that does not say: A to D.
const usualChoices = 4

// goldLetter finds the letter of a gold such as C, (c) or C. Oslo.
var goldLetter = regexp.MustCompile(`^\(?([A-Za-z])(?:$|[^A-Za-z])`)

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
			return "", nil, fmt.Errorf("opts.normaliser is %s; give hotpotqa, squad or triviaqa", nearest.Quote(n))
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
