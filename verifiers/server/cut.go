package server

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"gander/verifiers/server/wire"
)

// Bodies are long texts inside a little structure. They are cut along the structure here,
// several times faster than encoding/json would, and each part is read by whoever needs
// it: texts by text, arguments by their rule. What is cut off and read by nobody is only
// looked at for where it ends.

// object calls field for each member of a JSON object, in order, until one is a problem.
func object(data []byte, field func(name string, value []byte) *wire.Problem) *wire.Problem {
	at := blanks(data, 0)
	if at == len(data) {
		return &wire.Problem{Message: "it is empty; send a JSON object"}
	}
	if data[at] != '{' {
		return notA("an object", data[at:])
	}
	if at = blanks(data, at+1); at < len(data) && data[at] == '}' {
		return ended(data, at+1)
	}
	for {
		end := endOf(data, at)
		colon := blanks(data, max(end, 0))
		if end < 0 || data[at] != '"' || colon == len(data) || data[colon] != ':' {
			return malformed(data)
		}
		name, ok := text(data[at:end])
		from := blanks(data, colon+1)
		to := endOf(data, from)
		next := blanks(data, max(to, 0))
		if !ok || to < 0 || next == len(data) {
			return malformed(data)
		}
		if problem := field(name, data[from:to:to]); problem != nil {
			return problem
		}
		switch data[next] {
		case '}':
			return ended(data, next+1)
		case ',':
			at = blanks(data, next+1)
		default:
			return malformed(data)
		}
	}
}

// array is the elements of a JSON array.
func array(data []byte) ([]json.RawMessage, *wire.Problem) {
	if len(data) == 0 || data[0] != '[' {
		return nil, notA("an array", data)
	}
	all := []json.RawMessage{}
	at := blanks(data, 1)
	if at < len(data) && data[at] == ']' {
		return all, ended(data, at+1)
	}
	for {
		end := endOf(data, at)
		next := blanks(data, max(end, 0))
		if end < 0 || next == len(data) {
			return nil, malformed(data)
		}
		all = append(all, json.RawMessage(data[at:end:end]))
		switch data[next] {
		case ']':
			return all, ended(data, next+1)
		case ',':
			at = blanks(data, next+1)
		default:
			return nil, malformed(data)
		}
	}
}

// blanks is the place of the first byte from at on that is no white space.
func blanks(data []byte, at int) int {
	for at < len(data) && (data[at] == ' ' || data[at] == '\n' || data[at] == '\r' || data[at] == '\t') {
		at++
	}
	return at
}

// endOf is the place behind the value that starts at at, or -1 when there is none or it
// does not end.
func endOf(data []byte, at int) int {
	if at == len(data) {
		return -1
	}
	switch data[at] {
	case '"':
		return endOfText(data, at)
	case '{', '[':
		return endOfNest(data, at)
	}
	from := at
	for at < len(data) && !closes[data[at]] {
		at++
	}
	if at == from {
		return -1
	}
	return at
}

// closes says of each byte whether a number, true, false or null ends before it.
var closes = [256]bool{',': true, ':': true, ']': true, '}': true, '"': true, ' ': true, '\n': true, '\r': true, '\t': true}

// endOfNest is the place behind the object or array that starts at at, or -1.
func endOfNest(data []byte, at int) int {
	for depth := 0; at >= 0 && at < len(data); {
		switch data[at] {
		case '"':
			at = endOfText(data, at)
			continue
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		}
		if at++; depth == 0 {
			return at
		}
	}
	return -1
}

// endOfText is the place behind the string that starts at at, or -1: behind the next
// quote with an even number of backslashes before it.
func endOfText(data []byte, at int) int {
	for at++; ; at++ {
		n := bytes.IndexByte(data[at:], '"')
		if n < 0 {
			return -1
		}
		at += n
		slashes := 0
		for data[at-1-slashes] == '\\' {
			slashes++
		}
		if slashes%2 == 0 {
			return at + 1
		}
	}
}

// plain says of each byte whether it stands for itself in a JSON string.
var plain = func() (is [256]bool) {
	for c := range is {
		is[c] = c >= ' ' && c != '"' && c != '\\'
	}
	return is
}()

// text reads a JSON string. As encoding/json does, it puts U+FFFD for half a surrogate pair
// and for bytes that are not UTF-8.
func text(raw []byte) (string, bool) {
	if len(raw) < 2 || raw[0] != '"' || raw[len(raw)-1] != '"' {
		return "", false
	}
	inside := raw[1 : len(raw)-1]
	var out strings.Builder
	out.Grow(len(inside))
	from := 0
	for i := 0; i < len(inside); {
		if plain[inside[i]] {
			i++
			continue
		}
		r, size := escape(inside[i:])
		if size == 0 {
			return "", false
		}
		out.Write(inside[from:i])
		out.WriteRune(r)
		i += size
		from = i
	}
	out.Write(inside[from:])
	if s := out.String(); utf8.ValidString(s) {
		return s, true
	}
	var mended string
	err := json.Unmarshal(raw, &mended)
	return mended, err == nil
}

// escape reads the escape that s starts with: the character, and how many bytes it takes,
// 0 when it is none.
func escape(s []byte) (r rune, size int) {
	if len(s) < 2 || s[0] != '\\' {
		return 0, 0
	}
	if at := strings.IndexByte(`n"\/trbf`, s[1]); at >= 0 {
		return rune("\n\"\\/\t\r\b\f"[at]), 2
	}
	first, ok := fourDigits(s)
	if !ok {
		return 0, 0
	}
	if !utf16.IsSurrogate(first) {
		return first, 6
	}
	if second, ok := fourDigits(s[6:]); ok {
		if r := utf16.DecodeRune(first, second); r != utf8.RuneError {
			return r, 12
		}
	}
	return utf8.RuneError, 6
}

// fourDigits is the number of an escape as in \u00e9.
func fourDigits(s []byte) (rune, bool) {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(s[2:6]), 16, 32)
	return rune(n), err == nil
}
