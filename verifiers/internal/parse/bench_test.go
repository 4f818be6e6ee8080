package parse

import (
	"strings"
	"testing"

	"gander/verifiers/internal/budget"
)

// BenchmarkParse reads answers of the usual kinds, one an operation.
func BenchmarkParse(b *testing.B) {
	for name, text := range map[string]string{
		"integer":  "-42",
		"fraction": `\frac{3\sqrt{13}}{4}`,
		"interval": `\left[-1, -\frac{1}{2}\right) \cup (0, \infty)`,
		"words":    "Petya will receive the last token.",
		"poly":     "x^3 - 3x^2 + 4x - 1 = 0",
		"longest":  strings.Repeat("1,", MaxBytes/2-1) + "1",
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, _ = Parse(text, budget.New(budget.PerCheck))
			}
		})
	}
}
