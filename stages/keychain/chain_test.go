package keychain

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"

	"gander/internal/keyed"
)

func TestRecordsAreJSONWhateverTheQuestion(t *testing.T) {
	for _, q := range []string{
		`Who wrote "Dune"?`, `a \ b`, "two\nlines", "{}", `"}. {"k": "v`, "東京 — Île", sampleID, "tab\tand \u2028", "<&>",
	} {
		text := Record{Key: "k", Value: q}.write("json")
		var back map[string]string
		if err := json.Unmarshal([]byte(text), &back); err != nil || back["k"] != q {
			t.Errorf("%s does not read back as %q: %v", text, q, err)
		}
	}
	if got, want := (Record{Key: "k", Value: `say "no"`}).write("none"), `{"k": "say "no""}`; got != want {
		t.Errorf("unescaped: %s, want %s", got, want)
	}
}

// Chains of any number, length and decoys have the topology they announce.
func TestBuildChains(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := Hardened()
		c.IDsPerChain = rapid.IntRange(1, 6).Draw(t, "links")
		c.IDFormat = rapid.SampledFrom(idFormatNames()).Draw(t, "format")
		c.Broken = rapid.IntRange(0, 3).Draw(t, "broken")
		if c.IDsPerChain > 1 {
			c.SharedSuffix = rapid.IntRange(0, 3).Draw(t, "shared")
		}
		questions := rapid.SliceOfN(rapid.String(), 1, 8).Draw(t, "questions")
		r := keyed.Stream(1, "row", "chains")
		chains, records := buildChains(c, newIDSource(c.IDFormat, r), r, questions)

		next := map[string]string{}
		for _, rec := range records {
			if _, twice := next[rec.Key]; twice {
				t.Fatalf("key %s twice", rec.Key)
			}
			next[rec.Key] = rec.Value
			if chains[rec.Chain].Keys[rec.Link] != rec.Key {
				t.Fatalf("record %v is not where it says", rec)
			}
		}
		if want := (len(questions)+c.Broken)*c.IDsPerChain + c.SharedSuffix*(c.IDsPerChain-1); len(records) != want {
			t.Fatalf("%d records, want %d", len(records), want)
		}
		for _, ch := range chains {
			at := ch.Keys[0]
			for range c.IDsPerChain {
				at = next[at]
			}
			if ch.Kind == ChainBroken {
				if _, goesOn := next[at]; goesOn {
					t.Fatal("a broken chain goes on")
				}
			} else if at != questions[ch.Candidate] {
				t.Fatalf("a %s chain ends in %q, want %q", ch.Kind, at, questions[ch.Candidate])
			}
		}
	})
}
