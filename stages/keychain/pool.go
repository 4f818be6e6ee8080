package keychain

import (
	"cmp"
	"slices"
	"strings"

	"gander/internal/text"
	"gander/internal/tokens"
	"gander/schemas"
	"gander/verifiers"
)

// A Pool holds the questions that may stand in one context together. It is read-only
// once made, and safe for concurrent use.
type Pool struct {
	entries []*entry // sorted by question id
}

// An entry is a question made ready: what every task with it needs is worked out once.
type entry struct {
	question schemas.Question
	number   int      // its place in the pool
	folded   string   // the question's words
	golds    []string // the words of the answer and its aliases; blank ones left out
	exempt   bool     // yes, no and the like: no passage can be kept free of them
	chain    int      // tokens of a chain that ends in this question
	checker  verifiers.Checker
	refusal  *refusal // why it can be neither asked nor used as a candidate

	passages   []*passage
	supporting []*passage
	near       []*passage // the near misses
}

// A passage is a text block of an entry.
type passage struct {
	owner      *entry
	body       string // title, newline, text
	title      string // the title's words
	folded     string // the body's words
	tokens     int    // with heading and blank line
	apart      int    // without heading, exact; 0 where it cannot be counted apart
	ends       []int  // byte offsets in body where a record may stand
	mentions   []int  // numbers of the questions whose gold it holds
	supporting bool
}

// NewPool makes the questions ready. Rows with one id are one question.
func NewPool(c Config, counter tokens.Counter, questions []schemas.Question) *Pool {
	p := &Pool{}
	cost := newCosts(c, counter)
	for _, q := range questions {
		p.entries = append(p.entries, newEntry(c, cost, q))
	}
	slices.SortFunc(p.entries, func(a, b *entry) int { return cmp.Compare(a.question.ID, b.question.ID) })
	p.entries = slices.CompactFunc(p.entries, func(a, b *entry) bool { return a.question.ID == b.question.ID })
	golds := newGoldIndex()
	for i, e := range p.entries {
		e.number = i
		if !e.exempt {
			golds.add(i, e.golds)
		}
	}
	for _, e := range p.entries {
		for _, b := range e.passages {
			b.mentions = golds.in(b.folded)
		}
	}
	return p
}

// Len is the number of questions.
func (p *Pool) Len() int { return len(p.entries) }

// Question returns question i in the order of ids.
func (p *Pool) Question(i int) schemas.Question { return p.entries[i].question }

func newEntry(c Config, cost costs, q schemas.Question) *entry {
	e := &entry{question: q, folded: text.Fold(q.Text)}
	e.golds, e.exempt = foldGolds(golds(q))
	e.chain = cost.chain(q.Text)
	var err error
	if e.checker, err = checker(q); err != nil {
		e.refusal = refuse("answer", "the answer cannot be checked: %v", err)
	}
	for _, p := range q.Passages {
		made := &passage{
			owner: e, body: p.Text, title: text.Fold(p.Title), supporting: p.Supporting,
		}
		offset := 0
		if p.Title != "" {
			made.body = p.Title + "\n" + p.Text
			offset = len(p.Title) + 1
		}
		if forged := forges(made.body, cost.format); forged != "" {
			if p.Supporting {
				e.refusal = refuse("forged", "the supporting passage %q holds %s", p.Title, forged)
			}
			continue
		}
		made.folded = text.Fold(made.body)
		made.tokens, made.apart = cost.passage(made.body)
		made.ends = recordEnds(c.Insertion, p, offset)
		e.passages = append(e.passages, made)
		if p.Supporting {
			e.supporting = append(e.supporting, made)
		} else {
			e.near = append(e.near, made)
		}
	}
	return e
}

// golds returns the answer and its aliases. An alias that is a mere function word is
// left out unless the answer is one: "no" for Norway would pay for a shrug.
func golds(q schemas.Question) []string {
	golds := []string{q.Answer}
	for _, a := range q.Aliases {
		if !functionWords[text.Fold(a)] || functionWords[text.Fold(q.Answer)] {
			golds = append(golds, a)
		}
	}
	return golds
}

// foldGolds returns the words of golds, those without words left out, and whether one of
// them is so common that no passage can be kept free of it.
func foldGolds(golds []string) (folded []string, exempt bool) {
	for _, g := range golds {
		if f := text.Fold(g); len(f) > 1 {
			folded = append(folded, f)
			exempt = exempt || commonAnswers[f]
		}
	}
	return folded, exempt
}

// functionWords are words that stand in almost every reply.
var functionWords = func() map[string]bool {
	set := map[string]bool{" ": true}
	for w := range strings.FieldsSeq(`a an the and or but not no yes none of in on at by to for from with as if so
		it its he him his she her they them their we us our you your i me my this that these those who what which
		is are was were be been am do does did has have had will would can could may might must shall should`) {
		set[" "+w+" "] = true
	}
	return set
}()

// commonAnswers are answers that stand in almost every long text.
var commonAnswers = map[string]bool{" yes ": true, " no ": true, " none ": true, " true ": true, " false ": true, " both ": true, " neither ": true}

// recordEnds returns where a record may stand in a passage whose text starts at offset
// of its body: at the end, and at the ends of sentences that both the source and our
// own reading see.
func recordEnds(insertion string, p schemas.Passage, offset int) []int {
	end := offset + len(p.Text)
	if insertion == "passage" {
		return []int{end}
	}
	var ends []int
	for _, e := range text.SentenceEnds(p.Text) {
		if e == len(p.Text) {
			continue
		}
		if _, stated := slices.BinarySearch(p.SentenceEnds, int32(e)); stated || len(p.SentenceEnds) == 0 {
			ends = append(ends, offset+e)
		}
	}
	return append(ends, end)
}

// alike says whether two questions are the same but for form.
func alike(a, b string) bool {
	return a == b || strings.Contains(a, b) || strings.Contains(b, a) || text.Overlap(a, b) >= 0.9
}
