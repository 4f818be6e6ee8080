package keychain

import (
	"encoding/json"
	"fmt"
	"slices"

	"gander/internal/tokens"
	"gander/schemas"
)

// Finding is the outcome of an audit of one task.
type Finding struct {
	// Reason and Detail name the gate that fails and the evidence; empty when all hold.
	Reason, Detail string
	// Tokens is the length of the prompt, counted anew.
	Tokens int
	// Meta and Spans are the task's own, decoded.
	Meta  Meta
	Spans Spans
}

// Recheck judges a written task by its row alone: it decodes the row, reads the prompt,
// counts its tokens anew and applies every gate that the row says it passed. It does
// not build anything, so determinism is not among them.
func Recheck(t schemas.Task, counter tokens.Counter) Finding {
	var f Finding
	if len(t.Prompt) != 1 {
		f.Reason, f.Detail = gateReadable, fmt.Sprintf("the prompt has %d messages instead of 1", len(t.Prompt))
		return f
	}
	if err := json.Unmarshal([]byte(t.Meta), &f.Meta); err != nil {
		f.Reason, f.Detail = gateReadable, fmt.Sprintf("meta: %v", err)
		return f
	}
	if err := json.Unmarshal([]byte(t.Spans), &f.Spans); err != nil {
		f.Reason, f.Detail = gateReadable, fmt.Sprintf("spans: %v", err)
		return f
	}
	f.Tokens = counter.Count(t.Prompt[0].Content) + f.Meta.ChatTokens
	if f.Tokens != int(t.NPromptTokens) {
		f.Reason, f.Detail = "length", fmt.Sprintf("%d tokens counted, %d on record", f.Tokens, t.NPromptTokens)
		return f
	}
	if id := schemas.TaskID(t); id != t.ID {
		f.Reason, f.Detail = "provenance", "the id is not the hash of the task"
		return f
	}
	if f.Detail = mismatch(t, f.Meta); f.Detail != "" {
		f.Reason = "provenance"
		return f
	}
	if no := check(gatesNamed(f.Meta.Gates), claim{t, f.Meta, f.Spans, f.Tokens}); no != nil {
		f.Reason, f.Detail = no.reason, no.detail
	}
	return f
}

// mismatch compares the columns of a row with what its meta says.
func mismatch(t schemas.Task, m Meta) string {
	if m.True < 0 || m.True >= len(m.Candidates) || m.True >= len(m.Chains) || len(m.Candidates[m.True].Golds) == 0 {
		return "meta names no true candidate"
	}
	structural := 0
	for _, g := range Gates {
		if g.Structural {
			structural++
		}
	}
	named := gatesNamed(m.Gates)
	switch golds := m.Candidates[m.True].Golds; {
	case len(named) != len(m.Gates) || len(named) != structural && len(named) != len(Gates):
		return "meta names gates that are neither all nor the structural ones"
	case t.Answer != golds[0] || !slices.Equal(t.AnswerAliases, golds[1:]):
		return "answer and aliases are not those of the true candidate"
	case t.VerifierArgs != verifierArgs(t.Verifier, m, m.True):
		return "the verifier's arguments are not those of the true candidate"
	}
	return ""
}

func gatesNamed(names []string) []Gate {
	var named []Gate
	for _, g := range Gates {
		for _, n := range names {
			if g.Name == n {
				named = append(named, g)
			}
		}
	}
	return named
}
