package keychain

import (
	"encoding/json"
	"errors"
	"strconv"
	"strings"
)

// A Reading is what a prompt says to somebody who knows nothing but the prompt.
type Reading struct {
	// Start is the first key.
	Start string
	// Context is the text before the tail, Tail the text that names the start.
	Context, Tail string
	// Passages are the numbered passages, in order.
	Passages []ReadPassage
	// Records are the records found, in order.
	Records []ReadRecord
}

// ReadPassage is one passage: Context[Start:End] with its records, without heading.
type ReadPassage struct{ Number, Start, End int }

// ReadRecord is one record: Context[Start:End] is the JSON object.
type ReadRecord struct {
	Key, Value string
	Start, End int
	// JSON is false when the record is no JSON object and was read up to the next `"}`.
	JSON bool
}

// Read reads a prompt. The error says what is missing: the tail, the first key or the
// passages.
func Read(prompt string) (Reading, error) {
	var r Reading
	var ok bool
	if r.Context, r.Tail, ok = splitTail(prompt); !ok {
		return r, errors.New("the prompt has no closing paragraph that names the first key")
	}
	m := startKey.FindStringSubmatch(r.Tail)
	if m == nil {
		return r, errors.New("the closing paragraph names no first key")
	}
	r.Start = m[1]
	r.Passages = readPassages(r.Context)
	if len(r.Passages) == 0 {
		return r, errors.New("the prompt has no numbered passages")
	}
	r.Records = readRecords(r.Context, r.Start)
	return r, nil
}

// readPassages finds the headings 1, 2, 3, … A record that stands before a heading on
// its line, or between heading and text, belongs to no passage.
func readPassages(context string) []ReadPassage {
	var found []ReadPassage
	for at := 0; ; {
		head := "Passage " + strconv.Itoa(len(found)+1) + ":\n"
		i := strings.Index(context[at:], head)
		end := len(context)
		if i >= 0 {
			end = at + i
		}
		if len(found) > 0 {
			found[len(found)-1].End = len(strings.TrimSuffix(context[:end], "\n\n"))
		}
		if i < 0 {
			return found
		}
		at = end + len(head)
		found = append(found, ReadPassage{Number: len(found) + 1, Start: at})
	}
}

// readRecords finds every one-entry object whose key looks like the start key.
func readRecords(context, start string) []ReadRecord {
	var found []ReadRecord
	const open, middle = `{"`, `": "`
	for at := 0; ; {
		i := strings.Index(context[at:], open)
		if i < 0 {
			return found
		}
		begin := at + i
		at = begin + len(open)
		rest := context[at:]
		if len(rest) < len(start)+len(middle) || !strings.HasPrefix(rest[len(start):], middle) || !looksLike(rest[:len(start)], start) {
			continue
		}
		r := ReadRecord{Key: rest[:len(start)], Start: begin}
		value := rest[len(start)+len(middle)-1:] // from the quote on
		var length int
		if r.Value, length, r.JSON = jsonValue(value); !r.JSON {
			if r.Value, length = plainValue(value); length == 0 {
				continue
			}
		}
		r.End = at + len(start) + len(middle) - 1 + length
		found = append(found, r)
		at = r.End
	}
}

// jsonValue reads a JSON string and the brace that closes its object; length counts both.
func jsonValue(s string) (value string, length int, ok bool) {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			if !strings.HasPrefix(s[i+1:], "}") || json.Unmarshal([]byte(s[:i+1]), &value) != nil {
				return "", 0, false
			}
			return value, i + 2, true
		}
	}
	return "", 0, false
}

// plainValue reads an unescaped value up to the next `"}`; length is 0 when there is none.
func plainValue(s string) (value string, length int) {
	end := strings.Index(s[1:], `"}`)
	if end < 0 {
		return "", 0
	}
	return s[1 : 1+end], 1 + end + 2
}

// looksLike says whether s has the length of id and a hyphen where, and only where, id
// has one, letters and digits elsewhere.
func looksLike(s, id string) bool { return len(s) == len(id) && likeness(s, id) == len(id) }

// likeness is how many first bytes of s look like those of id; s is no shorter than id.
func likeness(s, id string) int {
	for i := range len(id) {
		if c := s[i]; (c == '-') != (id[i] == '-') || !idByte(c) {
			return i
		}
	}
	return len(id)
}

// idByte says whether c can stand in an id.
func idByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c >= 'A' && c <= 'Z'
}
