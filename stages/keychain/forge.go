package keychain

import (
	"regexp"
	"strings"
)

var headingLine = regexp.MustCompile(`(?m)^Passage [0-9]+:$`)

// forges says what in a passage would be read as a part of the prompt that the passage
// is not: a heading or a record. It returns "" for almost every text.
func forges(body string, format idFormat) string {
	if strings.Contains(body, "Passage ") && headingLine.MatchString(body) {
		return "a line that reads as a heading of a passage"
	}
	for at := 0; ; {
		i := strings.Index(body[at:], `{"`)
		if i < 0 {
			return ""
		}
		at += i + 2
		if rest := body[at:]; len(rest) > len(format.sample) && looksLike(rest[:len(format.sample)], format.sample) && rest[len(format.sample)] == '"' {
			return "text that reads as a record"
		}
	}
}
