package verifiers

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"gander/verifiers/extract"
)

var textStrict = Verifier{
	Name:    "text_strict@1",
	Doc:     "the answer names the gold, in its words or in a clear form of them, and nothing else",
	Formats: extract.Formats,
	Args:    TextArgs{},
	Example: `{"golds":["Marie Curie","Maria Skłodowska-Curie"],"others":["Pierre Curie","Paris","1903"]}`,
	Bait: []string{
		`\boxed{Marie Curie or Pierre Curie}`,
		`\boxed{Pierre Curie, Marie Curie}`,
		`\boxed{Marie Curie}\boxed{Pierre Curie}`,
		`\boxed{not Marie Curie}`,
		`\boxed{Marie Curie, 1903}`,
		`\boxed{arie}`,
		`\boxed{the}`,
		`\boxed{}`,
		`<answer>Marie Curie</answer><answer>Paris</answer>`,
		`Marie Curie`,
	},
	Compile: func(args string) (Checker, error) {
		var a TextArgs
		if err := decode(args, &a); err != nil {
			return nil, err
		}
		j, err := newJudge(a)
		if err != nil {
			return nil, err
		}
		return &strict{j}, nil
	},
}

// strict is text_strict@1 for one task.
type strict struct{ *judge }

func (s *strict) Verify(reply string) Verdict {
	v := s.answer(reply)
	v.Rule = textStrict.Name
	if v.Outcome == Right {
		v.Score = 1
	}
	return v
}

func (s *strict) Reply(format extract.Format, answer string) (string, error) {
	return extract.Render(format, answer)
}

// maxExtra is how many characters an answer may be longer than the longest gold.
const maxExtra = 128

// maxQualifier is how many words may describe a gold closer.
const maxQualifier = 4

// judge compares answers with the golds of one task.
type judge struct {
	args      TextArgs
	golds     []gold
	others    []phrase
	maxLength int // in characters
}

// gold is one right answer, read.
type gold struct {
	phrase
	compact string // see compact
	date    string // see dateKey; empty unless the gold is a date
	open    bool   // has a word of content: more than equality is possible
}

// newJudge reads the golds and others of a task. A gold without a word or number is an
// error.
func newJudge(a TextArgs) (*judge, error) {
	faults := a.check()
	j := &judge{args: a, golds: make([]gold, 0, len(a.Golds)), others: make([]phrase, 0, len(a.Others))}
	for i, text := range a.Golds {
		p := read(text)
		if len(p.words) == 0 && strings.TrimSpace(text) != "" {
			faults = append(faults, fmt.Errorf("golds[%d] has no word or number; give an answer that can be compared", i))
		}
		j.golds = append(j.golds, gold{phrase: p, compact: compact(p), date: dateKey(p), open: hasContent(p.words)})
		j.maxLength = max(j.maxLength, utf8.RuneCountInString(text)+maxExtra)
	}
	for _, text := range a.Others {
		if p := read(text); len(p.words) > 0 {
			j.others = append(j.others, p)
		}
	}
	return j, errors.Join(faults...)
}

// Golds implements [Checker].
func (j *judge) Golds() []string { return j.args.Golds }

// Others implements [Checker].
func (j *judge) Others() []string { return j.args.Others }

// answer extracts the answer of a reply and compares it. Rule and score are left open.
func (j *judge) answer(reply string) Verdict {
	e := extract.Answer(reply, extract.Marked)
	if e.Status != extract.Found {
		return missing(e)
	}
	outcome, detail := j.compare(e.Answer)
	return Verdict{Outcome: outcome, Certainty: Exact, Extracted: e.Answer, Detail: detail}
}

