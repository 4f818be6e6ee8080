package verifiers

import (
	"math"
	"testing"
)

func TestKeychainTrace(t *testing.T) {
	c := mustCompile(t, keychainTrace, TraceArgs{
		Golds: []string{"Rome"}, Others: []string{"Oslo"},
		Chain: []string{"k1", "k2", "k3", "k4"}, Passages: []int{3, 17},
	})
	const full, rome = "<chain>k1, k2, k3, k4</chain><passages>3, 17</passages>", `\boxed{Rome}`
	for _, row := range []struct {
		name, reply string
		want        float64
	}{
		{"all of it", full + rome, 1},
		{"arrows and quotes will do", `<chain>"k1" -> "k2" → k3; k4</chain><passages>[17] and [3]</passages>` + rome, 1},
		{"the answer alone", rome, 0.5},
		// F = (1 + 0)/2, score (1 + 0.05 + 0.45)/2
		{"answer and chain", "<chain>k1, k2, k3, k4</chain>" + rome, 0.75},
		// chain share 1/3, F = 1/6, score (1 + 1/6)/2
		{"one key beyond the given one", "<chain>k1, k2</chain>" + rome, (1 + 1.0/6) / 2},
		{"only the given key", "<chain>k1</chain>" + rome, 0.5},
		{"a wrong key ends the prefix", "<chain>k1, k2, k9, k4</chain>" + rome, (1 + 1.0/6) / 2},
		{"without the given key", "<chain>k2, k3, k4</chain>" + rome, 0.5},
		// three keys right behind the first of seven: 3/7, F = 3/14
		{"keys behind the end", "<chain>k1, k2, k3, k4, k5, k6, k7, k8</chain>" + rome, (1 + 3.0/14) / 2},
		// precision 2/4, recall 1: F2 = 2.5/3 = 5/6, F = 5/12
		{"two passages too many", "<passages>3, 17, 1, 2</passages>" + rome, (1 + 5.0/12) / 2},
		{"citing again is citing too much", "<passages>3, 17, 3, 17</passages>" + rome, (1 + 5.0/12) / 2},
		// precision 1, recall 1/2: F2 = 2.5/4.5 = 5/9
		{"one passage of two", "<passages>3</passages>" + rome, (1 + 5.0/18) / 2},
		{"a number beyond all bounds", "<passages>99999999999999999999</passages>" + rome, 0.5},
		{"a section twice counts for nothing", full + "<chain>k1</chain><passages>3</passages>" + rome, 0.5},
		{"the trace in the reasoning counts for nothing", "<think>" + full + "</think>" + rome, 0.5},
		{"wrong answer, full trace", full + `\boxed{Oslo}`, 0.05},
		{"wrong answer alone", `\boxed{Oslo}`, 0},
		{"empty answer, full trace", full + `\boxed{}`, 0},
		{"no answer, full trace", full, 0},
		{"two answers, full trace", full + rome + `\boxed{Oslo}`, 0},
	} {
		if v := c.Verify(row.reply); math.Abs(v.Score-row.want) > 1e-12 {
			t.Errorf("%s: %+v, want %v", row.name, v, row.want)
		}
	}
	if v := c.Verify(full + rome); v.Score != 1 {
		t.Errorf("the full reply pays %v, want exactly 1", v.Score)
	}
}

func TestKeychainTraceWithoutPassages(t *testing.T) {
	c := mustCompile(t, keychainTrace, TraceArgs{Golds: []string{"Rome"}, Chain: []string{"k1"}})
	for reply, want := range map[string]float64{
		`<chain>k1</chain>\boxed{Rome}`:     1,
		`\boxed{Rome}`:                      0.5,
		`<chain>k1, k2</chain>\boxed{Rome}`: 0.5,
	} {
		if v := c.Verify(reply); v.Score != want {
			t.Errorf("%q: %+v, want %v", reply, v, want)
		}
	}
}

func TestKeychainTraceArgs(t *testing.T) {
	for args, want := range map[string]string{
		`{"golds":["Rome"]}`:                                  "chain is empty; give the keys of the true chain",
		`{"golds":["Rome"],"chain":["a b"]}`:                  "chain[0] is no key; use letters, digits, hyphens and underscores",
		`{"golds":["Rome"],"chain":["a","a"]}`:                "chain[1] repeats a key; a chain visits each key once",
		`{"golds":["Rome"],"chain":["a"],"passages":[0,4,4]}`: "passages[0] is 0; passages count from 1\npassages[2] repeats 4; name each passage once",
	} {
		_, err := keychainTrace.Compile(args)
		if err == nil || err.Error() != want {
			t.Errorf("%s: error %v, want %q", args, err, want)
		}
	}
}
