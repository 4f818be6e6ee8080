package tokens

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// fromFile counts with a tokenizer.json. Its steps are those of the format: added
// tokens are found in the raw text, what lies between is normalized, added tokens that
// ask for normal text are found, and what lies between is cut into pieces.
type fromFile struct {
	name        string
	raw, normal *added
	spaces      spaces
	nfc         bool
	pieces      pieces
	lines       bool // an added token holds a line end
}

// AddsUp holds for the patterns that the embedded vocabularies have, see there. The
// pattern of GPT-2 splits the line ends in front of a word, and markers take them along.
func (f *fromFile) AddsUp() bool {
	switch f.pieces.pattern.(type) {
	case cl100k, o200k:
		return !f.lines
	}
	return false
}

func (f *fromFile) Name() string { return f.name }

func (f *fromFile) Count(text string) int {
	total := 0
	found := f.raw.split(clean(text), func(offset int, stretch string) {
		if f.nfc {
			stretch = norm.NFC.String(stretch)
		}
		found := f.normal.split(stretch, func(inner int, stretch string) {
			total += f.pieces.count(f.spaces.mark(stretch, offset+inner == 0))
		})
		total += found
	})
	return total + found
}

// spaces says what becomes of the spaces of a stretch of text.
type spaces int

const (
	keepSpaces     spaces = iota
	markSpaces            // a marker for each
	prependAlways         // and one more in front
	prependMissing        // and one in front unless there is one
	prependFirst          // the same, for the stretch that starts the text
)

func (s spaces) mark(stretch string, first bool) string {
	if s == keepSpaces {
		return stretch
	}
	stretch = strings.ReplaceAll(stretch, " ", marker)
	if s == prependAlways ||
		!strings.HasPrefix(stretch, marker) && (s == prependMissing || s == prependFirst && first) {
		return marker + stretch
	}
	return stretch
}
