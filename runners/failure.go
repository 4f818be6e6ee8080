package runners

import (
	"regexp"
	"strings"

	"gander/internal/fault"
)

// Failure is a run that ended for a reason that is no fault of the user's: an error or a
// panic in a stage, or in the runner.
type Failure struct {
	// Cause names the function and what went wrong, in one line.
	Cause string
	// Detail is all that the runner said, stack traces included.
	Detail string
}

// Error returns the cause.
func (f *Failure) Error() string { return f.Cause }

// explain turns what a runner returned into a fault or a Failure.
func explain(err error) error {
	if f := fault.Find(err); f != nil {
		return f
	}
	detail := err.Error()
	cause := rootCause(detail)
	if fn := functionName(detail); fn != "" {
		cause = fn + ": " + cause
	}
	return &Failure{Cause: cause, Detail: detail}
}

// Both runners say which function failed: by its name before an error, by the stack
// behind a panic.
var (
	errorIn = regexp.MustCompile(`DoFn\[[^\]]*Name: [^\]]*?([A-Za-z0-9_]+\.[A-Za-z0-9_.]+)\] failed:\s*`)
	panicIn = regexp.MustCompile(`gander/[\w/]*?(\w+)\.\(\*(\w+)(?:\[\.\.\.\])?\)\.\w+\(`)
)

func functionName(detail string) string {
	if m := errorIn.FindStringSubmatch(detail); m != nil {
		return m[1]
	}
	if m := panicIn.FindStringSubmatch(detail); m != nil {
		return m[1] + "." + m[2]
	}
	return ""
}

// rootCause is the innermost cause that Beam printed, in one line: what follows the last
// "caused by:" without the name of the function and the stack.
func rootCause(detail string) string {
	if i := strings.LastIndex(detail, "caused by:"); i >= 0 {
		detail = detail[i+len("caused by:"):]
	}
	if at := errorIn.FindStringIndex(detail); at != nil {
		detail = detail[at[1]:]
	}
	line, _, _ := strings.Cut(strings.TrimSpace(detail), "\n")
	line, _, _ = strings.Cut(line, " goroutine ")
	return line
}
