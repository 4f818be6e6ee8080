package tokens

import (
	"errors"
	"fmt"
	"unicode/utf8"
)

// check refuses the options of a BPE model that would change how it merges.
func (m *model) check() error {
	switch {
	case m.Dropout != nil && *m.Dropout != 0:
		return fmt.Errorf("model has dropout %g: its counts are random", *m.Dropout)
	case m.Prefix != nil && *m.Prefix != "":
		return errors.New("model has continuing_subword_prefix, which is not supported")
	case m.Suffix != nil && *m.Suffix != "":
		return errors.New("model has end_of_word_suffix, which is not supported")
	}
	return nil
}

// overBytes makes the vocabulary of a model whose characters stand for bytes.
func (m *model) overBytes() (*vocabulary, error) {
	v := new(vocabulary)
	for b := range 256 {
		token, ok := m.Vocab[string(byteLetters[b])]
		if !ok {
			return nil, fmt.Errorf("vocabulary has no token for byte 0x%02X", b)
		}
		v.bytes[b] = token
	}
	if m.IgnoreMerges {
		v.whole = make(map[string]int32, len(m.Vocab))
		for token, id := range m.Vocab {
			if plain, ok := lettersToBytes(token); ok {
				v.whole[plain] = id
			}
		}
	}
	return v, m.addMerges(v)
}

// overCharacters makes the vocabulary of a model that writes characters, and the bytes
// of those that it does not have as tokens such as <0x0A>.
func (m *model) overCharacters() (*vocabulary, error) {
	v := &vocabulary{runes: map[rune]int32{}}
	for b := range 256 {
		token, ok := m.Vocab[fmt.Sprintf("<0x%02X>", b)]
		if !ok {
			return nil, fmt.Errorf("vocabulary has byte_fallback but no token <0x%02X>", b)
		}
		v.bytes[b] = token
	}
	for token, id := range m.Vocab {
		if r, width := utf8.DecodeRuneInString(token); width > 0 && width == len(token) {
			v.runes[r] = id
		}
	}
	if m.IgnoreMerges {
		v.whole = m.Vocab
	}
	return v, m.addMerges(v)
}

func (m *model) addMerges(v *vocabulary) error {
	v.merges = make(map[pair]merged, len(m.Merges))
	for rank, merge := range m.Merges {
		left, hasLeft := m.Vocab[merge[0]]
		right, hasRight := m.Vocab[merge[1]]
		both, hasBoth := m.Vocab[merge[0]+merge[1]]
		if !hasLeft || !hasRight || !hasBoth {
			return fmt.Errorf("merge %d, %q and %q, is not made of tokens of the vocabulary", rank, merge[0], merge[1])
		}
		v.merges[pair{left, right}] = merged{both, int32(rank)}
	}
	return nil
}

// byteLetters are the characters that byte-level vocabularies write bytes with: itself
// for a byte that is a visible Latin-1 character, and the characters from U+0100 on for
// the others in order.
var byteLetters, letterBytes = func() (letters [256]rune, bytes map[rune]byte) {
	bytes = make(map[rune]byte, 256)
	hidden := rune(0x100)
	for b := range 256 {
		letters[b] = rune(b)
		if b <= ' ' || 0x7f <= b && b <= 0xa0 || b == 0xad {
			letters[b] = hidden
			hidden++
		}
		bytes[letters[b]] = byte(b)
	}
	return letters, bytes
}()

// lettersToBytes gives the bytes that a token of a byte-level vocabulary stands for; ok
// is false for one that is not written in byteLetters, which no text can give.
func lettersToBytes(token string) (plain string, ok bool) {
	found := make([]byte, 0, len(token))
	for _, r := range token {
		b, ok := letterBytes[r]
		if !ok {
			return "", false
		}
		found = append(found, b)
	}
	return string(found), true
}
