package sink

import (
	"math"
	"testing"
)

func TestCheck(t *testing.T) {
	tests := []struct {
		name   string
		change func(*Config)
		want   string
	}{
		{"the defaults", func(*Config) {}, ""},
		{"no rejects allowed", func(c *Config) { c.MaxRejectShare = 0 }, ""},
		{"a split with a path", func(c *Config) { c.SplitName = "a/b" },
			`split_name is "a/b"; give lower-case letters, digits, dots and underscores`},
		{"a tiny row group", func(c *Config) { c.RowGroupBytes = 63_999 }, "row_group_bytes is 63999; give 64000 to 1000000000"},
		{"a share that is no number", func(c *Config) { c.MaxRejectShare = math.NaN() }, "max_reject_share is NaN; give 0 to 1"},
		{"two faults, two lines", func(c *Config) { c.CompressionLevel, c.MaxRejectShare = 5, 2 },
			"compression_level is 5; give 1 to 4\nmax_reject_share is 2; give 0 to 1"},
	}
	for _, tt := range tests {
		cfg := Default()
		tt.change(&cfg)
		got := ""
		if err := cfg.Check(); err != nil {
			got = err.Error()
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
