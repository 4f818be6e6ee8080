// Package qa is the arithmetic of the published scorers of question answering: how they
// make two texts alike, and how they count what the texts share.
//
// Each function gives what its scorer gives, to the last bit of a score, for any text
// that is valid UTF-8: the scorers are Python programs, so lower case, blanks, word
// borders and numbers follow Python 3. What the scorers let pass passes here too: guards
// belong to the rules that use this package. Letters that are newer than the reader's
// tables of Unicode may be read differently.
//
//	scorer                  normal form   score
//	SQuAD, HotpotQA         [SQuAD]       equality, [F1], [HotpotF1]
//	TriviaQA                [TriviaQA]    equality, [F1]
//	DROP                    [DROP]        [Spans.Score]
//	Search-R1               [SQuAD]       equality, or the gold inside the answer
//
// Sources: evaluate-v1.1 of SQuAD, hotpot_evaluate_v1, triviaqa_evaluation, drop_eval of
// the DROP authors, and the search_r1_like_qa_em reward of verl.
package qa

import "strings"

// punctuation are the 32 ASCII marks; no scorer but TriviaQA's knows any other.
const punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"

// SQuAD is s in lower case, without ASCII punctuation, without the words a, an and the,
// one blank between words. The order of the steps is part of it: the-cat becomes thecat.
func SQuAD(s string) string {
	return Squeeze(withoutArticles(withoutPunctuation(Lower(s))))
}

// TriviaQA is like [SQuAD], but punctuation, and with it the marks ‘ ’ ´, becomes a
// blank: the-cat becomes cat.
func TriviaQA(s string) string {
	spaced := strings.Map(func(r rune) rune {
		if isPunctuation(r) || r == '‘' || r == '’' || r == '´' {
			return ' '
		}
		return r
	}, Lower(strings.ReplaceAll(s, "_", " ")))
	return Squeeze(withoutArticles(spaced))
}

func withoutPunctuation(s string) string {
	return strings.Map(func(r rune) rune {
		if isPunctuation(r) {
			return -1
		}
		return r
	}, s)
}

func isPunctuation(r rune) bool {
	return r < 0x7f && r > ' ' && strings.IndexByte(punctuation, byte(r)) >= 0
}
