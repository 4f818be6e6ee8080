package tokens

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestOpenRefusesNames(t *testing.T) {
	for _, name := range []string{"", "o200k_base", "tiktoken:", "tiktoken:p50k_base", "hf:", "HF:x.json"} {
		_, err := Open(name)
		want := `no tokenizer is called "` + name + `"; use "tiktoken:o200k_base", "tiktoken:cl100k_base" or "hf:PATH/tokenizer.json"`
		if err == nil || err.Error() != want {
			t.Errorf("opening %q: %v, want %s", name, err, want)
		}
	}
}

// Whatever could make a count wrong is refused. Each case is one change to a file that
// is read exactly.
func TestOpenRefusesFiles(t *testing.T) {
	for _, c := range []struct {
		name   string
		base   string
		change func(file object)
		want   string
	}{
		{"another model", "gpt2", func(f object) { f.in("model")["type"] = "WordPiece" },
			`model type is "WordPiece"; only BPE can be counted exactly`},
		{"no model", "gpt2", func(f object) { delete(f, "model") },
			`not a tokenizer.json: it has no model`},
		{"a field that is new", "gpt2", func(f object) { f.in("model")["byte_mode"] = true },
			`reading it as a tokenizer.json: json: unknown field "byte_mode"`},
		{"random merges", "gpt2", func(f object) { f.in("model")["dropout"] = 0.1 },
			`model has dropout 0.1: its counts are random`},
		{"prefixed parts", "gpt2", func(f object) { f.in("model")["continuing_subword_prefix"] = "##" },
			`model has continuing_subword_prefix, which is not supported`},
		{"suffixed words", "gpt2", func(f object) { f.in("model")["end_of_word_suffix"] = "</w>" },
			`model has end_of_word_suffix, which is not supported`},
		{"a byte without token", "gpt2", func(f object) { delete(f.in("model").in("vocab"), "Ġ") },
			`vocabulary has no token for byte 0x20`},
		{"a fallback byte without token", "llama2", func(f object) { delete(f.in("model").in("vocab"), "<0x0A>") },
			`vocabulary has byte_fallback but no token <0x0A>`},
		{"a merge of unknown tokens", "gpt2", func(f object) { f.in("model")["merges"] = []any{"a never"} },
			`merge 0, "a" and "never", is not made of tokens of the vocabulary`},
		{"a merge of three", "gpt2", func(f object) { f.in("model")["merges"] = []any{[]any{"a", "b", "c"}} },
			`reading it as a tokenizer.json: merge ["a","b","c"] has 3 parts; it needs 2`},
		{"a merge of one", "gpt2", func(f object) { f.in("model")["merges"] = []any{"ab"} },
			`reading it as a tokenizer.json: merge "ab" has no two parts with one space between`},
		{"greedy added token", "llama3", func(f object) { f.first("added_tokens")["lstrip"] = true },
			`added token "<|eot_id|>" has single_word, lstrip or rstrip, which is not supported`},
		{"added token in changed text", "llama2", func(f object) { f.first("added_tokens")["normalized"] = true },
			`added token "<unk>" is changed by the normalizer, which is not supported`},
		{"another normalizer", "qwen2", func(f object) { f.in("normalizer")["type"] = "NFKC" },
			`normalizer NFKC is not supported for byte-level BPE; NFC or none is`},
		{"no pattern", "gpt2", func(f object) { f["pre_tokenizer"] = nil },
			`BPE without byte_fallback needs a ByteLevel pre_tokenizer; there is none`},
		{"another pre-tokenizer", "gpt2", func(f object) { f.in("pre_tokenizer")["type"] = "Whitespace" },
			`pre_tokenizer Whitespace is not supported; ByteLevel, or a Sequence of Split and ByteLevel, is`},
		{"a space in front", "gpt2", func(f object) { f.in("pre_tokenizer")["add_prefix_space"] = true },
			`ByteLevel with add_prefix_space is not supported`},
		{"bytes without a pattern", "gpt2", func(f object) { f.in("pre_tokenizer")["use_regex"] = false },
			`ByteLevel needs one pattern: its own by use_regex, or that of a Split before it`},
		{"an unknown pattern", "llama3", func(f object) { f.split()["pattern"] = object{"Regex": `\w+|\W`} },
			`split pattern "\\w+|\\W" is not one that gander knows (those of GPT-2, Llama 3, Qwen 2, o200k, Tekken)`},
		{"dropped separators", "llama3", func(f object) { f.split()["behavior"] = "Removed" },
			`pre-tokenizer Split with behavior Removed and invert false is not supported`},
		{"lower case", "llama2", func(f object) { f["normalizer"] = object{"type": "Lowercase"} },
			"normalizer Lowercase is not supported with byte_fallback; Replace of a space by ▁, after Prepend of it or without, is"},
		{"spaces replaced twice", "metaspace", func(f object) {
			f["normalizer"] = object{"type": "Replace", "pattern": object{"String": " "}, "content": "▁"}
		}, "BPE with byte_fallback needs each space to be replaced by ▁ once, in the normalizer or by Metaspace"},
		{"a new prepend scheme", "mistral", func(f object) { f.in("pre_tokenizer")["prepend_scheme"] = "second" },
			`pre-tokenizer Metaspace with prepend_scheme "second" is not supported`},
	} {
		t.Run(c.name, func(t *testing.T) {
			data, err := os.ReadFile("testdata/" + c.base + ".json")
			if err != nil {
				t.Fatal(err)
			}
			var file object
			if err := json.Unmarshal(data, &file); err != nil {
				t.Fatal(err)
			}
			c.change(file)
			if data, err = json.Marshal(file); err != nil {
				t.Fatal(err)
			}
			name := "hf:" + write(t, data)
			_, err = Open(name)
			if want := "tokenizer " + name + ": " + c.want; err == nil || err.Error() != want {
				t.Errorf("got  %v\nwant %s", err, want)
			}
		})
	}
}

