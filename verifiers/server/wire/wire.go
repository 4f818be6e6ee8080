// Package wire is the JSON that the reward server and its clients exchange at
// POST /v1/verify and GET /v1/verifiers.
//
// A request is one [Item] or a [Batch], an answer one [Result] or [Results]. Fields that
// are not named here are refused by the server and ignored by the client.
package wire

import (
	"encoding/json"

	"gander/verifiers"
)

// Item asks for the verdict on one reply.
type Item struct {
	// ID comes back with the result; the server does not look at it. May be empty.
	ID string `json:"id,omitempty"`
	// Verifier is the rule, name@version.
	Verifier string `json:"verifier"`
	// Args are the arguments of the rule: a JSON object, or a string that holds one, as
	// the column verifier_args of a data set does.
	Args json.RawMessage `json:"args"`
	// Reply is the whole reply of the model, reasoning included. It may be empty.
	Reply string `json:"reply"`
}

// Batch asks for many verdicts at once.
type Batch struct {
	Items []Item `json:"items"`
}

// Result is the verdict on one item, or what is wrong with the item: Verdict is nil
// exactly when Error is not.
type Result struct {
	// ID is that of the item.
	ID string `json:"id,omitempty"`
	// Verdict is what the rule says; its fields stand beside ID in the JSON.
	*verifiers.Verdict
	// Error says why there is no verdict.
	Error *Problem `json:"error,omitempty"`
}

// Results are the results of a batch, in the order of its items.
type Results struct {
	Results []Result `json:"results"`
}

// Problem says what is wrong with a request or with one item.
type Problem struct {
	// Field is the path of the field that is meant, as in items[3].args; empty where it
	// is the request as a whole.
	Field string `json:"field,omitempty"`
	// Message says what is wrong and what to do, a line for each fault.
	Message string `json:"message"`
}

// Error is the message after the path.
func (p *Problem) Error() string {
	if p.Field == "" {
		return p.Message
	}
	return p.Field + ": " + p.Message
}

// Failure is the answer to a request that was refused as a whole.
type Failure struct {
	Error *Problem `json:"error"`
}

// Rule describes one rule of the server.
type Rule struct {
	// Name is name@version.
	Name string `json:"name"`
	// Doc says in one line what the rule pays for.
	Doc string `json:"doc"`
	// Formats are the answer formats that the rule reads.
	Formats []string `json:"formats"`
	// Args is the JSON Schema of the arguments.
	Args json.RawMessage `json:"args"`
	// Example is a valid argument.
	Example json.RawMessage `json:"example"`
}

// Rules are the rules of the server.
type Rules struct {
	Verifiers []Rule `json:"verifiers"`
}
