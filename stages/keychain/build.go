package keychain

import (
	"math/rand/v2"
	"slices"

	"gander/internal/keyed"
	"gander/internal/pyrand"
	"gander/internal/tokens"
	"gander/schemas"
)

// Kind is the kind of the tasks made here.
const Kind = "keychain"

// A Builder makes tasks. It is safe for concurrent use.
type Builder struct {
	cfg     Config
	counter tokens.Counter
	seed    int64
	recipe  string
	gates   []Gate
	wrapper int // tokens of everything but passages and question chains
}

// NewBuilder returns a builder for checked settings. The tasks name recipe and seed.
func NewBuilder(c Config, counter tokens.Counter, recipe string, seed int64) *Builder {
	b := &Builder{cfg: c, counter: counter, seed: seed, recipe: recipe, gates: gatesOf(c)}
	b.wrapper = b.length(opening+tail(c, sampleID)) + newCosts(c, counter).decoys(c)
	return b
}

// fitTries bounds how often a context is put together anew because the finished prompt
// missed the budget.
const fitTries = 5

// packTries bounds how many orders of the other questions are tried when none of their
// passages fill the window exactly enough.
const packTries = 8

// Build makes the tasks of question number i of the pool: the task itself and up to
// Config.Twins others from the same context, or a reject with the reason. A twin that
// does not pass the gates is left out.
func (b *Builder) Build(p *Pool, i int) (tasks []schemas.Task, reject *schemas.Reject) {
	e := p.entries[i]
	d, no := b.draft(p, e)
	if no == nil {
		var t schemas.Task
		if t, no = b.finish(d, 0); no == nil {
			no = b.sameAgain(p, e, t)
		}
		tasks = append(tasks, t)
	}
	if no != nil {
		return nil, refuseRow(e.question, no)
	}
	for head := 1; head < len(d.meta.Candidates) && len(tasks) <= b.cfg.Twins; head++ {
		if t, no := b.finish(d, head); no == nil {
			tasks = append(tasks, t)
		}
	}
	return tasks, nil
}

// A draft is a finished context with its chains, before a head is chosen.
type draft struct {
	context   string // passages with records, up to the tail
	length    int    // tokens of the whole prompt that starts at the first chain
	meta      Meta   // without Start and True
	spans     Spans
	sourceIDs []string
	license   []string
}

// draft puts a context together for e: choose passages and questions, order them,
// build chains, place the records; again with a shifted window while the finished prompt
// misses the budget.
func (b *Builder) draft(p *Pool, e *entry) (draft, *refusal) {
	if e.refusal != nil {
		return draft{}, e.refusal
	}
	others := make([]*entry, 0, len(p.entries)-1)
	for _, n := range b.stream(e, "others").Perm(len(p.entries)) {
		if o := p.entries[n]; o != e {
			others = append(others, o)
		}
	}
	full := window{b.cfg.Budget - int(b.cfg.Tolerance*float64(b.cfg.Budget)), b.cfg.Budget}
	slack := (full.high - full.low) / 4
	want := window{full.low + slack, full.high - slack}
	var d draft
	for range fitTries {
		s, no := b.pack(e, others, want, full)
		if no != nil {
			return d, no
		}
		if d, no = b.assemble(e, s); no != nil {
			return d, no
		}
		d.length = d.count(b.counter, s.passages, tail(b.cfg, d.meta.Chains[0].Keys[0])) + b.cfg.ChatTokens
		if b.cfg.Measure == "context" || full.low <= d.length && d.length <= full.high {
			break
		}
		miss := d.length - (want.low+want.high)/2
		want = window{want.low - miss, want.high - miss}
	}
	return d, nil
}

// pack selects what fills a window: the narrow one or, where these passages cannot meet
// that, the full one, with the other questions in other orders if need be.
func (b *Builder) pack(e *entry, others []*entry, narrow, full window) (selection, *refusal) {
	s, no := b.selection(e, others, narrow)
	for turn := 0; turn < min(packTries, len(others)) && no != nil && no.reason == "length"; turn++ {
		s, no = b.selection(e, slices.Concat(others[turn:], others[:turn]), full)
	}
	return s, no
}

func (b *Builder) selection(e *entry, others []*entry, want window) (selection, *refusal) {
	if b.cfg.Filler == "passages" {
		return selectPassages(b.cfg, e, others, b.wrapper)
	}
	s, no := selectSets(b.cfg, e, others, b.wrapper, want, b.stream(e, "drop"))
	if no == nil && b.cfg.Distractors == "random" {
		s.candidates = randomCandidates(e, others, len(s.candidates))
	}
	return s, no
}

// randomCandidates takes questions of the same source, whether or not their passages
// are in the context.
func randomCandidates(e *entry, others []*entry, n int) []*entry {
	chosen := []*entry{e}
	for _, o := range others {
		if len(chosen) < n && o.question.Source == e.question.Source && rivals(e, o) {
			chosen = append(chosen, o)
		}
	}
	return chosen
}

