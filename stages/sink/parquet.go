package sink

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"

	"gander/internal/files"
	"gander/internal/runs"
)

const (
	pageBytes = 1 << 20 // uncompressed; larger pages compress long texts better
	batchRows = 64      // rows handed to the encoder at once
)

// codecs are shared by all files, by compression level, so that encoders are used again.
var codecs = [...]*zstd.Codec{
	1: {Level: zstd.SpeedFastest},
	2: {Level: zstd.SpeedDefault},
	3: {Level: zstd.SpeedBetterCompression},
	4: {Level: zstd.SpeedBestCompression},
}

// table writes rows to one Parquet file: zstd, page index, row groups of at most
// limit bytes of rows. Its bytes depend on the rows and the settings alone.
//
// The footer holds the least and the greatest value of each column of each row group in
// full: for prompts, twice the longest per group.
type table[T runs.Row] struct {
	file    *hashed
	writer  *parquet.GenericWriter[T]
	batch   []T
	pending int // bytes of rows in batch
	group   int // bytes of rows in the row group so far
	limit   int
}

func createTable[T runs.Row](path string, cfg Config) (*table[T], error) {
	f, err := files.Create(path)
	if err != nil {
		return nil, err
	}
	t := &table[T]{file: &hashed{File: f, hash: sha256.New()}, limit: cfg.RowGroupBytes}
	t.writer = parquet.NewGenericWriter[T](t.file,
		parquet.CreatedBy("gander", fmt.Sprintf("%d.0.0", Format), "parquet-go"),
		parquet.Compression(codecs[cfg.CompressionLevel]),
		parquet.PageBufferSize(pageBytes),
		parquet.WriteBufferSize(1<<20),
		// The page index has the bounds of every page, cut short; page headers would
		// repeat them in full, several prompts per page.
		parquet.DataPageStatistics(false),
		parquet.SortingWriterConfig(parquet.SortingColumns(parquet.Ascending("id"))),
	)
	return t, nil
}

// add writes a row of the given encoded size.
func (t *table[T]) add(row T, size int) error {
	if t.group > 0 && t.group+size > t.limit {
		if err := t.flush(); err != nil {
			return err
		}
		if err := t.writer.Flush(); err != nil {
			return err
		}
		t.group = 0
	}
	t.batch = append(t.batch, row)
	t.pending += size
	t.group += size
	if len(t.batch) < batchRows && t.pending < pageBytes {
		return nil
	}
	return t.flush()
}

func (t *table[T]) flush() error {
	_, err := t.writer.Write(t.batch)
	clear(t.batch)
	t.batch, t.pending = t.batch[:0], 0
	return err
}

// close ends the file, syncs it, and gives its size and hash.
func (t *table[T]) close() (size int64, sha string, err error) {
	err = t.flush()
	if err == nil {
		err = t.writer.Close()
	}
	if err != nil {
		t.abandon()
		return 0, "", err
	}
	return t.file.size, hex.EncodeToString(t.file.hash.Sum(nil)), files.Finish(t.file)
}

// abandon closes a file that nobody will read; its error would hide the first one.
func (t *table[T]) abandon() { _ = t.file.Close() }

// hashed counts and hashes what is written.
type hashed struct {
	files.File
	hash hash.Hash
	size int64
}

func (h *hashed) Write(p []byte) (int, error) {
	n, err := h.File.Write(p)
	h.hash.Write(p[:n])
	h.size += int64(n)
	return n, err
}
