package nearest

import "testing"

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
		{"rnu", []string{"check", "run"}, `; did you mean "run"?`},
	}
	for _, tt := range tests {
		if got := Hint(tt.name, tt.valid); got != tt.want {
			t.Errorf("Hint(%q, %v) = %q, want %q", tt.name, tt.valid, got, tt.want)
		}
	}
}
