package keychain

import (
	"encoding/hex"
	"math/rand/v2"
	"slices"
)

// An idFormat draws ids that all have one length and one set of characters.
type idFormat struct {
	name   string
	sample string // looks like every id of the format
	draw   func(*rand.Rand) string
}

var idFormats = []idFormat{
	{"uuid4", sampleID, drawUUID},
	{"hex32", "0123456789abcdef0123456789abcdef", func(r *rand.Rand) string { return drawHex(r, 16) }},
	{"hex8", "01234567", func(r *rand.Rand) string { return drawHex(r, 4) }},
	{"letters", "abcdefghijklmnopqrstuvwxyzABCDEF", drawLetters},
}

func idFormatNames() []string {
	var names []string
	for _, f := range idFormats {
		names = append(names, f.name)
	}
	return names
}

func formatNamed(name string) idFormat {
	return idFormats[slices.IndexFunc(idFormats, func(f idFormat) bool { return f.name == name })]
}

func drawHex(r *rand.Rand, n int) string {
	return hex.EncodeToString(randomBytes(r, n))
}

func drawUUID(r *rand.Rand) string { return uuid4(randomBytes(r, 16)) }

// uuid4 writes 16 random bytes as a UUID of version 4 (RFC 9562, section 5.4), lower case.
func uuid4(b []byte) string {
	b[6] = b[6]&0x0f | 0x40
	b[8] = b[8]&0x3f | 0x80
	out := make([]byte, 0, 36)
	for i, part := range [][]byte{b[:4], b[4:6], b[6:8], b[8:10], b[10:]} {
		if i > 0 {
			out = append(out, '-')
		}
		out = hex.AppendEncode(out, part)
	}
	return string(out)
}

func drawLetters(r *rand.Rand) string {
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	out := make([]byte, 32)
	for i := range out {
		out[i] = letters[r.IntN(len(letters))]
	}
	return string(out)
}

func randomBytes(r *rand.Rand, n int) []byte {
	out := make([]byte, n)
	for i := range out {
		out[i] = byte(r.Uint32())
	}
	return out
}

// sampleID is the id that the published wrapper shows as an example; no record may use it.
const sampleID = "123e4567-e89b-42d3-a456-426614174000"

// idSource hands out ids that differ from each other and from [sampleID].
type idSource struct {
	format idFormat
	r      *rand.Rand
	used   map[string]bool
}

func newIDSource(format string, r *rand.Rand) *idSource {
	return &idSource{formatNamed(format), r, map[string]bool{sampleID: true}}
}

func (s *idSource) next() string {
	for {
		id := s.format.draw(s.r)
		if !s.used[id] {
			s.used[id] = true
			return id
		}
	}
}
