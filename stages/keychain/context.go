package keychain

import (
	"cmp"
	"slices"
	"strings"

	"gander/internal/tokens"
)

// A filledContext is the text of the passages under their headings, before any record.
type filledContext struct {
	text     string
	passages [][2]int // start and end of each body
	ends     []int    // where records may stand, ascending
}

func fillContext(passages []*passage) filledContext {
	var f filledContext
	var b strings.Builder
	size := 0
	for _, p := range passages {
		size += len(p.body) + len("Passage 1000:\n\n\n")
	}
	b.Grow(size)
	for i, p := range passages {
		b.WriteString(heading(i + 1))
		start := b.Len()
		b.WriteString(p.body)
		f.passages = append(f.passages, [2]int{start, b.Len()})
		for _, e := range p.ends {
			f.ends = append(f.ends, start+e)
		}
		b.WriteString("\n\n")
	}
	f.text = b.String()
	return f
}

// stops returns the offsets right after every newline, full stop and question mark,
// where the published generator inserts.
func stops(text string) []int {
	var ends []int
	for i := range len(text) {
		if c := text[i]; c == '\n' || c == '.' || c == '?' {
			ends = append(ends, i+1)
		}
	}
	return ends
}

// insert writes the context with its records and notes where everything stands.
func (d *draft) insert(filled filledContext, records []Record, offsets []int, escape string) {
	byOffset := make([]int, len(records))
	for i := range byOffset {
		byOffset[i] = i
	}
	slices.SortFunc(byOffset, func(a, b int) int { return cmp.Compare(offsets[a], offsets[b]) })

	var out strings.Builder
	size := len(opening) + len(filled.text)
	for _, r := range records {
		size += len(r.Key) + 2*len(r.Value) + len(` {"": ""}.`)
	}
	out.Grow(size)
	out.WriteString(opening)
	done, next := 0, 0 // bytes of filled written, records inserted
	// copyTo writes filled up to end and the records up to last, which is end or just
	// before it.
	copyTo := func(end, last int) int {
		for ; next < len(byOffset) && offsets[byOffset[next]] <= last; next++ {
			r := records[byOffset[next]]
			at := offsets[byOffset[next]]
			out.WriteString(filled.text[done:at])
			done = at
			start := out.Len()
			if filled.text[at-1] != '\n' {
				out.WriteByte(' ')
			}
			out.WriteString(r.write(escape))
			out.WriteByte('.')
			d.spans.Records = append(d.spans.Records, RecordSpan{start, out.Len(), r.Chain, r.Link})
		}
		out.WriteString(filled.text[done:end])
		done = end
		return out.Len()
	}
	for i, p := range filled.passages {
		start := copyTo(p[0], p[0]-1) // a record right behind a heading is part of the passage
		d.spans.Passages = append(d.spans.Passages, PassageSpan{Start: start, End: copyTo(p[1], p[1]), Number: i + 1})
	}
	copyTo(len(filled.text), len(filled.text))
	d.context = out.String()
}

// credit notes where every passage and question comes from.
func (d *draft) credit(s selection) {
	index := map[*entry]int{}
	source := func(e *entry) int {
		at, known := index[e]
		if !known {
			at = len(d.sourceIDs)
			index[e] = at
			d.sourceIDs = append(d.sourceIDs, e.question.ID)
			d.license = append(d.license, e.question.License...)
		}
		return at
	}
	for _, c := range s.candidates {
		source(c)
		q := c.question
		d.meta.Candidates = append(d.meta.Candidates, Candidate{
			QuestionID: q.ID, SourceID: q.SourceID, Source: q.Source, Type: q.Type, Question: q.Text, Golds: golds(q), Supporting: []int{},
		})
	}
	for i, p := range s.passages {
		span := &d.spans.Passages[i]
		span.Source, span.Supporting = source(p.owner), p.supporting
		if at := span.Source; p.supporting && at < len(d.meta.Candidates) {
			c := &d.meta.Candidates[at]
			c.Supporting = append(c.Supporting, span.Number)
		}
	}
	slices.Sort(d.license)
	d.license = slices.Compact(d.license)
}

// count gives the tokens of the prompt. A passage without records that can be counted
// apart was counted when its question was made ready.
func (d *draft) count(counter tokens.Counter, passages []*passage, tail string) int {
	if !counter.AddsUp() {
		return counter.Count(d.context + tail)
	}
	total := counter.Count(opening)
	start, next := len(opening), 0 // of what is not counted yet, and of the records in it
	for i := range passages[:len(passages)-1] {
		end := d.spans.Passages[i+1].Start - len(heading(i+2))
		if d.context[end-1] != '\n' {
			continue // a record closes the block: it is counted with the next one
		}
		first := next
		for next < len(d.spans.Records) && d.spans.Records[next].Start < end {
			next++
		}
		if p := passages[i]; next == first && p.apart > 0 {
			total += counter.Count(heading(i+1)) + p.apart
		} else {
			total += counter.Count(d.context[start:end])
		}
		start = end
	}
	return total + counter.Count(d.context[start:]+tail)
}
