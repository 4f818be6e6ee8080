package server

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gander/verifiers/server/wire"
)

// TestTextIsThatOfTheStandardLibrary, for strings in quotes and for any bytes.
func TestTextIsThatOfTheStandardLibrary(t *testing.T) {
	written := rapid.Custom(func(t *rapid.T) string {
		text, err := json.Marshal(rapid.String().Draw(t, "text"))
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	})
	pieces := rapid.Custom(func(t *rapid.T) string {
		piece := rapid.SampledFrom([]string{`\n`, `\"`, `\\`, `\u00e9`, `\ud83d`, `\ude00`, `\uD83D\uDE00`, `\x`, `\u12`, `\u+123`, `\`, `"`, "é", "\xff", "\n", "a", " "})
		return `"` + strings.Join(rapid.SliceOf(piece).Draw(t, "pieces"), "") + `"`
	})
	rapid.Check(t, func(t *rapid.T) {
		sameText(t, rapid.OneOf(written, pieces, rapid.String()).Draw(t, "raw"))
	})
}

func sameText(t rapid.TB, raw string) {
	t.Helper()
	var want string
	err := json.Unmarshal([]byte(raw), &want)
	isText := err == nil && strings.HasPrefix(raw, `"`) && strings.HasSuffix(raw, `"`)
	if got, ok := text([]byte(raw)); ok != isText || ok && got != want {
		t.Errorf("%q is read as %q, %v; encoding/json says %q, %v", raw, got, ok, want, err)
	}
}

// FuzzCut holds the cutting of a request against encoding/json: what that reads as a
// batch of items is cut into the same items, and texts are the same.
func FuzzCut(f *testing.F) {
	for _, body := range []string{rome, batchOf(3), `{"items":[{"id":"\u00e9\ud83d\ude00","args":{"a":["]}",{"b":"\\\""}]},"reply":null}, {} ]} `, `{"items" : [ ] }`, `{"a":1,}`, `{"a":[1,2`, `[`} {
		f.Add(body)
	}
	f.Add(`{"items":[],"items":null}`)
	f.Fuzz(func(t *testing.T, body string) {
		sameText(t, body)
		var items []byte
		problem := fields([]byte(body), true, map[string]*[]byte{"items": &items})
		var want map[string]json.RawMessage
		if json.Unmarshal([]byte(body), &want) != nil || want == nil {
			return // we look less closely at what nobody reads
		}
		if problem != nil && problem.Error() == "items: comes twice; send it once" {
			return // encoding/json takes the last
		}
		if problem != nil {
			t.Fatalf("%q is an object and is refused: %v", body, problem)
		}
		if string(want["items"]) == "null" {
			delete(want, "items")
		}
		if string(items) != string(want["items"]) {
			t.Fatalf("items are %q, want %q", items, want["items"])
		}
		var elements []json.RawMessage
		if items == nil || json.Unmarshal(items, &elements) != nil {
			return
		}
		got, problem := array(items)
		if problem != nil || len(got) != len(elements) || len(got) > 0 && !reflect.DeepEqual(got, elements) {
			t.Fatalf("%q is cut into %q, %v; want %q", items, got, problem, elements)
		}
	})
}

// TestItemsReadBack: what a client writes is what the server reads.
func TestItemsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := wire.Item{ID: rapid.String().Draw(t, "id"), Verifier: rapid.String().Draw(t, "verifier"),
			Args: json.RawMessage(`{}`), Reply: rapid.String().Draw(t, "reply")}
		written, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got item
		if problem := fields(written, false, got.named()); problem != nil {
			t.Fatal(problem)
		}
		id, q, problem := got.read()
		if problem != nil || id != want.ID || q != (question{want.Verifier, "{}", want.Reply}) {
			t.Errorf("%s is read as %q, %+v, %v", written, id, q, problem)
		}
	})
}
