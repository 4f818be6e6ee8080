package verifiers

import (
	"bufio"
	"encoding/json"
	"errors"
	"io/fs"
	"math"
	"os"
	"testing"
)

// labeledPair is a line of the labeled pairs, see their README.
type labeledPair struct {
	ID         string          `json:"id"`
	Kind       string          `json:"kind"`
	Gold       json.RawMessage `json:"gold"`
	Prediction string          `json:"prediction"`
	Expected   bool            `json:"expected_bool"`
	Doubt      any             `json:"label_doubt"`
	Opts       struct {
		F1         *float64 `json:"f1"`
		Normalizer string   `json:"normaliser"`
		IgnoreCase bool     `json:"ignore_case"`
	} `json:"opts"`
}

// golds are the golds of p, one or a list of them.
func (p labeledPair) golds(t *testing.T) []string {
	t.Helper()
	var one string
	if json.Unmarshal(p.Gold, &one) == nil {
		return []string{one}
	}
	var several []string
	if err := json.Unmarshal(p.Gold, &several); err != nil {
		t.Fatalf("%s: %v", p.ID, err)
	}
	return several
}

// rule is what decides p: the rule and its arguments, and where the published scorer
// gives an F1, those of the rule that gives it.
func (p labeledPair) rule(t *testing.T) (equal, f1 Checker) {
	answer := AnswerArgs{Golds: p.golds(t), Extract: whole, Official: true}
	part := SubstringArgs{Golds: answer.Golds, Extract: whole, Normalizer: "none", IgnoreCase: p.Opts.IgnoreCase, Letters: true}
	switch p.Kind {
	case "qa_em", "qa_f1":
		if p.Opts.Normalizer == "triviaqa" {
			return mustCompile(t, triviaQA, TriviaArgs{answer, "em"}), mustCompile(t, triviaQA, TriviaArgs{answer, "f1"})
		}
		equal, f1 = mustCompile(t, squadEM, answer), mustCompile(t, squadF1, answer)
		if p.Kind == "qa_f1" {
			equal = f1
		}
		return equal, f1
	case "drop", "drop_normalise":
		return mustCompile(t, dropSpans, DropArgs{AnswerArgs: answer}), mustCompile(t, dropSpans, DropArgs{AnswerArgs: answer, Measure: "f1"})
	case "substring_gold_in_pred":
		return mustCompile(t, searchR1, SearchArgs{answer, "subem"}), nil
	case "prefix":
		part.Where = "start"
		return mustCompile(t, substring, part), nil
	case "substring":
		return mustCompile(t, substring, part), nil
	case "substring_two_way":
		return mustCompile(t, substring, SubstringArgs{Golds: answer.Golds, Extract: whole, Where: "two_way"}), nil
	}
	return nil, nil
}

// TestLabeledPairsOfPublishedScorers: on every labeled pair that a published scorer of
// question answering decided, the rule decides the same, with the same F1.
func TestLabeledPairsOfPublishedScorers(t *testing.T) {
	file, err := os.Open("../../shared/conformance/verifier-dev.jsonl")
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the labeled pairs are not beside this repository")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }() // it was only read
	decided, scored := 0, 0
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var p labeledPair
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		equal, f1 := p.rule(t)
		if equal == nil || p.Doubt != nil {
			continue
		}
		decided++
		if v := equal.Verify(p.Prediction); (v.Outcome == Right) != p.Expected {
			t.Errorf("%s, %s: %s for %q is labeled %v: %+v", p.ID, p.Kind, p.Gold, p.Prediction, p.Expected, v)
		}
		if p.Opts.F1 == nil {
			continue
		}
		scored++
		if v := f1.Verify(p.Prediction); math.Abs(v.Score-*p.Opts.F1) > 5e-7 {
			t.Errorf("%s, %s: %s for %q: F1 %v, want %v", p.ID, p.Kind, p.Gold, p.Prediction, v.Score, *p.Opts.F1)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	if decided < 180 || scored < 100 {
		t.Errorf("%d pairs decided and %d scored; look whether the file still has them", decided, scored)
	}
	t.Logf("%d pairs decided, %d of them scored", decided, scored)
}
