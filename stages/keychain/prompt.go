package keychain

import (
	"regexp"
	"strings"
)

// The wording around the passages.
const (
	opening = "Read the passages below. A question about them is hidden inside.\n\n"

	tailOpening = "Among the sentences above are records of the form {\"key\": \"value\"}. "
	tailChain   = "Find the record whose key is \""
	tailClosing = "\". Its value is the key of the next record; go on from record to record until a value is a question instead of a key. " +
		"Answer that question and no other, from what the passages say."

	// The published wrapper, said in our own words: it shows an example id and closes
	// with the first key.
	sampleTail = "Exactly one question in the text above is the right one. " +
		"It is found only by following the right chain of consecutive {key: value} pairs, whose keys are UUID strings such as \"" + sampleID + "\". " +
		"The chain starts at "
)

const traceInstruction = "\n\nBefore the answer, list the keys you followed, in order, between <chain> and </chain>, " +
	"and the numbers of the passages you used between <passages> and </passages>."

var answerInstructions = map[string]string{
	"none":  "",
	"boxed": "\n\nPut the final answer, and nothing else, into \\boxed{}.",
	"tag":   "\n\nPut the final answer, and nothing else, between <answer> and </answer>.",
}

// tail is the text after the passages.
func tail(c Config, start string) string {
	text := tailOpening + tailChain + start + tailClosing
	if c.Preset == "faithful" {
		text = sampleTail + start + "."
	}
	if c.Verifier == traceRule {
		text += traceInstruction
	}
	return text + answerInstructions[c.AnswerFormat]
}

// startKey finds the first key in a tail.
var startKey = regexp.MustCompile(`(?:` + regexp.QuoteMeta(tailChain) + `|The chain starts at )([0-9A-Za-z-]+)`)

// splitTail cuts a prompt into what stands before the tail and the tail.
func splitTail(prompt string) (context, tail string, ok bool) {
	at := strings.LastIndex(prompt, tailOpening)
	if at < 0 {
		at = strings.LastIndex(prompt, sampleTail)
	}
	if at < 0 {
		return "", "", false
	}
	return prompt[:at], prompt[at:], true
}