// length is the length of a chat-formatted prompt with this content.
func (b *Builder) length(content string) int { return b.counter.Count(content) + b.cfg.ChatTokens }

func (b *Builder) stream(e *entry, purpose string) *rand.Rand {
	return keyed.Stream(b.seed, e.question.ID, "keychain/"+purpose)
}

// order shuffles the passages: by a stream of the question's own, or as the published
// generator does, with one seed for all.
func (b *Builder) order(e *entry, passages []*passage) {
	swap := func(i, j int) { passages[i], passages[j] = passages[j], passages[i] }
	if b.cfg.Order == "constant" {
		pyrand.New(42).Shuffle(len(passages), swap)
		return
	}
	b.stream(e, "order").Shuffle(len(passages), swap)
}

// assemble writes the context of a selection with its records.
func (b *Builder) assemble(e *entry, s selection) (draft, *refusal) {
	b.order(e, s.passages)
	questions := make([]string, len(s.candidates))
	for i, c := range s.candidates {
		questions[i] = c.question.Text
	}
	ids := newIDSource(b.cfg.IDFormat, b.stream(e, "ids"))
	chains, records := buildChains(b.cfg, ids, b.stream(e, "decoys"), questions)

	filled := fillContext(s.passages)
	ends := filled.ends
	if b.cfg.Insertion == "anywhere" {
		ends = stops(filled.text)
	}
	offsets, ok := place(b.stream(e, "place"), records, ends, len(filled.text), int(b.cfg.LinkGap*float64(len(filled.text))))
	if !ok {
		return draft{}, refuse("room", "%d records find no place among %d ends of sentences", len(records), len(ends))
	}
	d := draft{meta: Meta{
		Preset: b.cfg.Preset, Budget: b.cfg.Budget, ChatTokens: b.cfg.ChatTokens,
		Links: b.cfg.IDsPerChain, Chains: chains, Filled: schemas.Hash(filled.text),
	}}
	if b.cfg.Measure == "prompt" {
		d.meta.Tolerance = b.cfg.Tolerance
	}
	for _, g := range b.gates {
		d.meta.Gates = append(d.meta.Gates, g.Name)
	}
	d.insert(filled, records, offsets, b.cfg.Escape)
	d.credit(s)
	return d, nil
}

// finish makes the task that starts at the chain of candidate head and checks it.
func (b *Builder) finish(d draft, head int) (schemas.Task, *refusal) {
	meta := d.meta
	meta.True, meta.Start = head, d.meta.Chains[head].Keys[0]
	content := d.context + tail(b.cfg, meta.Start)
	length := d.length
	if head > 0 {
		length = b.length(content)
	}
	c := meta.Candidates[head]
	sourceIDs, spans := mainFirst(d.sourceIDs, d.spans, head)
	t := schemas.Task{
		Kind:   Kind,
		Prompt: []schemas.Message{{Role: "user", Content: content}},
		Answer: c.Golds[0], AnswerAliases: c.Golds[1:], AnswerIndex: -1,
		Verifier: b.cfg.Verifier, VerifierArgs: verifierArgs(b.cfg.Verifier, meta, head),
		LabelTier:     1,
		NPromptTokens: int32(length), Tokenizer: b.cfg.Tokenizer,
		SourceIDs: sourceIDs,
		Spans:     encode(spans), Meta: encode(meta), License: d.license,
		Recipe: b.recipe, Seed: b.seed,
	}
	t.ID = schemas.TaskID(t)
	return t, check(b.gates, claim{t, meta, spans, length})
}

// mainFirst moves the source at head to the front, in the list and where spans point
// into it.
func mainFirst(ids []string, spans Spans, head int) ([]string, Spans) {
	moved := append([]string{ids[head]}, ids[:head]...)
	moved = append(moved, ids[head+1:]...)
	spans.Passages = slices.Clone(spans.Passages)
	for i, p := range spans.Passages {
		switch {
		case p.Source == head:
			spans.Passages[i].Source = 0
		case p.Source < head:
			spans.Passages[i].Source++
		}
	}
	return moved, spans
}

// sameAgain builds one in 64 tasks a second time and compares: a builder that draws
// from anywhere but its keyed streams does not get far.
func (b *Builder) sameAgain(p *Pool, e *entry, t schemas.Task) *refusal {
	if !slices.ContainsFunc(b.gates, func(g Gate) bool { return g.Name == gateDeterminism }) ||
		keyed.Stream(b.seed, e.question.ID, "keychain/again").IntN(64) > 0 {
		return nil
	}
	d, no := b.draft(p, e)
	if no == nil {
		var again schemas.Task
		if again, no = b.finish(d, 0); no == nil && again.ID == t.ID {
			return nil
		}
	}
	return refuse(gateDeterminism, "a second build gave another prompt")
}
