package verifiers

import (
	"strings"

	"gander/verifiers/extract"
	"gander/verifiers/internal/qa"
)

var searchR1 = Verifier{
	Name:    "searchr1_em@1",
	Doc:     "the answer tag holds a gold in the normal form of squad_em@1, or a text around it",
	Formats: []extract.Format{extract.Tag},
	Args:    SearchArgs{},
	Example: `{"golds":["Marie Curie"],"others":["Pierre Curie","Paris"]}`,
	Bait: []string{
		`<answer>Curie</answer>`,
		`<answer>It is Marie Curie</answer>`,
		`<answer>the</answer>`,
		`<answer></answer>`,
		`<answer>Marie Curie</answer><answer>Paris</answer>`,
		`<answer>Marie Curie`,
		`\boxed{Marie Curie}`,
		`<think><answer>Marie Curie</answer></think>`,
	},
	Holes:   squadHoles + `; with "mode": "subem" also every longer text, as in US: Russia`,
	Compile: compileSearch,
}

// SearchArgs are the arguments of searchr1_em@1, as JSON. Extract is "tag" when empty,
// one answer tag; with official and no extract it is what the published reward takes:
// the last closed answer tag of the whole reply, reasoning or not.
type SearchArgs struct {
	AnswerArgs
	// Mode is "em", equality, or "subem": the gold stands anywhere in the answer, letter
	// by letter. Empty is "em".
	Mode string `json:"mode,omitempty"`
}

// manyTags is how many opening or closing answer tags a reply may have before the
// published reward pays a quarter.
const manyTags = 10

// search is searchr1_em@1 for one task.
//
// Source: the search_r1_like_qa_em reward of verl. We differ, unless the arguments say
// official, in wanting exactly one answer tag after the reasoning, and in paying nothing
// for an answer of which nothing is left.
type search struct{ *single }

func compileSearch(args string) (Checker, error) {
	var a SearchArgs
	if err := decode(args, &a); err != nil {
		return nil, err
	}
	pay := equality
	if a.Mode == "subem" {
		pay = func(answer, gold string) float64 {
			if strings.Contains(answer, gold) {
				return 1
			}
			return 0
		}
	}
	s, err := newScorer("searchr1_em@1", a.AnswerArgs, qa.SQuAD, pay, oneOf("mode", a.Mode, "em", "subem")...)
	if err != nil {
		return nil, err
	}
	switch {
	case a.Extract != "":
	case a.Official:
		s.find = lastTag
	default:
		s.find = func(reply string) extract.Extraction { return extract.Answer(reply, extract.Tagged) }
	}
	if a.Official && a.Extract == "" && a.Mode != "subem" {
		return &search{s}, nil
	}
	return s, nil
}

// Verify pays a quarter for a right answer in a reply with many tags, as the published
// reward for equality does.
func (s *search) Verify(reply string) Verdict {
	v := s.single.Verify(reply)
	if v.Score == 1 && max(strings.Count(reply, "<answer>"), strings.Count(reply, "</answer>")) > manyTags {
		v.Score = 0.25
		v.Detail += "; more than ten answer tags"
	}
	return v
}

// lastTag takes the last closed answer tag of a reply.
func lastTag(reply string) extract.Extraction {
	e := extract.Extraction{Status: extract.Missing, Detail: "no closed answer tag"}
	for {
		_, rest, opened := strings.Cut(reply, "<answer>")
		inside, after, closed := strings.Cut(rest, "</answer>")
		if !opened || !closed {
			return e
		}
		e = extract.Extraction{Status: extract.Found, Answer: strings.TrimSpace(inside)}
		reply = after
	}
}
