package verifiers

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
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

// decode reads one JSON object into v, and nothing else: an unknown field, a second
// value or a wrong type is an error.
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
	return nil
}
