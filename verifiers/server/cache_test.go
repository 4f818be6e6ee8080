package server

import (
	"fmt"
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
		c, err := newCache(rapid.IntRange(0, 20_000).Draw(t, "room"))
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
		if c.filled > c.room || c.size() > c.room/256 {
			t.Fatalf("%d entries of %d bytes are kept; there is room for %d", c.size(), c.filled, c.room)
		}
	})
}
