package server

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gander/verifiers"
	"gander/verifiers/server/wire"
)

// TestBatchIsItsItems: a batch gives, in order, what its items get when they are asked
// one by one, whatever the cache held before.
func TestBatchIsItsItems(t *testing.T) {
	ask := tester(t, Default())
	rapid.Check(t, func(rt *rapid.T) {
		items := rapid.SliceOfN(rapid.Custom(anyItem), 0, 100).Draw(rt, "items")
		text, err := json.Marshal(wire.Batch{Items: items})
		if err != nil {
			rt.Fatal(err)
		}
		var got wire.Results
		if status, answer := ask(t, "POST", "/v1/verify", string(text), nil); status != http.StatusOK || json.Unmarshal([]byte(answer), &got) != nil {
			rt.Fatalf("status %d: %s", status, answer)
		}
		if len(got.Results) != len(items) {
			rt.Fatalf("%d results for %d items", len(got.Results), len(items))
		}
		for i, item := range items {
			checkAlone(rt, t, ask, item, got.Results[i])
		}
	})
}

// checkAlone compares the result of an item in a batch with what it gets alone.
func checkAlone(rt *rapid.T, t *testing.T, ask asker, item wire.Item, got wire.Result) {
	text, err := json.Marshal(item)
	if err != nil {
		rt.Fatal(err)
	}
	status, answer := ask(t, "POST", "/v1/verify", string(text), nil)
	if status == http.StatusOK {
		var alone wire.Result
		if json.Unmarshal([]byte(answer), &alone) != nil || got.Verdict == nil || *got.Verdict != *alone.Verdict || got.ID != item.ID {
			rt.Fatalf("in a batch %+v, alone %s", got, answer)
		}
		return
	}
	var alone wire.Failure
	if json.Unmarshal([]byte(answer), &alone) != nil || got.Error == nil || got.Error.Message != alone.Error.Message {
		rt.Fatalf("in a batch %+v, alone %d %s", got, status, answer)
	}
}

// anyItem draws items that are right, wrong, and not to be read.
func anyItem(t *rapid.T) wire.Item {
	rule := rapid.SampledFrom(verifiers.All).Draw(t, "rule")
	replies := append([]string{"", `\boxed{Rome}`, "</think><answer>x</answer>"}, rule.Bait...)
	return wire.Item{
		ID:       rapid.StringMatching(`[a-z]{0,3}`).Draw(t, "id"),
		Verifier: rapid.SampledFrom([]string{rule.Name, rule.Name, rule.Name, "none@1"}).Draw(t, "name"),
		Args:     json.RawMessage(rapid.SampledFrom([]string{rule.Example, rule.Example, `{"golds":[]}`, `7`}).Draw(t, "args")),
		Reply:    rapid.SampledFrom(replies).Draw(t, "reply"),
	}
}

// TestTruthReadsBack: a gold answer, given in each way a trainer may, is the one gold.
func TestTruthReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		gold := rapid.String().Draw(t, "gold")
		if strings.HasPrefix(strings.TrimSpace(gold), "{") {
			t.Skip("may be an object; see testdata/http/verl")
		}
		quoted := func(v any) json.RawMessage {
			text, err := json.Marshal(v)
			if err != nil {
				t.Fatal(err)
			}
			return text
		}
		args := string(quoted(map[string][]string{"golds": {gold}}))
		row := map[string]any{"id": 7, "verifier": "r@1", "verifier_args": args, "answer": gold}
		for name, raw := range map[string]json.RawMessage{
			"the answer":             quoted(gold),
			"an array":               quoted([]string{gold}),
			"a target":               quoted(map[string]any{"target": []string{gold}}),
			"arguments":              json.RawMessage(args),
			"arguments in a string":  quoted(args),
			"a row":                  quoted(row),
			"a row in a string":      quoted(string(quoted(row))),
			"a row of our own shape": quoted(map[string]any{"verifier": "r@1", "args": json.RawMessage(args)}),
		} {
			rule, got, problem := truth(raw, "r@1")
			if problem != nil || rule != "r@1" || got != args {
				t.Errorf("%s: rule %q, arguments %s, problem %v; want %s", name, rule, got, problem, args)
			}
		}
	})
}

// TestReplyOf: the reply is what follows the prompt, without the tokens at its end.
func TestReplyOf(t *testing.T) {
	tests := []struct{ name, query, prompt, want string }{
		{"plain", "Q? A", "Q?", " A"},
		{"a token before", "<s>Q? A</s>", "Q?", " A"},
		{"tokens in bars", "Q?A<|im_end|>\n<|endoftext|>", "Q?", "A"},
		{"wide bars", "Q?A<｜end▁of▁sentence｜>", "Q?", "A"},
		{"a tag is no token", "Q?<answer>A</answer>", "Q?", "<answer>A</answer>"},
		{"an order sign is none", "Q?x <|y", "Q?", "x <|y"},
		{"bars around nothing are none", "Q?x <||>", "Q?", "x <||>"},
		{"only tokens", "Q?<|im_end|></s>", "Q?", ""},
		{"the prompt opens the reasoning", "Q?<think>\nhm", "Q?<think>\n", "<think>hm"},
		{"no prompt", "A", "", "A"},
		{"a prompt that comes again", "Q?Q?A", "Q?", "Q?A"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			reply, ok := replyOf(tt.query, tt.prompt)
			if got := withoutEnd(reply); !ok || got != tt.want {
				t.Errorf("got %q, %v; want %q", got, ok, tt.want)
			}
		})
	}
	if _, ok := replyOf("Q? A", "P?"); ok {
		t.Error("a query without its prompt is taken for a reply")
	}
}
