package server

import (
	"errors"
	"fmt"
	"time"
)

// Config holds the limits of a server. Start from [Default].
type Config struct {
	// Token is the bearer token that every request but /healthz must carry;
	// empty asks for none. It is never printed.
	Token string
	// MaxBody is the size of the largest body read, in bytes; at least 1.
	MaxBody int64
	// MaxBatch is the number of items of the largest batch; at least 1.
	MaxBatch int
	// TimeLimit bounds the time from the request line to the last verdict, and that of
	// draining when the server stops; more than 0. A request that takes longer gets 503
	// and no verdicts.
	TimeLimit time.Duration
	// CacheBytes bounds the arguments of compiled checkers that are kept, in bytes of
	// their JSON; the compiled form takes several times as much. 0 keeps none.
	CacheBytes int
	// Log is told about faults of the server, for people; nil is told nothing. It never
	// gets text of a request.
	Log func(format string, args ...any)
}

// Default is the configuration that gander serve starts from.
func Default() Config {
	return Config{MaxBody: 8 << 20, MaxBatch: 4096, TimeLimit: 10 * time.Second, CacheBytes: 32 << 20}
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
	return errors.Join(faults...)
}
