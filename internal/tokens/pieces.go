package tokens

import (
	"hash/maphash"
	"strings"
	"sync/atomic"
)

// pieces counts a text piece by piece and remembers the counts of short pieces.
type pieces struct {
	pattern pattern
	merge   func(piece string) int
	cache   *cache
}

func newPieces(p pattern, merge func(string) int) pieces {
	return pieces{pattern: p, merge: merge, cache: newCache()}
}

// count adds up the tokens of the pieces of text, which is valid UTF-8.
func (p pieces) count(text string) int {
	s := scanner{text: text, classes: classes()}
	total := 0
	for i := 0; i < len(text); {
		end := p.pattern.next(s, i)
		total += p.one(text[i:end])
		i = end
	}
	return total
}

// one counts one piece. Every byte is a token of its own, so a single one needs no look.
func (p pieces) one(piece string) int {
	switch {
	case len(piece) == 1:
		return 1
	case len(piece) > longest:
		return p.merge(piece)
	}
	slot := p.cache.slot(piece)
	if known := slot.Load(); known != nil && known.piece == piece {
		return known.count
	}
	n := p.merge(piece)
	slot.Store(&counted{strings.Clone(piece), n})
	return n
}

const (
	slots   = 1 << 17 // of a cache, a power of two
	longest = 32      // bytes of the longest piece that is kept
)

// A cache keeps one counted piece per slot, the newest: at most 131,072 pieces of 32
// bytes, 8 MiB when full. It has no lock; the worst that two writers can do to each
// other is to forget a piece.
type cache struct {
	seed  maphash.Seed
	slots [slots]atomic.Pointer[counted]
}

type counted struct {
	piece string
	count int
}

func newCache() *cache { return &cache{seed: maphash.MakeSeed()} }

func (c *cache) slot(piece string) *atomic.Pointer[counted] {
	return &c.slots[maphash.String(c.seed, piece)%slots]
}