// compare walks the policy table of the package comment from top to bottom.
func (j *judge) compare(answer string) (Outcome, string) {
	if len(answer) > utf8.UTFMax*j.maxLength || utf8.RuneCountInString(answer) > j.maxLength {
		return Wrong, "the answer is much longer than the gold"
	}
	p := read(answer)
	if len(p.words) == 0 {
		return Wrong, "the answer has no word or number"
	}
	for i := range j.golds {
		if how := equal(p, &j.golds[i]); how != "" {
			return Right, how
		}
	}
	for _, o := range j.others {
		if p.joined == o.joined {
			return Wrong, "the answer belongs to another candidate question"
		}
	}
	if !hasContent(p.words) {
		return Wrong, "the answer has no word of content"
	}
	detail := "no gold matches"
	for i := range j.golds {
		g := &j.golds[i]
		if !g.open {
			continue
		}
		var why string
		switch {
		case strings.Contains(g.joined, p.joined):
			if why = inside(p, g.phrase); why == "" {
				return Right, "most of the gold"
			}
		case strings.Contains(p.joined, g.joined):
			if why = j.around(p, g.phrase); why == "" {
				return Right, "the gold with a closer description"
			}
		}
		if why != "" {
			detail = why
		}
	}
	return Wrong, detail
}

// equal says how p equals g, or nothing.
func equal(p phrase, g *gold) string {
	switch {
	case p.joined == g.joined:
		return "equal"
	case !g.open:
		return ""
	case len(p.joined)-len(p.words) == len(g.joined)-len(g.words) && compact(p) == g.compact:
		return "equal but for blanks"
	case g.date != "" && dateKey(p) == g.date:
		return "the same date"
	}
	return ""
}

// inside says why p, whose words stand together in g, is too little of it; nothing if
// it is enough.
func inside(p, g phrase) string {
	if 2*len(p.words) < len(g.words) {
		return "less than half of the gold"
	}
	before, after := split(g, p)
	if len(before) > 0 && g.gaps[len(before)] == comma {
		return "only what describes the gold"
	}
	for _, rest := range [][]string{before, after} {
		for _, w := range rest {
			switch {
			case isNumber(w):
				return "a number of the gold is missing"
			case refusing[w]:
				return "one side of an and, or, or not in the gold"
			}
		}
	}
	return ""
}

// around says why p, which has the words of g together in it, says something else as
// well; nothing if the rest only introduces or describes g.
func (j *judge) around(p, g phrase) string {
	before, after := split(p, g)
	for _, rest := range [][]string{before, after} {
		for _, w := range rest {
			switch {
			case isNumber(w):
				return "a number beside the gold"
			case refusing[w]:
				return "a second answer or a denial beside the gold"
			}
		}
	}
	at := strings.Index(p.joined, g.joined)
	for _, o := range j.others {
		if strings.Contains(p.joined[:at+1], o.joined) || strings.Contains(p.joined[at+len(g.joined)-1:], o.joined) ||
			strings.Contains(p.joined, o.joined) && !strings.Contains(g.joined, o.joined) {
			return "the answer of another candidate question beside the gold"
		}
	}
	for _, w := range before {
		if !leading[w] {
			return "other words before the gold"
		}
	}
	if !describes(after, p.gaps[len(p.words)-len(after):]) {
		return "other words behind the gold"
	}
	return ""
}

// describes says whether words, which stand behind a gold with gaps before each of
// them, only describe it: kinds and units, or one short description that a comma, a
// bracket or a preposition opens.
func describes(words []string, gaps []gap) bool {
	kinds := true
	for i, w := range words {
		if gaps[i] == hard || i > 0 && gaps[i] == comma {
			return false
		}
		kinds = kinds && trailing[w]
	}
	return kinds || len(words) <= maxQualifier && (gaps[0] == comma || openers[words[0]])
}

// split returns the words of long before and after the first place where the words of
// short stand together.
func split(long, short phrase) (before, after []string) {
	at := strings.Index(long.joined, short.joined)
	n := strings.Count(long.joined[:at], " ")
	return long.words[:n], long.words[n+len(short.words):]
}

// hasContent says whether some word carries an answer: a number, or a word of two
// letters or more that is no stop word and no closed answer.
func hasContent(words []string) bool {
	for _, w := range words {
		if hasDigit(w) || utf8.RuneCountInString(w) > 1 && !stopwords[w] && !closed[w] {
			return true
		}
	}
	return false
}

// isNumber says whether w is a number or changes one.
func isNumber(w string) bool { return hasDigit(w) || quantities[w] }
