// Package nearest finds what a misspelt name was meant to be.
package nearest

import (
	"fmt"
	"strings"

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
	best, fewest := "", len(name)
	for _, v := range valid {
		edits := levenshtein.ComputeDistance(name, v)
		if edits < fewest && edits <= max(2, len(v)/3) {
			best, fewest = v, edits
		}
	}
	return best
}
