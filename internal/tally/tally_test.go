package tally

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestFold(t *testing.T) {
	got := Fold(map[string]int64{
		"gander/prove/in":                    7,
		"gander/prove/out":                   4,
		"gander/prove/rejected/attack_paid":  1,
		"gander/prove/rejected/gold_refused": 2,
		"gander/prove/busy_ns":               int64(time.Second),
		"gander/keychain/in":                 9,
		"somebody/else":                      5,
		"gander/odd":                         5,
	})
	want := []Stage{
		{Name: "keychain", In: 9, Rejected: map[string]int64{}},
		{Name: "prove", In: 7, Out: 4, Rejected: map[string]int64{"attack_paid": 1, "gold_refused": 2}, Busy: time.Second},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if n := got[1].Refused(); n != 3 {
		t.Errorf("%d refused, want 3", n)
	}
}
