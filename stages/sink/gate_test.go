package sink

import (
	"errors"
	"path/filepath"
	"testing"
)

func TestAFolderThatWasGivenUpIsNotPublished(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	c := prepare(t, out, false)
	if c.Published() {
		t.Fatal("published before any commit")
	}
	err := gateOf(out).pass(func() error { t.Fatal("a commit came through"); return nil })
	if want := "the run was given up; nothing is published"; err == nil || err.Error() != want {
		t.Fatalf("got %v, want %s", err, want)
	}
	if err := c.Discard(); err != nil {
		t.Fatal(err)
	}
	if gateOf(out) != nil {
		t.Fatal("the gate outlives the claim")
	}
}

func TestGivingUpWaitsForACommitUnderWay(t *testing.T) {
	for _, tt := range []struct {
		name string
		err  error
		want bool
	}{
		{"that ends well", nil, true},
		{"that breaks", errors.New("boom"), false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := prepare(t, filepath.Join(t.TempDir(), "out"), false)
			begun, done := make(chan struct{}), false
			ended := make(chan error, 1)
			go func() {
				ended <- gateOf(c.Out).pass(func() error { close(begun); done = true; return tt.err })
			}()
			<-begun
			if got := c.Published(); got != tt.want || !done {
				t.Errorf("published is %v, want %v; the commit was done: %v", got, tt.want, done)
			}
			if err := <-ended; !errors.Is(err, tt.err) {
				t.Errorf("the commit returned %v, want %v", err, tt.err)
			}
			if err := c.Discard(); err != nil {
				t.Error(err)
			}
		})
	}
}
