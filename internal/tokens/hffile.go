package tokens

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// The parts of a tokenizer.json that decide on a count. A field that is not named here
// makes the file unreadable, so that nothing new in the format is passed over.
type (
	tokenizerFile struct {
		AddedTokens  []addedToken `json:"added_tokens"`
		Normalizer   *component   `json:"normalizer"`
		PreTokenizer *component   `json:"pre_tokenizer"`
		Model        model        `json:"model"`

		// These do not change the count of a text alone.
		Version       json.RawMessage `json:"version"`
		Truncation    json.RawMessage `json:"truncation"`
		Padding       json.RawMessage `json:"padding"`
		PostProcessor json.RawMessage `json:"post_processor"`
		Decoder       json.RawMessage `json:"decoder"`
	}

	addedToken struct {
		ID         int    `json:"id"`
		Content    string `json:"content"`
		SingleWord bool   `json:"single_word"`
		LStrip     bool   `json:"lstrip"`
		RStrip     bool   `json:"rstrip"`
		Normalized bool   `json:"normalized"`
		Special    bool   `json:"special"`
	}

	// component is any normalizer or pre-tokenizer; its type says which fields count.
	component struct {
		Type           string      `json:"type"`
		Normalizers    []component `json:"normalizers"`
		PreTokenizers  []component `json:"pretokenizers"`
		Pattern        matcher     `json:"pattern"`
		Behavior       string      `json:"behavior"`
		Invert         bool        `json:"invert"`
		AddPrefixSpace *bool       `json:"add_prefix_space"`
		TrimOffsets    bool        `json:"trim_offsets"`
		UseRegex       *bool       `json:"use_regex"`
		Content        string      `json:"content"`
		Prepend        string      `json:"prepend"`
		Replacement    string      `json:"replacement"`
		PrependScheme  string      `json:"prepend_scheme"`
		Split          *bool       `json:"split"`
	}

	matcher struct {
		Text       string `json:"String"`
		Expression string `json:"Regex"`
	}

	model struct {
		Type         string           `json:"type"`
		Dropout      *float64         `json:"dropout"`
		UnkToken     *string          `json:"unk_token"`
		Prefix       *string          `json:"continuing_subword_prefix"`
		Suffix       *string          `json:"end_of_word_suffix"`
		FuseUnk      bool             `json:"fuse_unk"`
		ByteFallback bool             `json:"byte_fallback"`
		IgnoreMerges bool             `json:"ignore_merges"`
		Vocab        map[string]int32 `json:"vocab"`
		Merges       []mergePair      `json:"merges"`
	}

	// mergePair is written "left right" in older files and ["left", "right"] in newer.
	mergePair [2]string
)

func (m *mergePair) UnmarshalJSON(data []byte) error {
	if data[0] == '[' {
		var parts []string
		if err := json.Unmarshal(data, &parts); err != nil {
			return err
		}
		if len(parts) != 2 {
			return fmt.Errorf("merge %s has %d parts; it needs 2", data, len(parts))
		}
		*m = mergePair(parts)
		return nil
	}
	var line string
	if err := json.Unmarshal(data, &line); err != nil {
		return err
	}
	left, right, ok := strings.Cut(line, " ")
	if !ok || strings.Contains(right, " ") {
		return fmt.Errorf("merge %q has no two parts with one space between", line)
	}
	*m = mergePair{left, right}
	return nil
}

// readFile reads the tokenizer.json at path. A file of another model type than BPE is
// refused here, before its fields are found to be strange.
func readFile(path string) (*tokenizerFile, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var kind struct {
		Model *struct {
			Type string `json:"type"`
		} `json:"model"`
	}
	if err := json.Unmarshal(data, &kind); err != nil {
		return nil, fmt.Errorf("not a tokenizer.json: %w", err)
	}
	switch {
	case kind.Model == nil:
		return nil, fmt.Errorf("not a tokenizer.json: it has no model")
	case kind.Model.Type != "BPE":
		return nil, fmt.Errorf("model type is %q; only BPE can be counted exactly", kind.Model.Type)
	}
	file := new(tokenizerFile)
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(file); err != nil {
		return nil, fmt.Errorf("reading it as a tokenizer.json: %w", err)
	}
	return file, nil
}
