package tokens

import (
	"errors"
	"fmt"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// openFile makes a counter of the tokenizer.json at path. Two families of byte-pair
// encoding are read: over bytes (GPT-2, Llama 3, Qwen, …) and over characters with
// bytes for the rare ones (Llama 2, Mistral, Gemma, …). Whatever else a file asks for
// is refused, never passed over.
func openFile(name, path string) (Counter, error) {
	file, err := readFile(path)
	if err != nil {
		return nil, err
	}
	f := &fromFile{name: name}
	if f.raw, f.normal, err = file.added(); err != nil {
		return nil, err
	}
	for _, token := range file.AddedTokens {
		f.lines = f.lines || strings.ContainsAny(token.Content, "\r\n")
	}
	if err := file.Model.check(); err != nil {
		return nil, err
	}
	var p pattern
	var v *vocabulary
	if file.Model.ByteFallback {
		if f.spaces, p, err = file.marked(); err == nil {
			v, err = file.Model.overCharacters()
		}
	} else {
		if f.nfc, p, err = file.byteLevel(); err == nil {
			v, err = file.Model.overBytes()
		}
	}
	if err != nil {
		return nil, err
	}
	f.pieces = newPieces(p, v.count)
	return f, nil
}

// added gives the added tokens that are found in raw and in normalized text.
func (file *tokenizerFile) added() (raw, normal *added, err error) {
	var inRaw, inNormal []string
	for _, token := range file.AddedTokens {
		switch {
		case token.Content == "":
		case token.SingleWord || token.LStrip || token.RStrip:
			return nil, nil, fmt.Errorf("added token %q has single_word, lstrip or rstrip, which is not supported", token.Content)
		case !token.Normalized:
			inRaw = append(inRaw, token.Content)
		case file.Normalizer == nil || file.Normalizer.Type == "NFC" && norm.NFC.IsNormalString(token.Content):
			inNormal = append(inNormal, token.Content)
		default:
			return nil, nil, fmt.Errorf("added token %q is changed by the normalizer, which is not supported", token.Content)
		}
	}
	return newAdded(inRaw), newAdded(inNormal), nil
}

// byteLevel reads the normalizer and the pre-tokenizer of a vocabulary over bytes.
func (file *tokenizerFile) byteLevel() (nfc bool, p pattern, err error) {
	if n := file.Normalizer; n != nil && n.Type != "NFC" {
		return false, nil, fmt.Errorf("normalizer %s is not supported for byte-level BPE; NFC or none is", n.Type)
	}
	nfc = file.Normalizer != nil
	pre := file.PreTokenizer
	switch {
	case pre == nil:
		return false, nil, errors.New("BPE without byte_fallback needs a ByteLevel pre_tokenizer; there is none")
	case pre.Type == "ByteLevel":
		p, err = pre.byteLevel(gpt2{})
	case pre.Type == "Sequence" && len(pre.PreTokenizers) == 2 &&
		pre.PreTokenizers[0].Type == "Split" && pre.PreTokenizers[1].Type == "ByteLevel":
		if p, err = pre.PreTokenizers[0].split(); err == nil {
			p, err = pre.PreTokenizers[1].byteLevel(p)
		}
	default:
		err = fmt.Errorf("pre_tokenizer %s is not supported; ByteLevel, or a Sequence of Split and ByteLevel, is", pre.Type)
	}
	return nfc, p, err
}

// byteLevel checks a ByteLevel pre-tokenizer that is to have the given pattern.
func (c *component) byteLevel(p pattern) (pattern, error) {
	usesOwn := c.UseRegex == nil || *c.UseRegex
	switch {
	case c.AddPrefixSpace == nil || *c.AddPrefixSpace:
		return nil, errors.New("ByteLevel with add_prefix_space is not supported")
	case usesOwn != (p == pattern(gpt2{})):
		return nil, errors.New("ByteLevel needs one pattern: its own by use_regex, or that of a Split before it")
	}
	return p, nil
}

// split gives the pattern of a Split pre-tokenizer.
func (c *component) split() (pattern, error) {
	isolated := c.Behavior == "Isolated" && !c.Invert || c.Behavior == "Removed" && c.Invert
	if !isolated {
		return nil, fmt.Errorf("pre-tokenizer Split with behavior %s and invert %t is not supported", c.Behavior, c.Invert)
	}
	p, ok := known[c.Pattern.Expression]
	if !ok {
		return nil, fmt.Errorf("split pattern %q is not one that gander knows (those of GPT-2, Llama 3, Qwen 2, o200k, Tekken)", c.Pattern.Expression)
	}
	return p, nil
}

// marked reads the normalizer and the pre-tokenizer of a vocabulary with markers.
func (file *tokenizerFile) marked() (spaces, pattern, error) {
	mode, ok := file.Normalizer.marks()
	if !ok {
		return 0, nil, fmt.Errorf("normalizer %s is not supported with byte_fallback; Replace of a space by %s, after Prepend of it or without, is", file.Normalizer.Type, marker)
	}
	pre := file.PreTokenizer
	switch {
	case mode != keepSpaces && (pre == nil || pre.Type == "Split" && pre.Pattern.Text == " "):
		// No space is left to split at.
		return mode, file.Model.boundaries(), nil
	case mode == keepSpaces && pre != nil && pre.Type == "Metaspace" && pre.Replacement == marker:
		if mode, ok = pre.scheme(); !ok {
			return 0, nil, fmt.Errorf("pre-tokenizer Metaspace with prepend_scheme %q is not supported", pre.PrependScheme)
		}
		if pre.Split == nil || *pre.Split {
			return mode, words{single: true}, nil
		}
		return mode, file.Model.boundaries(), nil
	}
	return 0, nil, fmt.Errorf("BPE with byte_fallback needs each space to be replaced by %s once, in the normalizer or by Metaspace", marker)
}

// marks says what a normalizer does to spaces, when it does nothing else.
func (c *component) marks() (mode spaces, ok bool) {
	switch {
	case c == nil:
		return keepSpaces, true
	case c.Type == "Replace":
		return markSpaces, c.Pattern.Text == " " && c.Content == marker
	case c.Type == "Sequence" && len(c.Normalizers) == 2:
		first, second := &c.Normalizers[0], &c.Normalizers[1]
		_, replaces := second.marks()
		return prependAlways, first.Type == "Prepend" && first.Prepend == marker &&
			second.Type == "Replace" && replaces
	}
	return keepSpaces, false
}

// scheme reads where a Metaspace pre-tokenizer puts a marker in front; files from
// before prepend_scheme have add_prefix_space.
func (c *component) scheme() (mode spaces, ok bool) {
	switch c.PrependScheme {
	case "":
		if c.AddPrefixSpace != nil && !*c.AddPrefixSpace {
			return markSpaces, true
		}
		return prependMissing, true
	case "always":
		return prependMissing, true
	case "first":
		return prependFirst, true
	case "never":
		return markSpaces, true
	}
	return keepSpaces, false
}

// boundaries gives the finest pattern that no merge of the model reaches across.
func (m *model) boundaries() pattern {
	for _, merge := range m.Merges {
		if crossesWords(merge[0] + merge[1]) {
			return uncut{}
		}
	}
	return words{}
}
