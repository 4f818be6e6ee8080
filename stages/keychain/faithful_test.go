package keychain

import (
	"slices"
	"testing"

	"gander/internal/pyrand"
)

// The faithful preset repeats the parameters of the data that was trained on: one
// chain per 1,024 tokens of budget, four ids each, and a context whose own passages
// stand in the same slots for every question with as many passages.
func TestFaithfulRepeatsThePublishedChoices(t *testing.T) {
	c := Faithful()
	b := newBench(t, c, 300)
	for i, cl := range b.claims(t)[:30] {
		if got := len(cl.meta.Chains); got != 16 {
			t.Fatalf("%d chains at a budget of 16,384, want 16", got)
		}
		if got := len(cl.spans.Records); got != 64 {
			t.Fatalf("%d records, want 64", got)
		}
		n := len(cl.spans.Passages)
		if n%10 != 0 {
			t.Fatalf("%d passages, want a multiple of 10", n)
		}
		own := 0
		for _, p := range cl.spans.Passages {
			if p.Source == 0 {
				own++
			}
		}
		if want := fixedSlots(n, own); !slices.Equal(ownSlots(cl), want) {
			t.Fatalf("task %d: own passages in slots %v, want %v", i, ownSlots(cl), want)
		}
		context := o200k().Count(withoutRecords(cl, read(t, cl.task)))
		if context+reserved > c.Budget || context < c.Budget*8/10 {
			t.Fatalf("task %d: %d tokens of passages at a budget of %d", i, context, c.Budget)
		}
		if over := cl.tokens - context; over < 2000 || over > 5000 {
			t.Fatalf("task %d: records and wrapper add %d tokens", i, over)
		}
	}
}

func ownSlots(c claim) (slots []int) {
	for _, p := range c.spans.Passages {
		if p.Source == 0 {
			slots = append(slots, p.Number)
		}
	}
	return slots
}

// fixedSlots are the slots, from 1, of the first own of n things after the shuffle that
// the published generator makes for every question.
func fixedSlots(n, own int) (slots []int) {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	pyrand.New(42).Shuffle(n, func(i, j int) { order[i], order[j] = order[j], order[i] })
	for slot, i := range order {
		if i < own {
			slots = append(slots, slot+1)
		}
	}
	return slots
}

// Ten own passages among 130: the slots that were found in the published data.
func TestPublishedSlots(t *testing.T) {
	want := []int{1, 2, 25, 30, 69, 79, 96, 114, 115, 129}
	if got := fixedSlots(130, 10); !slices.Equal(got, want) {
		t.Fatalf("slots are %v, want %v", got, want)
	}
}

func TestPresetsPassTheirCheck(t *testing.T) {
	for name, preset := range Presets {
		if err := preset().Check(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
