package server

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"unicode/utf8"

	"gander/verifiers/server/wire"
)

// rollouts is what OpenRLHF posts to its --remote_rm_url, one entry for each reply, lists
// of the same length.
type rollouts struct {
	query   []json.RawMessage // prompt and reply as one text, special tokens left in
	prompts []json.RawMessage // the prompts alone; an empty one: the query is a reply
	labels  []json.RawMessage // the texts of the data set's label column, see truth
}

func readRollouts(body []byte) (in rollouts, problem *wire.Problem) {
	var query, prompts, labels []byte
	problem = fields(body, true, map[string]*[]byte{"query": &query, "prompts": &prompts, "labels": &labels})
	for _, f := range []struct {
		name string
		raw  []byte
		into *[]json.RawMessage
	}{{"query", query, &in.query}, {"prompts", prompts, &in.prompts}, {"labels", labels, &in.labels}} {
		if problem == nil {
			*f.into, problem = arrayOf(f.name, f.raw)
		}
	}
	n := len(in.query)
	switch {
	case problem != nil:
	case in.query == nil:
		problem = &wire.Problem{Field: "query", Message: "is missing; send prompt and reply as one text, for each reply"}
	case in.prompts == nil:
		problem = &wire.Problem{Field: "prompts", Message: `is missing, and what the prompts hold would be judged with the replies; send the prompts, "" for a query that is a reply`}
	case in.labels == nil:
		problem = &wire.Problem{Field: "labels", Message: "is missing; send the truth about each query"}
	case len(in.labels) != n:
		problem = &wire.Problem{Field: "labels", Message: fmt.Sprintf("has %d entries for %d queries; give one each", len(in.labels), n)}
	case len(in.prompts) != n:
		problem = &wire.Problem{Field: "prompts", Message: fmt.Sprintf("has %d entries for %d queries; give one each", len(in.prompts), n)}
	}
	return in, problem
}

// reply is the i-th reply.
func (in rollouts) reply(i int) (string, *wire.Problem) {
	query, problem := textOf(element("query", i), in.query[i])
	if problem != nil {
		return "", problem
	}
	prompt, problem := textOf(element("prompts", i), in.prompts[i])
	if problem != nil {
		return "", problem
	}
	reply, ok := replyOf(query, prompt)
	if !ok {
		problem = &wire.Problem{Field: element("query", i),
			Message: "does not hold its prompt, so the reply cannot be told from it; send prompts as they are in the query"}
	}
	return withoutEnd(reply), problem
}

// rewards is what OpenRLHF reads. ExtraLogs stays empty: its releases disagree on what
// may stand there.
type rewards struct {
	Rewards   []float64          `json:"rewards"`
	Scores    []float64          `json:"scores"`
	ExtraLogs map[string]float64 `json:"extra_logs"`
}

// openrlhf answers POST /openrlhf. No replies get no rewards: with several servers
// OpenRLHF sends some of them nothing.
func (s *Server) openrlhf(ctx context.Context, r *http.Request, body []byte) (any, *refusal) {
	in, problem := readRollouts(body)
	if problem != nil {
		return nil, bad(problem)
	}
	url := r.URL.Query().Get("verifier")
	place := func(i int) string { return element("labels", i) }
	answers, refused := s.all(ctx, len(in.query), func(i int) (q question, problem *wire.Problem) {
		if q.reply, problem = in.reply(i); problem != nil {
			return q, problem
		}
		if q.verifier, q.args, problem = truth(in.labels[i], url); problem != nil {
			problem = under(place(i), problem)
		}
		return q, problem
	}, place)
	if refused != nil {
		return nil, refused
	}
	scores, refused := scores(answers)
	return rewards{scores, scores, map[string]float64{}}, refused
}

// replyOf is what follows prompt in query; a token such as <s> may stand before it. A
// prompt that ends by opening the reasoning leaves its mark to the reply, so that one
// which was cut off while thinking is seen as that.
func replyOf(query, prompt string) (reply string, ok bool) {
	_, reply, ok = strings.Cut(query, prompt)
	tail := strings.TrimRight(prompt, " \t\r\n")
	for _, mark := range []string{"<think>", "<thinking>"} {
		if strings.HasSuffix(tail, mark) {
			return mark + reply, ok
		}
	}
	return reply, ok
}

// withoutEnd is reply without the special tokens and blanks at its end: </s>, <eos>,
// <end_of_turn> and those in bars, <|im_end|>, <｜end▁of▁sentence｜>.
func withoutEnd(reply string) string {
	for {
		reply = strings.TrimRight(reply, " \t\r\n")
		at := strings.LastIndexByte(reply, '<')
		if at < 0 || !special(reply[at:]) {
			return reply
		}
		reply = reply[:at]
	}
}

// special says whether token, which starts with <, is a special token and nothing more.
func special(token string) bool {
	switch token {
	case "</s>", "<eos>", "<pad>", "<end_of_turn>":
		return true
	}
	inside, ok := strings.CutSuffix(token[1:], ">")
	if !ok || strings.ContainsAny(inside, " \n<>") {
		return false
	}
	for _, bar := range []string{"|", "｜"} {
		if len(inside) > 2*len(bar) && strings.HasPrefix(inside, bar) && strings.HasSuffix(inside, bar) {
			return utf8.ValidString(inside)
		}
	}
	return false
}

// scores are those of all answers. One without a verdict refuses the request: there is no
// number that says so.
func scores(answers []answer) ([]float64, *refusal) {
	all := make([]float64, len(answers))
	var problems []*wire.Problem
	for i, a := range answers {
		all[i] = a.verdict.Score
		if a.problem != nil {
			problems = append(problems, a.problem)
		}
	}
	if problems != nil {
		return nil, bad(paths(problems))
	}
	return all, nil
}
