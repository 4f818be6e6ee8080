package server

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// Config holds the limits of a server. Start from [Default].
type Config struct {
	// Token is the bearer token that every request but /healthz must carry;
	// empty asks for none. Visible ASCII, no blanks. It is never printed.
	Token string
	// MaxBody is the size of the largest body read, in bytes; at least 1.
	MaxBody int64
	// MaxBatch is the number of items of the largest batch; at least 1.
	MaxBatch int
	// TimeLimit bounds the time from the request line to the last verdict, that of the
	// body included; more than 0. A request that takes longer gets 408 or 503 and no
	// verdicts.
	TimeLimit time.Duration
	// CacheBytes bounds the memory of compiled checkers that are kept, in bytes. Each is
	// counted as 16 KiB and 32 bytes for each byte of its arguments, which is more than
	// most take. 0 keeps none.
	CacheBytes int
	// Log is told about faults of the server, for people; nil is told nothing. It never
	// gets text of a request.
	Log func(format string, args ...any)
}

// Default is the configuration that gander serve starts from.
func Default() Config {
	return Config{MaxBody: 8 << 20, MaxBatch: 4096, TimeLimit: 10 * time.Second, CacheBytes: 128 << 20}
}

// Check reports every fault of c at once, one line each.
func (c Config) Check() error {
	var faults []error
	if c.MaxBody < 1 {
		faults = append(faults, fmt.Errorf("the largest body is %d bytes; give 1 or more", c.MaxBody))
	}
	if c.MaxBatch < 1 {
		faults = append(faults, fmt.Errorf("the largest batch is %d items; give 1 or more", c.MaxBatch))
	}
	if c.TimeLimit <= 0 {
		faults = append(faults, fmt.Errorf("the time limit is %s; give more than 0", c.TimeLimit))
	}
	if c.CacheBytes < 0 {
		faults = append(faults, fmt.Errorf("the cache is %d bytes; give 0 or more", c.CacheBytes))
	}
	if strings.ContainsFunc(c.Token, func(r rune) bool { return r <= ' ' || r > '~' }) {
		faults = append(faults, errors.New("the token holds a blank, a line end or a character outside of ASCII, so no request can carry it; give one without"))
	}
	return errors.Join(faults...)
}
