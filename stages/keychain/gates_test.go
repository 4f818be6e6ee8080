package keychain

import (
	"slices"
	"strings"
	"testing"

	"gander/internal/keyed"
	"gander/schemas"
)

// A plant spoils a good task so that exactly one gate has reason to refuse it.
type plant struct {
	gate  string
	says  string // a part of the detail
	spoil func(*testing.T, *claim, bench)
}

var plants = []plant{
	{"ids", "stands in a passage", func(t *testing.T, c *claim, _ bench) {
		at := freeText(t, *c, 40)
		c.rewrite(overwrite(c.content(), at, 40, " "+c.meta.Chains[1].Keys[0]+" "))
	}},
	{"topology", "does not lead", func(_ *testing.T, c *claim, _ bench) {
		a, b := c.meta.Chains[1].Keys[1], c.meta.Chains[2].Keys[1]
		c.swapValues(a, b)
	}},
	{"resolve", "ends in something else", func(_ *testing.T, c *claim, _ bench) {
		c.setContent(strings.Replace(c.content(), tailChain+c.meta.Start, tailChain+c.meta.Chains[1].Keys[0], 1))
	}},
	{"hiding", "holds the question", func(t *testing.T, c *claim, _ bench) {
		q := strings.ToLower(c.trueCandidate().Question)
		at := freeText(t, *c, len(q)+2)
		c.rewrite(overwrite(c.content(), at, len(q)+2, " "+q+" "))
	}},
	{"strip", "differs from the one filled", func(_ *testing.T, c *claim, _ bench) {
		c.meta.Filled = schemas.Hash("another context")
	}},
	{"verbatim", "splits a sentence", func(_ *testing.T, c *claim, _ bench) {
		c.moveRecord()
	}},
	{"purity", "holds the answer", func(t *testing.T, c *claim, _ bench) {
		gold := c.task.Answer
		at := freeText(t, *c, len(gold)+2)
		c.rewrite(overwrite(c.content(), at, len(gold)+2, " "+gold+" "))
	}},
	{"purity", "holds the answer of candidate 1", func(t *testing.T, c *claim, _ bench) {
		gold := c.meta.Candidates[1].Golds[0]
		at := freeText(t, *c, len(gold)+2)
		c.rewrite(overwrite(c.content(), at, len(gold)+2, " "+gold+" "))
	}},
	{"provenance", "names other supporting passages", func(_ *testing.T, c *claim, _ bench) {
		c.meta.Candidates[1].Supporting = append(slices.Clone(c.meta.Candidates[1].Supporting), 9999)
	}},
	{"length", "tokens, wanted", func(_ *testing.T, c *claim, _ bench) {
		c.meta.Budget -= 200
	}},
	{"syntax", "is no JSON object", func(_ *testing.T, c *claim, _ bench) {
		question := c.meta.Candidates[1].Question
		spoiled := strings.Replace(question, " ", `"`, 1)
		c.meta.Candidates[1].Question = spoiled
		c.setContent(strings.Replace(c.content(), `"`+question+`"`, `"`+spoiled+`"`, 1))
	}},
	{"answer", "is paid, or pays", func(_ *testing.T, c *claim, _ bench) {
		c.meta.Candidates[1].Golds = []string{"an " + c.task.Answer} // in no passage, and the same answer
	}},
	{"provenance", "has no source", func(_ *testing.T, c *claim, _ bench) {
		c.meta.Candidates[1].QuestionID = schemas.Hash("nobody")
	}},
	{gateReadable, "no closing paragraph", func(_ *testing.T, c *claim, _ bench) {
		c.setContent(strings.Replace(c.content(), tailOpening, "", 1))
	}},
}

func (c *claim) content() string { return c.task.Prompt[0].Content }

func (c *claim) setContent(s string) {
	c.task.Prompt = []schemas.Message{{Role: "user", Content: s}}
}

// rewrite sets the content and what the row says of the context before insertion.
func (c *claim) rewrite(s string) {
	c.setContent(s)
	context, _, _ := splitTail(s)
	c.meta.Filled = schemas.Hash(strings.TrimPrefix(withoutRecords(*c, Reading{Context: context}), opening))
}

// freeText finds n bytes of a passage that supports nothing, well away from records.
func freeText(t *testing.T, c claim, n int) int {
	t.Helper()
	for _, p := range c.spans.Passages {
		if p.Supporting {
			continue
		}
		body := c.content()[p.Start:p.End]
		for at := strings.IndexByte(body, '\n') + 20; at+n+20 < len(body); at++ {
			inRecord := slices.ContainsFunc(c.spans.Records, func(r RecordSpan) bool {
				return p.Start+at < r.End+10 && r.Start < p.Start+at+n+10
			})
			if !inRecord && !strings.Contains(body[at-10:at+n+10], "\n") {
				return p.Start + at
			}
		}
	}
	t.Fatalf("no %d bytes of free text in the prompt", n)
	return 0
}

