package source

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"gander/internal/fault"
	"gander/internal/world"
	"gander/schemas"
)

// The layouts of documents. A layout is the name of a form, see [Form].
const (
	layoutJSONL   = "jsonl"
	layoutParquet = "parquet"
	layoutText    = "text"
)

var documentLayouts = []string{auto, layoutJSONL, layoutParquet, layoutText}

// DocumentsConfig holds the settings of a source of documents. Start from
// [DefaultDocuments].
type DocumentsConfig struct {
	// Input names the files to read: one or several patterns, separated by commas. A
	// pattern may hold *, **, ?, [a-z] and {a,b}; files of jsonl and text may be
	// compressed (.gz, .zst). Empty reads no file and uses the embedded world.
	Input string `yaml:"input"`
	// Layout says how the files are written: jsonl (JSON lines or one JSON array),
	// parquet, text (a file is a document), or auto, which goes by the names of the
	// files: .jsonl, .ndjson, .json, .parquet, .txt, .md.
	Layout string `yaml:"layout"`
	// TextField is the field or column that holds the text of a document. It must be
	// there; text files have none.
	TextField string `yaml:"text_field"`
	// TitleField is the field or column that holds the title. A row without it has no
	// title; empty reads no titles. The title of a text file is its name.
	TitleField string `yaml:"title_field"`
	// IDField is the field or column that holds the id of the row in its source, a
	// text or a number. A row without it has no such id; empty reads no ids.
	IDField string `yaml:"id_field"`
	// License names the terms of all documents, as an SPDX name. Empty leaves the
	// license of files open and keeps that of the world.
	License string `yaml:"license"`
	// World sets up the embedded world; it counts only when input is empty.
	World PagesConfig `yaml:"world"`
}

// PagesConfig sets up the embedded world as a source of documents.
type PagesConfig struct {
	// Pages is the number of pages, 60 to 1,000,000; each is one document.
	Pages int `yaml:"pages"`
}

// DefaultDocuments is a world of 2,000 pages.
func DefaultDocuments() DocumentsConfig {
	return DocumentsConfig{
		Layout: auto, TextField: "text", TitleField: "title", IDField: "id",
		World: PagesConfig{Pages: 2000},
	}
}

// Check reports every fault of c at once, one line each. It opens no file.
func (c DocumentsConfig) Check() error {
	faults := checkGlobs(c.Input)
	if !slices.Contains(documentLayouts, c.Layout) {
		faults = append(faults, fmt.Errorf("layout is %q; give %s", c.Layout, oneOf(documentLayouts)))
	}
	if c.TextField == "" {
		faults = append(faults, errors.New(`text_field is empty; name the field that holds the text, as in "text"`))
	}
	return errors.Join(append(faults, checkPages(c.World.Pages)...)...)
}

// Preflight looks at the files and reports what would end a run at once: a
// [fault.Fault] with one line for each file.
func (c DocumentsConfig) Preflight() error {
	_, err := c.Ranges()
	return err
}

// Paths are the files that a run reads, sorted.
func (c DocumentsConfig) Paths() ([]string, error) { return inputPaths(c.Input) }

// Rows is how many pages the world has; 0 for files, which are not counted beforehand.
func (c DocumentsConfig) Rows() int {
	if c.Input != "" {
		return 0
	}
	return c.World.Pages
}

// Ranges are the parts of the input that workers read, in any order. All files are
// opened and their first rows are read; every error is a [fault.Fault].
func (c DocumentsConfig) Ranges() ([]Range, error) {
	if c.Input == "" {
		return split(Range{Form: formWorld}, int64(c.World.Pages), rangeRows), nil
	}
	return planFiles(c.Input, c.fileRanges)
}

func (c DocumentsConfig) fileRanges(path string) ([]Range, error) {
	layout := c.Layout
	if layout == auto {
		if layout = layoutByExtension(path); layout == "" {
			return nil, fault.New("%s: cannot tell the layout from the name; give layout=jsonl, layout=parquet or layout=text", path)
		}
	}
	switch layout {
	case layoutParquet:
		return c.parquetRanges(path)
	case layoutText:
		return textRanges(path)
	}
	f, found, err := probe(path, layout, c.judge)
	if err != nil || found == "" {
		return nil, err
	}
	return splitFile(path, f, found, rangeBytes)
}

// layoutByExtension goes by the name of a file, without .gz or .zst; empty is unknown.
func layoutByExtension(path string) string {
	switch strings.ToLower(filepath.Ext(unpackedName(path))) {
	case ".jsonl", ".ndjson", ".json":
		return layoutJSONL
	case ".parquet":
		return layoutParquet
	case ".txt", ".md":
		return layoutText
	}
	return ""
}

// unpackedName is path without the ending that compression adds.
func unpackedName(path string) string {
	switch ext := filepath.Ext(path); strings.ToLower(ext) {
	case ".gz", ".zst":
		return strings.TrimSuffix(path, ext)
	}
	return path
}

// Read reads the whole input on one goroutine and gives every row to keep or to
// refuse, in the order of the files. Stage is the name that rejects carry; seed is that
// of the world.
func (c DocumentsConfig) Read(stage string, seed int64, keep func(schemas.Document), refuse func(schemas.Reject)) error {
	ranges, err := c.Ranges()
	if err != nil {
		return err
	}
	for _, r := range ranges {
		if err := c.read(r, stage, seed, inOrder(keep, refuse)); err != nil {
			return err
		}
	}
	return nil
}

// read reads one range and submits its rows in batches.
func (c DocumentsConfig) read(r Range, stage string, seed int64, submit func(batch[schemas.Document]) error) error {
	switch r.Form {
	case formWorld:
		w, err := world.New(seed, c.World.Pages)
		if err != nil {
			return fault.New("%v", err)
		}
		return makeRows(r, c.License, w.Page, licenseDocument, submit)
	case formParquet:
		return c.readParquet(r, stage, submit)
	case formText:
		return c.readText(r, stage, submit)
	}
	return readJSON(r, stage, c.parseJSON, submit)
}
