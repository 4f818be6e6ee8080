package sink

import (
	"errors"
	"sync"
)

// gate sees to it that a claimed folder is published or given up, whichever comes first,
// and never both. A canceled runner may come back while a commit is still at work on a
// goroutine of its own; sweeping the folder at that moment would tear the data set apart.
//
// It binds the claim and the commits of one process. A nil gate, as in a worker process
// of a cluster, lets everything pass: there the runner ends its workers first.
type gate struct {
	mu                sync.Mutex
	closed, published bool
}

// gates are the gates of the claims of this process, by folder.
var gates sync.Map

// gateOf is the gate of a folder; nil where no claim of this process holds it.
func gateOf(out string) *gate {
	g, _ := gates.Load(out)
	found, _ := g.(*gate)
	return found
}

// pass runs commit, unless the folder was given up.
func (g *gate) pass(commit func() error) error {
	if g == nil {
		return commit()
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.closed {
		return errors.New("the run was given up; nothing is published")
	}
	err := commit()
	g.published = g.published || err == nil
	return err
}

// close waits for a commit under way, lets no other pass, and says whether one did.
func (g *gate) close() (published bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.closed = true
	return g.published
}
