package extract

import "strings"

// Section returns the text between the first start mark and the end mark after it, how
// often start occurs, and whether that first one is closed.
func Section(text, start, end string) (inside string, n int, closed bool) {
	n = strings.Count(text, start)
	if n == 0 {
		return "", 0, false
	}
	_, rest, _ := strings.Cut(text, start)
	inside, _, closed = strings.Cut(rest, end)
	return inside, n, closed
}
