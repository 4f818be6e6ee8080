package pairs

import (
	"fmt"
	"strings"

	"gander/internal/nearest"
)

// Kind is one word for a comparison, and the rule behind it.
type Kind struct {
	// Name is the word, in the field kind of a row.
	Name string
	// Doc says in one line what is compared.
	Doc string
	// Rules are the rules that may decide, name@version.
	Rules []string
	// rule chooses one of Rules for a row and makes its arguments.
	rule func(Row) (name string, args any, err error)
}

// Kinds are the comparisons, those of free answers first.
var Kinds = []Kind{
	{"math", "a mathematical answer, found in prose, boxes or formulas", []string{"math@1"}, mathAnswer()},
	{"math_string", "the same with the order of lists kept", []string{"math@1"}, mathAnswer("any_order")},
	{"latex_normalise", "two ways to write one formula", []string{"math@1"}, mathAnswer("any_order")},
	{"latex_parse", "LaTeX in the prediction, read whole, against SymPy's form in the gold; with an empty gold, whether it can be read at all", []string{latexRule}, golds(latexRule, "")},
	{"number_last", "the last number of the prediction", []string{"number@1"}, lastNumber},
	{"option", "the letter of a choice", []string{"choice@1"}, choice},
	{"qa_em", "equal after the normalization of opts.normaliser", []string{"squad_em@1", "triviaqa@1"}, answer("squad_em@1", "em")},
	{"qa_f1", "shared words after it; right when all are shared", []string{"squad_f1@1", "triviaqa@1"}, answer("squad_f1@1", "f1")},
	{"drop", "spans and numbers", []string{"drop@1"}, golds("drop@1", whole)},
	{"drop_normalise", "two texts that drop@1 reads as one", []string{"drop@1"}, golds("drop@1", whole)},
	{"substring", "the prediction holds the gold, letter by letter", []string{"substring@1"}, letters("gold_in_answer")},
	{"substring_gold_in_pred", "the normalized prediction holds the normalized gold", []string{"searchr1_em@1"}, contained},
	{"substring_two_way", "one holds the other, at the borders of words", []string{"substring@1"}, twoWay},
	{"prefix", "the prediction begins with the gold, letter by letter", []string{"substring@1"}, letters("start")},
}

// kindOf finds a kind by name.
func kindOf(name string) (Kind, error) {
	names := make([]string, len(Kinds))
	for i, k := range Kinds {
		if k.Name == name {
			return k, nil
		}
		names[i] = k.Name
	}
	if name == "" {
		return Kind{}, fmt.Errorf("the row has no kind; give one of %s", strings.Join(names, ", "))
	}
	return Kind{}, fmt.Errorf("no kind is called %s%s", nearest.Quote(name), nearest.Hint(name, names))
}
