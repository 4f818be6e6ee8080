package keychain

import (
	"slices"

	"gander/schemas"
)

// A Gate is one check of a finished task. It sees the row and what a stranger reads in
// its prompt, never the builder's state.
type Gate struct {
	// Name is the reason code of a reject.
	Name string
	// Invariant is the property checked, as numbered in docs/keychain.md.
	Invariant string
	// Doc says in one line what must hold.
	Doc string
	// Structural gates also hold for the published generator.
	Structural bool
	// fault returns the evidence against the task, or "".
	fault func(view) string
}

// A claim is a task with its JSON columns decoded.
type claim struct {
	task   schemas.Task
	meta   Meta
	spans  Spans
	tokens int // the prompt's length, counted
}

// A view is a claim beside what a stranger reads in its prompt.
type view struct {
	claim
	Reading
	plain string         // the context without the spans claimed
	shown []shownPassage // the passages claimed, without their records
}

const (
	gateReadable    = "readable"
	gateDeterminism = "determinism"
)

// Gates are all checks, in order; the first that fails names the reject. A prompt that
// cannot be read at all is refused as "readable" before any of them; determinism is
// checked by building one task in 64 twice.
var Gates = []Gate{
	{"ids", "I2", "ids are unique, none is the example id, none stands in a passage", true, faultIDs},
	{"topology", "I3", "the records form exactly the chains announced", true, faultTopology},
	{"resolve", "I1", "from the first key, as many lookups as a chain has records end in the true question, byte for byte", true, faultResolve},
	{"hiding", "I4", "the true question stands once in the prompt, at the end of its chain", false, faultHiding},
	{"strip", "I5", "without the inserted spans the context is as it was before", true, faultStrip},
	{"verbatim", "I6", "records stand at ends of sentences, so every sentence stays whole", false, faultVerbatim},
	{"purity", "I7", "no passage holds the answer of a candidate that it does not support, or is a version of one that does", false, faultPurity},
	{"length", "I8", "the prompt keeps to the budget and fills it but for the tolerance", false, faultLength},
	{"syntax", "I9", "every record is a JSON object", false, faultSyntax},
	{"answer", "I10", "the answer has words, and no answer of another candidate is paid, nor the other way round", false, faultAnswer},
	{"provenance", "I11", "every passage, record and question has an origin on record", true, faultProvenance},
	{gateDeterminism, "I12", "a second build gives the same bytes", false, func(view) string { return "" }},
}

// Refusals are the reason codes of questions that no task was made of, beside [Gates].
var Refusals = map[string]string{
	gateReadable:  "the prompt cannot be read back",
	"duplicate":   "a question with the same text, answer and passages was read before",
	"conflict":    "the same question over the same passages was read with another answer",
	"forged":      "a supporting passage holds what reads as a heading or a record of the prompt",
	"unsupported": "the question marks no supporting passage, so nothing says that the text answers it",
	"chains":      "the pool has too few questions for the chains asked for",
	"room":        "the context has too few places for the records",
}

// gatesOf returns the gates that tasks of a config must pass.
func gatesOf(c Config) []Gate {
	if c.Gates == "all" {
		return Gates
	}
	return slices.DeleteFunc(slices.Clone(Gates), func(g Gate) bool { return !g.Structural })
}

// check returns the first fault of a claim, or nil.
func check(gates []Gate, c claim) *refusal {
	r, err := Read(c.task.Prompt[0].Content)
	if err != nil {
		return refuse(gateReadable, "%v", err)
	}
	v := view{c, r, withoutRecords(c, r), shownPassages(c, r)}
	for _, g := range gates {
		if detail := g.fault(v); detail != "" {
			return &refusal{g.Name, detail}
		}
	}
	return nil
}
