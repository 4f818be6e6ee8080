// Package runs sorts more rows than memory holds, and lets them travel between stages
// of a pipeline by name.
//
// A row is a key and some bytes. A [Writer] gathers rows and spills them to run files,
// each sorted by key and then by the bytes of the row. [Merge] reads any number of run
// files as one sorted sequence, from any key to any key, in memory that does not depend
// on the number of rows. The sequence depends on the rows alone: not on the order in
// which they were added, nor on how they were spread over writers and files.
//
// Keys are content hashes, 32 hex digits, so that [Range] cuts them into even parts.
// Other keys sort and merge as well; they only cut less evenly.
//
// On Beam, [Spool] writes a collection to run files and gives one element that names
// them all, and [Read] reads them back: rows never pass through a GroupByKey, which
// would hold them in memory or, on some runners, hang.
//
// Run files are temporary. They carry checksums, and a cut or damaged one is an error
// that names it, never a shorter sequence.
package runs

import (
	"fmt"
	"math/bits"
)

// Run names one file of sorted rows.
type Run struct {
	// Path is where the file is.
	Path string
	// Rows is how many rows it holds.
	Rows int64
	// Bytes is the sum of the lengths of their keys and contents.
	Bytes int64
}

// Range gives the bounds of part i of n even parts of the space of content hashes:
// from <= key < to, "" for an open end. The n parts together hold every key once, also
// keys that are no hashes. Range panics unless 0 <= i < n.
func Range(i, n int) (from, to string) {
	if i < 0 || i >= n {
		panic(fmt.Sprintf("runs.Range: part %d of %d; give 0 <= i < n", i, n))
	}
	if i > 0 {
		from = bound(i, n)
	}
	if i+1 < n {
		to = bound(i+1, n)
	}
	return from, to
}

// bound is the first 64 bits of the first key of part i: i/n of the way, in hex digits.
func bound(i, n int) string {
	q, _ := bits.Div64(uint64(i), 0, uint64(n))
	return fmt.Sprintf("%016x", q)
}
