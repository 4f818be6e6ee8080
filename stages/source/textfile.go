package source

import (
	"errors"
	"io"
	"path/filepath"
	"strings"

	"gander/schemas"
)

// textRanges is one range for a text file that is not empty.
func textRanges(path string) ([]Range, error) {
	c, err := open(path)
	if err != nil {
		return nil, err
	}
	_, err = c.Peek(1)
	switch closeErr := c.close(); {
	case errors.Is(err, io.EOF):
		return nil, closeErr
	case err != nil:
		return nil, broken(path, 0, err)
	case closeErr != nil:
		return nil, broken(path, 0, closeErr)
	}
	return []Range{{Path: path, Form: formText, Layout: layoutText, End: 1}}, nil
}

// readText reads a file as one document; its name is its title and its id.
func (c DocumentsConfig) readText(r Range, stage string, submit func(batch[schemas.Document]) error) (err error) {
	in, err := open(r.Path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, in.close()) }()

	text := collector{limit: maxRow}
	for {
		_, err := in.Peek(1)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return broken(r.Path, 0, err)
		}
		chunk, _ := in.Peek(in.Buffered()) // never more than is there
		text.add(chunk)
		_, _ = in.Discard(len(chunk)) // just peeked
	}
	name := filepath.Base(unpackedName(r.Path))
	title := strings.TrimSuffix(name, filepath.Ext(name))
	return submit(func() (p part[schemas.Document], err error) {
		row := text.row(0)
		d, why := parseRow(row, func(text []byte) (schemas.Document, *refusal) {
			return c.document(columns{id: name, title: title, text: string(text), hasText: true}, layoutText)
		})
		if why != nil {
			p.rejects = append(p.rejects, rejectOf(stage, r.Path, row.id(), why, row.text))
			return p, nil
		}
		p.rows = append(p.rows, d)
		return p, nil
	})
}
