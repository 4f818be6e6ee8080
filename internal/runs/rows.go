package runs

import (
	"fmt"

	"github.com/fxamacker/cbor/v2"

	"gander/schemas"
)

// Row is what can be spooled. Its key is its id.
type Row interface {
	schemas.Question | schemas.Task | schemas.Reject
}

// Encode gives the canonical bytes of a row: CBOR in core deterministic encoding (RFC
// 8949, section 4.2.1), a map from Go field names; a nil list is an empty one. Equal
// rows have equal bytes.
func Encode[T Row](r *T) ([]byte, error) { return encoding.Marshal(r) }

// Decode reads what [Encode] wrote.
func Decode[T Row](data []byte) (r T, err error) {
	err = decoding.Unmarshal(data, &r)
	return r, err
}

// Key is the id of a row.
func Key[T Row](r *T) string {
	switch r := any(r).(type) {
	case *schemas.Question:
		return r.ID
	case *schemas.Task:
		return r.ID
	case *schemas.Reject:
		return r.ID
	}
	panic(fmt.Sprintf("runs.Key: no key for a %T", r)) // Row lists every type above
}

var (
	encoding = must(func() (cbor.EncMode, error) {
		options := cbor.CoreDetEncOptions()
		options.NilContainers = cbor.NilContainerAsEmpty
		return options.EncMode()
	})
	decoding = must(cbor.DecOptions{
		UTF8:              cbor.UTF8DecodeInvalid, // a row comes back as it went
		MaxArrayElements:  1 << 30,
		ExtraReturnErrors: cbor.ExtraDecErrorUnknownField,
	}.DecMode)
)

func must[M any](mode func() (M, error)) M {
	m, err := mode()
	if err != nil {
		panic(err) // the options above are constants
	}
	return m
}

// Set names all the runs of one collection.
type Set struct {
	// Runs are sorted by path; the names are random.
	Runs []Run
	// Rows and Bytes are sums over Runs.
	Rows, Bytes int64
}

// Read yields the rows of a set with from <= id < to, sorted by id and then by encoded
// bytes; "" is an open end. The first error of yield ends it and is returned as it is.
// Every row is yielded in memory of its own.
func Read[T Row](set Set, from, to string, yield func(T) error) error {
	return Merge(set.Runs, from, to, func(_, content []byte) error {
		row, err := Decode[T](content)
		if err != nil {
			return fmt.Errorf("reading a spooled row: %w", err)
		}
		return yield(row)
	})
}
