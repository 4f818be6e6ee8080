package server

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gander/verifiers"
)

// tagged is a checker that can be told from others.
type tagged struct {
	verifiers.Checker
	tag string
}

// TestCacheKeepsWhatWasUsedLast: never more than there is room for, never another's
// checker, and of what it ever dropped nothing was used later than what it keeps.
func TestCacheKeepsWhatWasUsedLast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, err := newCache(rapid.IntRange(0, 4<<20).Draw(t, "room"))
		if err != nil {
			t.Fatal(err)
		}
		var used []string // the last one last
		for range rapid.IntRange(1, 200).Draw(t, "steps") {
			k := fmt.Sprintf("%0*d", rapid.SampledFrom([]int{3, 300, 3000}).Draw(t, "size"), rapid.IntRange(0, 30).Draw(t, "key"))
			switch found := c.get(k); {
			case found == nil:
				c.put(k, tagged{tag: k})
				if cost(k) > c.room/16 {
					continue // too large to be kept
				}
			case found.(tagged).tag != k:
				t.Fatalf("%q finds the checker of another", k)
			}
			used = append(used, k)
		}
		filled, seen := 0, map[string]bool{}
		for i := len(used) - 1; i >= 0 && c.room > 0; i-- {
			k := used[i]
			if seen[k] {
				continue
			}
			seen[k] = true
			if filled += cost(k); filled <= c.room && c.get(k) == nil {
				t.Fatalf("%q of the last %d bytes used was dropped; there is room for %d", k, filled, c.room)
			}
		}
		if c.filled > c.room || c.size() > c.room/costEntry {
			t.Fatalf("%d entries of %d bytes are kept; there is room for %d", c.size(), c.filled, c.room)
		}
	})
}

// TestCostCoversTheChecker: what an entry is counted as is at least what it takes, for
// arguments that grow most when they are compiled. So the room is that of memory.
func TestCostCoversTheChecker(t *testing.T) {
	rows := strings.Repeat(`%[1]d & 2 & 3 & 4 \\\\ `, 5)
	tests := []struct{ name, rule, args string }{
		{"a word", "text_strict@1", `{"golds":["Rome %d"]}`},
		{"a number", "math@1", `{"golds":["%d"]}`},
		{"a power", "math@1", `{"golds":["2^{%d}"]}`},
		{"a matrix", "math@1", `{"golds":["\\begin{pmatrix}` + rows + `\\end{pmatrix}"]}`},
		{"a list", "math@1", `{"golds":["` + strings.Repeat("%[1]d, ", 30) + `7"]}`},
	}
	const n = 200
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			rule, err := verifiers.Get(tt.rule)
			if err != nil {
				t.Fatal(err)
			}
			kept := make([]verifiers.Checker, n)
			counted, before := 0, heap()
			for i := range kept {
				args := fmt.Sprintf(tt.args, 9000+i)
				if kept[i], err = rule.Compile(args); err != nil {
					t.Fatal(err)
				}
				kept[i].Verify(`\boxed{1}`) // some of it is made when it is used
				counted += cost(key(rule.Name, args))
			}
			taken := int(heap()) - int(before)
			runtime.KeepAlive(kept)
			t.Logf("%d bytes each, counted as %d", taken/n, counted/n)
			if taken > counted {
				t.Errorf("%d checkers take %d bytes and are counted as %d", n, taken, counted)
			}
		})
	}
}

// heap is what is in use, in bytes.
func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
