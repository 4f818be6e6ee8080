package source

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// arrayReader reads the elements of one JSON array, whatever their layout. It finds
// where an element ends; whether it is sound is found when it is parsed.
type arrayReader struct {
	r      *bufio.Reader
	line   int64 // of the next byte
	limit  int
	opened bool
}

func newArrayReader(r *bufio.Reader, limit int) *arrayReader {
	return &arrayReader{r: r, line: 1, limit: limit}
}

func (a *arrayReader) next() (row, error) {
	for {
		c, err := a.r.ReadByte()
		switch {
		case errors.Is(err, io.EOF):
			return row{}, errCut
		case err != nil:
			return row{}, err
		case c == '\n':
			a.line++
		case c == ' ', c == '\t', c == '\r', c == ',':
		case c == '[' && !a.opened:
			a.opened = true
		case c == ']':
			return row{}, a.finish()
		default:
			_ = a.r.UnreadByte() // just read
			return a.element()
		}
	}
}

// element reads one element, up to the comma or the bracket behind it.
func (a *arrayReader) element() (row, error) {
	text, start := collector{limit: a.limit}, a.line
	var s elementScanner
	for {
		if _, err := a.r.Peek(1); err != nil {
			if errors.Is(err, io.EOF) {
				err = errCut
			}
			return row{}, err
		}
		chunk, _ := a.r.Peek(a.r.Buffered()) // never more than is there
		n := s.scan(chunk)
		text.add(chunk[:n])
		_, _ = a.r.Discard(n) // just peeked
		if n < len(chunk) {
			break
		}
	}
	a.line += s.lines
	r := text.row(start)
	if r.long == 0 {
		r.text = bytes.TrimRight(r.text, " \t\r\n")
	}
	return r, nil
}

// finish demands that nothing but space follows the array.
func (a *arrayReader) finish() error {
	for {
		c, err := a.r.ReadByte()
		if err != nil {
			return err // io.EOF is the good end
		}
		if c == '\n' {
			a.line++
		}
		if c != ' ' && c != '\t' && c != '\r' && c != '\n' {
			return errTail
		}
	}
}

// elementScanner looks for the end of an array's element.
type elementScanner struct {
	depth            int
	inText, isEscape bool
	lines            int64
}

// scan returns the index in chunk of the byte that ends the element, or len(chunk).
func (s *elementScanner) scan(chunk []byte) int {
	for i, c := range chunk {
		if c == '\n' {
			s.lines++
		}
		switch {
		case s.isEscape:
			s.isEscape = false
		case s.inText:
			s.isEscape = c == '\\'
			s.inText = c != '"'
		case c == '"':
			s.inText = true
		case s.depth == 0 && (c == ',' || c == ']'):
			return i
		case c == '{', c == '[':
			s.depth++
		case c == '}', c == ']':
			s.depth = max(0, s.depth-1)
		}
	}
	return len(chunk)
}
