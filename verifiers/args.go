package verifiers

import (
	"errors"
	"fmt"
	"reflect"
	"strings"

	"gander/verifiers/internal/strictjson"
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

// unreadable is the error for arguments that are not those of the rule, whatever they
// mean.
type unreadable struct{ error }

// decode reads one JSON object into v, a pointer to a struct, and nothing else: an
// unknown field, a field in other case or given twice, a second value or a wrong type is
// an error.
func decode(args string, v any) error {
	if strings.TrimSpace(args) == "" {
		return unreadable{errors.New("the arguments are empty; give a JSON object")}
	}
	err := strictjson.Decode([]byte(args), v)
	var malformed *strictjson.Malformed
	switch {
	case errors.As(err, &malformed):
		return unreadable{fmt.Errorf("the arguments are no JSON object: %w", err)}
	case err != nil:
		return unreadable{err}
	}
	return nil
}

// CheckArgs reads args, a JSON object of some arguments of v, as strictly as Compile. What
// they mean together with the others it leaves to Compile.
func (v Verifier) CheckArgs(args string) error {
	return decode(args, reflect.New(reflect.TypeOf(v.Args)).Interface())
}

// OnlyGolds says whether err, of [Verifier.Compile], is about golds that the rule cannot
// use and nothing else: the arguments are otherwise those that the rule takes. It goes by
// the field that begins every fault.
func OnlyGolds(err error) bool {
	var u unreadable
	if errors.As(err, &u) {
		return false
	}
	for fault := range strings.SplitSeq(err.Error(), "\n") {
		if !strings.HasPrefix(fault, "gold") {
			return false
		}
	}
	return true
}
