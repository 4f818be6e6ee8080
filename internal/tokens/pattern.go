package tokens

// A pattern is a split pattern in hand-written form: next gives the end of the piece
// that starts at offset i < len(text). Pieces are never empty and cover the whole text.
//
// Backtracking, where the expressions need it, is argued at the place.
type pattern interface {
	next(s scanner, i int) int
}

// gpt2 is the pattern of GPT-2, also meant by a ByteLevel pre-tokenizer with use_regex:
//
//	's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+
type gpt2 struct{}

func (gpt2) next(s scanner, i int) int {
	if end := s.contraction(i, false); end > i {
		return end
	}
	start := i
	if s.text[i] == ' ' && i+1 < len(s.text) {
		start++
	}
	switch c, _ := s.at(start); {
	case c&letter != 0:
		return s.while(start, letter)
	case c&number != 0:
		return s.while(start, number)
	case c&space == 0:
		return s.until(start, space|letter|number)
	}
	return s.blanks(i, false)
}

// cl100k is the pattern of cl100k_base and Llama 3 with digits 3, and of Qwen 2 with
// digits 1:
//
//	(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}|
//	 ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+
type cl100k struct {
	digits int
}

func (p cl100k) next(s scanner, i int) int {
	if end := s.contraction(i, true); end > i {
		return end
	}
	c, width := s.at(i)
	switch {
	case c&letter != 0:
		return s.while(i+width, letter)
	case c&number != 0:
		return s.upTo(i, number, p.digits)
	}
	after, _ := s.at(i + width)
	if c&newline == 0 && after&letter != 0 {
		return s.while(i+width, letter)
	}
	if start, ok := symbols(s, i); ok {
		return s.while(s.until(start, space|letter|number), newline)
	}
	return s.blanks(i, true)
}

// o200k is the pattern of o200k_base with contractions and digits 3, and of Tekken
// (Mistral Nemo) without contractions and with digits 1; with U = [\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}],
// W = [\p{Ll}\p{Lm}\p{Lo}\p{M}] and C = (?i:'s|'t|'re|'ve|'m|'ll|'d)?:
//
//	[^\r\n\p{L}\p{N}]?U*W+C|[^\r\n\p{L}\p{N}]?U+W*C|\p{N}{1,3}|
//	 ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+
type o200k struct {
	contractions bool
	digits       int
}

func (p o200k) next(s scanner, i int) int {
	c, width := s.at(i)
	if c&number != 0 {
		return s.upTo(i, number, p.digits)
	}
	word := i // where the word starts, past one leading symbol if there is one
	if c&(letter|newline) == 0 {
		word += width
	}
	for _, cased := range []func(scanner, int) int{endingLow, startingHigh} {
		for _, start := range []int{word, i} {
			end := cased(s, start)
			if end > start && p.contractions {
				end = s.contraction(end, true)
			}
			if end > start {
				return end
			}
		}
	}
	if start, ok := symbols(s, i); ok {
		end := s.while(s.until(start, space|letter|number), newline)
		for end < len(s.text) && s.text[end] == '/' {
			end = s.while(end+1, newline)
		}
		return end
	}
	return s.blanks(i, true)
}

// endingLow ends U*W+ at offset i, or gives i when it does not match.
//
// U* first takes all it can, to end. If a lower-case letter follows, W+ goes on from
// there. If not, U* gives back runes until one is in W too: the last rune of the run
// without case. All after it are capitals, so W+ is that one rune.
func endingLow(s scanner, i int) int {
	end, shared := i, i // shared is the end of the last rune that is in U and in W
	for {
		c, width := s.at(end)
		if width == 0 || c&(upper|caseless|mark) == 0 {
			break
		}
		end += width
		if c&(caseless|mark) != 0 {
			shared = end
		}
	}
	if low := s.while(end, lower|caseless|mark); low > end {
		return low
	}
	return shared
}

// startingHigh ends U+W* at offset i, or gives i when it does not match. It is asked
// only where endingLow does not match, so that W* has nothing to take.
func startingHigh(s scanner, i int) int {
	return s.while(i, upper|caseless|mark)
}

// symbols says whether " ?[^\s\p{L}\p{N}]" matches at offset i, and where past the
// space the symbols start.
func symbols(s scanner, i int) (start int, ok bool) {
	start = i
	if s.text[i] == ' ' {
		start++
	}
	c, width := s.at(start)
	return start, width > 0 && c&(space|letter|number) == 0
}
