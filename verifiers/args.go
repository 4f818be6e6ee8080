package verifiers

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
)

// TextArgs are the arguments of the text rules, as JSON.
type TextArgs struct {
	// Golds are the texts that are right: the gold answer first, then its aliases. At
	// least one, none blank.
	Golds []string `json:"golds"`
	// Others are the golds of the other candidate questions of the same prompt: answers
	// that look right and are not. May be empty.
	Others []string `json:"others,omitempty"`
}

// check returns every fault of a.
func (a TextArgs) check() (faults []error) {
	if len(a.Golds) == 0 {
		faults = append(faults, errors.New("golds is empty; give the gold answer, then its aliases"))
	}
	for i, g := range a.Golds {
		if strings.TrimSpace(g) == "" {
			faults = append(faults, fmt.Errorf("golds[%d] is blank; give an answer or leave it out", i))
		}
	}
	for i, o := range a.Others {
		if strings.TrimSpace(o) == "" {
			faults = append(faults, fmt.Errorf("others[%d] is blank; give an answer or leave it out", i))
		}
	}
	return faults
}

// decode reads one JSON object into v, a pointer to a struct, and nothing else: an
// unknown field, a field in other case or given twice, a second value or a wrong type is
// an error.
func decode(args string, v any) error {
	if strings.TrimSpace(args) == "" {
		return errors.New("the arguments are empty; give a JSON object")
	}
	d := json.NewDecoder(strings.NewReader(args))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return fmt.Errorf("reading the arguments: %w", err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("the arguments go on after the JSON object; give one object")
	}
	if err := checkKeys(json.NewDecoder(strings.NewReader(args)), reflect.TypeOf(v).Elem()); err != nil {
		return fmt.Errorf("reading the arguments: %w", err)
	}
	return nil
}

// checkKeys reads one value from d, which is known to decode into t, and refuses what the
// decoder lets pass: a key twice in one object, and a field of a struct in other case.
func checkKeys(d *json.Decoder, t reflect.Type) error {
	if t == rawJSON {
		var kept json.RawMessage // its rule reads it
		return d.Decode(&kept)
	}
	token, err := d.Token()
	if err != nil {
		return err
	}
	switch token {
	case json.Delim('['):
		for d.More() {
			if err := checkKeys(d, elem(t)); err != nil {
				return err
			}
		}
	case json.Delim('{'):
		seen := map[string]bool{}
		for d.More() {
			token, err := d.Token()
			if err != nil {
				return err
			}
			key, _ := token.(string)
			of, known := member(t, key)
			switch {
			case !known:
				return fmt.Errorf("unknown field %q", key)
			case seen[key]:
				return fmt.Errorf("the field %q twice", key)
			}
			seen[key] = true
			if err := checkKeys(d, of); err != nil {
				return err
			}
		}
	default:
		return nil
	}
	_, err = d.Token()
	return err
}

// elem is the type of the entries of t; nil, which stands for any, when t does not say.
func elem(t reflect.Type) reflect.Type {
	if t != nil && (t.Kind() == reflect.Slice || t.Kind() == reflect.Map || t.Kind() == reflect.Pointer) {
		return t.Elem()
	}
	return nil
}

// member is the type of the field called key of an object that is read into t.
func member(t reflect.Type, key string) (of reflect.Type, known bool) {
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t == nil || t.Kind() != reflect.Struct {
		return elem(t), true
	}
	for _, f := range reflect.VisibleFields(t) {
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name == key {
			return f.Type, true
		}
	}
	return nil, false
}

var rawJSON = reflect.TypeFor[json.RawMessage]()
