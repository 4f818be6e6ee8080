package source

import (
	"errors"
	"fmt"
	"io"
)

// batchBytes and batchRows bound the rows that are parsed together.
const (
	batchBytes = 256 << 10
	batchRows  = 64
)

// parser turns the bytes of one row into what it stands for.
type parser[T any] func(text []byte) (T, *refusal)

// readJSON reads the rows of r and submits them in batches that parse them.
func readJSON[T any](r Range, stage string, parse parser[T], submit func(batch[T]) error) (err error) {
	in, err := openRows(r)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, in.close()) }()

	var pending []row
	var size int
	flush := func() error {
		if len(pending) == 0 {
			return nil
		}
		ready := pending
		pending, size = nil, 0
		return submit(func() (part[T], error) { return parseRows(in, ready, stage, parse) })
	}
	var last int64
	for {
		row, err := in.next()
		if errors.Is(err, io.EOF) {
			return flush()
		}
		if err != nil {
			before, countErr := in.before()
			return errors.Join(broken(r.Path, before+last, err), countErr)
		}
		last = row.line
		pending, size = append(pending, row), size+len(row.text)
		if len(pending) >= batchRows || size >= batchBytes {
			if err := flush(); err != nil {
				return err
			}
		}
	}
}

// parseRows parses a batch.
func parseRows[T any](in *rows, batch []row, stage string, parse parser[T]) (p part[T], err error) {
	for _, row := range batch {
		value, why := parseRow(row, parse)
		if why == nil {
			p.rows = append(p.rows, value)
			continue
		}
		before, err := in.before()
		if err != nil {
			return p, err
		}
		p.rejects = append(p.rejects, rejectOf(stage, placeOf(in.path, before+row.line), row.id(), why, row.text))
	}
	return p, nil
}

func parseRow[T any](r row, parse parser[T]) (value T, why *refusal) {
	if r.long > 0 {
		return value, refuse(rowTooLong, "the row has %d bytes; %d are allowed", r.long, maxRow)
	}
	if why := checkUTF8(r.text); why != nil {
		return value, why
	}
	return parse(r.text)
}

// placeOf names a line of a file; line 0 is the file itself.
func placeOf(path string, line int64) string {
	if line == 0 {
		return path
	}
	return fmt.Sprintf("%s:%d", path, line)
}
