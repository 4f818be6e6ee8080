package tokens

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/uuid"

	"gander/internal/keyed"
)

// BenchmarkCount counts 1 MB of words and key pairs made here, and real questions with
// their passages where they are at hand; with the cache as it is left by a first count
// (warm) and as it is at first (cold).
func BenchmarkCount(b *testing.B) {
	texts := []struct{ name, text string }{{"mixed", mixed(1 << 20)}}
	if real, err := os.ReadFile(filepath.Join(corpora, "hotpotqa-train-100.jsonl")); err == nil {
		texts = append(texts, struct{ name, text string }{"questions", string(real)})
	}
	for _, name := range []string{"tiktoken:o200k_base", "tiktoken:cl100k_base", "hf:testdata/qwen2.json", "hf:testdata/llama2.json"} {
		for _, t := range texts {
			c := open(b, name)
			b.Run(name+"/"+t.name+"/warm", func(b *testing.B) {
				c.Count(t.text)
				b.SetBytes(int64(len(t.text)))
				b.ReportAllocs()
				for b.Loop() {
					c.Count(t.text)
				}
			})
			b.Run(name+"/"+t.name+"/cold", func(b *testing.B) {
				b.SetBytes(int64(len(t.text)))
				for b.Loop() {
					open(b, name).Count(t.text)
				}
			})
		}
	}
}

// BenchmarkOpen makes the vocabulary anew each time, as the first Open of a process does.
func BenchmarkOpen(b *testing.B) {
	b.Run("o200k_base", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			makeO200k()
		}
	})
	b.Run("cl100k_base", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			makeCl100k()
		}
	})
}

// BenchmarkLongRun counts a megabyte that no pattern cuts.
func BenchmarkLongRun(b *testing.B) {
	c := open(b, "tiktoken:o200k_base")
	text := strings.Repeat("a", 1<<20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		c.Count(text)
	}
}

// mixed makes text as KeyChain tasks have it: words with a sprinkle of key pairs.
func mixed(size int) string {
	words := strings.Fields(`the of and in a was by river bridge Committee opened 1937 town,
		celebrated extraordinary (1902), cities; director's "Northern Railway" born company's
		U.S. Élan naïve co-operation 3.14 parliament under where mountain Kowalski described
		subsequently.`)
	r := keyed.Stream(1, "bench", "mixed")
	var text strings.Builder
	for text.Len() < size {
		for range 60 {
			text.WriteString(words[r.IntN(len(words))])
			text.WriteByte(' ')
		}
		var from, to uuid.UUID
		for i := range from {
			from[i], to[i] = byte(r.Uint32()), byte(r.Uint32())
		}
		fmt.Fprintf(&text, "{%q: %q}.\n", from, to)
	}
	return text.String()
}
