package runs

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/rand"
	"encoding/binary"
	"hash/crc32"
	"slices"
	"strings"

	"gander/internal/files"
)

// Spill is how many bytes of rows a [Writer] holds before it writes them to a file.
const Spill = 64 << 20

// rowCost is what a buffered row takes beside its key and content.
const rowCost = 48

// Writer sorts rows into run files. It is not safe for concurrent use.
type Writer struct {
	dir      string
	spill    int
	rows     []row
	buffered int
	runs     []Run
}

type row struct {
	key     string
	content []byte
}

// NewWriter makes a writer of run files in dir, which is made when the first file is.
// Files have random names, so that writers may share a folder. A file is written once
// spill bytes are held, see [Spill].
func NewWriter(dir string, spill int) *Writer { return &Writer{dir: dir, spill: spill} }

// Add takes a row. The writer keeps content; the caller must not change it.
func (w *Writer) Add(key string, content []byte) error {
	w.rows = append(w.rows, row{key, content})
	w.buffered += len(key) + len(content) + rowCost
	if w.buffered < w.spill {
		return nil
	}
	return w.flush()
}

// Close writes what is held and names all files written; none without a row.
func (w *Writer) Close() ([]Run, error) {
	if len(w.rows) > 0 {
		if err := w.flush(); err != nil {
			return nil, err
		}
	}
	w.rows = nil
	return w.runs, nil
}

func (w *Writer) flush() error {
	slices.SortFunc(w.rows, func(a, b row) int {
		return cmp.Or(strings.Compare(a.key, b.key), bytes.Compare(a.content, b.content))
	})
	f, err := createRun(w.dir)
	if err != nil {
		return err
	}
	for _, r := range w.rows {
		if err := f.add(r.key, r.content); err != nil {
			f.abandon()
			return err
		}
	}
	run, err := f.close()
	if err != nil {
		return err
	}
	w.runs = append(w.runs, run)
	clear(w.rows) // the rows are garbage now, the slice is not
	w.rows, w.buffered = w.rows[:0], 0
	return nil
}

// runFile is a run file being written; rows come in order.
type runFile struct {
	run    Run
	file   files.File
	out    *bufio.Writer
	block  []byte
	first  string // key of the first row of block
	marks  []mark
	offset int64
}

func createRun(dir string) (*runFile, error) {
	if err := files.MkdirAll(dir); err != nil {
		return nil, err
	}
	f := &runFile{run: Run{Path: files.Join(dir, rand.Text()+".run")}, offset: int64(len(magic))}
	var err error
	if f.file, err = files.Create(f.run.Path); err != nil {
		return nil, err
	}
	f.out = bufio.NewWriterSize(f.file, 256<<10)
	_, err = f.out.WriteString(magic)
	return f, err
}

func (f *runFile) add(key string, content []byte) error {
	if len(f.block) == 0 {
		f.first = key
	}
	f.block = appendText(f.block, key)
	f.block = appendText(f.block, content)
	f.run.Rows++
	f.run.Bytes += int64(len(key) + len(content))
	if len(f.block) < blockTarget {
		return nil
	}
	return f.endBlock()
}

func (f *runFile) endBlock() error {
	if len(f.block) == 0 {
		return nil
	}
	f.marks = append(f.marks, mark{f.offset, f.first})
	var frame [frameSize]byte
	binary.LittleEndian.PutUint32(frame[:], uint32(len(f.block)))
	binary.LittleEndian.PutUint32(frame[4:], crc32.Checksum(f.block, castagnoli))
	if _, err := f.out.Write(frame[:]); err != nil {
		return err
	}
	if _, err := f.out.Write(f.block); err != nil {
		return err
	}
	f.offset += int64(frameSize + len(f.block))
	f.block = f.block[:0]
	return nil
}

// close ends the file. Run files need not survive a loss of power, so it is not synced.
func (f *runFile) close() (Run, error) {
	err := f.endBlock()
	if err == nil {
		_, err = f.out.Write(appendTail(nil, f.offset, f.marks, f.run.Rows, f.run.Bytes))
	}
	if err == nil {
		err = f.out.Flush()
	}
	if err != nil {
		f.abandon()
		return Run{}, err
	}
	return f.run, f.file.Close()
}

// abandon closes a file that nobody will read; its error would hide the first one.
func (f *runFile) abandon() { _ = f.file.Close() }
