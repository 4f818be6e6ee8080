package verifiers

import (
	"fmt"

	"gander/internal/nearest"
	"gander/verifiers/extract"
)

// Checker is a rule made ready for one task. It keeps no state between replies and is
// safe for concurrent use.
type Checker interface {
	// Verify judges one reply. It never panics, whatever the bytes, and its work grows
	// in proportion to the length of the reply, up to a fixed number of operations.
	Verify(reply string) Verdict
	// Golds are the answers that the task pays for, the main one first.
	Golds() []string
	// Others are answers known to be wrong: the golds of the other candidate questions.
	Others() []string
	// Reply is a full reply that gives answer in format, with everything else that the
	// rule pays for; with a gold as answer it must score 1. The error says why answer
	// cannot be written in format.
	Reply(format extract.Format, answer string) (string, error)
}

// Verifier is one named rule.
type Verifier struct {
	// Name is name@version. A rule whose verdicts change gets a new version.
	Name string
	// Doc says in one line what the rule pays for.
	Doc string
	// Formats are the answer formats that the rule reads.
	Formats []extract.Format
	// Args is the zero value of the rule's arguments, a struct; its JSON schema is their
	// description.
	Args any
	// Example is a valid argument; Bait refers to it.
	Example string
	// Bait are replies to Example that a careless rule would pay for and this one does
	// not.
	Bait []string
	// Kind is what its golds are.
	Kind Kind
	// Partial says that an answer which is partly right is paid in part: a wrong answer
	// that shares something with the gold may then score more than 0, but never 1.
	Partial bool
	// Holes says for which wrong answers the rule is known to pay, where a published
	// rule is kept as it is; empty for a rule that withstands all of package attacks.
	Holes string
	// Compile reads the arguments of a task, strict JSON, once for many replies. The
	// error names every fault, one line each.
	Compile func(args string) (Checker, error)
}

// All lists the rules, one line each.
var All = []Verifier{
	textStrict,
	textContains,
	keychainTrace,
	mathAnswer,
	number,
	choiceLetter,
	squadEM,
	squadF1,
	triviaQA,
	dropSpans,
	searchR1,
	substring,
	entity,
	setF1,
	fbetaIDs,
	ordering,
	jsonRule,
}

// Get returns the rule called name, as in text_strict@1. The error of an unknown name
// says which known name is near, or lists them all.
func Get(name string) (Verifier, error) {
	names := make([]string, len(All))
	for i, v := range All {
		if v.Name == name {
			return v, nil
		}
		names[i] = v.Name
	}
	return Verifier{}, fmt.Errorf("no verifier is called %s%s", nearest.Quote(name), nearest.Hint(name, names))
}
