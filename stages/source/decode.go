package source

import (
	"encoding/json"
	"errors"
	"unicode/utf8"
)

// decode parses one JSON object into v, a pointer to a struct.
func decode(text []byte, v any) *refusal {
	err := json.Unmarshal(text, v)
	var wrong *json.UnmarshalTypeError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &wrong) && wrong.Field == "":
		return refuse(badJSON, "the row is a JSON %s; expected an object", wrong.Value)
	case errors.As(err, &wrong):
		return refuse(wrongType, "field %q holds a JSON %s; expected a %s", wrong.Field, wrong.Value, typeName(wrong))
	}
	return refuse(badJSON, "%v", err)
}

// typeName is the JSON name of the type that was expected.
func typeName(e *json.UnmarshalTypeError) string {
	switch kind := e.Type.Kind().String(); kind {
	case "slice", "array":
		return "list"
	case "struct", "map":
		return "object"
	case "int", "int32", "int64":
		return "whole number"
	default:
		return kind
	}
}

// field is a field of a row and whether the row has it.
type field struct {
	name  string
	there bool
}

// need refuses a row for the first field that is not there.
func need(fields ...field) *refusal {
	for _, f := range fields {
		if !f.there {
			return refuse(missingField, "no field %q", f.name)
		}
	}
	return nil
}

// orEmpty is the string that s points to; a missing one is empty.
func orEmpty(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// checkUTF8 refuses bytes that are not UTF-8.
func checkUTF8(text []byte) *refusal {
	if utf8.Valid(text) {
		return nil
	}
	at := 0
	for at < len(text) {
		r, size := utf8.DecodeRune(text[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return refuse(invalidUTF8, "byte %d of the row is not UTF-8; save the file as UTF-8", at+1)
}
