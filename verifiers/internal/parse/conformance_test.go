package parse_test

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/budget"
	"gander/verifiers/internal/expr"
	"gander/verifiers/internal/parse"
)

// read calls each with every line of a file of JSON lines beside the repository, and
// skips the test when the file is absent.
func read[T any](t *testing.T, file string, each func(T)) {
	t.Helper()
	f, err := os.Open("../../../../shared/" + file)
	if err != nil {
		t.Skipf("shared/%s is not beside the repository", file)
	}
	defer func() { _ = f.Close() }() // it was only read
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	n := 0
	for lines.Scan() {
		var row T
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		each(row)
		n++
	}
	if lines.Err() != nil || n == 0 {
		t.Fatalf("%s: %d rows, %v", file, n, lines.Err())
	}
}

type pair struct {
	ID         string          `json:"id"`
	Kind       string          `json:"kind"`
	Gold       json.RawMessage `json:"gold"`
	Prediction string          `json:"prediction"`
	Expected   bool            `json:"expected_bool"`
}

// TestLaTeXPairs reads LaTeX beside the printed form of SymPy: what must be refused is
// refused, and as many pairs as before can be read on both sides and are shown to be the
// same expression. Three are shown to differ: two golds are rounded, one takes the letter
// I for the imaginary unit. Shapes other than expressions are compared in package pairs.
func TestLaTeXPairs(t *testing.T) {
	var right, both, same, other, refused int
	read(t, "conformance/verifier-dev.jsonl", func(p pair) {
		if p.Kind != "latex_parse" {
			return
		}
		got, err := parse.Parse(p.Prediction, budget.New(budget.PerCheck))
		if !p.Expected {
			refused++
			if err == nil {
				t.Errorf("%s: read as %s", p.ID, got)
			}
			return
		}
		right++
		var text string
		if err := json.Unmarshal(p.Gold, &text); err != nil {
			t.Fatal(err)
		}
		gold, goldErr := parse.SymPy(text, budget.New(budget.PerCheck))
		if err != nil || goldErr != nil {
			return
		}
		both++
		switch algebra.Equal(gold, got, budget.New(budget.PerCheck)).Relation {
		case algebra.Same:
			same++
		case algebra.Different:
			if isExpression(got) && isExpression(gold) {
				other++
				t.Logf("%s: read as %s, which differs", p.ID, got)
			}
		}
	})
	t.Logf("%d pairs, %d read on both sides, %d shown to be the same, %d to be refused", right, both, same, refused)
	if both < leastRead || same < leastSame || other > mostOther {
		t.Errorf("%d read on both sides, %d shown to be the same, %d to differ; there were %d, %d and %d", both, same, other, leastRead, leastSame, mostOther)
	}
}

// What the rows of today reach.
const leastRead, leastSame, mostOther = 543, 496, 3

func isExpression(n *expr.Node) bool { return n.Op < expr.Paren }

// TestMathematicsReads: golds and answers of the pairs are read, and print as text that
// reads back.
func TestMathematicsReads(t *testing.T) {
	read(t, "conformance/verifier-dev.jsonl", func(p pair) {
		for _, text := range append(texts(p.Gold), p.Prediction) {
			readsBack(t, p.ID, text)
		}
	})
}

// texts are the strings of a gold: one, or a list.
func texts(gold json.RawMessage) []string {
	var one string
	var many []string
	if json.Unmarshal(gold, &one) == nil {
		return []string{one}
	}
	_ = json.Unmarshal(gold, &many) // a gold of another shape has no text
	return many
}

// readsBack says whether text is read; what is must print as text of the same tree.
func readsBack(t *testing.T, id, text string) bool {
	n, err := parse.Parse(text, budget.New(budget.PerCheck))
	if err != nil {
		return false
	}
	again, err := parse.Parse(n.String(), budget.New(10*budget.PerCheck))
	if err != nil {
		t.Errorf("%s: the printed form is refused: %v", id, err)
	} else if !expr.Same(n, again) {
		t.Errorf("%s: %s reads as %s", id, n, again)
	}
	return true
}

// TestAnswersOfMATH: the answers of a widely used data set can all be read.
func TestAnswersOfMATH(t *testing.T) {
	type item struct {
		Problem, Answer string
	}
	for _, file := range []string{"corpora/math-train.jsonl", "corpora/math500.jsonl"} {
		read(t, file, func(it item) {
			if it.Answer != "" && !readsBack(t, file, it.Answer) {
				t.Errorf("%s: refused: %s", file, it.Answer)
			}
		})
	}
}
