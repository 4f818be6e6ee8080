package source

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"sync"

	"gander/internal/fault"
)

const (
	// rangeBytes is the length of a range of JSON lines.
	rangeBytes = 16 << 20
	// rangeRows is the length of a range of the world.
	rangeRows = 500
)

// Form is how a file holds its rows.
type Form string

const (
	formLines   Form = "lines"   // one JSON object a line, not compressed
	formPacked  Form = "packed"  // the same, compressed
	formArray   Form = "array"   // one JSON array
	formParquet Form = "parquet" // row groups
	formText    Form = "text"    // the file is the row
	formWorld   Form = "world"   // no file: rows are computed
)

// Range is a part of the input that one worker reads.
type Range struct {
	// Path is the file; empty for the world.
	Path string
	// Form is how the file holds its rows.
	Form Form
	// Layout is the layout of the rows; empty for the world.
	Layout string
	// Start and End bound the part, End excluded: bytes of lines, row groups of
	// Parquet, indices of the world, and 0 and 1 for what is read in one go.
	Start, End int64
}

// split cuts [0, size) into ranges of at most step.
func split(r Range, size, step int64) (ranges []Range) {
	for start := int64(0); start < size; start += step {
		r.Start, r.End = start, min(start+step, size)
		ranges = append(ranges, r)
	}
	return ranges
}

// splitFile cuts a file of JSON.
func splitFile(path string, f Form, layout string, step int64) ([]Range, error) {
	r := Range{Path: path, Form: f, Layout: layout, End: 1}
	if f != formLines {
		return []Range{r}, nil
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, fault.New("%s: %v; give a file that can be read", path, cause(err))
	}
	return split(r, info.Size(), step), nil
}

// rows are the rows of JSON in one range.
type rows struct {
	rowReader
	path string
	// before returns how many lines of the file lie before the range.
	before func() (int64, error)
	close  func() error
}

// openRows opens the rows of r. A line belongs to the range in which it starts.
func openRows(r Range) (*rows, error) {
	if r.Form == formLines && r.Start > 0 {
		return openMiddle(r)
	}
	c, err := open(r.Path)
	if err != nil {
		return nil, err
	}
	opened := &rows{path: r.Path, before: func() (int64, error) { return 0, nil }, close: c.close}
	switch r.Form {
	case formArray:
		opened.rowReader = newArrayReader(c.Reader, maxRow)
	case formPacked:
		opened.rowReader = &lineReader{r: c.Reader, end: 1 << 62, limit: maxRow}
	default:
		// The first line starts at 0, whatever mark is in front of it.
		opened.rowReader = &lineReader{r: c.Reader, at: c.mark, end: max(r.End, c.mark+1), limit: maxRow}
	}
	return opened, nil
}

// openMiddle opens a range of lines that starts somewhere inside its file.
func openMiddle(r Range) (*rows, error) {
	f, err := os.Open(r.Path)
	if err != nil {
		return nil, fault.New("%s: %v; give a file that can be read", r.Path, cause(err))
	}
	// The line that the byte before the range belongs to is not ours.
	at := r.Start - 1
	in := bufio.NewReaderSize(io.NewSectionReader(f, at, 1<<62-at), bufferSize)
	skip := lineReader{r: in, at: at}
	if err := skip.readLine(func([]byte) {}); err != nil && !errors.Is(err, io.EOF) {
		return nil, errors.Join(broken(r.Path, 0, err), f.Close())
	}
	first := skip.at
	return &rows{
		rowReader: &lineReader{r: in, at: first, end: r.End, limit: maxRow},
		path:      r.Path,
		before:    sync.OnceValues(func() (int64, error) { return countLines(r.Path, first) }),
		close:     f.Close,
	}, nil
}

// countLines counts the newlines in the first size bytes of a file.
func countLines(path string, size int64) (n int64, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, fault.New("%s: %v; give a file that can be read", path, cause(err))
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	in, buf := io.LimitReader(f, size), make([]byte, bufferSize)
	for {
		k, err := in.Read(buf)
		n += int64(bytes.Count(buf[:k], []byte{'\n'}))
		if errors.Is(err, io.EOF) {
			return n, nil
		}
		if err != nil {
			return 0, broken(path, 0, err)
		}
	}
}
