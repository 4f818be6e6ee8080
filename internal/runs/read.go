package runs

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"slices"
	"strings"

	"gander/internal/fault"
	"gander/internal/files"
)

// reader walks the rows of one run file in order.
type reader struct {
	path  string
	file  files.Reader
	tail  tail
	at    int64  // where the next block starts
	block []byte // what is left of the block being read
	space []byte // the memory of block

	key, content []byte // the row it stands on
}

// openRun opens a run file and stands before its first row with from <= key.
func openRun(path, from string) (*reader, error) {
	file, err := files.Open(path)
	if err != nil {
		return nil, err
	}
	r := &reader{path: path, file: file}
	if err := r.start(from); err != nil {
		file.Close()
		return nil, r.explain(err)
	}
	return r, nil
}

func (r *reader) start(from string) error {
	size := r.file.Size()
	if size < int64(len(magic)+footerSize) {
		return errDamaged
	}
	footer := make([]byte, footerSize)
	if err := r.readAt(footer, size-int64(footerSize)); err != nil {
		return err
	}
	offset, err := footerOffset(footer, size)
	if err != nil {
		return err
	}
	buf := make([]byte, size-offset)
	if err := r.readAt(buf, offset); err != nil {
		return err
	}
	if r.tail, err = parseTail(buf, offset); err != nil {
		return err
	}
	// The last block that starts below from may hold the first row wanted; blocks that
	// start with from itself may have an elder of the same key before them.
	i, _ := slices.BinarySearchFunc(r.tail.marks, from, func(m mark, key string) int {
		return strings.Compare(m.key, key)
	})
	r.at = int64(len(magic))
	if i > 0 {
		r.at = r.tail.marks[i-1].offset
	}
	return nil
}

// next moves to the next row and says whether there is one.
func (r *reader) next() (bool, error) {
	if len(r.block) == 0 {
		if r.at == r.tail.offset {
			return false, nil
		}
		if err := r.nextBlock(); err != nil {
			return false, r.explain(err)
		}
	}
	var err error
	if r.key, r.block, err = cutText(r.block); err != nil {
		return false, r.explain(err)
	}
	if r.content, r.block, err = cutText(r.block); err != nil {
		return false, r.explain(err)
	}
	return true, nil
}

// nextBlock reads over the memory of the block before.
func (r *reader) nextBlock() error {
	var frame [frameSize]byte
	if r.at+frameSize > r.tail.offset {
		return errDamaged
	}
	if err := r.readAt(frame[:], r.at); err != nil {
		return err
	}
	length := int64(binary.LittleEndian.Uint32(frame[:]))
	if length == 0 || r.at+frameSize+length > r.tail.offset {
		return errDamaged
	}
	r.space = slices.Grow(r.space[:0], int(length))
	block := r.space[:length]
	if err := r.readAt(block, r.at+frameSize); err != nil {
		return err
	}
	if crc32.Checksum(block, castagnoli) != binary.LittleEndian.Uint32(frame[4:]) {
		return errDamaged
	}
	r.block = block
	r.at += frameSize + length
	return nil
}

func (r *reader) readAt(buf []byte, offset int64) error {
	n, err := r.file.ReadAt(buf, offset)
	if n == len(buf) {
		return nil
	}
	if errors.Is(err, io.EOF) {
		return errDamaged
	}
	return err
}

// explain turns damage into a message for the user; errors of a store carry the path
// already or get it here.
func (r *reader) explain(err error) error {
	if errors.Is(err, errDamaged) {
		return fault.New("reading %s: %s", r.path, err)
	}
	return fmt.Errorf("reading %s: %w", r.path, err)
}

func (r *reader) close() { _ = r.file.Close() } // only read from
