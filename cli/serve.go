package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"gander/internal/fault"
	"gander/verifiers/server"
)

func (a *app) serveCommand() *cobra.Command {
	config := server.Default()
	var listen, tokenEnv string
	c := &cobra.Command{
		Use:   "serve",
		Short: "Answer reward requests over HTTP",
		Long: `Serve judges replies for trainers that ask over HTTP: POST /v1/verify, and the forms of
OpenRLHF and verl at /openrlhf and /verl. GET /openapi.json describes all of it.

SIGTERM or an interrupt stops it: requests that run are finished, at most for --time-limit
and five seconds, then it ends with exit code 0, or 1 when it had to cut some off. A
second signal ends it at once.`,
		Example: "  gander serve --listen 127.0.0.1:8080",
		Args:    exactly(0, "no arguments"),
		RunE: func(c *cobra.Command, _ []string) error {
			if err := config.Check(); err != nil {
				return usage(err)
			}
			if err := checkAddress(listen); err != nil {
				return usage(err)
			}
			if tokenEnv != "" {
				if config.Token = os.Getenv(tokenEnv); config.Token == "" {
					return fault.New("the environment variable %s is empty; put the token into it, or leave --token-env out", tokenEnv)
				}
				if err := config.Check(); err != nil {
					return fault.New("the environment variable %s: %s", tokenEnv, err)
				}
			}
			return a.serve(c.Context(), listen, config)
		},
	}
	c.Flags().StringVar(&listen, "listen", "127.0.0.1:8080", "answer on this `ADDRESS`; port 0 takes a free one")
	c.Flags().StringVar(&tokenEnv, "token-env", "", "demand the bearer token that the environment variable `NAME` holds")
	c.Flags().Var((*byteSize)(&config.MaxBody), "max-body", "refuse larger bodies")
	c.Flags().IntVar(&config.MaxBatch, "max-batch", config.MaxBatch, "refuse batches of more items")
	c.Flags().DurationVar(&config.TimeLimit, "time-limit", config.TimeLimit, "give up on a request after this time")
	return c
}

// serve answers on an address until ctx ends.
func (a *app) serve(ctx context.Context, address string, config server.Config) error {
	config.Log = a.say
	s, err := server.New(config)
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", address)
	if err != nil {
		return fault.New("%s cannot be listened on: %s; give a free address of this machine to --listen", address, reason(err))
	}
	if !a.quiet {
		a.say("serving on %s", reach(l.Addr()))
	}
	if config.Token == "" && !local(l.Addr()) {
		a.say("no token is demanded of whoever reaches this address; add --token-env NAME, or listen on 127.0.0.1")
	}
	if err := s.Serve(ctx, l); err != nil {
		return fault.New("%s", err)
	}
	if !a.quiet {
		a.say("stopped; every request was answered")
	}
	return nil
}

// checkAddress demands HOST:PORT with a port that there is. Whether the host is of this
// machine is for the system to say.
func checkAddress(address string) error {
	_, port, err := net.SplitHostPort(address)
	if err == nil {
		_, err = strconv.ParseUint(port, 10, 16)
	}
	if err != nil {
		return fmt.Errorf("--listen %q is no address; give HOST:PORT as in 127.0.0.1:8080, a port up to 65535", address)
	}
	return nil
}

// reach is where a client of this machine finds a listener.
func reach(l net.Addr) string {
	if at, ok := l.(*net.TCPAddr); ok && at.IP.IsUnspecified() {
		return fmt.Sprintf("http://localhost:%d and every other address of this machine", at.Port)
	}
	return "http://" + l.String()
}

// local says whether only this machine reaches a listener.
func local(l net.Addr) bool {
	at, ok := l.(*net.TCPAddr)
	return ok && at.IP.IsLoopback()
}

// reason is what the system says of an address, without the address.
func reason(err error) string {
	var failed *net.OpError
	if errors.As(err, &failed) {
		err = failed.Err
	}
	var call *os.SyscallError
	if errors.As(err, &call) {
		err = call.Err
	}
	return err.Error()
}

// byteSize is a flag for a number of bytes: 65536, 64KiB, 8MiB, 1GiB.
type byteSize int64

var units = []struct {
	name  string
	bytes int64
}{{"GiB", 1 << 30}, {"MiB", 1 << 20}, {"KiB", 1 << 10}}

// Set implements pflag.Value.
func (b *byteSize) Set(text string) error {
	unit := int64(1)
	for _, u := range units {
		if number, ok := strings.CutSuffix(text, u.name); ok {
			text, unit = number, u.bytes
			break
		}
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < 0 || n > (1<<62)/unit {
		return errors.New("give a number of bytes as in 65536, 64KiB or 8MiB")
	}
	*b = byteSize(n * unit)
	return nil
}

// String implements pflag.Value.
func (b *byteSize) String() string {
	for _, u := range units {
		if n := int64(*b); n > 0 && n%u.bytes == 0 {
			return fmt.Sprintf("%d%s", n/u.bytes, u.name)
		}
	}
	return strconv.FormatInt(int64(*b), 10)
}

// Type implements pflag.Value.
func (b *byteSize) Type() string { return "SIZE" }
