// Package strictjson reads JSON that people write by hand: the arguments of a rule, a row to
// judge. It refuses what encoding/json lets pass in silence, a misspelt field, one in
// other case, one given twice, and says what is wrong in words of its own:
//
//	no field is called "policy.plcaes"; did you mean "places"?
//	golds: give a list of texts, not a text
//	golds[1]: give a text, not a number
//	choices is given twice; leave one out
//
// The first fault in the order of the text is told. A null is read as a field that is left
// out, as encoding/json has it. A type that reads itself, such as json.RawMessage, is
// read by itself alone.
package strictjson

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
)

// Malformed is the error for a text that is not one JSON object; it ends a sentence such
// as "the row is no JSON object: ".
type Malformed struct{ why string }

// Error says what is there instead of an object.
func (m *Malformed) Error() string { return m.why }

// Decode reads text, one JSON object, into v, a pointer to a struct.
func Decode(text []byte, v any) error { return decode(text, v, false) }

// DecodeOpen is Decode for an object that may have fields beside those of v, of any
// kind. Objects inside of it may too, but not one that looks like a field misspelt.
func DecodeOpen(text []byte, v any) error { return decode(text, v, true) }

func decode(text []byte, v any, open bool) error {
	err := json.Unmarshal(text, v)
	var broken *json.SyntaxError
	if errors.As(err, &broken) {
		return malformed(text, broken)
	}
	w := walker{json.NewDecoder(bytes.NewReader(text)), open}
	w.UseNumber()
	token, failed := w.Token()
	if failed != nil {
		return failed
	}
	if token != json.Delim('{') {
		return &Malformed{"it is " + noun(token)}
	}
	if fault := w.object(reflect.TypeOf(v).Elem(), ""); fault != nil {
		return fault
	}
	return err
}

// malformed says in which way text is broken.
func malformed(text []byte, broken *json.SyntaxError) error {
	var first json.RawMessage
	switch err := json.NewDecoder(bytes.NewReader(text)).Decode(&first); {
	case err == nil:
		return &Malformed{"something follows it; give one object"}
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return &Malformed{"its end is missing"}
	}
	return &Malformed{fmt.Sprintf("byte %d is out of place", broken.Offset)}
}
