package pairs

import (
	"testing"

	"gander/verifiers"
)

// BenchmarkPairs is a check of each rule on its own example: arguments compiled, the
// answer extracted and compared.
func BenchmarkPairs(b *testing.B) {
	for _, v := range verifiers.All {
		c, err := v.Compile(v.Example)
		if err != nil {
			b.Fatal(err)
		}
		reply, err := c.Reply(v.Formats[0], c.Golds()[0])
		if err != nil {
			b.Fatal(err)
		}
		b.Run(v.Name, func(b *testing.B) {
			task := Task{Rule: v.Name, Args: v.Example, Reply: reply}
			for b.Loop() {
				if v, err := task.Judge(); err != nil || v.Score != 1 {
					b.Fatal("the gold does not score 1")
				}
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "checks/s")
		})
	}
}

// BenchmarkConformance is a row of the labelled pairs, read and judged.
func BenchmarkConformance(b *testing.B) {
	all := rows(b, "conformance/verifier-dev.jsonl")
	for i := 0; b.Loop(); i++ {
		judge(b, all[i%len(all)].line)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "checks/s")
}
