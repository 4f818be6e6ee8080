package pairs

import (
	"encoding/json"
	"reflect"
	"testing"

	"gander/verifiers"
)

func TestParse(t *testing.T) {
	for _, c := range []struct {
		name, line string
		want       Row
	}{
		{"one gold", `{"id":"a","kind":"math","gold":"1/2","prediction":"0.5"}`,
			Row{ID: json.RawMessage(`"a"`), Kind: "math", Gold: Golds{"1/2"}, Prediction: "0.5"}},
		{"several golds", `{"id":7,"kind":"qa_em","gold":["Rome","Roma"],"prediction":""}`,
			Row{ID: json.RawMessage(`7`), Kind: "qa_em", Gold: Golds{"Rome", "Roma"}}},
		{"a number as gold", `{"id":"a","kind":"math","gold":1.50,"prediction":"1.5"}`,
			Row{ID: json.RawMessage(`"a"`), Kind: "math", Gold: Golds{"1.50"}, Prediction: "1.5"}},
		{"numbers and texts as golds", `{"id":"a","kind":"math","gold":[42, "forty-two"],"prediction":"42"}`,
			Row{ID: json.RawMessage(`"a"`), Kind: "math", Gold: Golds{"42", "forty-two"}, Prediction: "42"}},
		{"no id", `{"kind":"math","gold":"1","prediction":"1"}`, Row{Kind: "math", Gold: Golds{"1"}, Prediction: "1"}},
		{"null for an id", `{"id":null,"gold":"1","prediction":"1"}`, Row{Gold: Golds{"1"}, Prediction: "1"}},
		{"null for a reply", `{"id":"a","prediction":"1","reply":null}`, Row{ID: json.RawMessage(`"a"`), Prediction: "1"}},
		{"no gold", `{"id":-1,"kind":"math","gold":null,"prediction":"x"}`,
			Row{ID: json.RawMessage(`-1`), Kind: "math", Prediction: "x"}},
		{"other fields", `{"id":"a","kind":"math","gold":"1","prediction":"1","suite":{"x":1},"note":1,"note":2,"opts":{"f1":0.5,"em":null,"question":"?"}}`,
			Row{ID: json.RawMessage(`"a"`), Kind: "math", Gold: Golds{"1"}, Prediction: "1"}},
		{"a task of a data set", `{"id":"a","verifier":"text_strict@1","verifier_args":"{\"golds\":[\"Rome\"]}","reply":"Rome"}`,
			Row{ID: json.RawMessage(`"a"`), Verifier: "text_strict@1", VerifierArgs: `{"golds":["Rome"]}`, Prediction: "Rome"}},
		{"arguments as an object", `{"id":"a","verifier":"text_strict@1","verifier_args":{"golds":["Rome"]},"reply":"Rome"}`,
			Row{ID: json.RawMessage(`"a"`), Verifier: "text_strict@1", VerifierArgs: `{"golds":["Rome"]}`, Prediction: "Rome"}},
		{"one tolerance", `{"id":"a","prediction":"","opts":{"abs_tol":"1e-4"}}`,
			Row{ID: json.RawMessage(`"a"`), Opts: Opts{AbsTol: Tolerances{1e-4}}}},
		{"several tolerances", `{"id":"a","prediction":"","opts":{"abs_tol":[1e34,"0.001"]}}`,
			Row{ID: json.RawMessage(`"a"`), Opts: Opts{AbsTol: Tolerances{1e34, 0.001}}}},
	} {
		got, err := Parse([]byte(c.line))
		if err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %+v, %v", c.name, got, err)
		}
	}
}

func TestParseSaysWhatIsWrong(t *testing.T) {
	for _, c := range []struct{ name, line, id, want string }{
		{"no JSON", `id: a`, "", "the row is no JSON object: byte 1 is out of place"},
		{"cut off", `{"opts":{"id":2},"id":"a","gold":"1`, `"a"`, "the row is no JSON object: its end is missing"},
		{"a list", `["a"]`, "", "the row is no JSON object: it is a list"},
		{"two rows in a line", `{"id":"a","prediction":""} {"id":"b"}`, `"a"`, "the row is no JSON object: something follows it; give one object"},
		{"not UTF-8", "{\"id\":\"a\",\"prediction\":\"\xff\"}", `"a"`, "the row is not UTF-8 text; write it again as UTF-8"},
		{"an id of another type", `{"id":[1],"prediction":"1"}`, "", "id is neither a text nor a number; mend it, or leave it out"},
		{"no prediction", `{"id":"a","kind":"math","gold":"1"}`, `"a"`, "the row has no prediction and no reply; give the text to judge"},
		{"two predictions", `{"id":"a","prediction":"1","reply":"1"}`, `"a"`, "prediction and reply are both given; leave one out"},
		{"a prediction of another type", `{"id":"a","gold":"1","prediction":1}`, `"a"`, "prediction: give a text, not a number"},
		{"a gold given twice", `{"id":"a","gold":"1","gold":"2","prediction":"1"}`, `"a"`, "gold is given twice; leave one out"},
		{"a gold in capitals", `{"id":"a","GOLD":"1","prediction":"1"}`, `"a"`, `no field is called "GOLD"; did you mean "gold"?`},
		{"a gold of another type", `{"id":"a","gold":{},"prediction":"1"}`, `"a"`, "gold: give a text, a number or a list of them"},
		{"golds of another type", `{"id":"a","gold":["1",true],"prediction":"1"}`, `"a"`, "gold[1]: give a text or a number"},
		{"places that are no number", `{"id":"a","prediction":"1","opts":{"precision":"6"}}`, `"a"`, "opts.precision: give a whole number, not a text"},
		{"a negative tolerance", `{"id":"a","prediction":"1","opts":{"abs_tol":-1}}`, `"a"`, "opts.abs_tol: give a number of 0 or more, or a list of them"},
		{"a misspelt option", `{"id":"a","prediction":"1","opts":{"precison":3}}`, `"a"`, `no field is called "opts.precison"; did you mean "precision"?`},
	} {
		got, err := Parse([]byte(c.line))
		if err == nil || err.Error() != c.want || string(got.ID) != c.id {
			t.Errorf("%s: id %s, error %v", c.name, got.ID, err)
		}
	}
}

