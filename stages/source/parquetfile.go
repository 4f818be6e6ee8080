package source

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/parquet-go/parquet-go"

	"gander/internal/fault"
	"gander/schemas"
)

// parquetFile is a Parquet file open for reading the columns of a document.
type parquetFile struct {
	*parquet.File
	file *os.File
	// leaves are the columns of text, title and id, in this order; -1 where the file
	// has none.
	leaves [3]int
}

// openParquet opens a Parquet file and finds the columns of c in it.
func (c DocumentsConfig) openParquet(path string) (*parquetFile, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fault.New("%s: %v; give a file that can be read", path, cause(err))
	}
	p := &parquetFile{file: f}
	if err := c.readFooter(p, path); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return p, nil
}

func (c DocumentsConfig) readFooter(p *parquetFile, path string) error {
	info, err := p.file.Stat()
	if err != nil {
		return fault.New("%s: %v; give a file that can be read", path, cause(err))
	}
	p.File, err = parquet.OpenFile(p.file, info.Size(), parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return fault.New("%s: not a Parquet file, or one that is cut off; fetch it again or give another layout", path)
	}
	for i, name := range []string{c.TextField, c.TitleField, c.IDField} {
		if p.leaves[i], err = p.column(name, i == 2); err != nil {
			return fault.New("%s: %v; name the columns by text_field, title_field and id_field", path, err)
		}
	}
	if p.leaves[0] < 0 {
		return fault.New("%s: no column %q; name the column that holds the text by text_field", path, c.TextField)
	}
	return nil
}

// column is the index of the column called name, -1 without one.
func (p *parquetFile) column(name string, numbers bool) (int, error) {
	leaf, ok := p.Schema().Lookup(name)
	if !ok {
		return -1, nil
	}
	kind := leaf.Node.Type().Kind()
	number := kind == parquet.Int32 || kind == parquet.Int64
	switch {
	case leaf.MaxRepetitionLevel > 0:
		return -1, fmt.Errorf("column %q holds lists", name)
	case kind == parquet.ByteArray, number && numbers:
		return leaf.ColumnIndex, nil
	}
	return -1, fmt.Errorf("column %q holds values of type %s, not texts", name, leaf.Node.Type())
}

// parquetRanges is one range for each row group.
func (c DocumentsConfig) parquetRanges(path string) (ranges []Range, err error) {
	p, err := c.openParquet(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, p.file.Close()) }()
	if p.NumRows() == 0 {
		return nil, nil
	}
	r := Range{Path: path, Form: formParquet, Layout: layoutParquet}
	return split(r, int64(len(p.RowGroups())), 1), nil
}

// readParquet reads the row groups of r, of each only the columns it needs.
func (c DocumentsConfig) readParquet(r Range, stage string, submit func(batch[schemas.Document]) error) (err error) {
	p, err := c.openParquet(r.Path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.file.Close()) }()

	number := int64(1) // of the next row in the file
	for i, group := range p.RowGroups() {
		if int64(i) >= r.Start && int64(i) < r.End {
			if err := c.readGroup(group, p.leaves, r.Path, number, stage, submit); err != nil {
				return err
			}
		}
		number += group.NumRows()
	}
	return nil
}

func (c DocumentsConfig) readGroup(group parquet.RowGroup, leaves [3]int, path string, number int64,
	stage string, submit func(batch[schemas.Document]) error) (err error) {
	var chunks []parquet.ColumnChunk
	var fields []int // what each chunk is: an index into leaves
	for i, leaf := range leaves {
		if leaf >= 0 {
			chunks, fields = append(chunks, group.ColumnChunks()[leaf]), append(fields, i)
		}
	}
	in := parquet.NewColumnChunkRowReader(chunks)
	defer func() { err = errors.Join(err, in.Close()) }()

	buffer := make([]parquet.Row, batchRows)
	for {
		n, readErr := in.ReadRows(buffer)
		if readErr != nil && !errors.Is(readErr, io.EOF) {
			return fault.New("%s:row %d: %v; the file is damaged, fetch it again", path, number, readErr)
		}
		if n > 0 {
			found, first := make([]columns, n), number
			for i, row := range buffer[:n] {
				found[i] = columnsOf(row, fields)
			}
			err := submit(func() (part[schemas.Document], error) {
				return c.documents(found, path, first, stage), nil
			})
			if err != nil {
				return err
			}
			number += int64(n)
		}
		if errors.Is(readErr, io.EOF) {
			return nil
		}
	}
}

// columnsOf copies the values of one row out of the reader's memory.
func columnsOf(row parquet.Row, fields []int) (c columns) {
	for i, v := range row {
		if v.IsNull() {
			continue
		}
		switch fields[i] {
		case 0:
			c.text, c.hasText = string(v.ByteArray()), true
		case 1:
			c.title = string(v.ByteArray())
		case 2:
			c.id = idOf(v)
		}
	}
	return c
}

func idOf(v parquet.Value) string {
	switch v.Kind() {
	case parquet.Int32:
		return strconv.Itoa(int(v.Int32()))
	case parquet.Int64:
		return strconv.FormatInt(v.Int64(), 10)
	}
	return string(v.ByteArray())
}

// documents are the documents of rows that follow each other, the first with the given
// number.
func (c DocumentsConfig) documents(found []columns, path string, first int64, stage string) (p part[schemas.Document]) {
	for i, f := range found {
		d, why := c.documentOf(f)
		if why == nil {
			p.rows = append(p.rows, d)
			continue
		}
		place := fmt.Sprintf("%s:row %d", path, first+int64(i))
		p.rejects = append(p.rejects, rejectOf(stage, place, schemas.Hash("row", f.id, f.title, f.text), why, []byte(f.text)))
	}
	return p
}

func (c DocumentsConfig) documentOf(f columns) (d schemas.Document, why *refusal) {
	size := len(f.id) + len(f.title) + len(f.text)
	if size > maxRow {
		return d, refuse(rowTooLong, "the row has %d bytes; %d are allowed", size, maxRow)
	}
	for _, value := range []string{f.text, f.title, f.id} {
		if why := checkUTF8([]byte(value)); why != nil {
			return d, why
		}
	}
	return c.document(f, layoutParquet)
}
