package verifiers

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"gander/verifiers/extract"
)

var keychainTrace = Verifier{
	Name:    "keychain_trace@1",
	Doc:     "text_strict@1 on the answer, and in full only with the true chain and the supporting passages",
	Formats: extract.Formats,
	Args:    TraceArgs{},
	Example: `{"golds":["Marie Curie"],"others":["Pierre Curie"],"chain":["k1","k2","k3","k4"],"passages":[3,17]}`,
	Bait: []string{
		`<chain>k1, k2, k3, k4</chain><passages>3, 17</passages>`,
		`\boxed{}`,
		`\boxed{Pierre Curie}`,
		`<chain>k7, k1, k5, k2, k3, k4</chain>\boxed{Pierre Curie}`,
		`<think><chain>k1, k2, k3, k4</chain><passages>3, 17</passages></think>\boxed{Pierre Curie}`,
		`<chain>k1, k2, k3, k4</chain><passages>3, 17</passages>\boxed{Marie Curie}\boxed{Pierre Curie}`,
		`<think><chain>k1, k2, k3, k4</chain><passages>3, 17</passages>\boxed{Marie Curie}`,
	},
	Compile: compileTrace,
}

// TraceArgs are the arguments of keychain_trace@1, as JSON.
type TraceArgs struct {
	// Golds are the texts that are right: the gold answer first, then its aliases. At
	// least one, none blank.
	Golds []string `json:"golds"`
	// Others are the golds of the other candidate questions of the same prompt: answers
	// that look right and are not. May be empty.
	Others []string `json:"others,omitempty"`
	// Chain is the true chain, in order, from the key that the prompt starts with to
	// the one that opens the question. Keys are letters, digits, hyphens and underscores.
	Chain []string `json:"chain"`
	// Passages are the numbers of the supporting passages as the prompt counts them,
	// from 1. Empty where no passage is known to support: then they do not count.
	Passages []int `json:"passages,omitempty"`
}

func (a TraceArgs) check() (faults []error) {
	if len(a.Chain) == 0 {
		faults = append(faults, errors.New("chain is empty; give the keys of the true chain"))
	}
	for i, k := range a.Chain {
		if keys := cutKeys(k); len(keys) != 1 || keys[0] != k {
			faults = append(faults, fmt.Errorf("chain[%d] is no key; use letters, digits, hyphens and underscores", i))
		}
		if slices.Contains(a.Chain[:i], k) {
			faults = append(faults, fmt.Errorf("chain[%d] repeats a key; a chain visits each key once", i))
		}
	}
	for i, n := range a.Passages {
		if n < 1 {
			faults = append(faults, fmt.Errorf("passages[%d] is %d; passages count from 1", i, n))
		}
		if slices.Contains(a.Passages[:i], n) {
			faults = append(faults, fmt.Errorf("passages[%d] repeats %d; name each passage once", i, n))
		}
	}
	return faults
}

func compileTrace(args string) (Checker, error) {
	var a TraceArgs
	if err := decode(args, &a); err != nil {
		return nil, err
	}
	j, err := newJudge(TextArgs{Golds: a.Golds, Others: a.Others})
	if err := errors.Join(append([]error{err}, a.check()...)...); err != nil {
		return nil, err
	}
	return &trace{judge: j, chain: a.Chain, passages: a.Passages}, nil
}

// trace is keychain_trace@1 for one task.
//
// Beside the answer a reply may show its trace, after its reasoning:
//
//	<chain>key, key, key</chain>
//	<passages>3, 17</passages>
//
// The score is [withEvidence] of r = 1 for an answer that text_strict@1 calls right,
// else 0, and of the mean of the chain share and the passage share (only the chain share
// when the task names no passages), each in [0, 1]. So the full trace and the right
// answer pay 1, the right answer alone 0.5, the full trace with a wrong answer 0.05, and
// a trace without an answer 0.
//
// Source: the context reward of LongRLVR; the chain share is ours.
type trace struct {
	*judge
	chain    []string
	passages []int
}

func (t *trace) Verify(reply string) Verdict {
	v := t.answer(reply)
	v.Rule = keychainTrace.Name
	conclusion, ok := extract.Conclusion(reply)
	if v.Outcome == Unparsed || strings.TrimSpace(v.Extracted) == "" || !ok {
		return v
	}
	shown := t.shown(conclusion)
	right := 0.0
	if v.Outcome == Right {
		right = 1
	}
	v.Score = withEvidence(right, shown)
	if v.Outcome == Right && shown < 1 {
		v.Detail += "; the trace is not complete"
	}
	return v
}

// shown is F: how much of the trace a conclusion shows, in [0, 1].
func (t *trace) shown(conclusion string) float64 {
	share := t.chainShare(once(conclusion, "<chain>", "</chain>"))
	if len(t.passages) == 0 {
		return share
	}
	return (share + t.passageShare(once(conclusion, "<passages>", "</passages>"))) / 2
}

// once is the inside of a section that occurs exactly once, else nothing.
func once(text, start, end string) string {
	inside, n, closed := extract.Section(text, start, end)
	if n != 1 || !closed {
		return ""
	}
	return inside
}

// chainShare is the number of keys that text names rightly from the start, up to the
// first wrong one, over the number it names or the length of the chain, whichever is
// more. The first key stands in the prompt and does not count in either number, unless
// it is the only one. So a list of all keys of the prompt earns next to nothing.
func (t *trace) chainShare(text string) float64 {
	named := cutKeys(text)
	right := 0
	for right < len(named) && right < len(t.chain) && named[right] == t.chain[right] {
		right++
	}
	total := max(len(named), len(t.chain))
	if right == 0 || total == 1 {
		return float64(right)
	}
	return float64(right-1) / float64(total-1)
}

// cutKeys cuts text into keys: runs of letters, digits, inner hyphens and underscores.
func cutKeys(text string) []string {
	keys := strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '_'
	})
	n := 0
	for _, k := range keys {
		if k = strings.Trim(k, "-"); k != "" {
			keys[n] = k
			n++
		}
	}
	return keys[:n]
}

// passageShare is the F-beta of the cited passage numbers against the supporting ones,
// with beta 2: missing a passage costs more than citing one too many. A number cited
// twice counts once as found and twice as cited.
func (t *trace) passageShare(text string) float64 {
	cited := strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' })
	found := map[int]bool{}
	for _, c := range cited {
		if n, err := strconv.Atoi(c); err == nil && slices.Contains(t.passages, n) {
			found[n] = true
		}
	}
	return fBeta(len(found), len(cited), len(t.passages), 2)
}

// Reply shows the full trace before the answer.
func (t *trace) Reply(format extract.Format, answer string) (string, error) {
	if _, err := extract.Render(format, answer); err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString("<chain>" + strings.Join(t.chain, ", ") + "</chain>\n")
	if len(t.passages) > 0 {
		numbers := make([]string, len(t.passages))
		for i, n := range t.passages {
			numbers[i] = strconv.Itoa(n)
		}
		b.WriteString("<passages>" + strings.Join(numbers, ", ") + "</passages>\n")
	}
	return extract.Reasoned(b.String() + extract.Wrap(format, answer)), nil
}
