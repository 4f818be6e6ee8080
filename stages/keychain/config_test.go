package keychain

import "testing"

func TestCheckNamesEveryFault(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(*Config)
		want  string
	}{
		{"the default", func(*Config) {}, ""},
		{"a budget too small", func(c *Config) { c.Budget = 10 }, "budget is 10; give 1000 to 1048576"},
		{"no tolerance", func(c *Config) { c.Tolerance = 0 }, "tolerance is 0; give more than 0 and at most 1"},
		{"an id format nobody knows", func(c *Config) { c.IDFormat = "uuid" }, `id_format is "uuid"; give uuid4 or hex32 or hex8 or letters`},
		{"questions of loose passages", func(c *Config) { c.Filler, c.Gates, c.Measure = "passages", "structural", "context" },
			"distractors is filler, but loose passages have no questions; give random, or filler: sets"},
		{"a suffix of nothing", func(c *Config) { c.SharedSuffix, c.IDsPerChain = 1, 1 },
			"shared_suffix is 1, but chains of one id have no suffix; give ids_per_chain 2 or more"},
		{"a rule nobody knows", func(c *Config) { c.Verifier = "text_strikt@1" },
			`verifier: no verifier is called "text_strikt@1"; did you mean "text_strict@1"?`},
		{"a tokenizer nobody knows", func(c *Config) { c.Tokenizer = "gpt2" },
			`tokenizer: no tokenizer is called "gpt2"; use "tiktoken:o200k_base", "tiktoken:cl100k_base" or "hf:PATH/tokenizer.json"`},
		{"two faults, two lines", func(c *Config) { c.LinkGap, c.Twins = 0.9, -1 },
			"link_gap is 0.9; give 0 to 0.5\ntwins is -1; give 0 to 4095"},
		{"records that the gates refuse", func(c *Config) { c.Insertion = "anywhere" },
			"insertion is anywhere, which the gates refuse; give insertion: sentence, or gates: structural"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := Hardened()
			tt.spoil(&c)
			got := ""
			if err := c.Check(); err != nil {
				got = err.Error()
			}
			if got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}
