package keychain

import (
	"fmt"
	"testing"
)

// BenchmarkBuild is one task with all its gates, at budgets from 4k to 256k tokens; the
// cost must be linear in the budget. MB/s is text of prompts.
func BenchmarkBuild(b *testing.B) {
	for _, budget := range []int{4 << 10, 16 << 10, 64 << 10, 256 << 10} {
		b.Run(fmt.Sprintf("%dk", budget>>10), func(b *testing.B) {
			c := Hardened()
			c.Budget = budget
			bench := newBench(b, c, 600)
			b.ReportAllocs()
			b.ResetTimer()
			var bytes, tokens int64
			for i := range b.N {
				tasks, _ := bench.Build(bench.pool, i%bench.pool.Len())
				for _, t := range tasks {
					bytes += int64(len(t.Prompt[0].Content))
					tokens += int64(t.NPromptTokens)
				}
			}
			b.SetBytes(bytes / int64(b.N))
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(tokens), "ns/token")
		})
	}
}

// BenchmarkPool makes 256 questions ready.
func BenchmarkPool(b *testing.B) {
	c := Hardened()
	questions := worldQuestions(b, 2000, 256)
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		NewPool(c, o200k(), questions)
	}
}
