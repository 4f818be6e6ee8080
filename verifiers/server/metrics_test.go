package server

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestMetrics: what was asked is what is counted.
func TestMetrics(t *testing.T) {
	ask := tester(t, Default())
	ask(t, "POST", "/v1/verify", batchOf(40), nil)
	ask(t, "POST", "/v1/verify", `{"items":[{"verifier":"none@1","args":{},"reply":""}]}`, nil)
	ask(t, "POST", "/openrlhf?verifier=text_strict@1", `{"query":["x"],"prompts":[""],"labels":["Rome"]}`, nil)
	ask(t, "POST", "/verl", `{}`, nil)
	ask(t, "GET", "/nowhere", "", nil)
	_, text := ask(t, "GET", "/metrics", "", nil)
	for _, want := range []string{
		`gander_requests_total{code="200",route="/v1/verify"} 2`,
		`gander_requests_total{code="200",route="/openrlhf"} 1`,
		`gander_requests_total{code="400",route="/verl"} 1`,
		`gander_requests_total{code="404",route="other"} 1`,
		`gander_request_seconds_count{route="/v1/verify"} 2`,
		`gander_requests_in_flight 1`, // this one
		`gander_verdicts_total{outcome="right",rule="text_strict@1"} 40`,
		`gander_verdicts_total{outcome="wrong",rule="text_strict@1"} 0`,
		`gander_verdicts_total{outcome="unparsed",rule="text_strict@1"} 1`,
		`gander_verdict_seconds_count{rule="text_strict@1"} 41`,
		`gander_batch_items_sum 42`,
		`gander_item_errors_total 1`,
		`gander_checkers_kept 1`,
		`gander_panics_total 0`,
	} {
		if !strings.Contains(text, "\n"+want+"\n") {
			t.Errorf("/metrics does not say %s", want)
		}
	}
}

// TestMetricsAreDocumented: the table of docs/serve.md has the metrics of gander, no
// more, no less.
func TestMetricsAreDocumented(t *testing.T) {
	s, err := New(Default())
	if err != nil {
		t.Fatal(err)
	}
	askerOf(t, s)(t, "POST", "/v1/verify", rome, nil) // some appear with the first request
	families, err := s.metrics.registry.Gather()
	if err != nil {
		t.Fatal(err)
	}
	var have []string
	for _, f := range families {
		if strings.HasPrefix(f.GetName(), "gander_") {
			have = append(have, f.GetName())
		}
	}
	page, err := os.ReadFile("../../docs/serve.md")
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, row := range regexp.MustCompile("(?m)^\\| `(gander_[a-z_]+)").FindAllStringSubmatch(string(page), -1) {
		told = append(told, row[1])
	}
	slices.Sort(told)
	if !slices.Equal(have, told) {
		t.Errorf("the server has the metrics\n%v\nand docs/serve.md tells of\n%v", have, told)
	}
}
