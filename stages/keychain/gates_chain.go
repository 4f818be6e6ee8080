package keychain

import (
	"fmt"
	"strings"

	"gander/schemas"
)

// The gates on ids, chains and the place of records.

func faultIDs(v view) string {
	keys, values := map[string]bool{}, map[string]bool{}
	shared := 0
	for _, rec := range v.Records {
		if keys[rec.Key] {
			return fmt.Sprintf("id %s is a key twice", rec.Key)
		}
		keys[rec.Key] = true
		if rec.Key == sampleID {
			return "a record uses the example id"
		}
		if looksLike(rec.Value, v.Start) {
			if values[rec.Value] {
				shared++
			}
			values[rec.Value] = true
		}
	}
	if want := v.meta.count(ChainShared); shared > want {
		return fmt.Sprintf("%d ids are a value twice; %d chains share a suffix", shared, want)
	}
	ids := make([]string, 0, len(keys)+len(values))
	for id := range keys {
		ids = append(ids, id)
	}
	for id := range values {
		if !keys[id] {
			ids = append(ids, id)
		}
	}
	if id := firstIn(v.plain, ids); id != "" {
		return fmt.Sprintf("id %s stands in a passage", id)
	}
	return ""
}

// firstIn returns an id that stands in text, or "". All ids look alike.
func firstIn(text string, ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	known := make(map[string]bool, len(ids))
	for _, id := range ids {
		known[id] = true
	}
	shape := ids[0]
	hyphen := strings.IndexByte(shape, '-')
	for i := 0; i+len(shape) <= len(text); i++ {
		if hyphen >= 0 { // jump to where the next hyphen would be the first of an id
			next := strings.IndexByte(text[i+hyphen:], '-')
			if next < 0 || i+next+len(shape) > len(text) {
				return ""
			}
			i += next
		}
		n := likeness(text[i:], shape)
		switch {
		case n == len(shape):
			if id := text[i : i+n]; known[id] {
				return id
			}
		case !idByte(text[i+n]):
			i += n // no id reaches over this byte
		}
	}
	return ""
}

// withoutRecords is the context with the claimed spans deleted.
func withoutRecords(c claim, r Reading) string {
	var out strings.Builder
	out.Grow(len(r.Context))
	done := 0
	for _, s := range c.spans.Records {
		if s.Start < done || s.End < s.Start || s.End > len(r.Context) {
			return out.String() // the strip gate tells of it
		}
		out.WriteString(r.Context[done:s.Start])
		done = s.End
	}
	out.WriteString(r.Context[done:])
	return out.String()
}

// count is the number of chains of a kind.
func (m Meta) count(kind string) (n int) {
	for _, ch := range m.Chains {
		if ch.Kind == kind {
			n++
		}
	}
	return n
}

func faultTopology(v view) string {
	next := map[string]string{}
	targets := map[string]bool{}
	announced := 0
	for _, rec := range v.Records {
		next[rec.Key] = rec.Value
		targets[rec.Value] = true
	}
	for _, ch := range v.meta.Chains {
		announced += len(ch.Keys)
		for i, key := range ch.Keys {
			if i+1 < len(ch.Keys) && next[key] != ch.Keys[i+1] {
				return fmt.Sprintf("id %s does not lead to the next id of its chain", key)
			}
		}
	}
	if len(v.Records) != announced {
		return fmt.Sprintf("%d records, %d announced", len(v.Records), announced)
	}
	heads := 0
	for key := range next {
		if !targets[key] {
			heads++
		}
	}
	if heads != len(v.meta.Chains) {
		return fmt.Sprintf("%d heads, %d chains announced", heads, len(v.meta.Chains))
	}
	if targets[v.Start] || next[v.Start] == "" {
		return "the first key is the head of no chain"
	}
	questions, dead := 0, 0
	for _, value := range next {
		switch _, goesOn := next[value]; {
		case goesOn:
		case looksLike(value, v.Start):
			dead++
		default:
			questions++
		}
	}
	if want := v.meta.count(ChainQuestion); questions != want {
		return fmt.Sprintf("%d records hold a question, %d chains announced", questions, want)
	}
	if want := v.meta.count(ChainBroken); dead != want {
		return fmt.Sprintf("%d records lead nowhere, %d broken chains announced", dead, want)
	}
	for key := range next {
		if targets[key] {
			continue
		}
		n := 0
		for at, ok := key, true; ok && n <= v.meta.Links; n++ {
			at = next[at]
			_, ok = next[at]
		}
		if n != v.meta.Links {
			return fmt.Sprintf("a chain has %d records instead of %d", n, v.meta.Links)
		}
	}
	return ""
}

func faultResolve(v view) string {
	next := map[string]string{}
	for _, rec := range v.Records {
		next[rec.Key] = rec.Value
	}
	at := v.Start
	for n := range v.meta.Links {
		value, ok := next[at]
		if !ok {
			return fmt.Sprintf("lookup %d of %d finds no record", n+1, v.meta.Links)
		}
		at = value
	}
	if at != v.trueCandidate().Question {
		return "the chain ends in something else than the question"
	}
	return ""
}

// trueCandidate is the candidate that the task asks for; the zero value when the row
// names none.
func (c claim) trueCandidate() Candidate {
	if c.meta.True < 0 || c.meta.True >= len(c.meta.Candidates) {
		return Candidate{}
	}
	return c.meta.Candidates[c.meta.True]
}

func faultSyntax(v view) string {
	for _, rec := range v.Records {
		if !rec.JSON {
			return fmt.Sprintf("the record at byte %d is no JSON object", rec.Start)
		}
	}
	return ""
}

func faultStrip(v view) string {
	if len(v.spans.Records) != len(v.Records) {
		return fmt.Sprintf("%d records read, %d spans recorded", len(v.Records), len(v.spans.Records))
	}
	for i, s := range v.spans.Records {
		if s.Start > v.Records[i].Start || s.End != v.Records[i].End+1 || s.Start < v.Records[i].Start-1 {
			return fmt.Sprintf("span %d is %d to %d, its record stands at %d to %d", i, s.Start, s.End, v.Records[i].Start, v.Records[i].End)
		}
	}
	if schemas.Hash(strings.TrimPrefix(v.plain, opening)) != v.meta.Filled {
		return "without the inserted spans the context differs from the one filled"
	}
	return ""
}
