package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

var (
	parquetMagic = []byte("PAR1")
	utf16Little  = []byte{0xff, 0xfe}
	utf16Big     = []byte{0xfe, 0xff}
)

// alien says what a file is that holds no JSON in UTF-8, and what to do; empty for all
// else. asked is the layout asked for.
func alien(c *content, asked string) string {
	head, _ := c.Peek(len(parquetMagic)) // an error shows again when the file is read
	switch {
	case bytes.Equal(head, parquetMagic) && asked == layoutJSONL:
		return "this is a Parquet file; use layout=" + layoutParquet
	case bytes.Equal(head, parquetMagic):
		return "this is a Parquet file; questions are read from JSON lines or a JSON array"
	case bytes.HasPrefix(head, utf16Little), bytes.HasPrefix(head, utf16Big), isUTF16(head):
		return "this is a text in UTF-16; save the file as UTF-8"
	}
	return ""
}

// isUTF16 says whether the first character is one of ASCII in two bytes. JSON begins
// with such a character.
func isUTF16(head []byte) bool { return len(head) > 1 && (head[0] == 0) != (head[1] == 0) }

// spread finds out whether a row is spread over several lines, as in pretty-printed JSON:
// the first line ends inside an object, and the second begins none.
type spread struct {
	line int64 // of the first row
	seen int
	open bool // the first row ends inside an object
}

// see looks at the next row and says whether the first one goes on in it.
func (s *spread) see(r row) bool {
	s.seen++
	if s.seen == 1 {
		s.line, s.open = r.line, r.long == 0 && endsInside(r.text)
	}
	return s.seen == 2 && s.open && !bytes.HasPrefix(bytes.TrimSpace(r.text), []byte("{"))
}

// endsInside says whether text is the beginning of a JSON object up to a place where a
// line may end. A row that was cut off mostly ends elsewhere.
func endsInside(text []byte) bool {
	text = bytes.TrimSpace(text)
	if !bytes.HasPrefix(text, []byte("{")) || !bytes.ContainsAny(text[len(text)-1:], "{[,:") {
		return false
	}
	var all json.RawMessage
	return errors.Is(json.NewDecoder(bytes.NewReader(text)).Decode(&all), io.ErrUnexpectedEOF)
}
