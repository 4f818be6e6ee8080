package verifiers

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"gander/verifiers/extract"
)

// RuleArgs name a rule that judges a part of a reply, and its arguments.
type RuleArgs struct {
	// Verifier is the rule, name@version. A rule that judges by other rules itself cannot
	// be one.
	Verifier string `json:"verifier"`
	// Args are its arguments, a JSON object.
	Args json.RawMessage `json:"args"`
}

// composed are the rules that judge by other rules.
var composed = []string{"fbeta@1", "json@1"}

// get is [Get]. It is set when the program starts, because the rules that ask for other
// rules are in the list that Get reads.
var get func(name string) (Verifier, error)

func init() { get = Get }

// compile reads the arguments. Where is the place of r in the arguments around it.
func (r RuleArgs) compile(where string) (Checker, error) {
	if slices.Contains(composed, r.Verifier) {
		return nil, fmt.Errorf("%s: %s judges by other rules and cannot be one of them; name a rule over text", where, r.Verifier)
	}
	v, err := get(r.Verifier)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", where, err)
	}
	c, err := v.Compile(string(r.Args))
	if err != nil {
		return nil, fmt.Errorf("%s: %s: %w", where, r.Verifier, oneLine(err))
	}
	return c, nil
}

// oneLine puts an error of several lines on one.
func oneLine(err error) error {
	return errors.New(strings.ReplaceAll(err.Error(), "\n", "; "))
}

// judgeText gives text to c as the marked answer of a reply. A text that cannot be marked
// so that it reads back is wrong.
func judgeText(c Checker, text string) Verdict {
	for _, f := range extract.Formats {
		if reply, err := extract.Render(f, strings.TrimSpace(text)); err == nil {
			return c.Verify(reply)
		}
	}
	return Verdict{Outcome: Wrong, Certainty: Exact, Detail: "the text has marks of an answer in it"}
}
