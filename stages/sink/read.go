package sink

import (
	"errors"
	"fmt"
	"io"

	"github.com/parquet-go/parquet-go"

	"gander/internal/fault"
	"gander/internal/files"
	"gander/internal/runs"
	"gander/schemas"
)

// ReadTasks yields the tasks of a data set folder in order of id, one at a time. The
// first error of yield ends it and is returned as it is.
func ReadTasks(dir string, yield func(schemas.Task) error) error {
	m, err := ReadManifest(dir)
	if err != nil {
		return err
	}
	return readTable(dir, m.Tables.Data, yield)
}

// ReadRejects yields the rejects of a data set folder in order of id, as [ReadTasks].
func ReadRejects(dir string, yield func(schemas.Reject) error) error {
	m, err := ReadManifest(dir)
	if err != nil {
		return err
	}
	return readTable(dir, m.Tables.Rejects, yield)
}

func readTable[T runs.Row](dir string, t Table, yield func(T) error) error {
	for _, f := range t.Files {
		if err := readFile(files.Join(dir, f.Path), yield); err != nil {
			return err
		}
	}
	return nil
}

// readFile yields the rows of one Parquet file. Bytes that are no such file are a fault.
func readFile[T runs.Row](path string, yield func(T) error) error {
	r, err := files.Open(path)
	if err != nil {
		return err
	}
	defer r.Close()
	var refused error // by yield; not a matter of the file
	err = decodeFile(r, func(row T) error {
		refused = yield(row)
		return refused
	})
	if refused != nil {
		return refused
	}
	if err != nil {
		return fault.New("reading %s: %s; the file is damaged, make the data set again", path, err)
	}
	return nil
}

// decodeFile returns an error for a damaged file, also where the decoder panics.
func decodeFile[T runs.Row](r files.Reader, yield func(T) error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%v", p)
		}
	}()
	f, err := parquet.OpenFile(r, r.Size())
	if err != nil {
		return err
	}
	rows := parquet.NewGenericReader[T](f)
	defer func() { _ = rows.Close() }() // only read from
	batch := make([]T, 16)
	for {
		n, err := rows.Read(batch)
		for _, row := range batch[:n] {
			if err := yield(row); err != nil {
				return err
			}
		}
		clear(batch) // the next rows get memory of their own
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
	}
}
