package verifiers

import (
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gander/verifiers/extract"

	"pgregory.net/rapid"
)

// pieces draws an answer out of parts of golds, marks and junk.
var pieces = rapid.Custom(func(t *rapid.T) string {
	part := rapid.SampledFrom([]string{"Marie Curie", "Rome", "Oslo", "Quito", "Bears", "Lions", "Paris", "Texas", "3", "17", "the",
		"not", "or", "{}", `{"name":"Marie Curie"}`, "[", "]", ";", "é", "\n", "1,000.5", "-"})
	return strings.Join(rapid.SliceOfN(part, 0, 6).Draw(t, "pieces"), rapid.SampledFrom([]string{" ", ", ", ""}).Draw(t, "between"))
})

// The verdict depends on the answer and on nothing beside it.
func TestOnlyTheAnswerSlotCountsForQuestions(t *testing.T) {
	var checks []Checker
	rules := []Verifier{squadEM, squadF1, triviaQA, dropSpans, searchR1, substring, entity, setF1, ordering, jsonRule}
	for _, v := range rules {
		c, err := v.Compile(v.Example)
		if err != nil {
			t.Fatal(err)
		}
		checks = append(checks, c)
	}
	rapid.Check(t, func(t *rapid.T) {
		i := rapid.IntRange(0, len(rules)-1).Draw(t, "rule")
		format := rapid.SampledFrom(rules[i].Formats).Draw(t, "format")
		answer := pieces.Draw(t, "answer")
		reply, err := extract.Render(format, strings.TrimSpace(answer))
		if err != nil {
			return
		}
		around := rapid.SampledFrom([]string{"", "Marie Curie", "not", "Rome, Oslo, Quito", `{"name":"Marie Curie"}`, "The answer is wrong."})
		dressed := "<think>" + around.Draw(t, "thought") + "</think>" + around.Draw(t, "before") + " " +
			extract.Wrap(format, strings.TrimSpace(answer)) + " " + around.Draw(t, "after")
		if bare, got := checks[i].Verify(reply), checks[i].Verify(dressed); bare != got {
			t.Fatalf("%s: %q: %+v, alone %+v", rules[i].Name, dressed, got, bare)
		}
	})
}

// Equality after normalization is symmetric: what pays as the answer for a gold pays as
// the gold for the answer.
func TestEqualityIsSymmetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.SampledFrom([]Verifier{squadEM, triviaQA, dropSpans, squadF1}).Draw(t, "rule")
		a := pieces.Draw(t, "a")
		b := rapid.SampledFrom([]string{strings.ToUpper(a), "the " + a, a + "!", strings.ReplaceAll(a, " ", "-"), "x" + a}).Draw(t, "b")
		one, errOne := v.Compile(wholeArgs(t, a))
		two, errTwo := v.Compile(wholeArgs(t, b))
		if errOne != nil || errTwo != nil {
			return
		}
		if there, back := one.Verify(b), two.Verify(a); math.Abs(there.Score-back.Score) > 1e-12 {
			t.Fatalf("%s: %q for %q pays %v, the other way %v", v.Name, b, a, there.Score, back.Score)
		}
	})
}

func wholeArgs(t *rapid.T, gold string) string {
	b, err := json.Marshal(AnswerArgs{Golds: []string{gold}, Extract: whole})
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// For sets the order of a list does not count, for orderings only the gold's order is
// right, and half of Kendall's scale pays nothing.
func TestOrderCountsOnlyWhereItShould(t *testing.T) {
	items := []string{"Rome", "Oslo", "Quito", "Lima", "Riga"}
	set, err := setF1.Compile(`{"items":["Rome","Oslo","Quito","Lima","Riga"]}`)
	if err != nil {
		t.Fatal(err)
	}
	order, err := ordering.Compile(`{"items":["Rome","Oslo","Quito","Lima","Riga"],"measure":"kendall"}`)
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		listed := rapid.Permutation(items).Draw(t, "listed")
		reply := extract.Wrap(extract.Boxed, strings.Join(listed, ", "))
		if v := set.Verify(reply); v.Score != 1 {
			t.Fatalf("set_f1@1: %q: %+v", reply, v)
		}
		backward := slices.Clone(listed)
		slices.Reverse(backward)
		forth, back := order.Verify(reply), order.Verify(extract.Wrap(extract.Boxed, strings.Join(backward, ", ")))
		if (forth.Outcome == Right) != slices.Equal(listed, items) || forth.Score > 0 && back.Score > 0 {
			t.Fatalf("ordering@1: %q: %+v, backward %+v", reply, forth, back)
		}
	})
}

// jsonValues draws JSON values of few levels.
func jsonValues(depth int) *rapid.Generator[any] {
	return rapid.Custom(func(t *rapid.T) any {
		kinds := 6
		if depth == 0 {
			kinds = 4
		}
		switch rapid.IntRange(0, kinds-1).Draw(t, "kind") {
		case 0:
			return rapid.Bool().Draw(t, "bool")
		case 1:
			return nil
		case 2:
			return json.Number(strconv.Itoa(rapid.IntRange(-50, 50).Draw(t, "number")))
		case 3:
			return rapid.SampledFrom([]string{"", "a", "A", "é", "{", "\\", "a b", "1"}).Draw(t, "text")
		case 4:
			return rapid.SliceOfN(jsonValues(depth-1), 0, 3).Draw(t, "array")
		default:
			return rapid.MapOfN(rapid.SampledFrom([]string{"", "a", "b/c", "d~e"}), jsonValues(depth-1), 0, 3).Draw(t, "object")
		}
	})
}

// A value equals itself however it is written, and two values are equal in json@1 exactly
// when their sorted texts are.
func TestJSONEquality(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := jsonValues(2).Draw(t, "a"), jsonValues(2).Draw(t, "b")
		spread, err := json.MarshalIndent(a, " ", "\t")
		if err != nil {
			t.Fatal(err)
		}
		again, err := readJSON(string(spread))
		if err != nil {
			t.Fatal(err)
		}
		if !sameJSON(a, again, "", nil) || !sameJSON(again, a, "", nil) {
			t.Fatalf("%s does not equal itself", spread)
		}
		if sameJSON(a, b, "", nil) != (compactJSON(a) == compactJSON(b)) {
			t.Fatalf("%s and %s", compactJSON(a), compactJSON(b))
		}
	})
}

// What readJSON takes is JSON to the standard library too, and prints back to itself.
func FuzzReadJSON(f *testing.F) {
	for _, text := range []string{`{"a":[1,2.5e3,null,true,"\u00e9"],"b":{}}`, `{"a":1,"a":1}`, `[1,]`, `1 2`, `"\ud800"`, strings.Repeat("[", 70), "1e999", "nul"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		v, err := readJSON(text)
		if err != nil {
			return
		}
		if !json.Valid([]byte(text)) {
			t.Fatalf("%q is no JSON", text)
		}
		again, err := readJSON(compactJSON(v))
		if err != nil || !sameJSON(v, again, "", nil) {
			t.Fatalf("%q reads as %v, then as %v, %v", text, v, again, err)
		}
	})
}
