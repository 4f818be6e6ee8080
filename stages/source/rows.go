package source

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"slices"

	"gander/schemas"
)

// row is one row of JSON that was read but not parsed.
type row struct {
	// line is the number of the line on which the row starts; the first line is 1.
	line int64
	// text is the row; of a row that is too long, the start.
	text []byte
	// long is the length of a row that is too long, in bytes, 0 for the others.
	long int64
	// sum is the SHA-256 of a row that is too long.
	sum [sha256.Size]byte
}

// id is the content hash of all bytes of the row, however long it is.
func (r row) id() string {
	if r.long == 0 {
		r.sum = sha256.Sum256(r.text)
	}
	return schemas.Hash("row", hex.EncodeToString(r.sum[:]))
}

// rowReader gives one row after another, then io.EOF.
type rowReader interface{ next() (row, error) }

// collector gathers the bytes of one row. Past limit it keeps the start and the hash
// only.
type collector struct {
	limit int
	text  []byte
	size  int64
	sum   hash.Hash // nil up to limit
}

func (c *collector) add(b []byte) {
	c.size += int64(len(b))
	if c.sum != nil {
		c.sum.Write(b)
		return
	}
	if c.size <= int64(c.limit) {
		c.text = append(c.text, b...)
		return
	}
	c.sum = sha256.New()
	c.sum.Write(c.text)
	c.sum.Write(b)
	start := slices.Concat(c.text[:min(len(c.text), 2*maxRaw)], b[:min(len(b), 2*maxRaw)])
	c.text = start[:min(len(start), 2*maxRaw)]
}

func (c *collector) row(line int64) row {
	r := row{line: line, text: c.text}
	if c.sum != nil {
		r.long = c.size
		c.sum.Sum(r.sum[:0])
	}
	return r
}

// lineReader reads JSON lines: those that start before end, an offset.
type lineReader struct {
	r *bufio.Reader
	// at is the offset of the next line in its file.
	at, end int64
	// line is the number of the last line read.
	line  int64
	limit int
}

func (l *lineReader) next() (row, error) {
	for l.at < l.end {
		text := collector{limit: l.limit}
		err := l.readLine(text.add)
		if err != nil && !errors.Is(err, io.EOF) {
			return row{}, err
		}
		if r := text.row(l.line); r.long > 0 || len(bytes.TrimSpace(r.text)) > 0 {
			return r, nil
		}
		if errors.Is(err, io.EOF) {
			break
		}
	}
	return row{}, io.EOF
}

// readLine passes one line to add, in pieces, without its newline; io.EOF says that it
// was the last.
func (l *lineReader) readLine(add func([]byte)) error {
	l.line++
	for {
		chunk, err := l.r.ReadSlice('\n')
		l.at += int64(len(chunk))
		if err == nil {
			chunk = chunk[:len(chunk)-1]
		}
		add(chunk)
		if !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
	}
}
