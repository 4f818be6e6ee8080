package verifiers

import (
	"errors"
	"strings"
	"unicode/utf8"
)

// part compares the answers to one task.
//
// Source: the two-way rule of LoongRL's paper with the guards that its reward lacks:
// word borders, a least share of the gold, a bound on what may stand beside it, no list
// of three or more, nothing for an empty answer.
type part struct {
	args   SubstringArgs
	golds  []string // in normal form
	others []string // in normal form, padded
	normal func(string) string
	limit  int // characters of the longest answer
}

func compileSubstring(args string) (Checker, error) {
	var a SubstringArgs
	if err := decode(args, &a); err != nil {
		return nil, err
	}
	p := &part{args: a, normal: a.normal()}
	if err := errors.Join(a.check(p.normal)...); err != nil {
		return nil, err
	}
	if p.args.MaxExtra == 0 {
		p.args.MaxExtra = usualExtra
	}
	for _, g := range a.Golds {
		p.golds = append(p.golds, p.normal(g))
		p.limit = max(p.limit, utf8.RuneCountInString(g)+maxExtra)
	}
	for _, o := range a.Others {
		if words := bordered(p.normal(o)); words != "  " {
			p.others = append(p.others, words)
		}
	}
	return &single{rule: "substring@1", golds: a.Golds, others: a.Others, find: finder(a.Extract), judge: p.judge}, nil
}

func (p *part) judge(answer string) Verdict {
	v := Verdict{Outcome: Wrong, Gold: p.golds[0]}
	if !p.args.Letters && utf8.RuneCountInString(answer) > p.limit {
		v.Detail = "the answer is much longer than the gold"
		return v
	}
	v.Answer = p.normal(answer)
	if strings.TrimSpace(v.Answer) == "" {
		v.Detail = "nothing is left of the answer"
		return v
	}
	for i, g := range p.golds {
		how, why := p.holds(v.Answer, g)
		if how != "" && how != same && !p.args.Letters && items(answer) > max(2, items(p.args.Golds[i])) {
			how, why = "", "a list with the gold in it"
		}
		if how != "" {
			v.Outcome, v.Score, v.Gold, v.Detail = Right, 1, g, how
			return v
		}
		if v.Detail == "" || why != apart {
			v.Detail = why
		}
	}
	return v
}

// same is how a gold matches itself; apart is why two texts of which none holds the other
// do not match.
const (
	same  = "equal"
	apart = "neither holds the other"
)

// items is how many parts the marks of a list cut a text into. Two may be a name and a
// closer description, as in Paris, France.
func items(text string) int {
	n := 1
	for i, r := range text {
		switch r {
		case ',':
			if next := i + 1; next < len(text) && isDigit(text[next]) {
				continue
			}
			n++
		case ';', '/', '|', '\n', '•', '、', '，', '；':
			n++
		}
	}
	return n
}

// holds says how answer matches gold, or why it does not.
func (p *part) holds(answer, gold string) (how, why string) {
	if answer == gold {
		return same, ""
	}
	if p.args.Letters {
		return p.holdsLetters(answer, gold), apart
	}
	long, short := bordered(answer), bordered(gold)
	switch {
	case p.args.Where == "start" && strings.HasPrefix(long, short),
		p.args.Where != "start" && strings.Contains(long, short):
		if why = p.beside(long, short); why == "" {
			return "the gold and more", ""
		}
		return "", why
	case p.args.Where == "two_way" && strings.Contains(short, long):
		if why = enough(long, short); why == "" {
			return "most of the gold", ""
		}
		return "", why
	}
	return "", apart
}

// holdsLetters says how answer matches gold letter by letter; nothing if it does not.
func (p *part) holdsLetters(answer, gold string) string {
	switch {
	case p.args.Where == "start":
		if strings.HasPrefix(answer, gold) {
			return "starts with the gold"
		}
	case strings.Contains(answer, gold):
		return "holds the gold"
	case p.args.Where == "two_way" && strings.Contains(gold, answer):
		return "stands in the gold"
	}
	return ""
}

// beside says why the words of answer beside those of gold make it another answer;
// nothing if they do not.
func (p *part) beside(answer, gold string) string {
	at := strings.Index(answer, gold)
	before, after := strings.Fields(answer[:at+1]), strings.Fields(answer[at+len(gold)-1:])
	words := strings.Fields(gold)
	switch {
	case !hasContent(words):
		return "a closed answer counts on its own only"
	case len(before)+len(after) > p.args.MaxExtra:
		return "too many words beside the gold"
	case len(before) > 0 && isNumber(words[0]) && isNumber(before[len(before)-1]),
		len(after) > 0 && isNumber(words[len(words)-1]) && isNumber(after[0]):
		return "a number beside the number of the gold"
	}
	for _, rest := range [][]string{before, after} {
		for _, w := range rest {
			if refusing[w] {
				return "a second answer or a denial beside the gold"
			}
		}
	}
	for _, o := range p.others {
		if strings.Contains(answer, o) && !strings.Contains(gold, o) {
			return "the answer of another candidate question beside the gold"
		}
	}
	return ""
}

// enough says why answer, whose words stand together in gold, is too little of it;
// nothing if it is enough.
func enough(answer, gold string) string {
	words, all := strings.Fields(answer), strings.Fields(gold)
	switch {
	case !hasContent(words):
		return "no word of content"
	case 2*len(words) < len(all):
		return "less than half of the gold"
	}
	at := strings.Index(gold, answer)
	for _, w := range strings.Fields(gold[:at] + gold[at+len(answer)-1:]) {
		if isNumber(w) {
			return "a number of the gold is missing"
		}
	}
	return ""
}

// bordered is text as words with one blank around each, punctuation at their ends cut
// off, so that a search for one in another respects the borders of words.
func bordered(text string) string {
	words := strings.Fields(text)
	for i, w := range words {
		if bare := strings.Trim(w, `.,;:!?"'()[]{}*“”‘’«»`); bare != "" {
			words[i] = bare
		}
	}
	return " " + strings.Join(words, " ") + " "
}