// swapValues exchanges the values of two keys whose values are ids.
func (c *claim) swapValues(a, b string) {
	next := map[string]string{}
	r, _ := Read(c.content())
	for _, rec := range r.Records {
		next[rec.Key] = rec.Value
	}
	s := c.content()
	s = strings.Replace(s, `{"`+a+`": "`+next[a]+`"}`, `{"`+a+`": "`+next[b]+`"}`, 1)
	s = strings.Replace(s, `{"`+b+`": "`+next[b]+`"}`, `{"`+b+`": "`+next[a]+`"}`, 1)
	c.setContent(s)
}

// moveRecord moves a record that stands inside a passage behind the next word.
func (c *claim) moveRecord() {
	s := c.content()
	for i, rec := range c.spans.Records {
		rest := s[rec.End:]
		word := strings.IndexByte(rest[1:], ' ') + 1
		if rest[0] != ' ' || word <= 1 || strings.ContainsAny(rest[:word], "\n{.") {
			continue
		}
		c.setContent(s[:rec.Start] + rest[:word] + s[rec.Start:rec.End] + rest[word:])
		c.spans.Records[i].Start += word
		c.spans.Records[i].End += word
		return
	}
}

func TestEveryGateHasAPlantedCaseThatOnlyItRefuses(t *testing.T) {
	c := small()
	c.Budget *= 2 // room for several chains
	b := newBench(t, c, 100)
	good := b.claims(t)
	planted := map[string]bool{gateDeterminism: true} // its own test is below
	for _, p := range plants {
		planted[p.gate] = true
		t.Run(p.gate+" "+p.says, func(t *testing.T) {
			c := good[0]
			if no := check(Gates, c); no != nil {
				t.Fatalf("before: %+v", no)
			}
			c.meta.Candidates = slices.Clone(c.meta.Candidates)
			c.spans.Records = slices.Clone(c.spans.Records)
			p.spoil(t, &c, b)
			no := check(Gates, c)
			if no == nil || no.reason != p.gate || !strings.Contains(no.detail, p.says) {
				t.Fatalf("refusal is %+v, want %s: …%s…", no, p.gate, p.says)
			}
			if p.gate == gateReadable {
				return // nothing can be checked in a prompt that cannot be read
			}
			without := slices.DeleteFunc(slices.Clone(Gates), func(g Gate) bool { return g.Name == p.gate })
			if no := check(without, c); no != nil {
				t.Fatalf("with the gate off it is refused all the same: %+v", no)
			}
		})
	}
	for _, g := range Gates {
		if !planted[g.Name] {
			t.Errorf("gate %q has no planted case", g.Name)
		}
	}
}

func TestDeterminismGate(t *testing.T) {
	b := newBench(t, small(), 200)
	for i := range b.pool.Len() {
		tasks, reject := b.Build(b.pool, i)
		if reject != nil {
			continue
		}
		e := b.pool.entries[i]
		sampled := keyed.Stream(b.seed, e.question.ID, "keychain/again").IntN(64) == 0
		if no := b.sameAgain(b.pool, e, tasks[0]); no != nil {
			t.Fatalf("a second build of question %d differs", i)
		}
		tasks[0].ID = schemas.Hash("another prompt")
		if no := b.sameAgain(b.pool, e, tasks[0]); (no != nil) != sampled {
			t.Fatalf("question %d, sampled %v: a different second build gives %+v", i, sampled, no)
		}
	}
}

// Refusals before a prompt stands.
func TestRefusals(t *testing.T) {
	tests := []struct {
		name   string
		config func(*Config)
		spoil  func([]schemas.Question)
		reason string
		detail string
	}{
		{"more chains than questions", func(c *Config) { c.Chains = 16 }, nil, "chains", "of 16 chains found a question"},
		{"no room for the records", func(c *Config) { c.Insertion, c.IDFormat, c.IDsPerChain = "passage", "hex8", 16 }, nil, "room", "records find no place"},
		{"supporting passages too long", func(c *Config) { c.Budget = 1000 }, func(qs []schemas.Question) {
			for i := range qs {
				for j := range qs[i].Passages {
					qs[i].Passages[j].Text += strings.Repeat(" More was said.", 500)
				}
			}
		}, "length", "the supporting passages alone need"},
		{"no supporting passage", func(*Config) {}, func(qs []schemas.Question) {
			for i := range qs {
				for j := range qs[i].Passages {
					qs[i].Passages[j].Supporting = false
				}
			}
		}, "unsupported", "marks no supporting passage"},
		{"an answer without words", func(*Config) {}, func(qs []schemas.Question) {
			for i := range qs {
				qs[i].Answer, qs[i].Aliases = "!!!", nil
			}
		}, "answer", "the answer cannot be checked"},
		{"a pool that is too small", func(c *Config) { c.Budget = 1 << 20 }, nil, "length", "the pool fills"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := small()
			tt.config(&c)
			questions := worldQuestions(t, 2000, 10)
			if tt.spoil != nil {
				tt.spoil(questions)
			}
			pool := NewPool(c, o200k(), questions)
			_, reject := NewBuilder(c, o200k(), "test", 1).Build(pool, 0)
			if reject == nil || reject.Reason != tt.reason || !strings.Contains(reject.Detail, tt.detail) {
				t.Fatalf("reject is %+v, want %s: …%s…", reject, tt.reason, tt.detail)
			}
		})
	}
}
