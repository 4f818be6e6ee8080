package pairs

import (
	"encoding/json"
	"errors"
	"strconv"
)

// Opts are what a comparison may need to know beside gold and prediction. A field that is
// left out changes nothing.
type Opts struct {
	// Choices are the letters to choose from; without them there is one for each of
	// ChoiceTexts, and without these A to D, or A to the letter of the gold.
	Choices []string `json:"choices"`
	// ChoiceTexts are what the letters stand for, in the order of Choices.
	ChoiceTexts []string `json:"choice_texts"`
	// CaseSensitive refuses a letter in lower case.
	CaseSensitive bool `json:"case_sensitive"`
	// Precision compares numbers after rounding to so many places, 0 to 100; 0 compares
	// them as they are.
	Precision *int `json:"precision"`
	// AbsTol is how far a number may be off; with several, one for each entry of a list.
	AbsTol Tolerances `json:"abs_tol"`
	// Strict keeps names and kinds of brackets apart.
	Strict *bool `json:"strict"`
	// AllowSetRelationComp equates a set or an interval with a relation, as in (0, 1) and
	// 0 < x < 1.
	AllowSetRelationComp *bool `json:"allow_set_relation_comp"`
	// Targets says what an answer may be: "latex", "expr" or "string", or several.
	Targets []string `json:"targets"`
	// Language is the language of the prediction, an English word in lower case.
	Language string `json:"language"`
	// IgnoreCase compares texts without regard to case; a comparison that would not do
	// so by itself has it false.
	IgnoreCase bool `json:"ignore_case"`
	// StripTags takes off reasoning and answer tags first.
	StripTags bool `json:"strip_tags"`
	// StripReasoning takes off the reasoning first.
	StripReasoning bool `json:"strip_reasoning"`
	// RequireBox wants the answer in a box.
	RequireBox bool `json:"require_box"`
	// RequireThinkClose wants a closed block of reasoning before the answer.
	RequireThinkClose bool `json:"require_think_close"`
	// Normaliser says how texts are made alike: "hotpotqa" (also "squad") or "triviaqa".
	Normaliser string `json:"normaliser"`
	// FormMatters wants the gold's form, such as a product for a product.
	FormMatters bool `json:"form_matters"`
}

// Tolerances are numbers; in JSON one number or a list, each also as a text, as in "1e-4".
type Tolerances []float64

// UnmarshalJSON reads a number, a text that is one, or a list of these.
func (t *Tolerances) UnmarshalJSON(data []byte) error {
	var list []json.RawMessage
	switch data[0] {
	case 'n':
		return nil
	case '[':
		if err := json.Unmarshal(data, &list); err != nil {
			return err
		}
	default:
		list = []json.RawMessage{data}
	}
	for _, one := range list {
		text := string(one)
		if unquoted, err := strconv.Unquote(text); err == nil {
			text = unquoted
		}
		f, err := strconv.ParseFloat(text, 64)
		if err != nil || !(f >= 0) {
			return errors.New("opts.abs_tol: give a number of 0 or more, or a list of them")
		}
		*t = append(*t, f)
	}
	return nil
}
