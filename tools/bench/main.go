// Command bench runs the keychain recipe end to end, world to Parquet, at several sizes
// and prints what each run cost. Every run is a process of its own.
//
//	go run ./tools/bench                         # the table of docs/performance.md
//	go run ./tools/bench -runner prism
//	go run ./tools/bench -only 4k -tasks 100000  # one row, with another number of tasks
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"syscall"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"gander/cli"
	"gander/runners"
	"gander/schemas"
	"gander/stages/sink"
)

// A load is one row of the table.
type load struct {
	name             string
	budget, tasks    int
	pages, questions int // of the world; more questions than tasks fill the contexts
}

var loads = []load{
	{"4k", 4 << 10, 2000, 2000, 2000},
	{"16k", 16 << 10, 1000, 2000, 1000},
	{"64k", 64 << 10, 250, 2000, 1024},
	{"256k", 256 << 10, 64, 4000, 4096},
}

// child is the environment variable that makes this process one run.
const child = "GANDER_BENCH_CHILD"

func main() {
	if os.Getenv(child) != "" {
		os.Exit(runOnce(os.Args[1:]))
	}
	only := flag.String("only", "", "run this row alone: 4k, 16k, 64k or 256k")
	tasks := flag.Int("tasks", 0, "make this many tasks instead")
	runner := flag.String("runner", runners.Default, "direct or prism")
	flag.Parse()
	fmt.Printf("%-6s %8s %8s %9s %12s %8s %9s %10s %12s\n",
		"budget", "tasks", "seconds", "tasks/s", "tasks/cpu-s", "MB/s", "RSS MiB", "KiB/task", "allocs/task")
	for _, l := range loads {
		if *only != "" && *only != l.name {
			continue
		}
		if *tasks > 0 {
			l.tasks, l.questions = *tasks, max(*tasks, l.questions)
			l.pages = max(l.pages, l.questions)
		}
		if err := measure(l, *runner); err != nil {
			fmt.Fprintf(os.Stderr, "bench: %s: %v\n", l.name, err)
			os.Exit(1)
		}
	}
}

// memory is what a run says of itself.
type memory struct{ Allocs, Bytes uint64 }

func measure(l load, runner string) error {
	dir, err := os.MkdirTemp("", "gander-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(dir, "out")
	set := func(name string, value int) []string { return []string{"--set", name + "=" + strconv.Itoa(value)} }
	args := []string{"run", "keychain", "--quiet", "--out", out, "--runner", runner, "--limit", strconv.Itoa(l.tasks)}
	args = append(args, set("budget", l.budget)...)
	args = append(args, set("world.pages", l.pages)...)
	args = append(args, set("world.questions", l.questions)...)

	command := exec.Command(os.Args[0], args...)
	command.Env = append(os.Environ(), child+"=1")
	var stderr bytes.Buffer
	command.Stderr = &stderr
	began := time.Now()
	said, err := command.Output()
	wall := time.Since(began)
	if err != nil {
		return fmt.Errorf("%w\n%s", err, stderr.Bytes())
	}
	var m memory
	if err := json.Unmarshal(said, &m); err != nil {
		return err
	}
	rows, text := 0, 0
	err = sink.ReadTasks(out, func(t schemas.Task) error {
		rows++
		text += len(t.Prompt[0].Content)
		return nil
	})
	if err != nil {
		return err
	}
	usage := command.ProcessState.SysUsage().(*syscall.Rusage)
	cpu := command.ProcessState.UserTime() + command.ProcessState.SystemTime()
	n := float64(rows)
	fmt.Printf("%-6s %8d %8.1f %9.0f %12.0f %8.1f %9d %10.0f %12.0f\n",
		l.name, rows, wall.Seconds(), n/wall.Seconds(), n/cpu.Seconds(), float64(text)/1e6/wall.Seconds(),
		usage.Maxrss/1024, float64(m.Bytes)/1024/n, float64(m.Allocs)/n)
	return nil
}

// runOnce is the command line with its figures on standard output instead of its result.
func runOnce(args []string) int {
	beam.Init()
	runners.Log(nil)
	code := cli.Run(context.Background(), args, io.Discard, os.Stderr)
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	if err := json.NewEncoder(os.Stdout).Encode(memory{stats.Mallocs, stats.TotalAlloc}); err != nil {
		return 1
	}
	return code
}