func TestOpenReadsOtherForms(t *testing.T) {
	for _, c := range []struct {
		name, base string
		change     func(file object)
	}{
		{"merges on one line each", "llama3", func(f object) {
			merges := f.in("model")["merges"].([]any)
			for i, m := range merges {
				merges[i] = m.([]any)[0].(string) + " " + m.([]any)[1].(string)
			}
		}},
		{"pieces as what a split does not remove", "llama3", func(f object) {
			f.split()["behavior"], f.split()["invert"] = "Removed", true
		}},
		{"added tokens in normal text", "qwen2", func(f object) { f.first("added_tokens")["normalized"] = true }},
		{"Metaspace before prepend_scheme", "metaspace", func(f object) {
			delete(f.in("pre_tokenizer"), "prepend_scheme")
			delete(f.in("pre_tokenizer"), "split")
			f.in("pre_tokenizer")["add_prefix_space"] = true
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			data, err := os.ReadFile("testdata/" + c.base + ".json")
			if err != nil {
				t.Fatal(err)
			}
			var file object
			if err := json.Unmarshal(data, &file); err != nil {
				t.Fatal(err)
			}
			c.change(file)
			if data, err = json.Marshal(file); err != nil {
				t.Fatal(err)
			}
			same := open(t, "hf:testdata/"+c.base+".json")
			changed := open(t, "hf:"+write(t, data))
			for _, text := range append(awkward, "<|im_start|>The river's bridge<|im_end|> e\u0301") {
				if got, want := changed.Count(text), same.Count(text); got != want {
					t.Errorf("%q has %d tokens, want %d", text, got, want)
				}
			}
		})
	}
}

func FuzzOpen(f *testing.F) {
	for _, base := range []string{"gpt2", "mistral"} {
		data, err := os.ReadFile("testdata/" + base + ".json")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Add(`{"model":{"type":"BPE"},"added_tokens":null}`)
	f.Fuzz(func(t *testing.T, data string) {
		c, err := Open("hf:" + write(t, []byte(data)))
		if (c == nil) == (err == nil) {
			t.Fatalf("got counter %v and error %v", c, err)
		}
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Fatalf("error is not one line: %v", err)
			}
			return
		}
		if n := c.Count(""); n != 0 {
			t.Fatalf("the empty text has %d tokens", n)
		}
	})
}

func write(t testing.TB, data []byte) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "tokenizer.json")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// object is a JSON object that a test changes.
type object map[string]any

func (o object) in(key string) object    { return o[key].(map[string]any) }
func (o object) first(key string) object { return o[key].([]any)[0].(map[string]any) }
func (o object) split() object           { return o.in("pre_tokenizer").first("pretokenizers") }
