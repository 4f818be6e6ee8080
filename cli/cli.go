// Package cli is the command line of gander, one file for each command.
//
// Standard output carries results only: tables, recipes, digests. Everything else, the
// progress of a run among it, goes to standard error. A message begins with "gander:" or
// with the place in a file that it is about; the exit code is 0, or that of the [fault.Fault] behind the message, 1 without one.
package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"regexp"
	"strconv"
	"strings"
	"syscall"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/spf13/cobra"

	"gander/internal/fault"
	"gander/runners"
)

// Main runs the command line of the process and ends it.
//
// A cluster starts this program with Beam's own flags to make it a worker; then Beam
// takes over and never returns. Otherwise Beam sees none of the flags: it has dozens,
// and their names would be taken from ours.
func Main() {
	if isWorker(os.Args[1:]) {
		flag.Parse()
	}
	beam.Init()
	runners.Log(nil)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the process at once
	code := Run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// isWorker says whether args are those that Beam gives to a worker process.
func isWorker(args []string) bool {
	for _, arg := range args {
		switch strings.TrimPrefix(arg, "-") {
		case "-worker", "worker", "-worker=true", "worker=true":
			return strings.HasPrefix(arg, "-")
		}
	}
	return false
}

// app is what the commands share.
type app struct {
	out, err       io.Writer
	verbose, quiet bool
}

// Run runs one command and returns the exit code. beam.Init must have been called.
func Run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	a := &app{out: stdout, err: stderr}
	root := a.root()
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	command, err := root.ExecuteContextC(ctx)
	if err == nil {
		return 0
	}
	return a.complain(command, err)
}

// place begins a message about a line of a file. Such a message stands alone, so that
// editors can jump there.
var place = regexp.MustCompile(`^\S+:\d+:\d+: `)

// complain prints err and returns the exit code.
func (a *app) complain(command *cobra.Command, err error) int {
	code := fault.Failed
	f := fault.Find(err)
	if f != nil {
		code = f.Code
	}
	if place.MatchString(err.Error()) {
		fmt.Fprintln(a.err, err)
	} else {
		a.say("%s", err)
	}
	var failure *runners.Failure
	switch {
	case code == fault.Usage:
		a.say("see %s --help", command.CommandPath())
	case errors.As(err, &failure) && a.verbose:
		fmt.Fprintln(a.err, failure.Detail)
	case errors.As(err, &failure):
		a.say("add --verbose to see all that the runner said")
	}
	return code
}

// say prints a message on standard error.
func (a *app) say(format string, args ...any) {
	fmt.Fprintf(a.err, "gander: "+format+"\n", args...)
}

// usage marks what is wrong with the command line itself.
func usage(err error) error {
	if err == nil {
		return nil
	}
	return fault.WithCode(fault.Usage, "%v", err)
}

// wrongFlag is usage with a value of the wrong type explained in words of our own.
func wrongFlag(err error) error {
	var wrong *strconv.NumError
	if !errors.As(err, &wrong) {
		return usage(err)
	}
	want := "give a whole number"
	switch {
	case wrong.Func == "ParseBool":
		want = "give true or false"
	case errors.Is(wrong, strconv.ErrRange):
		want = "give a whole number of at most 64 bits"
	}
	return fault.WithCode(fault.Usage, "%s%s", strings.TrimSuffix(err.Error(), wrong.Error()), want)
}

// exactly demands n arguments, called what in the message.
func exactly(n int, what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) == n:
			return nil
		case len(args) == 0:
			return fault.WithCode(fault.Usage, "an argument is missing; give %s", what)
		}
		return fault.WithCode(fault.Usage, "%q is an argument too many; give %s", args[len(args)-1], what)
	}
}
