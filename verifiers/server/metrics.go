package server

import (
	"net/http"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"gander/verifiers"
)

// metrics is what the server counts, in a registry of its own. Labels take few values:
// routes, status codes, and the names and outcomes of known rules.
type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec   // by route and code
	seconds  *prometheus.HistogramVec // by route
	inFlight prometheus.Gauge
	items    prometheus.Histogram
	refused  prometheus.Counter
	hits     prometheus.Counter
	misses   prometheus.Counter
	panics   prometheus.Counter
	rules    map[string]ruleMetrics
}

// ruleMetrics are those of one rule, looked up once.
type ruleMetrics struct {
	seconds  prometheus.Observer
	verdicts map[verifiers.Outcome]prometheus.Counter
}

// outcomes lists every [verifiers.Outcome].
var outcomes = []verifiers.Outcome{verifiers.Right, verifiers.Wrong, verifiers.Unparsed, verifiers.Undecided}

func newMetrics(rules []verifiers.Verifier, kept func() int) *metrics {
	counter := func(name, help string) prometheus.Counter {
		return prometheus.NewCounter(prometheus.CounterOpts{Name: name, Help: help})
	}
	checkers := prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "gander_checkers_total", Help: "Look-ups of the compiled arguments of an item, by result: hit or miss."}, []string{"result"})
	verdicts := prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "gander_verdicts_total", Help: "Verdicts by rule and outcome."}, []string{"rule", "outcome"})
	checks := prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name: "gander_verdict_seconds", Help: "Time that passed over one verdict, waiting for a processor included and compiling the arguments left out, by rule.",
		Buckets: prometheus.ExponentialBuckets(1e-6, 4, 9)}, []string{"rule"})
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "gander_requests_total", Help: "Requests by route and status code."}, []string{"route", "code"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "gander_request_seconds", Help: "Time from the request line to the end of the answer, by route.",
			Buckets: prometheus.ExponentialBuckets(1e-4, 2, 18)}, []string{"route"}),
		inFlight: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "gander_requests_in_flight", Help: "Requests that are being answered, those that wait among them."}),
		items: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "gander_batch_items", Help: "Items of a request.", Buckets: prometheus.ExponentialBuckets(1, 4, 8)}),
		refused: counter("gander_item_errors_total", "Items without a verdict: an unknown rule or arguments that cannot be read."),
		hits:    checkers.WithLabelValues("hit"),
		misses:  checkers.WithLabelValues("miss"),
		panics:  counter("gander_panics_total", "Faults of the server that were caught; 0 unless something is to be reported."),
		rules:   map[string]ruleMetrics{},
	}
	for _, rule := range rules {
		r := ruleMetrics{checks.WithLabelValues(rule.Name), map[verifiers.Outcome]prometheus.Counter{}}
		for _, o := range outcomes {
			r.verdicts[o] = verdicts.WithLabelValues(rule.Name, string(o))
		}
		m.rules[rule.Name] = r
	}
	m.registry.MustRegister(m.requests, m.seconds, m.inFlight, m.items, m.refused, checkers, m.panics, verdicts, checks,
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "gander_checkers_kept", Help: "Compiled arguments that are kept."},
			func() float64 { return float64(kept()) }),
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// counted counts the requests that pass h under route.
func (m *metrics) counted(route string, h http.Handler) http.Handler {
	label := prometheus.Labels{"route": route}
	h = promhttp.InstrumentHandlerCounter(m.requests.MustCurryWith(label), h)
	h = promhttp.InstrumentHandlerDuration(m.seconds.MustCurryWith(label), h)
	return promhttp.InstrumentHandlerInFlight(m.inFlight, h)
}

// page serves the registry as text.
func (m *metrics) page() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}
