package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"gander/internal/fault"
)

// probeRows is how many rows of a file may be unfit before the file counts as one of
// another layout.
const probeRows = 10

// judge looks at the text of one row: it returns the layout of the row, or says in one
// line what is wrong and what to do.
type judge func(text []byte) (layout, wrong string)

// probe finds out the form and the layout of a file of JSON from its first rows. An
// empty layout says that the file has no rows; no row that could be judged leaves
// the layout as asked. What the file is if it is no JSON lines and no JSON array, the
// error says.
func probe(path, asked string, look judge) (f Form, layout string, err error) {
	c, err := open(path)
	if err != nil {
		return "", "", err
	}
	defer func() { err = errors.Join(err, c.close()) }()

	if wrong := alien(c, asked); wrong != "" {
		return "", "", fault.New("%s: %s", path, wrong)
	}
	f, in, err := formOf(c)
	if err != nil {
		return "", "", broken(path, 0, err)
	}
	var firstWrong error
	var first spread
	found := false
	for line, n := int64(0), 0; n < probeRows; n++ {
		r, err := in.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return "", "", broken(path, line, err)
		}
		found, line = true, r.line
		if f != formArray && first.see(r) {
			return "", "", fault.New("%s: a row runs over several lines; write each row on one line, or all rows as one JSON array", placeOf(path, first.line))
		}
		if r.long > 0 || checkUTF8(r.text) != nil {
			continue // a reject for certain, and no witness
		}
		layout, wrong := look(r.text)
		if wrong == "" {
			return f, layout, nil
		}
		if firstWrong == nil {
			firstWrong = fault.New("%s: %s", placeOf(path, r.line), wrong)
		}
	}
	switch {
	case !found:
		return f, "", nil
	case firstWrong != nil:
		return "", "", firstWrong
	case asked == auto:
		return "", "", fault.New("%s: no row can be read; save the file as UTF-8, with rows of at most %d bytes", path, maxRow)
	}
	return f, asked, nil
}

// formOf looks at the first byte that is not space: a bracket opens an array.
func formOf(c *content) (Form, rowReader, error) {
	lines := &lineReader{r: c.Reader, end: 1 << 62, limit: maxRow}
	for n := 1; ; n++ {
		head, err := c.Peek(n)
		switch {
		case errors.Is(err, io.EOF) || errors.Is(err, bufio.ErrBufferFull):
			return lineForm(c), lines, nil
		case err != nil:
			return "", nil, err
		case head[n-1] == '[':
			return formArray, newArrayReader(c.Reader, maxRow), nil
		case len(bytes.TrimSpace(head)) > 0:
			return lineForm(c), lines, nil
		}
	}
}

func lineForm(c *content) Form {
	if c.packed {
		return formPacked
	}
	return formLines
}

// judgeQuestion judges a row of questions for the layout asked for.
func judgeQuestion(asked string) judge {
	return func(text []byte) (string, string) {
		fields, wrong := fieldsOf(text)
		if wrong != "" {
			return "", wrong
		}
		like, known := lookalike(fields)
		if asked == auto && !known {
			return "", "cannot tell the layout of this row" + layoutHint()
		}
		want := like
		if asked != auto {
			want = layoutByName(asked)
		}
		if like.name != want.name {
			return "", mismatch(want, like, fields)
		}
		if _, why := want.parse(text); why != nil && why.reason == wrongType {
			return "", "not a " + want.name + " row: " + why.cause + "; write it as docs/layouts.md shows"
		}
		return want.name, ""
	}
}

// fieldsOf returns the fields of a row that are not null.
func fieldsOf(text []byte) (fields map[string]json.RawMessage, wrong string) {
	if why := decode(text, &fields); why != nil {
		return nil, "not a JSON object (" + why.cause + "); give a JSON array of rows, or JSON lines with one row a line"
	}
	for name, value := range fields {
		if string(value) == "null" {
			delete(fields, name)
		}
	}
	return fields, ""
}

// lookalike is the first layout whose fields are all there.
func lookalike(fields map[string]json.RawMessage) (layout, bool) {
	for _, l := range layouts {
		if missingIn(l, fields) == "" {
			return l, true
		}
	}
	return layout{}, false
}

// missingIn is the first field of a layout that is not there; empty where all are.
func missingIn(l layout, fields map[string]json.RawMessage) string {
	for _, name := range l.fields {
		if _, there := fields[name]; !there {
			return name
		}
	}
	return ""
}

// mismatch says why a row is not of the layout wanted, and which one it is.
func mismatch(want, like layout, fields map[string]json.RawMessage) string {
	said := "not a " + want.name + " row: "
	if name := missingIn(want, fields); name != "" {
		said += "no field \"" + name + "\"; "
	}
	if like.name != "" {
		return said + "it looks like " + like.name + ", use layout=" + like.name
	}
	return strings.TrimSuffix(said, "; ") + layoutHint()
}

// layoutHint lists what each layout needs.
func layoutHint() string {
	var all []string
	for _, l := range layouts {
		all = append(all, l.name+" has "+strings.Join(l.fields, ", "))
	}
	return "; " + strings.Join(all, "; ")
}
