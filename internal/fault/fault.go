// Package fault carries a mistake of the user from where it is found to the
// command line, also through a runner.
//
// Runners re-make errors from strings, so errors.As finds nothing behind them. A
// fault that leaves a DoFn is therefore marked in its text, see [Mark], and found
// there again by [Find].
package fault

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Exit codes of the command line.
const (
	Failed  = 1 // the run could not be done: input, output, configuration
	Usage   = 2 // the command line itself is wrong
	Budget  = 3 // a budget or a circuit breaker ended the run
	Rejects = 4 // more rows were refused than allowed
)

// Fault is a message for the user: where, what, what now, in one line or a few. It
// never comes with a stack trace.
type Fault struct {
	// Code is the exit code of the process.
	Code int
	// Text is the message.
	Text string
}

// Error returns the text.
func (f *Fault) Error() string { return f.Text }

// New makes a fault with exit code [Failed].
func New(format string, args ...any) *Fault {
	return &Fault{Code: Failed, Text: fmt.Sprintf(format, args...)}
}

// WithCode makes a fault with an exit code of its own.
func WithCode(code int, format string, args ...any) *Fault {
	return &Fault{Code: code, Text: fmt.Sprintf(format, args...)}
}

const (
	open  = "‹fault "
	close = "›"
)

// Mark turns err into one whose text survives a runner: the text of the fault in err
// is set in marks. Errors without a fault, and nil, pass unchanged. Call it where a
// DoFn returns.
func Mark(err error) error {
	var f *Fault
	if !errors.As(err, &f) {
		return err
	}
	return errors.New(open + strconv.Itoa(f.Code) + " " + strconv.Quote(f.Text) + close)
}

// Find returns the first fault in err or in its text, or nil.
func Find(err error) *Fault {
	if err == nil {
		return nil
	}
	var f *Fault
	if errors.As(err, &f) {
		return f
	}
	return parse(err.Error())
}

func parse(text string) *Fault {
	_, rest, ok := strings.Cut(text, open)
	if !ok {
		return nil
	}
	number, quoted, ok := strings.Cut(rest, " ")
	code, err := strconv.Atoi(number)
	if !ok || err != nil {
		return nil
	}
	prefix, err := strconv.QuotedPrefix(quoted)
	if err != nil {
		return nil
	}
	message, err := strconv.Unquote(prefix)
	if err != nil {
		return nil
	}
	return &Fault{Code: code, Text: message}
}
