package verifiers

import "gander/verifiers/extract"

// single is a rule for one task that looks at nothing but the one answer of a reply.
type single struct {
	rule   string
	golds  []string
	others []string
	// find finds the answer of a reply.
	find func(reply string) extract.Extraction
	// judge compares an answer with the golds. It leaves Rule and Extracted open, and
	// Certainty where it is Exact.
	judge func(answer string) Verdict
}

// Golds implements [Checker].
func (s *single) Golds() []string { return s.golds }

// Others implements [Checker].
func (s *single) Others() []string { return s.others }

// Reply implements [Checker].
func (s *single) Reply(format extract.Format, answer string) (string, error) {
	return extract.Render(format, answer)
}

// Verify implements [Checker].
func (s *single) Verify(reply string) Verdict {
	e := s.find(reply)
	v := missing(e)
	if e.Status == extract.Found {
		v = s.judge(e.Answer)
		v.Extracted = e.Answer
		if v.Certainty == "" && (v.Outcome == Right || v.Outcome == Wrong) {
			v.Certainty = Exact
		}
	}
	v.Rule = s.rule
	return v
}

// finder is the function that finds an answer as policy says; empty is "marked".
func finder(policy string) func(reply string) extract.Extraction {
	switch policy {
	case "":
		policy = string(extract.Marked)
	case whole:
		return wholeReply
	}
	return func(reply string) extract.Extraction { return extract.Answer(reply, extract.Policy(policy)) }
}
