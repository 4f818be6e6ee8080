package server

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gander/verifiers/server/wire"
)

// fields reads a JSON object into the fields that are named; a null is left out. A field
// that comes twice is a problem, and one of another name, unless others are allowed:
// trainers send some that we need not know.
func fields(data []byte, others bool, named map[string]*[]byte) *wire.Problem {
	seen := make([]*[]byte, 0, 8) // as many as any request has fields
	return object(data, func(name string, value []byte) *wire.Problem {
		into, ok := named[name]
		if ok && slices.Contains(seen, into) {
			return &wire.Problem{Field: name, Message: "comes twice; send it once"}
		}
		seen = append(seen, into)
		switch {
		case ok && string(value) != "null":
			*into = value
		case !ok && !others:
			return &wire.Problem{Field: name, Message: "is no field of this request; leave it out"}
		}
		return nil
	})
}

// textOf reads a field that is a text.
func textOf(field string, raw []byte) (string, *wire.Problem) {
	s, ok := text(raw)
	switch {
	case ok:
		return s, nil
	case raw[0] == '"':
		return "", under(field, malformed(raw))
	}
	return "", under(field, notA("a string", raw))
}

// arrayOf reads a field that is an array; one that is left out is nil.
func arrayOf(field string, raw []byte) ([]json.RawMessage, *wire.Problem) {
	if raw == nil {
		return nil, nil
	}
	all, problem := array(raw)
	if problem != nil {
		problem = under(field, problem)
	}
	return all, problem
}

// notA says that a value, which may be missing, is of another type, or none of JSON.
func notA(wanted string, raw []byte) *wire.Problem {
	if len(raw) == 0 {
		return &wire.Problem{Message: "wants " + wanted + ", not nothing"}
	}
	var is string
	switch raw[0] {
	case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		is = "a number"
	case '{':
		is = "an object"
	case '[':
		is = "an array"
	case '"':
		is = "a string"
	case 't', 'f':
		is = "true or false"
	case 'n':
		is = "null"
	default:
		return malformed(raw)
	}
	return &wire.Problem{Message: "wants " + wanted + ", not " + is}
}

// ended demands that a value is all of data but for blanks.
func ended(data []byte, at int) *wire.Problem {
	if blanks(data, at) < len(data) {
		return &wire.Problem{Message: "something follows the JSON value; send one"}
	}
	return nil
}

// malformed says where data is no JSON.
func malformed(data []byte) *wire.Problem {
	var v json.RawMessage
	var broken *json.SyntaxError
	if err := json.Unmarshal(data, &v); !errors.As(err, &broken) {
		return &wire.Problem{Message: "no JSON; send one object"}
	}
	at := int(broken.Offset)
	if at < 1 || at >= len(data) {
		return &wire.Problem{Message: fmt.Sprintf("no JSON: it ends at byte %d, before its value does", len(data))}
	}
	return &wire.Problem{Message: fmt.Sprintf("no JSON: byte %d is %q, which cannot stand there", at, data[at-1:at])}
}

// under puts the path of a problem below parent, which may be empty.
func under(parent string, p *wire.Problem) *wire.Problem {
	field := parent + "." + p.Field
	return &wire.Problem{Field: strings.Trim(field, "."), Message: p.Message}
}

// element is the path of entry i of an array.
func element(array string, i int) string { return array + "[" + strconv.Itoa(i) + "]" }
