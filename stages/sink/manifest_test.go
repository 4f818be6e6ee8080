package sink

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func TestAManifestIsReadStrictly(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"not JSON", "hello", "not a manifest: invalid character 'h' looking for beginning of value"},
		{"of the future", `{"format": 2}`, "format is 2; this program reads format 1"},
		{"an unknown field", `{"format": 1, "color": "red"}`, `not a manifest: json: unknown field "color"`},
		{"text behind", `{"format": 1} {}`, "not a manifest: invalid character '{' after top-level value"},
		{"a path out of the folder", `{"format": 1, "tables": {"data": {"files": [{"path": "../x"}]}}}`,
			`not a manifest: it names "../x", which is no file in its folder`},
	}
	for _, tt := range tests {
		if _, err := DecodeManifest([]byte(tt.text)); err == nil || err.Error() != tt.want {
			t.Errorf("%s: got %v, want %s", tt.name, err, tt.want)
		}
	}
}

func FuzzManifest(f *testing.F) {
	m := mustRun(f, "direct", filepath.Join(f.TempDir(), "out"), 1, few)
	text, err := m.Encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	f.Add([]byte(`{"format": 1}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := DecodeManifest(data)
		if err != nil {
			if !reflect.ValueOf(m).IsZero() {
				t.Fatalf("refused with %v, yet gave %+v", err, m)
			}
			return
		}
		text, err := m.Encode()
		if err != nil {
			t.Fatal(err)
		}
		again, err := DecodeManifest(text)
		if err != nil {
			t.Fatalf("%v: %s", err, text)
		}
		if twice, _ := again.Encode(); string(twice) != string(text) {
			t.Fatalf("%s is read as\n%s", text, twice)
		}
	})
}

func TestAManifestNamesNoMachine(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	mustRun(t, "direct", out, 1, few)
	for name, text := range content(t, out) {
		if strings.Contains(text, filepath.Dir(out)) {
			t.Errorf("%s names the folder it was written to", name)
		}
	}
}

func TestEveryColumnHasAMeaning(t *testing.T) {
	seen := 0
	for table, columns := range map[string][]column{dataTable: taskColumns, rejectsTable: rejectColumns} {
		for _, c := range columns {
			seen++
			if meaning(table, c.Name) == "" {
				t.Errorf("%s.%s has no line in meanings", table, c.Name)
			}
		}
	}
	if seen != len(meanings) {
		t.Errorf("meanings has %d lines for %d columns", len(meanings), seen)
	}
}

func TestTheTypeOfAColumn(t *testing.T) {
	want := map[string]string{
		"id": "string", "answer_index": "int32", "choices": "list<string>",
		"prompt": "list<struct<role: string, content: string>>",
		"proof":  "struct<gold_score: float64, attacks_passed: int32, attacks_total: int32, formats: list<string>>",
	}
	for _, c := range taskColumns {
		if w, ok := want[c.Name]; ok && c.String() != w {
			t.Errorf("%s is %s, want %s", c.Name, c, w)
		}
		delete(want, c.Name)
	}
	if len(want) > 0 {
		t.Errorf("no columns %v", want)
	}
}
