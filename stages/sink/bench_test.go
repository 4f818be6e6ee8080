package sink

import (
	"path/filepath"
	"testing"

	"gander/internal/runs"
	"gander/schemas"
)

// BenchmarkParquet writes 2,000 tasks of 18 kB to one file, the way a part does.
func BenchmarkParquet(b *testing.B) {
	tasks, sizes, total := encoded(b, 2000, 18<<10)
	for level := 1; level <= 3; level++ {
		b.Run(map[int]string{1: "fastest", 2: "default", 3: "better"}[level], func(b *testing.B) {
			cfg := Default()
			cfg.CompressionLevel = level
			b.SetBytes(total)
			for b.Loop() {
				t, err := createTable[schemas.Task](filepath.Join(b.TempDir(), "file"), cfg)
				if err != nil {
					b.Fatal(err)
				}
				for i := range tasks {
					if err := t.add(tasks[i], sizes[i]); err != nil {
						b.Fatal(err)
					}
				}
				size, _, err := t.close()
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(total)/float64(size), "ratio")
			}
		})
	}
}

// BenchmarkSink sends 5,000 tasks of 18 kB through the whole stage.
func BenchmarkSink(b *testing.B) {
	_, _, total := encoded(b, 5000, 18<<10)
	b.SetBytes(total)
	for b.Loop() {
		mustRun(b, "direct", filepath.Join(b.TempDir(), "out"), 16, rows{Tasks: 5000, Size: 18 << 10})
	}
}

// BenchmarkEncode makes the canonical bytes of a task of 18 kB.
func BenchmarkEncode(b *testing.B) {
	t := task(1, 18<<10)
	b.SetBytes(18 << 10)
	for b.Loop() {
		if _, err := runs.Encode(&t); err != nil {
			b.Fatal(err)
		}
	}
}

func encoded(b *testing.B, n, size int) (tasks []schemas.Task, sizes []int, total int64) {
	b.Helper()
	for i := range n {
		t := task(i, size)
		content, err := runs.Encode(&t)
		if err != nil {
			b.Fatal(err)
		}
		tasks = append(tasks, t)
		sizes = append(sizes, len(content))
		total += int64(len(content))
	}
	return tasks, sizes, total
}
