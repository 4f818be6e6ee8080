package nearest

import (
	"strings"
	"testing"
)

func TestHint(t *testing.T) {
	fields := []string{"budget", "preset", "ids_per_chain", "n"}
	tests := []struct {
		name  string
		valid []string
		want  string
	}{
		{"budgt", fields, `; did you mean "budget"?`},
		{"ids_per_chian", fields, `; did you mean "ids_per_chain"?`},
		{"nn", fields, `; did you mean "n"?`},
		{"m", fields, "; give one of budget, preset, ids_per_chain, n"},
		{"", fields, "; give one of budget, preset, ids_per_chain, n"},
		{"license", fields, "; give one of budget, preset, ids_per_chain, n"},
		{"budgt", nil, "; there are none"},
		{strings.Repeat("budget", 1e6), []string{"budget"}, "; give one of budget"},
		{"rnu", []string{"check", "run"}, `; did you mean "run"?`},
	}
	for _, tt := range tests {
		if got := Hint(tt.name, tt.valid); got != tt.want {
			t.Errorf("Hint(%q, %v) = %q, want %q", tt.name, tt.valid, got, tt.want)
		}
	}
}

// A message shows the start of a long name.
func TestQuote(t *testing.T) {
	for name, want := range map[string]string{
		"":                       `""`,
		"preset":                 `"preset"`,
		"a\n\x1b":                `"a\n\x1b"`,
		strings.Repeat("é", 60):  `"` + strings.Repeat("é", 60) + `"`,
		strings.Repeat("é", 61):  `"` + strings.Repeat("é", 60) + `…"`,
		strings.Repeat("a", 1e6): `"` + strings.Repeat("a", 60) + `…"`,
	} {
		if got := Quote(name); got != want {
			t.Errorf("Quote(%.80q) = %s, want %s", name, got, want)
		}
	}
}
