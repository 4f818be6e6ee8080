package source

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/cockroachdb/datadriven"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"gander/schemas"
)

// TestData runs the stories in testdata: files are written, then read.
//
//	file name=F [mark] [crlf] [gzip|zstd] [cut=N] [latin1] [utf16=le|be]
//	    writes the text to F: with a byte order mark, with CRLF, compressed, without its
//	    last N bytes, with ÿ as the single byte that is not UTF-8, in UTF-16
//	questions input=(…) [layout=L] [license=L]
//	documents input=(…) [layout=L]
//	    shows every row and every reject, or the fault
//
// Every reason must be planted somewhere.
func TestData(t *testing.T) {
	planted := map[string]string{}
	datadriven.Walk(t, "testdata/stories", func(t *testing.T, path string) {
		story, err := filepath.Abs(path)
		if err != nil {
			t.Fatal(err)
		}
		t.Chdir(t.TempDir())
		datadriven.RunTest(t, story, func(t *testing.T, d *datadriven.TestData) string {
			switch d.Cmd {
			case "file":
				writeFile(t, d)
				return ""
			case "questions":
				c := DefaultQuestions()
				scan(d, "input", &c.Input)
				scan(d, "layout", &c.Layout)
				scan(d, "license", &c.License)
				return show(planted, describe, func(keep func(schemas.Question), refuse func(schemas.Reject)) error {
					return c.Read("questions", 1, keep, refuse)
				})
			case "documents":
				c := DefaultDocuments()
				scan(d, "input", &c.Input)
				scan(d, "layout", &c.Layout)
				scan(d, "text_field", &c.TextField)
				return show(planted, describeDocument, func(keep func(schemas.Document), refuse func(schemas.Reject)) error {
					return c.Read("documents", 1, keep, refuse)
				})
			}
			t.Fatalf("%s: no command is called %q", d.Pos, d.Cmd)
			return ""
		})
	})
	for _, reason := range Reasons {
		if planted[reason] == "" && reason != rowTooLong { // see TestLongRow
			t.Errorf("reason %q has no planted case in testdata/stories", reason)
		}
	}
	for reason := range planted {
		if !slices.Contains(Reasons, reason) {
			t.Errorf("reason %q is not in Reasons", reason)
		}
	}
}

// scan reads an argument; a list in parentheses is one text with commas.
func scan(d *datadriven.TestData, key string, value *string) {
	if arg, ok := d.Arg(key); ok {
		*value = strings.Join(arg.Vals, ",")
	}
}

func describeDocument(d schemas.Document) string {
	return fmt.Sprintf("document: %s\nfrom: %s %s\ntext: %q\n", d.Title, d.Source, d.SourceID, d.Text)
}

// show reads everything and writes down what came out.
func show[T any](planted map[string]string, describe func(T) string, read func(func(T), func(schemas.Reject)) error) string {
	var b strings.Builder
	err := read(
		func(row T) { b.WriteString(describe(row)) },
		func(r schemas.Reject) {
			planted[r.Reason] = r.Detail
			fmt.Fprintf(&b, "reject %s: %s\n", r.Reason, r.Detail)
		})
	if err != nil {
		fmt.Fprintf(&b, "fault: %v\n", err)
	}
	return b.String()
}

// writeFile writes the input of a file command.
func writeFile(t *testing.T, d *datadriven.TestData) {
	var name string
	d.ScanArgs(t, "name", &name)
	text := d.Input
	if text != "" {
		text += "\n"
	}
	if d.HasArg("crlf") {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	if d.HasArg("mark") {
		text = "\uFEFF" + text
	}
	if d.HasArg("latin1") {
		text = strings.ReplaceAll(text, "ÿ", "\xff")
	}
	data := []byte(text)
	var order string
	d.MaybeScanArgs(t, "utf16", &order)
	if order != "" {
		data = inUTF16(text, order)
	}
	if d.HasArg("gzip") {
		data = gzipped(t, data)
	}
	if d.HasArg("zstd") {
		data = zstandard(t, data)
	}
	var cut int
	d.MaybeScanArgs(t, "cut", &cut)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data[:len(data)-cut], 0o644); err != nil {
		t.Fatal(err)
	}
}

// inUTF16 writes text in UTF-16, little-endian (le) or big-endian (be).
func inUTF16(text, order string) (data []byte) {
	for _, unit := range utf16.Encode([]rune(text)) {
		if order == "le" {
			data = binary.LittleEndian.AppendUint16(data, unit)
		} else {
			data = binary.BigEndian.AppendUint16(data, unit)
		}
	}
	return data
}

func gzipped(t testing.TB, data []byte) []byte {
	var b strings.Builder
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return []byte(b.String())
}

func zstandard(t testing.TB, data []byte) []byte {
	w, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return w.EncodeAll(data, nil)
}
