package source

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"gander/internal/fault"
)

// bufferSize is how much of a file is read at once, in bytes.
const bufferSize = 256 << 10

var (
	gzipMagic = []byte{0x1f, 0x8b}
	zstdMagic = []byte{0x28, 0xb5, 0x2f, 0xfd}
	utf8Mark  = []byte{0xef, 0xbb, 0xbf}
)

// content is a file open for reading from its start, decompressed and without a byte
// order mark.
type content struct {
	*bufio.Reader
	// packed says that the file is compressed.
	packed bool
	// mark is the length of the byte order mark that was passed over.
	mark  int64
	close func() error
}

// open opens a file. What is compressed is seen from its name or its first bytes.
func open(path string) (*content, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fault.New("%s: %v; give a file that can be read", path, cause(err))
	}
	c := &content{Reader: bufio.NewReaderSize(f, bufferSize), close: f.Close}
	if err := c.unpack(path); err != nil {
		return nil, errors.Join(fault.New("%s", broken(path, 0, err)), f.Close())
	}
	if head, _ := c.Peek(len(utf8Mark)); bytes.Equal(head, utf8Mark) {
		_, _ = c.Discard(len(utf8Mark)) // just peeked
		c.mark = int64(len(utf8Mark))
	}
	return c, nil
}

func (c *content) unpack(path string) error {
	head, _ := c.Peek(len(zstdMagic)) // an error shows again when the file is read
	switch ext := strings.ToLower(filepath.Ext(path)); {
	case ext == ".gz" || bytes.HasPrefix(head, gzipMagic):
		z, err := gzip.NewReader(c.Reader)
		if err != nil {
			return err
		}
		c.Reader, c.packed = bufio.NewReaderSize(z, bufferSize), true
	case ext == ".zst" || bytes.HasPrefix(head, zstdMagic):
		if len(head) == 0 {
			return io.ErrUnexpectedEOF
		}
		z, err := zstd.NewReader(c.Reader, zstd.WithDecoderConcurrency(1))
		if err != nil {
			return err
		}
		file := c.close
		c.Reader, c.packed = bufio.NewReaderSize(z, bufferSize), true
		c.close = func() error { z.Close(); return file() }
	}
	return nil
}

// errCut is a JSON array without an end, errTail text behind its end.
var (
	errCut  = errors.New("the array does not end; the file looks cut off, fetch it again")
	errTail = errors.New("there is text behind the end of the array; give one array or one object a line")
)

// broken is the fault for a file that could be read up to a line (0 for not at all).
func broken(path string, line int64, err error) *fault.Fault {
	at := placeOf(path, line)
	switch {
	case errors.Is(err, errCut), errors.Is(err, errTail):
		return fault.New("%s: %v", at, err)
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return fault.New("%s: the compressed data ends too early; the file looks cut off, fetch it again", at)
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, zstd.ErrMagicMismatch):
		return fault.New("%s: the file is not compressed as its name says; rename it or fetch it again", at)
	case errors.Is(err, zstd.ErrWindowSizeExceeded):
		return fault.New("%s: reading the compressed data takes too much memory; compress the file again without --long", at)
	}
	var onDisk *fs.PathError
	if !errors.As(err, &onDisk) {
		return fault.New("%s: the compressed data is damaged; fetch the file again", at)
	}
	return fault.New("%s: %v; the file cannot be read to its end, fetch it again", at, onDisk.Err)
}
