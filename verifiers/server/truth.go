package server

import (
	"bytes"
	"encoding/json"

	"gander/verifiers/server/wire"
)

// named is what says which rule judges a reply: a row of a data set, which has these two
// columns among others, or an item's own fields.
type named struct {
	Verifier     string          `json:"verifier"`
	VerifierArgs json.RawMessage `json:"verifier_args"`
	Args         json.RawMessage `json:"args"`
}

// truth finds rule and arguments in what a trainer sends beside a reply, and in the rule
// that the URL names, if any. The first that fits decides:
//
//	the truth is                                      rule       arguments
//	an object with verifier, or a string that is one  its own    its verifier_args, or args
//	an object with target, as Search-R1's rows have   the URL's  the target as golds
//	any other object, or a string that is one         the URL's  the object
//	an array of strings                               the URL's  the strings as golds
//	any other string, or a number                     the URL's  that as the one gold
//
// A null or missing truth, and a rule that nobody names, are problems.
func truth(raw json.RawMessage, url string) (verifier, args string, problem *wire.Problem) {
	object := raw
	if inside, ok := text(raw); ok {
		object = json.RawMessage(inside)
	}
	object = bytes.TrimSpace(object)
	if len(object) > 0 && object[0] == '{' && json.Valid(object) {
		var n named
		if json.Unmarshal(object, &n) == nil && n.Verifier != "" {
			if n.VerifierArgs == nil {
				n.VerifierArgs = n.Args
			}
			args, problem := arguments(n.VerifierArgs)
			if problem != nil {
				problem.Field = "verifier_args"
			}
			return n.Verifier, args, problem
		}
	} else {
		object = nil
	}
	if url == "" {
		return "", "", &wire.Problem{Message: "names no rule; put verifier and verifier_args of the row into it, or add ?verifier=NAME to the URL"}
	}
	if object != nil {
		var searched struct {
			Target json.RawMessage `json:"target"`
		}
		if json.Unmarshal(object, &searched) != nil || searched.Target == nil {
			return url, string(object), nil
		}
		raw = searched.Target
	}
	golds, ok := asGolds(raw)
	if !ok {
		return "", "", &wire.Problem{Message: "is no answer; give a string, an array of strings, or a row with verifier and verifier_args"}
	}
	written, err := json.Marshal(map[string][]string{"golds": golds})
	if err != nil {
		return "", "", &wire.Problem{Message: err.Error()}
	}
	return url, string(written), nil
}

// asGolds are the answers of a string, a number or an array of strings.
func asGolds(raw json.RawMessage) (golds []string, ok bool) {
	if gold, ok := text(raw); ok {
		return []string{gold}, true
	}
	var number json.Number
	if json.Unmarshal(raw, &number) == nil && number != "" {
		return []string{number.String()}, true
	}
	err := json.Unmarshal(raw, &golds)
	return golds, err == nil && golds != nil
}
