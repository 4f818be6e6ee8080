package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"gander/schemas"
)

// most is how many bytes of the beginning and of the end of a text are shown.
const most = 400

// showTask prints a task for people.
func showTask(w io.Writer, t schemas.Task) {
	fmt.Fprintf(w, "task %s (%s, %d tokens of %s)\n", t.ID, t.Kind, t.NPromptTokens, t.Tokenizer)
	for _, m := range t.Prompt {
		fmt.Fprintf(w, "%s, %d bytes:\n%s\n", m.Role, len(m.Content), indent(ends(m.Content)))
	}
	if chain := trueChain(t); len(chain) > 0 {
		fmt.Fprintln(w, "chain:")
		for _, span := range chain {
			fmt.Fprintf(w, "  bytes %d to %d: %s\n", span.Start, span.End, strings.TrimSpace(cut(t.Prompt, span)))
		}
	}
	fmt.Fprintf(w, "answer: %s\n", strings.Join(append([]string{t.Answer}, t.AnswerAliases...), " | "))
	fmt.Fprintf(w, "verifier: %s\n", t.Verifier)
	fmt.Fprintf(w, "proof: gold scores %g; %d of %d attacks score 0\n\n", t.Proof.GoldScore, t.Proof.AttacksPassed, t.Proof.AttacksTotal)
}

// showReject prints a reject for people.
func showReject(w io.Writer, r schemas.Reject) {
	fmt.Fprintf(w, "reject %s by %s: %s\n", r.ID, r.Stage, r.Reason)
	fmt.Fprintln(w, indent(ends(r.Detail)))
	if r.Raw != "" {
		fmt.Fprintln(w, indent(ends(r.Raw)))
	}
	fmt.Fprintln(w)
}

// record is one inserted text, by its place in the first message of the prompt.
type record struct {
	Start int `json:"start"`
	End   int `json:"end"`
	Chain int `json:"chain"`
	Link  int `json:"link"`
}

// trueChain finds the records that lead to the question, in the order in which a reader
// follows them; nil for a kind of task without chains.
func trueChain(t schemas.Task) []record {
	var spans struct {
		Records []record `json:"records"`
	}
	var meta struct {
		True *int `json:"true"`
	}
	if json.Unmarshal([]byte(t.Spans), &spans) != nil || json.Unmarshal([]byte(t.Meta), &meta) != nil || meta.True == nil {
		return nil
	}
	chain := make([]record, 0, len(spans.Records))
	for link := 0; ; link++ {
		next, ok := find(spans.Records, *meta.True, link)
		if !ok {
			return chain
		}
		chain = append(chain, next)
	}
}

func find(records []record, chain, link int) (record, bool) {
	for _, r := range records {
		if r.Chain == chain && r.Link == link {
			return r, true
		}
	}
	return record{}, false
}

func cut(prompt []schemas.Message, r record) string {
	if len(prompt) == 0 || r.Start < 0 || r.End < r.Start || r.End > len(prompt[0].Content) {
		return "(outside of the prompt)"
	}
	return prompt[0].Content[r.Start:r.End]
}

// ends keeps the beginning and the end of a long text, whole characters only.
func ends(text string) string {
	if len(text) <= 2*most {
		return text
	}
	head, tail := most, len(text)-most
	for !utf8.RuneStart(text[head]) {
		head--
	}
	for !utf8.RuneStart(text[tail]) {
		tail++
	}
	return fmt.Sprintf("%s\n… %d bytes …\n%s", text[:head], tail-head, text[tail:])
}

func indent(text string) string {
	return "  " + strings.ReplaceAll(text, "\n", "\n  ")
}
