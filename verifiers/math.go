package verifiers

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"gander/verifiers/extract"
	"gander/verifiers/internal/answer"
	"gander/verifiers/internal/budget"
)

var mathAnswer = Verifier{
	Name:    "math@1",
	Doc:     "the answer has the gold's value, or is the gold in another form that the table of the rule equates",
	Formats: extract.Formats,
	Kind:    Math,
	Args:    MathArgs{},
	Example: `{"golds":["\\frac{3}{4}"],"others":["\\frac{4}{3}","12"]}`,
	Bait: []string{
		`\boxed{0.7}`,
		`\boxed{0.75000001}`,
		`\boxed{\frac{3}{4}, \frac{4}{3}}`,
		`\boxed{\frac34 \text{ or } \frac43}`,
		`\boxed{(-\infty, \infty)}`,
		`\boxed{x}`,
		`\boxed{x = x}`,
		`\boxed{\frac{3}{4} = \frac{4}{3}}`,
		`\boxed{-\frac{3}{4}}`,
		`\boxed{\frac{3}{4}}\boxed{\frac{4}{3}}`,
		`\boxed{\text{not } \frac{3}{4}}`,
		`\boxed{\frac{0}{0}}`,
		`\frac{3}{4}`,
	},
	Compile: func(args string) (Checker, error) {
		var a MathArgs
		if err := decode(args, &a); err != nil {
			return nil, err
		}
		return newMath("math@1", a, nil)
	},
}

// MathArgs are the arguments of math@1, as JSON.
type MathArgs struct {
	// Golds are the answers that are right, in LaTeX or plain: the main one first, then
	// others of which any may match. At least one, none blank. A gold may be a whole
	// solution with its answer in a box.
	Golds []string `json:"golds"`
	// Others are answers known to be wrong: an answer that equals one of them more
	// closely than a gold is wrong. May be empty.
	Others []string `json:"others,omitempty"`
	// Extract says where the answer of a reply is: marked (a box or an answer tag, the
	// default), boxed, tag, anchored, formula, number, free.
	Extract extract.Policy `json:"extract,omitempty"`
	// Policy says which rows of the table hold and how far numbers may differ. By default
	// all rows hold and no tolerance is given.
	Policy answer.Policy `json:"policy,omitzero"`
}

// mathJudge is math@1 or number@1 for one task.
type mathJudge struct {
	rule   string
	args   MathArgs
	golds  []target
	others []target
	accept func(*answer.Answer) bool // what may be an answer at all; nil for everything
	limit  int                       // the longest answer that is read, in bytes
}

// maxMore is how many bytes an answer may be longer than the longest gold. Worked answers
// have a few hundred; what is longer is no form of the gold and not worth the reading.
const maxMore = 2_000

// target is a gold or another known answer, read.
type target struct {
	*answer.Answer
	canonical string
}

// newMath reads the golds and others of a task. The error names every fault.
func newMath(rule string, a MathArgs, accept func(*answer.Answer) bool) (*mathJudge, error) {
	faults := TextArgs{Golds: a.Golds, Others: a.Others}.check()
	if a.Extract == "" {
		a.Extract = extract.Marked
	}
	if !slices.Contains(extract.Policies, a.Extract) {
		faults = append(faults, fmt.Errorf("extract is %q; give one of %q", a.Extract, extract.Policies))
	}
	if err := a.Policy.Check(); err != nil {
		faults = append(faults, err)
	}
	m := &mathJudge{rule: rule, args: a, accept: accept}
	read := func(list []string, name string) (targets []target) {
		for i, text := range list {
			if strings.TrimSpace(text) == "" {
				continue // a fault already
			}
			t, err := readGold(text, a.Policy)
			switch {
			case err != nil:
				faults = append(faults, fmt.Errorf("%s[%d] cannot be compared: %w", name, i, err))
			case accept != nil && !accept(t):
				faults = append(faults, fmt.Errorf("%s[%d] is no number; give an integer, a fraction, a decimal, a percentage or an amount", name, i))
			default:
				targets = append(targets, target{t, t.String()})
			}
		}
		return targets
	}
	for _, gold := range a.Golds {
		m.limit = max(m.limit, len(gold)+maxMore)
	}
	m.golds = read(a.Golds, "golds")
	m.others = read(a.Others, "others")
	return m, errors.Join(faults...)
}

