package extract

import "strings"

// reasoningMarks are the marks that open and close the reasoning of a reply, by what
// stands between their outer signs, in lower case. Each model family has its own: <think>
// is the most common, [THINK], ◁think▷, <seed:think>, <|begin_of_thought|>,
// <|START_THINKING|>, <|inner_prefix|> and the channels are the others.
var reasoningMarks = readReasoningMarks()

// reasoningNames are the names of tags that hold reasoning; a slash closes them.
const reasoningNames = "think thinking thought thoughts reasoning reason reflection scratchpad analysis cot chain_of_thought chain-of-thought rationale inner_thoughts inner_monologue seed:think"

func readReasoningMarks() map[string]bool { // true opens
	marks := map[string]bool{
		"|begin_of_thought|": true, "|end_of_thought|": false,
		"|start_thinking|": true, "|end_thinking|": false,
		"|inner_prefix|": true, "|inner_suffix|": false,
		"|think|": true, "|/think|": false,
	}
	for name := range strings.FieldsSeq(reasoningNames) {
		marks[name], marks["/"+name] = true, false
	}
	return marks
}

// brackets are the signs around reasoningMarks; a reply may write its angles escaped.
var brackets = []struct{ open, close string }{{"<", ">"}, {"[", "]"}, {"◁", "▷"}, {"&lt;", "&gt;"}}

// longestMark is the length of the longest of reasoningMarks with some blanks, in bytes.
const longestMark = len("|begin_of_thought|") + 4

// markName is the name in a mark as reasoningMarks has it: without case and blanks.
func markName(inside string) string {
	return strings.ToLower(strings.ReplaceAll(inside, " ", ""))
}

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
// <reflection>, <scratchpad>, <analysis>, <cot> and the like, also written <Think>,
// < think >, [THINK], ◁think▷ or &lt;think&gt;, between <|begin_of_thought|>,
// <|START_THINKING|> or <|inner_prefix|> and their ends, and in every <|channel|> that is
// not the final one.
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
			if opens, known := reasoningMarks[markName(name)]; known {
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
