package server

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

const (
	// stride is how many items a worker takes at once: long enough that handing over costs
	// nothing, short enough that a single item never waits long behind a batch.
	stride = 32
	// admitted is how many requests whose bodies have arrived are worked on at once; the
	// rest wait.
	admitted = 64
)

// pool bounds what runs at once, over all requests.
type pool struct {
	requests chan struct{} // a place is taken while a request that has arrived is worked on
	workers  chan struct{} // a place is taken while some items are judged
}

func newPool() *pool {
	return &pool{make(chan struct{}, admitted), make(chan struct{}, runtime.GOMAXPROCS(0))}
}

// admit waits for a place for a request, and says whether there was one before ctx ended.
func (p *pool) admit(ctx context.Context) bool { return take(ctx, p.requests) }

// leave gives the place of a request back.
func (p *pool) leave() { <-p.requests }

// each calls do for 0 to n-1, some at a time on each free worker. When ctx ends it
// starts no further call and waits for those that were started. It returns how many
// calls were made.
func (p *pool) each(ctx context.Context, n int, do func(i int)) int {
	var made atomic.Int64
	var all sync.WaitGroup
	for from := 0; from < n && take(ctx, p.workers); from += stride {
		all.Go(func() {
			defer func() { <-p.workers }()
			for i := from; i < min(from+stride, n) && ctx.Err() == nil; i++ {
				do(i)
				made.Add(1)
			}
		})
	}
	all.Wait()
	return int(made.Load())
}

// take takes a place and says whether it got one before ctx ended.
func take(ctx context.Context, places chan struct{}) bool {
	select {
	case places <- struct{}{}:
		return true
	case <-ctx.Done():
		return false
	}
}
