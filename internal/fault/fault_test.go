package fault

import (
	"errors"
	"fmt"
	"testing"
)

func TestFaultSurvivesARunner(t *testing.T) {
	tests := []struct {
		name string
		err  error
		want *Fault
	}{
		{"no error", nil, nil},
		{"an error without a fault", errors.New("boom"), nil},
		{"a fault as it is", New("a.yaml:3: no stage %q", "pluk"), &Fault{Failed, `a.yaml:3: no stage "pluk"`}},
		{"wrapped", fmt.Errorf("reading: %w", WithCode(Usage, "two\nlines")), &Fault{Usage, "two\nlines"}},
		{"made into text twice", errors.New("outer: bundle failed: " + Mark(New("disk “full” › here")).Error()),
			&Fault{Failed, "disk “full” › here"}},
		{"broken mark", errors.New(open + "x " + close), nil},
		{"cut mark", errors.New(open + `1 "abc`), nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Find(tt.err)
			if (got == nil) != (tt.want == nil) || got != nil && *got != *tt.want {
				t.Fatalf("Find = %+v, want %+v", got, tt.want)
			}
		})
	}
}
