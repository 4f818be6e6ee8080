package server

import (
	"math"
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"

	"gander/verifiers"
)

// cache keeps the checkers that were used last, as many as have room. A batch of a trainer
// holds many replies to each task, so most of its items find theirs.
type cache struct {
	mu     sync.Mutex
	room   int // in bytes of memory, see cost
	filled int
	recent *simplelru.LRU[string, verifiers.Checker]
}

func newCache(room int) (*cache, error) {
	recent, err := simplelru.NewLRU[string, verifiers.Checker](math.MaxInt, nil) // room bounds it
	return &cache{room: room, recent: recent}, err
}

// key names a checker. A rule's name has no zero byte.
func key(verifier, args string) string { return verifier + "\x00" + args }

// What a compiled checker takes cannot be seen from outside. So an entry is counted as
// costEntry bytes and costByte for each byte of its key, which is more than the checkers of
// a test take: of plain golds, large powers, long lists and matrices.
const (
	costEntry = 16 << 10
	costByte  = 32
)

// cost is what an entry takes of the room, in bytes.
func cost(key string) int { return costEntry + costByte*len(key) }

// get finds a checker and marks it as used, or returns nil.
func (c *cache) get(key string) verifiers.Checker {
	c.mu.Lock()
	defer c.mu.Unlock()
	checker, _ := c.recent.Get(key)
	return checker
}

// put keeps a checker and drops those that were used longest ago until all have room. A
// key that would fill more than a sixteenth of it is not kept.
func (c *cache) put(key string, checker verifiers.Checker) {
	if cost(key) > c.room/16 {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.recent.Contains(key) {
		return
	}
	c.recent.Add(key, checker)
	for c.filled += cost(key); c.filled > c.room; {
		oldest, _, _ := c.recent.RemoveOldest()
		c.filled -= cost(oldest)
	}
}

// size is the number of checkers kept.
func (c *cache) size() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.recent.Len()
}
