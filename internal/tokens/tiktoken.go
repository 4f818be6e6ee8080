package tokens

import (
	"sync"

	"github.com/tiktoken-go/tokenizer/codec"
)

// tiktoken counts with an embedded vocabulary.
type tiktoken struct {
	name   string
	pieces pieces
}

// openTiktoken gives the counter of an embedded vocabulary, or nil when there is no
// such vocabulary.
func openTiktoken(name, vocabulary string) Counter {
	switch vocabulary {
	case "o200k_base":
		return &tiktoken{name, newPieces(o200k{contractions: true, digits: 3}, o200kBase().count)}
	case "cl100k_base":
		return &tiktoken{name, newPieces(cl100k{digits: 3}, cl100kBase().count)}
	}
	return nil
}

func (t *tiktoken) Name() string { return t.name }

// AddsUp holds: line ends are taken to the last by the piece before, and no piece goes
// on with a letter behind one.
func (t *tiktoken) AddsUp() bool { return true }

func (t *tiktoken) Count(text string) int { return t.pieces.count(clean(text)) }

// The vocabularies come from a library that embeds them, and are made once per process.
// The encoder of the library is not used: it gives no token to U+007F and cuts white
// space with two line ends in it in the wrong place.
var (
	o200kBase  = sync.OnceValue(makeO200k)
	cl100kBase = sync.OnceValue(makeCl100k)
)

func makeO200k() *vocabulary  { return ranked(codec.NewO200kBase()) }
func makeCl100k() *vocabulary { return ranked(codec.NewCl100kBase()) }

// ranked makes a vocabulary of tokens whose number is their rank: two neighbors merge
// when the bytes of both are a token, whichever way that token is cut in two.
func ranked(c *codec.Codec) *vocabulary {
	v := &vocabulary{merges: map[pair]merged{}, whole: map[string]int32{}}
	var tokens []string
	for {
		token, err := c.Decode([]uint{uint(len(tokens))})
		if err != nil {
			break // past the last token
		}
		v.whole[token] = int32(len(tokens))
		tokens = append(tokens, token)
	}
	for rank, token := range tokens {
		if len(token) == 1 {
			v.bytes[token[0]] = int32(rank)
		}
		for cut := 1; cut < len(token); cut++ {
			left, ok := v.whole[token[:cut]]
			if !ok {
				continue
			}
			if right, ok := v.whole[token[cut:]]; ok {
				v.merges[pair{left, right}] = merged{int32(rank), int32(rank)}
			}
		}
	}
	return v
}
