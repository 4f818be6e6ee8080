package source

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"gander/internal/fault"
	"gander/schemas"
)

// page is a row with columns that a document does not need.
type page struct {
	Vector []float32 `parquet:"vector,list"`
	Number int64     `parquet:"id"`
	Title  *string   `parquet:"title,optional"`
	Body   *string   `parquet:"text,optional"`
	Tags   []string  `parquet:"tags,list"`
}

func newReader(text string) *bufio.Reader { return bufio.NewReader(strings.NewReader(text)) }

// Three row groups are three ranges; rows keep their numbers across them.
func TestParquet(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pages.parquet")
	writePages(t, path, 3, 100)
	c := DefaultDocuments()
	c.Input, c.License = path, "MIT"

	ranges, err := c.Ranges()
	if err != nil || len(ranges) != 3 {
		t.Fatalf("%d ranges, error %v", len(ranges), err)
	}
	var rejects, rows []string
	err = c.Read("documents", 1,
		func(d schemas.Document) {
			if d.ID != schemas.DocumentID(d) || strings.Join(d.License, " ") != "MIT" {
				t.Errorf("document %+v", d)
			}
			rows = append(rows, d.SourceID+" "+d.Title+": "+d.Text)
		},
		func(r schemas.Reject) { rejects = append(rejects, r.Reason+" "+r.Detail) })
	if err != nil {
		t.Fatal(err)
	}
	wantRejects := []string{
		"missing_field " + path + `:row 8: no field "text"`,
		"blank_text " + path + ":row 109: the text is empty",
		"invalid_utf8 " + path + ":row 210: byte 2 of the row is not UTF-8; save the file as UTF-8",
	}
	if strings.Join(rejects, "\n") != strings.Join(wantRejects, "\n") {
		t.Errorf("rejects:\n%s\nwant:\n%s", strings.Join(rejects, "\n"), strings.Join(wantRejects, "\n"))
	}
	if len(rows) != 297 || rows[0] != "0 : Text 0." || rows[296] != "299 Page 299: Text 299." {
		t.Errorf("%d rows, from %q to %q", len(rows), rows[0], rows[len(rows)-1])
	}
}

// writePages writes groups of size rows. Row 7 has no text, row 108 a blank one, row
// 209 one that is not UTF-8; even rows under 10 have no title.
func writePages(t *testing.T, path string, groups, size int) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := parquet.NewGenericWriter[page](f)
	for n := range groups * size {
		title, body := fmt.Sprintf("Page %d", n), fmt.Sprintf("Text %d.", n)
		p := page{Number: int64(n), Title: &title, Body: &body, Vector: []float32{1, 2}, Tags: []string{"a", "b", "c"}}
		switch {
		case n == 7:
			p.Body = nil
		case n == 108:
			body = " "
		case n == 209:
			body = "a\xff"
		case n < 10 && n%2 == 0:
			p.Title = nil
		}
		if _, err := w.Write([]page{p}); err != nil {
			t.Fatal(err)
		}
		if n%size == size-1 {
			if err := w.Flush(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// A Parquet file without the columns is a fault that names them.
func TestParquetColumns(t *testing.T) {
	t.Chdir(t.TempDir())
	writePages(t, "pages.parquet", 1, 1)
	for _, tt := range []struct {
		name   string
		change func(*DocumentsConfig)
		want   string
	}{
		{"no such text", func(c *DocumentsConfig) { c.TextField = "body" },
			`pages.parquet: no column "body"; name the column that holds the text by text_field`},
		{"text is a number", func(c *DocumentsConfig) { c.TextField = "id" },
			`pages.parquet: column "id" holds values of type INT(64,true), not texts; name the columns by text_field, title_field and id_field`},
		{"no titles, no ids", func(c *DocumentsConfig) { c.TitleField, c.IDField = "", "other" }, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := DefaultDocuments()
			c.Input = "pages.parquet"
			tt.change(&c)
			err := c.Preflight()
			sameText(t, err, tt.want)
			if err != nil && fault.Find(err) == nil {
				t.Errorf("%v is no fault", err)
			}
		})
	}
}
