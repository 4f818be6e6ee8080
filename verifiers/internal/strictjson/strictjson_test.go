package strictjson

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"gander/verifiers/internal/fuzzing"
)

// sample has a field of every kind that is read.
type sample struct {
	Golds  []string          `json:"golds"`
	Count  int               `json:"count"`
	Share  float64           `json:"share"`
	Loose  bool              `json:"loose"`
	Any    json.RawMessage   `json:"any"`
	Rules  map[string]string `json:"rules"`
	Policy *struct {
		Places int `json:"places"`
	} `json:"policy"`
}

func TestDecode(t *testing.T) {
	for text, want := range map[string]string{
		`{"golds":["a"],"count":1,"share":1e-3,"loose":true,"any":{"x":1,"x":2},"rules":{"A":"b"},"policy":{"places":2}}`: "",
		`{"golds":null,"policy":null}`: "",
		``:                             "its end is missing",
		`{"golds":["a"]`:               "its end is missing",
		`{"golds":[a]}`:                "byte 11 is out of place",
		`{} {}`:                        "something follows it; give one object",
		`[1]`:                          "it is a list",
		`"a"`:                          "it is a text",
		`null`:                         "it is null",
		`{"golds":"a"}`:                "golds: give a list of texts, not a text",
		`{"golds":["a",7]}`:            "golds[1]: give a text, not a number",
		`{"golds":[["a"]]}`:            "golds[0]: give a text, not a list",
		`{"count":1.5}`:                "count: give a whole number, not 1.5",
		`{"count":1e99999}`:            "count: give a whole number, not 1e99999",
		`{"share":1e99999}`:            "share: give a number, not 1e99999",
		`{"share":{}}`:                 "share: give a number, not an object",
		`{"loose":"true"}`:             "loose: give true or false, not a text",
		`{"policy":[]}`:                "policy: give an object, not a list",
		`{"policy":{"places":"2"}}`:    "policy.places: give a whole number, not a text",
		`{"policy":{"place":2}}`:       `no field is called "policy.place"; did you mean "places"?`,
		`{"GOLDS":["a"]}`:              `no field is called "GOLDS"; did you mean "golds"?`,
		`{"zebra":1}`:                  `no field is called "zebra"; give one of golds, count, share, loose, any, rules, policy`,
		`{"golds":[],"golds":[]}`:      "golds is given twice; leave one out",
		`{"rules":{"a":"","a":""}}`:    "rules.a is given twice; leave one out",
	} {
		var v sample
		got := ""
		if err := Decode([]byte(text), &v); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// An open object may have other fields, twice too, but not its own in other case, and
// what is inside of it none that looks misspelt.
func TestDecodeOpen(t *testing.T) {
	for text, want := range map[string]string{
		`{"zebra":1,"zebra":[{}],"count":1}`: "",
		`{"Count":1}`:                        `no field is called "Count"; did you mean "count"?`,
		`{"count":1,"count":1}`:              "count is given twice; leave one out",
		`{"policy":{"zebra":1}}`:             "",
		`{"policy":{"plcaes":1}}`:            `no field is called "policy.plcaes"; did you mean "places"?`,
	} {
		var v sample
		got := ""
		if err := DecodeOpen([]byte(text), &v); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// What is read is what encoding/json reads, and no message is in the words of Go.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"golds":["a"],"count":1,"policy":{"places":2}}`))
	f.Add([]byte(`{"golds":[[[`))
	f.Add([]byte(`{"zebra":1,"share":"x"}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		fuzzing.Within(t, func() {
			var got, want sample
			err := Decode(text, &got)
			var malformed *Malformed
			switch plain := json.Unmarshal(text, &want); {
			case err == nil && plain != nil:
				t.Errorf("%q is read; encoding/json refuses it: %v", text, plain)
			case err != nil && strings.Contains(err.Error(), "json:"):
				t.Errorf("%q: %v", text, err)
			case errors.As(err, &malformed) && plain == nil && len(text) > 0 && text[0] == '{':
				t.Errorf("%q is an object: %v", text, err)
			}
		})
	})
}
