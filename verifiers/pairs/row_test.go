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
		{"no gold", `{"id":-1,"kind":"math","gold":null,"prediction":"x"}`,
			Row{ID: json.RawMessage(`-1`), Kind: "math", Prediction: "x"}},
		{"other fields", `{"id":"a","kind":"math","gold":"1","prediction":"1","suite":{"x":1},"opts":{"f1":0.5}}`,
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
		{"no JSON", `id: a`, "", "the row is no JSON object of a pair: invalid character 'i' looking for beginning of value"},
		{"cut off", `{"opts":{"id":2},"id":"a","gold":"1`, `"a"`, "the row is no JSON object of a pair: unexpected end of JSON input"},
		{"a list", `["a"]`, "", "the row is no JSON object of a pair: it is a JSON array"},
		{"two rows in a line", `{"id":"a","prediction":""} {"id":"b"}`, `"a"`, "the row is no JSON object of a pair: invalid character '{' after top-level value"},
		{"not UTF-8", "{\"id\":\"a\",\"prediction\":\"\xff\"}", `"a"`, "the row is not UTF-8 text; write it again as UTF-8"},
		{"no id", `{"kind":"math","gold":"1","prediction":"1"}`, "", "the row has no id; give a text or a number"},
		{"an id of another type", `{"id":[1],"prediction":"1"}`, "", "the row has no id; give a text or a number"},
		{"no prediction", `{"id":"a","kind":"math","gold":"1"}`, `"a"`, "the row has no prediction and no reply; give the text to judge"},
		{"a prediction of another type", `{"id":"a","gold":"1","prediction":1}`, `"a"`, "the row is no JSON object of a pair: prediction is a JSON number"},
		{"a place that is no number", `{"id":"a","prediction":"1","opts":{"precision":"6"}}`, `"a"`, "the row is no JSON object of a pair: opts.precision is a JSON string"},
		{"a gold of another type", `{"id":"a","gold":{},"prediction":"1"}`, `"a"`, "the row is no JSON object of a pair: gold is no text and no list of texts"},
		{"a negative tolerance", `{"id":"a","prediction":"1","opts":{"abs_tol":-1}}`, `"a"`, "the row is no JSON object of a pair: opts.abs_tol is no number of 0 or more and no list of them"},
	} {
		got, err := Parse([]byte(c.line))
		if err == nil || err.Error() != c.want || string(got.ID) != c.id {
			t.Errorf("%s: id %s, error %v", c.name, got.ID, err)
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
		if err == nil && !isID(r.ID) || err != nil && err.Error() == "" {
			t.Errorf("id %q, error %v", r.ID, err)
		}
		if err != nil {
			return
		}
		task, err := r.Task()
		if err != nil {
			return
		}
		if v := task.Judge(); v.Rule != task.Rule || v.Score < 0 || v.Score > 1 || v.Score == 1 && v.Outcome != verifiers.Right {
			t.Errorf("%+v", v)
		}
	})
}