var (
	// doubledBox is a box of a gold whose backslash was escaped once too often.
	doubledBox = regexp.MustCompile(`\\+boxed\b`)
	// betweenBoxes are signs between two boxes of a gold, which make a list of them.
	betweenBoxes = regexp.MustCompile(`\}[^\pL\pN\\{}]*\\boxed\b`)
)

// readGold reads a gold: the answer in its box, when it is a text with one; else the
// whole text, or what a phrase such as "the answer is" in it announces.
func readGold(text string, p answer.Policy) (*answer.Answer, error) {
	if strings.Contains(text, `\boxed`) {
		text = betweenBoxes.ReplaceAllString(doubledBox.ReplaceAllString(text, `\boxed`), `}, \boxed`)
		if e := extract.Answer(text, extract.Reference); e.Status == extract.Found && e.Answer != "" {
			text = e.Answer
		}
	}
	whole, err := answer.Read(text, p, budget.New(budget.PerCheck))
	if err == nil && whole.Kind() != answer.Words && whole.Kind() != answer.Unknown {
		return whole, nil
	}
	if e := extract.Answer(text, extract.Anchored); e.Status == extract.Found && e.Answer != "" {
		if part, err := answer.Read(e.Answer, p, budget.New(budget.PerCheck)); err == nil {
			return part, nil
		}
	}
	return whole, err
}

// Golds implements [Checker].
func (m *mathJudge) Golds() []string { return m.args.Golds }

// Others implements [Checker].
func (m *mathJudge) Others() []string { return m.args.Others }

// Reply implements [Checker].
func (m *mathJudge) Reply(format extract.Format, answer string) (string, error) {
	return extract.Render(format, answer)
}

// Verify implements [Checker].
func (m *mathJudge) Verify(reply string) Verdict {
	e := extract.Answer(reply, m.args.Extract)
	v := missing(e)
	if e.Status == extract.Found {
		v = m.judge(e.Answer)
		v.Extracted = e.Answer
	}
	v.Rule = m.rule
	if v.Outcome == Right {
		v.Score = 1
	}
	return v
}

// judge compares the text of an answer with the golds, and then with the others. All of
// it has one budget.
func (m *mathJudge) judge(text string) Verdict {
	if len(text) > m.limit {
		return Verdict{Outcome: Wrong, Certainty: Exact, Detail: "the answer is far longer than any gold"}
	}
	b := budget.New(budget.PerCheck)
	got, err := answer.Read(text, m.args.Policy, b)
	if err != nil {
		if errors.Is(err, answer.ErrSpent) {
			return Verdict{Outcome: Undecided, Detail: err.Error()}
		}
		return Verdict{Outcome: Wrong, Certainty: Exact, Detail: err.Error()}
	}
	v := Verdict{Gold: m.golds[0].canonical, Answer: got.String()}
	if m.accept != nil && !m.accept(got) {
		v.Outcome, v.Certainty, v.Detail = Wrong, Exact, "the answer is no number"
		return v
	}
	best, at := m.nearest(m.golds, got, b)
	if other, _ := m.nearest(m.others, got, b); other.Outcome == answer.Right &&
		(best.Outcome != answer.Right || other.Certainty < best.Certainty) {
		best = answer.Result{Outcome: answer.Wrong, Certainty: other.Certainty, Detail: "the answer is one that is known to be wrong"}
	}
	v.Gold = m.golds[at].canonical
	v.Outcome, v.Detail = Outcome(best.Outcome), best.Detail
	if best.Outcome != answer.Undecided {
		v.Certainty = Certainty(best.Certainty.String())
	}
	return v
}

// nearest is the best result of got against targets and which one gave it: the most
// certain right one, else an undecided one, else a wrong one.
func (m *mathJudge) nearest(targets []target, got *answer.Answer, b *budget.Budget) (best answer.Result, at int) {
	rank := map[answer.Outcome]int{answer.Right: 0, answer.Undecided: 1, answer.Wrong: 2}
	for i, t := range targets {
		r := answer.Compare(t.Answer, got, m.args.Policy, b)
		if i == 0 || rank[r.Outcome] < rank[best.Outcome] || r.Outcome == best.Outcome && r.Certainty < best.Certainty {
			best, at = r, i
		}
		if best.Outcome == answer.Right && best.Certainty == answer.Exact {
			break
		}
	}
	return best, at
}
