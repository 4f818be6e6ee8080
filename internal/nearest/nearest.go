// Package nearest finds what a misspelt name was meant to be.
package nearest

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// Hint ends a message about an unknown name: with the nearest valid name when one is
// near, with all valid names otherwise.
func Hint(name string, valid []string) string {
	if near := To(name, valid); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	if len(valid) == 0 {
		return "; there are none"
	}
	return "; give one of " + strings.Join(valid, ", ")
}

// To returns the first valid name with the fewest edits, or "" when even that one is not
// near: more than two edits and a third of its letters, or as many edits as the name is long.
func To(name string, valid []string) string {
	best, fewest, letters := "", len(name), utf8.RuneCountInString(name)
	for _, v := range valid {
		if letters-len(v) > max(2, len(v)/3) {
			continue // that many edits at least; a long name costs nothing
		}
		edits := levenshtein.ComputeDistance(name, v)
		if edits < fewest && edits <= max(2, len(v)/3) {
			best, fewest = v, edits
		}
	}
	return best
}

// mostLetters is how much of a name a message shows, in characters.
const mostLetters = 60

// Quote is name in quotes for a message; the rest of a long one is cut off.
func Quote(name string) string { return strconv.Quote(Cut(name)) }

// Cut is name with the rest of a long one cut off.
func Cut(name string) string {
	letters := 0
	for at := range name {
		if letters++; letters > mostLetters {
			return name[:at] + "…"
		}
	}
	return name
}
