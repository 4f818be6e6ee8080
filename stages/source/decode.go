package source

import (
	"encoding/json"
	"errors"
	"unicode/utf8"

	"gander/schemas"
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
		return refuse(wrongType, "field %q holds a JSON %s; expected %s", wrong.Field, wrong.Value, typeName(wrong))
	}
	return refuse(badJSON, "%v", err)
}

// typeName is the JSON name of the type that was expected, with its article.
func typeName(e *json.UnmarshalTypeError) string {
	switch kind := e.Type.Kind().String(); kind {
	case "slice", "array":
		return "a list"
	case "struct", "map":
		return "an object"
	case "int", "int32", "int64":
		return "a whole number"
	case "bool":
		return "true or false"
	default:
		return "a " + kind
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

// setAnswer sets the answer of a question; a missing one is refused. Whether it is blank is
// found out by [tidy].
func setAnswer(q *schemas.Question, answer *string) *refusal {
	if answer == nil {
		return refuse(noAnswer, `field "answer" is missing`)
	}
	q.Answer = *answer
	return nil
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
