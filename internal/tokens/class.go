package tokens

import (
	"sync"
	"unicode"
	"unicode/utf8"
)

// A class says which character groups of the split patterns a rune belongs to, one bit
// a group. The zero class is "anything else": punctuation, symbols, controls, and code
// points that Go's Unicode tables do not know.
type class uint8

const (
	upper    class = 1 << iota // Lu, Lt
	lower                      // Ll
	caseless                   // Lm, Lo
	mark                       // M
	number                     // N
	space                      // \s, with CR and LF
	newline                    // CR, LF

	letter = upper | lower | caseless
)

// classes maps every code point to its class. It is one flat megabyte, of which a text
// touches only the pages of its own scripts.
var classes = sync.OnceValue(func() *[utf8.MaxRune + 1]class {
	table := new([utf8.MaxRune + 1]class)
	for _, group := range []struct {
		class  class
		ranges *unicode.RangeTable
	}{
		{upper, unicode.Lu}, {upper, unicode.Lt},
		{lower, unicode.Ll},
		{caseless, unicode.Lm}, {caseless, unicode.Lo},
		{mark, unicode.M},
		{number, unicode.N},
		{space, unicode.White_Space},
	} {
		for _, r := range group.ranges.R16 {
			for code := rune(r.Lo); code <= rune(r.Hi); code += rune(r.Stride) {
				table[code] |= group.class
			}
		}
		for _, r := range group.ranges.R32 {
			for code := rune(r.Lo); code <= rune(r.Hi); code += rune(r.Stride) {
				table[code] |= group.class
			}
		}
	}
	table['\r'] |= newline
	table['\n'] |= newline
	return table
})
