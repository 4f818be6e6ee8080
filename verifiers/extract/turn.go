package extract

import "strings"

// turnMarks end a turn of a conversation.
var turnMarks = []string{
	"<|im_end|>", "<|im_start|>", "<|endoftext|>", "<|eot_id|>", "<|end_of_text|>", "<|end|>", "<|return|>", "<|user|>",
	"<end_of_turn>", "<start_of_turn>", "<｜end▁of▁sentence｜>", "<｜User｜>", "</s>",
}

// firstTurn is text up to the first mark that ends a turn, or the first line that goes on
// in the name of somebody else.
func firstTurn(text string) string {
	for i, end := nextMark(text, 0, "<"); i >= 0; i, end = nextMark(text, end, "<") {
		if end == len(text) || strings.IndexByte("|es/\xef", text[end]) < 0 {
			continue
		}
		for _, m := range turnMarks {
			if strings.HasPrefix(text[i:], m) {
				return spokenTurn(text[:i])
			}
		}
	}
	return spokenTurn(text)
}

var (
	// speakers open a line that somebody else speaks.
	speakers = []string{"user", "human"}
	// questions open a line that asks. A reply may repeat its own question, but behind an
	// answer a question is the next one.
	questions = []string{"question", "q", "problem"}
)

// spokenTurn is text up to the first line that a speaker opens, or a question behind an
// answer.
func spokenTurn(text string) string {
	answered, asked := false, false
	for from := 0; from < len(text); {
		to := len(text)
		if n := strings.IndexByte(text[from:], '\n'); n >= 0 {
			to = from + n + 1
		}
		line := text[from:to]
		first := strings.TrimSpace(text[:min(from, maxLead)]) == "" && from < maxLead
		asks := opensTurn(line, questions)
		if !first && (opensTurn(line, speakers) || asks && (asked || answered)) {
			return text[:from]
		}
		asked = asked || asks
		answered = answered || strings.Contains(line, boxOpen) || strings.Contains(line, tagClose) || strings.Contains(strings.ToLower(line), "answer")
		from = to
	}
	return text
}

// opensTurn says whether line starts with one of names and a colon.
func opensTurn(line string, names []string) bool {
	name, _, ok := strings.Cut(line[:min(len(line), maxLead)], ":")
	if !ok {
		return false
	}
	name = strings.Trim(name, markup+"#>")
	for _, n := range names {
		if strings.EqualFold(name, n) {
			return true
		}
	}
	return false
}
