package verifiers

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gander/verifiers/extract"
)

func TestChoiceArgs(t *testing.T) {
	for _, c := range []struct{ name, args, want string }{
		{"no options", `{"golds":["A"]}`, "choices is empty and count is 0; give the letters of the options, or a count from 1 to 26"},
		{"options twice", `{"golds":["A"],"choices":["A"],"count":4}`, "choices and count are both given; leave one out"},
		{"two letters", `{"golds":["A"],"choices":["A","BC"]}`, `choices[1] is "BC"; give one letter`},
		{"a number", `{"golds":["A"],"choices":["A","1"]}`, `choices[1] is "1"; give one letter`},
		{"one letter twice", `{"golds":["A"],"choices":["A","a"]}`, "choices[1] repeats a; give each option a letter of its own"},
		{"texts too few", `{"golds":["A"],"count":2,"texts":["Rome"]}`, "texts has 1 entries for 2 options; give one for each option"},
		{"texts alike", `{"golds":["A"],"count":2,"texts":["Rome","rome."]}`, "texts[1] reads the same as texts[0]; give each option a text of its own"},
		{"texts of signs", `{"golds":["A"],"count":2,"texts":["Rome","!"]}`, "texts[1] has no word or number; leave texts out"},
		{"text that is a letter", `{"golds":["A"],"count":2,"texts":["Rome","a"],"mode":"text"}`, "texts[1] is a letter of an option itself; use another mode"},
		{"unknown mode", `{"golds":["A"],"count":2,"mode":"first"}`, `mode is "first"; give one of strict, anchored, text`},
		{"gold out of range", `{"golds":["E"],"count":4}`, "golds[0] names no option; give one of A, B, C, D"},
		{"gold of two", `{"golds":["A or B"],"count":4}`, "golds[0] names no option; give one of A, B, C, D"},
		{"gold among others", `{"golds":["A"],"others":["B","A"],"count":4}`, "others[1] is a gold, too; leave it out of one of them"},
		{"two faults", `{"golds":[""],"mode":"x","count":1}`, "golds[0] is blank; give an answer or leave it out\nmode is \"x\"; give one of strict, anchored, text"},
	} {
		_, err := choiceLetter.Compile(c.args)
		if err == nil || err.Error() != c.want {
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		}
	}
}

// TestChoiceReadsGolds: labelled golds come with text and in sentences.
func TestChoiceReadsGolds(t *testing.T) {
	for gold, want := range map[string]string{
		"C": "C", "c": "C", "(C)": "C", "(C) Cecile": "C", "C Cecile": "C", "C. Cecile\nA friend": "C",
		"Alina and the answer is\n(C) Cecile": "C", `\boxed{C}`: "C", "Rome": "B",
	} {
		args, err := json.Marshal(ChoiceArgs{Golds: []string{gold}, Count: 4, Texts: []string{"Oslo", "Rome", "Paris", "Bern"}})
		if err != nil {
			t.Fatal(err)
		}
		c, err := choiceLetter.Compile(string(args))
		if err != nil {
			t.Errorf("%q: %v", gold, err)
			continue
		}
		if got := c.Golds(); len(got) != 1 || got[0] != want {
			t.Errorf("%q reads as %q, want %s", gold, got, want)
		}
	}
}

// Whatever the mode, a letter in a mark is judged by itself: right when it is the gold,
// wrong when it is another.
func TestChoiceJudgesTheLetter(t *testing.T) {
	dress := rapid.SampledFrom([]string{"?", "(?)", "?.", "?)", `\text{?}`, "**?**", "$?$", "Option ?"})
	around := rapid.SampledFrom([]string{"", "A good question.", "B", "The answer is C.", "\n\nA. one\nB. two\n", "{", "Not D!"})
	rapid.Check(t, func(r *rapid.T) {
		letters := rapid.SampledFrom([]string{"A", "B", "C", "D"})
		gold, answer := letters.Draw(r, "gold"), letters.Draw(r, "answer")
		mode := rapid.SampledFrom([]string{strictMode, anchoredMode, textMode}).Draw(r, "mode")
		c := mustCompile(t, choiceLetter, ChoiceArgs{Golds: []string{gold}, Count: 4, Mode: mode})
		mark := extract.Wrap(rapid.SampledFrom(extract.Formats).Draw(r, "format"), strings.Replace(dress.Draw(r, "dress"), "?", answer, 1))
		got := c.Verify(around.Draw(r, "before") + " " + mark + " " + around.Draw(r, "after"))
		if want := gold == answer; (got.Outcome == Right) != want || (got.Outcome == Wrong) == want || got.Answer != answer {
			r.Fatalf("%+v", got)
		}
	})
}

// Two options are never right, in whatever way they are named.
func TestChoiceTwoLettersNeverPay(t *testing.T) {
	between := rapid.SampledFrom([]string{" or ", ", ", "/", " and ", "-", " ", "\n", "; not ", ") (", " because not "})
	frame := rapid.SampledFrom([]string{`\boxed{?}`, "<answer>?</answer>", "The answer is ?.", "Answer: ?", "?", "I choose ?", "(?)"})
	rapid.Check(t, func(r *rapid.T) {
		letters := rapid.SampledFrom([]string{"B", "C", "D"})
		one, two := letters.Draw(r, "one"), letters.Draw(r, "two")
		if one == two {
			r.Skip("the same letter")
		}
		mark := between.Draw(r, "between")
		reply := strings.Replace(frame.Draw(r, "frame"), "?", one+mark+two, 1)
		c := mustCompile(t, choiceLetter, ChoiceArgs{Golds: []string{two}, Count: 4, Mode: anchoredMode})
		if got := c.Verify(reply); got.Outcome == Right {
			r.Fatalf("%q: %+v", reply, got)
		}
	})
}

// TestChoiceConformance judges the labelled option rows that lie beside the repository.
func TestChoiceConformance(t *testing.T) {
	f, err := os.Open("../../shared/conformance/verifier-dev.jsonl")
	if err != nil {
		t.Skip("the labelled pairs are not beside the repository")
	}
	defer func() { _ = f.Close() }() // it was only read
	rows := 0
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var row struct {
			ID         string
			Kind       string
			Gold       any
			Prediction string
			Expected   bool `json:"expected_bool"`
			Opts       struct {
				Choices       []string
				CaseSensitive bool `json:"case_sensitive"`
			}
		}
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		gold, ok := row.Gold.(string)
		if row.Kind != "option" || !ok {
			continue
		}
		rows++
		c := mustCompile(t, choiceLetter, ChoiceArgs{Golds: []string{gold}, Choices: row.Opts.Choices, Mode: anchoredMode, CaseSensitive: row.Opts.CaseSensitive})
		if got := c.Verify(row.Prediction); (got.Outcome == Right) != row.Expected {
			t.Errorf("%s: %+v, want right %v", row.ID, got, row.Expected)
		}
	}
	if lines.Err() != nil || rows == 0 {
		t.Errorf("%d option rows, error %v", rows, lines.Err())
	}
}

func FuzzChoice(f *testing.F) { fuzzRule(f, choiceLetter) }

// FuzzChoiceAnchored holds the modes that read running text to the same.
func FuzzChoiceAnchored(f *testing.F) {
	anchored := choiceLetter
	anchored.Example = `{"golds":["B"],"count":4,"texts":["Paris","Rome","Oslo","Bern"],"mode":"text"}`
	fuzzRule(f, anchored)
}
