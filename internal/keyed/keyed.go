// Package keyed gives every random choice a stream of its own.
//
// A stream is addressed by the run seed, the id of the row and the purpose of the
// draw, so that a choice depends on nothing else: not on the order of rows, the
// worker, or how often another stream was used.
package keyed

import (
	"crypto/sha256"
	"encoding/binary"
	"math/rand/v2"
)

// Stream returns the stream for one purpose on one row: ChaCha8, keyed by SHA-256
// of the three parts. Two calls with the same arguments give the same numbers.
//
// A stream is not safe for concurrent use.
func Stream(seed int64, id, purpose string) *rand.Rand {
	buf := make([]byte, 0, 64)
	buf = binary.BigEndian.AppendUint64(buf, uint64(seed))
	buf = binary.BigEndian.AppendUint64(buf, uint64(len(id)))
	buf = append(buf, id...)
	buf = append(buf, purpose...)
	return rand.New(rand.NewChaCha8(sha256.Sum256(buf)))
}