// Arguments that are not those of the rule are a mistake of the row; a gold that the rule
// cannot use is not.
func TestJudgeTellsArgumentsFromGolds(t *testing.T) {
	for _, c := range []struct{ line, want, detail string }{
		{`{"verifier":"math@1","reply":"1"}`, "the arguments do not fit math@1: the arguments are empty; give a JSON object", ""},
		{`{"verifier":"math@1","verifier_args":[1],"reply":"1"}`, "the arguments do not fit math@1: the arguments are no JSON object: it is a list", ""},
		{`{"verifier":"math@1","verifier_args":{"golds":"1"},"reply":"1"}`, "the arguments do not fit math@1: golds: give a list of texts, not a text", ""},
		{`{"verifier":"math@1","verifier_args":{"golds":[1]},"reply":"1"}`, "the arguments do not fit math@1: golds[0]: give a text, not a number", ""},
		{`{"verifier":"math@1","verifier_args":{"golds":["1"],"policy":{"places":-1}},"reply":"1"}`, "the arguments do not fit math@1: policy.places is -1; give 0 to 100", ""},
		{`{"verifier":"choice@1","verifier_args":{"golds":["A"]},"reply":"A"}`, "the arguments do not fit choice@1: choices is empty and count is 0; give the letters of the options, or a count from 1 to 26", ""},
		{`{"verifier":"math@1","verifier_args":{"golds":[]},"reply":"1"}`, "", "golds is empty; give the gold answer, then its aliases"},
		{`{"verifier":"text_strict@1","verifier_args":{"golds":["!!!"]},"reply":"1"}`, "", "golds[0] has no word or number; give an answer that can be compared"},
		{`{"kind":"option","gold":"Z","prediction":"A","opts":{"choices":["A","B"]}}`, "", "golds[0] names no option; give one of A, B"},
	} {
		r, err := Parse([]byte(c.line))
		if err != nil {
			t.Fatal(err)
		}
		task, err := r.Task()
		if err != nil {
			t.Fatal(err)
		}
		v, err := task.Judge()
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != c.want || c.want == "" && v.Detail != c.detail || v.Outcome != verifiers.Undecided {
			t.Errorf("%s: error %q, verdict %+v", c.line, got, v)
		}
	}
}

// A row that is read keeps its id and can be judged, a row that is not says why, and
// nothing panics.
func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"id":"a","kind":"math","gold":["1"],"prediction":"1","opts":{"abs_tol":["1e-4"],"choices":["A"]}}`))
	f.Add([]byte(`{"id":1,"verifier":"math@1","verifier_args":{},"reply":"1"}`))
	f.Add([]byte(`{"id":"a","gold":`))
	f.Add([]byte(`{"id":1,"kind":"latex_parse","gold":"{x - y, x + y}","prediction":"{x \\pm y}"}`))
	f.Add([]byte(`{"id":1,"kind":"option","gold":"B","prediction":"Answer: B","opts":{"choices":["A","B"],"choice_texts":["x","y"]}}`))
	f.Fuzz(func(t *testing.T, line []byte) {
		r, err := Parse(line)
		if err == nil && r.ID != nil && !isID(r.ID) || err != nil && err.Error() == "" {
			t.Errorf("id %q, error %v", r.ID, err)
		}
		if err != nil {
			return
		}
		task, err := r.Task()
		if err != nil {
			return
		}
		if v, err := task.Judge(); err != nil && v.Outcome != verifiers.Undecided || v.Rule != task.Rule || v.Score < 0 || v.Score > 1 || v.Score == 1 && v.Outcome != verifiers.Right {
			t.Errorf("%+v", v)
		}
	})
}
