package keychain

import (
	"strconv"

	"gander/internal/keyed"
	"gander/internal/tokens"
)

// costs estimates lengths in tokens before a prompt is written. The finished prompt is
// counted as a whole; an estimate only has to come near.
type costs struct {
	counter tokens.Counter
	links   int
	record  int // an id-to-id record, on average
	escape  string
	format  idFormat
}

func newCosts(c Config, counter tokens.Counter) costs {
	cost := costs{counter: counter, links: c.IDsPerChain, escape: c.Escape, format: formatNamed(c.IDFormat)}
	const samples = 64
	r := keyed.Stream(0, c.IDFormat, "keychain/cost")
	for range samples {
		cost.record += counter.Count(" " + Record{Key: cost.format.draw(r), Value: cost.format.draw(r)}.write(c.Escape) + ".")
	}
	cost.record = (cost.record + samples/2) / samples
	return cost
}

// chain is the cost of a chain that ends in question.
func (c costs) chain(question string) int {
	last := Record{Key: c.format.draw(keyed.Stream(0, question, "keychain/cost")), Value: question}
	return (c.links-1)*c.record + c.counter.Count(" "+last.write(c.escape)+".")
}

// decoys is the cost of the decoy chains of a config.
func (c costs) decoys(cfg Config) int {
	return c.record * (cfg.Broken*c.links + cfg.SharedSuffix*(c.links-1))
}

// passage is the cost of a passage with heading and blank line. Where the body starts
// with a letter and the counter adds up, apart is its exact share without the heading.
func (c costs) passage(body string) (tokens, apart int) {
	if first := (body + " ")[0] | 0x20; c.counter.AddsUp() && first >= 'a' && first <= 'z' {
		apart = c.counter.Count(body + "\n\n")
		return c.counter.Count(heading(100)) + apart, apart
	}
	return c.counter.Count(heading(100) + body + "\n\n"), 0
}

func heading(n int) string { return "Passage " + strconv.Itoa(n) + ":\n" }
