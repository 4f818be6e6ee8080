package runners

import (
	"context"
	"io"
	"log/slog"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"
)

// Log sends what Beam and its runners have to say to w, one line each; nil drops it. It
// holds for the whole process. Call it after beam.Init, which sets a log of its own.
func Log(w io.Writer) {
	var handler slog.Handler = slog.DiscardHandler
	if w != nil {
		handler = slog.NewTextHandler(w, nil)
	}
	slog.SetDefault(slog.New(handler))
	log.SetLogger(toSlog{})
}

// toSlog passes Beam's own log on to the default logger.
type toSlog struct{}

func (toSlog) Log(ctx context.Context, severity log.Severity, _ int, message string) {
	level := slog.LevelInfo
	switch {
	case severity == log.SevDebug:
		level = slog.LevelDebug
	case severity == log.SevWarn:
		level = slog.LevelWarn
	case severity >= log.SevError:
		level = slog.LevelError
	}
	slog.Default().Log(ctx, level, message)
}
