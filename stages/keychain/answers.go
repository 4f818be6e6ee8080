package keychain

import (
	"encoding/json"
	"slices"

	"gander/schemas"
	"gander/verifiers"
	"gander/verifiers/extract"
)

// strict judges answers against each other while a context is put together, whatever
// rule the tasks carry.
var strict = mustGet("text_strict@1")

// traceRule pays for the chain and the passages cited as well.
const traceRule = "keychain_trace@1"

func mustGet(name string) verifiers.Verifier {
	v, err := verifiers.Get(name)
	if err != nil {
		panic(err)
	}
	return v
}

// checker compiles the strict rule for a question; the error says why its answer
// cannot be checked.
func checker(q schemas.Question) (verifiers.Checker, error) {
	return strict.Compile(encode(verifiers.TextArgs{Golds: golds(q)}))
}

// pays says whether the strict rule would pay for any of answers.
func pays(c verifiers.Checker, answers []string) bool {
	return slices.ContainsFunc(answers, func(a string) bool {
		return c.Verify(extract.Wrap(extract.Tag, a)).Score > 0
	})
}

// rivals says whether two questions may close chains of one context: they differ, and
// neither pays for an answer of the other.
func rivals(a, b *entry) bool {
	if a.question.ID == b.question.ID || alike(a.folded, b.folded) || slices.ContainsFunc(a.golds, func(g string) bool { return slices.Contains(b.golds, g) }) {
		return false
	}
	return a.refusal == nil && b.refusal == nil &&
		!pays(a.checker, golds(b.question)) && !pays(b.checker, golds(a.question))
}

// verifierArgs are the arguments of rule for candidate number at.
func verifierArgs(rule string, m Meta, at int) string {
	args := verifiers.TextArgs{Golds: m.Candidates[at].Golds}
	for i, c := range m.Candidates {
		if i != at {
			args.Others = append(args.Others, c.Golds[0])
		}
	}
	if rule == traceRule {
		return encode(verifiers.TraceArgs{Golds: args.Golds, Others: args.Others, Chain: m.Chains[at].Keys, Passages: m.Candidates[at].Supporting})
	}
	return encode(args)
}

// encode is v as JSON; v is one of our own structs, which always encode.
func encode(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(b)
}

func decode(text string, v any) error { return json.Unmarshal([]byte(text), v) }
