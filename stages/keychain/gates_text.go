package keychain

import (
	"fmt"
	"slices"
	"strings"

	"gander/internal/text"
	"gander/schemas"
)

// The gates on what passages, questions and answers say.

func faultHiding(v view) string {
	question := v.trueCandidate().Question
	folded := text.Fold(question)
	for _, rec := range v.Records {
		if rec.Key == v.lastKey() || looksLike(rec.Value, v.Start) {
			continue
		}
		if alike(folded, text.Fold(rec.Value)) {
			return "another chain ends in nearly the same question"
		}
	}
	for _, p := range v.shown {
		if text.Contains(p.foldedBody, folded) {
			return fmt.Sprintf("passage %d holds the question", p.Number)
		}
	}
	if text.Contains(text.Fold(v.Tail), folded) {
		return "the closing paragraph holds the question"
	}
	return ""
}

// lastKey is the key of the record that holds the true question.
func (c claim) lastKey() string {
	if c.meta.True < 0 || c.meta.True >= len(c.meta.Chains) || len(c.meta.Chains[c.meta.True].Keys) == 0 {
		return ""
	}
	keys := c.meta.Chains[c.meta.True].Keys
	return keys[len(keys)-1]
}

// A shownPassage is a passage as the prompt shows it, without its records.
type shownPassage struct {
	PassageSpan
	title, body string
	foldedTitle string
	foldedBody  string
	records     []int // offsets in body where records stood
}

// passages takes the passages out of the prompt by their recorded spans.
func shownPassages(c claim, r Reading) []shownPassage {
	var shown []shownPassage
	next := 0
	for _, p := range c.spans.Passages {
		if p.Start < 0 || p.End < p.Start || p.End > len(r.Context) {
			continue // the provenance gate tells of it
		}
		s := shownPassage{PassageSpan: p}
		var body strings.Builder
		done := p.Start
		for ; next < len(c.spans.Records) && c.spans.Records[next].Start < p.End; next++ {
			rec := c.spans.Records[next]
			if rec.Start < done || rec.End > p.End || rec.End < rec.Start {
				continue // between passages, or the strip gate tells of it
			}
			body.WriteString(r.Context[done:rec.Start])
			s.records = append(s.records, body.Len())
			done = rec.End
		}
		body.WriteString(r.Context[done:p.End])
		s.body = body.String()
		if title, _, ok := strings.Cut(s.body, "\n"); ok {
			s.title, s.foldedTitle = title, text.Fold(title)
		}
		s.foldedBody = text.Fold(s.body)
		shown = append(shown, s)
	}
	return shown
}

func faultVerbatim(v view) string {
	inside := 0
	for _, p := range v.shown {
		inside += len(p.records)
		if !slices.ContainsFunc(p.records, func(at int) bool { return at != len(p.body) }) {
			continue
		}
		offset := 0
		if p.title != "" {
			offset = len(p.title) + 1
		}
		ends := text.SentenceEnds(p.body[offset:])
		for _, at := range p.records {
			if at != len(p.body) && !slices.Contains(ends, at-offset) {
				return fmt.Sprintf("a record splits a sentence of passage %d at byte %d", p.Number, at)
			}
		}
	}
	if inside != len(v.Records) {
		return fmt.Sprintf("%d of %d records stand outside of passages", len(v.Records)-inside, len(v.Records))
	}
	return ""
}

func faultPurity(v view) string {
	golds := newGoldIndex()
	supports := map[[2]int]bool{} // candidate and number of a passage
	for i, cand := range v.meta.Candidates {
		if folded, exempt := foldGolds(cand.Golds); !exempt {
			golds.add(i, folded)
		}
		for _, n := range cand.Supporting {
			supports[[2]int{i, n}] = true
		}
	}
	titled := map[string]shownPassage{}
	for _, p := range v.shown {
		for _, i := range golds.in(p.foldedBody) {
			if !supports[[2]int{i, p.Number}] {
				return fmt.Sprintf("passage %d holds the answer of candidate %d and does not support it", p.Number, i)
			}
		}
		key := p.foldedTitle
		if len(key) < 2 {
			key = p.body
		}
		if q, twice := titled[key]; twice && (p.Supporting || q.Supporting) && !(p.Supporting && q.Supporting && p.Source == q.Source) {
			return fmt.Sprintf("passage %d is a version of passage %d, which supports an answer", p.Number, q.Number)
		}
		titled[key] = p
	}
	return ""
}

