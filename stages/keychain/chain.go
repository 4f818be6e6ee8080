package keychain

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
)

// A Record is one {"key": "value"} of a chain.
type Record struct {
	Key, Value string
	// Chain and Link say where the record belongs: the index of its chain and its
	// place there, from 0.
	Chain, Link int
}

// The kinds of chains.
const (
	ChainQuestion = "question" // ends in the question of a candidate
	ChainBroken   = "broken"   // ends in an id that is no key
	ChainShared   = "shared"   // runs into the last record of another chain
)

// A Chain is a path of records.
type Chain struct {
	// Kind is one of the Chain constants.
	Kind string `json:"kind"`
	// Keys are the keys of its own records in order.
	Keys []string `json:"keys"`
	// Candidate is the index of the candidate whose question the chain leads to; -1 for
	// a broken chain.
	Candidate int `json:"candidate"`
}

// buildChains makes one chain for each question, in that order, then the decoys, and
// the records of all of them.
func buildChains(c Config, ids *idSource, r *rand.Rand, questions []string) ([]Chain, []Record) {
	var chains []Chain
	var records []Record
	add := func(chain Chain, last string) {
		for i, key := range chain.Keys {
			value := last
			if i+1 < len(chain.Keys) {
				value = chain.Keys[i+1]
			}
			records = append(records, Record{key, value, len(chains), i})
		}
		chains = append(chains, chain)
	}
	draw := func(n int) []string {
		keys := make([]string, n)
		for i := range keys {
			keys[i] = ids.next()
		}
		return keys
	}
	for i, q := range questions {
		add(Chain{ChainQuestion, draw(c.IDsPerChain), i}, q)
	}
	for range c.Broken {
		add(Chain{ChainBroken, draw(c.IDsPerChain), -1}, ids.next())
	}
	for range c.SharedSuffix {
		host := r.IntN(len(questions))
		end := chains[host].Keys[c.IDsPerChain-1]
		add(Chain{ChainShared, draw(c.IDsPerChain - 1), host}, end)
	}
	return chains, records
}

// write returns the record as it stands in the text. Escaped or not, it reads
// {"key": "value"}.
func (r Record) write(escape string) string {
	if escape == "none" {
		return `{"` + r.Key + `": "` + r.Value + `"}`
	}
	return `{` + quote(r.Key) + `: ` + quote(r.Value) + `}`
}

// quote is s as a JSON string, with no more escapes than JSON demands.
func quote(s string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		panic(err) // a string always encodes
	}
	return strings.TrimSuffix(b.String(), "\n")
}
