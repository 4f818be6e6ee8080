package tokens

import "strings"

// marker stands for a space in the vocabularies made by SentencePiece.
const marker = "▁"

// words cuts text in front of markers, for tokenizers that use markers for spaces. With
// single every marker starts a piece, as a splitting Metaspace pre-tokenizer has it.
// Without, a run of markers starts one piece: a boundary that is safe when no merge
// makes a token that has a marker after something else.
type words struct{ single bool }

func (w words) next(s scanner, i int) int {
	end := i
	for strings.HasPrefix(s.text[end:], marker) {
		end += len(marker)
		if w.single {
			break
		}
	}
	if at := strings.Index(s.text[end:], marker); at >= 0 && (at > 0 || w.single) {
		return end + at
	}
	return len(s.text)
}

// crossesWords says whether a token has a marker after something else.
func crossesWords(token string) bool {
	return strings.Contains(strings.TrimLeft(token, marker), marker)
}

// uncut leaves a text in one piece.
type uncut struct{}

func (uncut) next(s scanner, _ int) int { return len(s.text) }
