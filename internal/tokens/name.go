package tokens

import (
	"fmt"
	"slices"
	"strings"
)

// encodings are the embedded vocabularies.
var encodings = []string{"o200k_base", "cl100k_base"}

// CheckName says whether name has the form of a tokenizer's name; it opens nothing.
func CheckName(name string) error {
	kind, rest, _ := strings.Cut(name, ":")
	if kind == "tiktoken" && slices.Contains(encodings, rest) || kind == "hf" && rest != "" {
		return nil
	}
	return fmt.Errorf("no tokenizer is called %q; use %s", name, forms)
}