func faultLength(v view) string {
	low := v.meta.Budget - int(v.meta.Tolerance*float64(v.meta.Budget))
	if v.meta.Tolerance > 0 && (v.tokens < low || v.tokens > v.meta.Budget) {
		return fmt.Sprintf("%d tokens, wanted %d to %d", v.tokens, low, v.meta.Budget)
	}
	return ""
}

func faultAnswer(v view) string {
	own, err := checker(schemas.Question{Answer: v.task.Answer, Aliases: v.task.AnswerAliases})
	if err != nil {
		return fmt.Sprintf("the answer cannot be checked: %v", err)
	}
	for i, other := range v.meta.Candidates {
		if i == v.meta.True {
			if !pays(own, other.Golds[:min(1, len(other.Golds))]) {
				return "the true candidate has another answer"
			}
			continue
		}
		theirs, err := checker(schemas.Question{Answer: other.Golds[0], Aliases: other.Golds[1:]})
		if err != nil {
			return fmt.Sprintf("the answer of candidate %d cannot be checked: %v", i, err)
		}
		if pays(own, other.Golds) || pays(theirs, v.trueCandidate().Golds) {
			return fmt.Sprintf("the answer of candidate %d is paid, or pays", i)
		}
	}
	return ""
}

func faultProvenance(v view) string {
	if len(v.spans.Passages) != len(v.Passages) {
		return fmt.Sprintf("%d passages read, %d recorded", len(v.Passages), len(v.spans.Passages))
	}
	for i, p := range v.spans.Passages {
		switch {
		case p.Number != v.Passages[i].Number || p.Start != v.Passages[i].Start:
			return fmt.Sprintf("passage %d stands elsewhere than recorded", p.Number)
		case p.Source < 0 || p.Source >= len(v.task.SourceIDs):
			return fmt.Sprintf("passage %d has no source", p.Number)
		}
	}
	values := map[string]string{}
	for _, rec := range v.Records {
		values[rec.Key] = rec.Value
	}
	if len(v.spans.Records) != len(values) {
		return fmt.Sprintf("%d records read, %d recorded", len(values), len(v.spans.Records))
	}
	for _, s := range v.spans.Records {
		if s.Chain < 0 || s.Chain >= len(v.meta.Chains) || s.Link < 0 || s.Link >= len(v.meta.Chains[s.Chain].Keys) {
			return fmt.Sprintf("the record at byte %d belongs to no chain", s.Start)
		}
	}
	for i, cand := range v.meta.Candidates {
		if i >= len(v.meta.Chains) || v.meta.Chains[i].Candidate != i {
			return fmt.Sprintf("candidate %d has no chain", i)
		}
		keys := v.meta.Chains[i].Keys
		if values[keys[len(keys)-1]] != cand.Question {
			return fmt.Sprintf("the chain of candidate %d ends in another question", i)
		}
		if i != v.meta.True && cand.QuestionID == v.trueCandidate().QuestionID {
			return fmt.Sprintf("candidate %d is the true question again", i)
		}
		if !slices.Contains(v.task.SourceIDs, cand.QuestionID) {
			return fmt.Sprintf("candidate %d has no source", i)
		}
		if !slices.Equal(cand.Supporting, v.supporting(cand)) {
			return fmt.Sprintf("candidate %d names other supporting passages than the spans", i)
		}
	}
	return ""
}

// supporting are the numbers of the passages that the spans say support a candidate.
func (v view) supporting(cand Candidate) []int {
	var numbers []int
	for _, p := range v.spans.Passages {
		if p.Supporting && v.task.SourceIDs[p.Source] == cand.QuestionID {
			numbers = append(numbers, p.Number)
		}
	}
	return numbers
}
