package extract

import "strings"

// reasoningMarks are the marks that open and close the reasoning of a reply, by what
// stands between their outer signs. Each model family has its own: <think> is the most
// common, [THINK], ◁think▷, <seed:think>, <|begin_of_thought|>, <|START_THINKING|>,
// <|inner_prefix|> and the channels are the others.
var reasoningMarks = map[string]bool{ // true opens
	"think": true, "/think": false,
	"thinking": true, "/thinking": false,
	"thought": true, "/thought": false,
	"reasoning": true, "/reasoning": false,
	"reflection": true, "/reflection": false,
	"scratchpad": true, "/scratchpad": false,
	"seed:think": true, "/seed:think": false,
	"|begin_of_thought|": true, "|end_of_thought|": false,
	"|START_THINKING|": true, "|END_THINKING|": false,
	"|inner_prefix|": true, "|inner_suffix|": false,
	"THINK": true, "/THINK": false,
}

// brackets are the signs around reasoningMarks.
var brackets = []struct{ open, close string }{{"<", ">"}, {"[", "]"}, {"◁", "▷"}}

// longestMark is the length of the longest of reasoningMarks, in bytes.
const longestMark = len("|begin_of_thought|")

// channel opens a part of a reply that a name and channelText follow: analysis and
// commentary are reasoning, final is the conclusion.
const (
	channel     = "<|channel|>"
	channelText = "<|message|>"
)

// Conclusion is the part of a reply after its reasoning: after the last mark that closes
// reasoning, or all of it when there is none, so that a closing mark on its own ends
// reasoning too. It is false when reasoning is opened and not closed: the reply was cut
// off while thinking. Reasoning stands in <think>, <thinking>, <thought>, <reasoning>,
// <reflection>, <scratchpad>, <seed:think>, [THINK], ◁think▷, between
// <|begin_of_thought|>, <|START_THINKING|> or <|inner_prefix|> and their ends, and in
// every <|channel|> that is not the final one.
func Conclusion(reply string) (string, bool) {
	start, opened := 0, -1
	note := func(at, end int, opens bool) {
		if opens {
			opened = max(opened, at)
		} else {
			start = max(start, end)
		}
	}
	for _, b := range brackets {
		for at, end := nextMark(reply, 0, b.open); at >= 0; at, end = nextMark(reply, end, b.open) {
			name, _, closed := strings.Cut(reply[end:min(len(reply), end+longestMark+len(b.close))], b.close)
			if !closed {
				continue
			}
			if opens, known := reasoningMarks[name]; known {
				note(at, end+len(name)+len(b.close), opens)
			}
		}
	}
	for at, end := nextMark(reply, 0, channel); at >= 0; at, end = nextMark(reply, end, channel) {
		rest := strings.TrimPrefix(reply[end:], "final")
		final := len(rest) < len(reply)-end
		note(at, len(reply)-len(strings.TrimPrefix(rest, channelText)), !final)
	}
	return reply[start:], opened < start
}

// nextMark is where mark stands next in text at or after from, and where it ends; -1
// when it does not.
func nextMark(text string, from int, mark string) (at, end int) {
	i := strings.Index(text[from:], mark)
	if i < 0 {
		return -1, len(text)
	}
	return from + i, from + i + len(mark)
}

// turnMarks end a turn of a conversation.
var turnMarks = []string{
	"<|im_end|>", "<|im_start|>", "<|endoftext|>", "<|eot_id|>", "<|end_of_text|>", "<|end|>", "<|return|>", "<|user|>",
	"<end_of_turn>", "<start_of_turn>", "<｜end▁of▁sentence｜>", "<｜User｜>", "</s>",
}

// firstTurn is text up to the first mark that ends a turn.
func firstTurn(text string) string {
	for i, end := nextMark(text, 0, "<"); i >= 0; i, end = nextMark(text, end, "<") {
		if end == len(text) || strings.IndexByte("|es/\xef", text[end]) < 0 {
			continue
		}
		for _, m := range turnMarks {
			if strings.HasPrefix(text[i:], m) {
				return text[:i]
			}
		}
	}
	return text
}
