package verifiers

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"
)

// TestTextStrict reads testdata/text_strict: golds on the first line, parted by bars,
// others on the second if it starts with "others:", then one answer a line.
func TestTextStrict(t *testing.T) {
	cases := 0
	datadriven.RunTest(t, "testdata/text_strict", func(t *testing.T, d *datadriven.TestData) string {
		lines := strings.Split(d.Input, "\n")
		args := TextArgs{Golds: strings.Split(lines[0], " | ")}
		lines = lines[1:]
		if rest, ok := strings.CutPrefix(lines[0], "others: "); ok {
			args.Others = strings.Split(rest, " | ")
			lines = lines[1:]
		}
		c := mustCompile(t, textStrict, args)
		var out strings.Builder
		for _, answer := range lines {
			v := c.Verify(`\boxed{` + answer + `}`)
			fmt.Fprintf(&out, "%v  %s: %s\n", v.Score, answer, v.Detail)
			cases++
		}
		return out.String()
	})
	if cases < 100 {
		t.Errorf("testdata/text_strict holds %d answers; the policy has more sides than that", cases)
	}
}

func mustCompile(t testing.TB, v Verifier, args any) Checker {
	t.Helper()
	b, err := json.Marshal(args)
	if err != nil {
		t.Fatal(err)
	}
	c, err := v.Compile(string(b))
	if err != nil {
		t.Fatalf("%s: %v", v.Name, err)
	}
	return c
}
