package cli

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"gander/internal/fault"
	store "gander/internal/files"
)

// longestLine is the longest JSON line that is read, in bytes.
const longestLine = 16 << 20

// inputs are the open files of verify, in order.
type inputs []input

// input is one file or standard input.
type input struct {
	name string
	io.Reader
	columns []string // of a Parquet file
}

// openInputs opens all inputs, so that one that is missing is known before any work.
func openInputs(stdin io.Reader, names []string, columns []string) (in inputs, err error) {
	if len(names) == 0 {
		names = []string{"-"}
	}
	for _, name := range names {
		if name == "-" {
			in = append(in, input{"standard input", stdin, columns})
			continue
		}
		f, err := openFile(name)
		if err != nil {
			return nil, errors.Join(err, in.close())
		}
		in = append(in, input{name, f, columns})
	}
	return in, nil
}

func openFile(name string) (*os.File, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, store.Explain("reading", name, err)
	}
	if info.IsDir() {
		return nil, fault.New("%s is a folder; give files, or add --replies FILE to score replies to the tasks of a data set", name)
	}
	f, err := os.Open(name)
	return f, store.Explain("reading", name, err)
}

func (in inputs) close() error {
	var faults []error
	for _, i := range in {
		if f, ok := i.Reader.(*os.File); ok && f != os.Stdin {
			faults = append(faults, f.Close())
		}
	}
	return errors.Join(faults...)
}

// each yields the rows of all inputs, in order.
func (in inputs) each(yield func(question) error) error {
	for _, i := range in {
		if err := i.each(yield); err != nil {
			return err
		}
	}
	return nil
}

// each yields the rows of one input. What it is shows in its first bytes.
func (i input) each(yield func(question) error) error {
	raw := bufio.NewReaderSize(i, 64<<10)
	head, err := raw.Peek(4)
	if err != nil && !errors.Is(err, io.EOF) {
		return store.Explain("reading", i.name, err)
	}
	text, done := raw, func() {}
	switch {
	case bytes.Equal(head, []byte("PAR1")):
		f, ok := i.Reader.(*os.File)
		if !ok || f == os.Stdin {
			return fault.New("reading %s: a Parquet file cannot be read from a pipe; give its name", i.name)
		}
		return readParquet(i.name, f, i.columns, yield)
	case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
		var z *gzip.Reader
		if z, err = gzip.NewReader(raw); err == nil {
			text = bufio.NewReaderSize(z, 64<<10)
		}
	case bytes.Equal(head, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		var z *zstd.Decoder
		if z, err = zstd.NewReader(raw, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(64<<20)); err == nil {
			text, done = bufio.NewReaderSize(z, 64<<10), z.Close
		}
	default:
		err = nil
	}
	if err != nil {
		return damaged(i.name, err)
	}
	defer done()
	return readLines(i.name, text, yield)
}

// readLines yields the lines that are not blank.
func readLines(name string, text *bufio.Reader, yield func(question) error) error {
	for n := 1; ; n++ {
		line, end := readLine(text)
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		line = bytes.TrimSpace(line)
		q := question{place: fmt.Sprintf("%s:%d", name, n), line: line}
		if errors.Is(end, bufio.ErrTooLong) {
			q.fault, end = fmt.Errorf("the line is longer than %d MiB; cut its texts", longestLine>>20), nil
		}
		if end != nil && !errors.Is(end, io.EOF) {
			return damaged(fmt.Sprintf("%s:%d", name, n), end)
		}
		if q.fault != nil || len(line) > 0 {
			if err := yield(q); err != nil {
				return err
			}
		}
		if end != nil {
			return nil
		}
	}
}

// readLine is the next line with its end, in memory of its own. The last one comes with
// io.EOF; one that is too long comes as bufio.ErrTooLong and is passed over.
func readLine(r *bufio.Reader) ([]byte, error) {
	var line []byte
	long := false
	for {
		piece, err := r.ReadSlice('\n')
		if long = long || len(line)+len(piece) > longestLine; !long {
			line = append(line, piece...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case long && (err == nil || errors.Is(err, io.EOF)):
			return nil, bufio.ErrTooLong // an end of file shows again
		}
		return line, err
	}
}

// damaged is the fault for a text that could be read up to a place.
func damaged(place string, err error) error {
	var onDisk *fs.PathError
	switch {
	case errors.As(err, &onDisk):
		return store.Explain("reading", place, err)
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return fault.New("%s: the compressed data ends too early; the file looks cut off, fetch it again", place)
	case errors.Is(err, zstd.ErrWindowSizeExceeded):
		return fault.New("%s: reading the compressed data takes too much memory; compress the file again without --long", place)
	}
	return fault.New("%s: the compressed data is damaged; fetch the file again", place)
}
