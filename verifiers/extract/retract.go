package extract

import (
	"strings"
	"unicode/utf8"
)

var (
	// frames, in the clause before "the answer is", say that somebody else says so, or
	// nobody.
	frames = newLexicon("not|n't|don't|doesn't|didn't|cannot|can't|false|nobody|no one|never|some|some say|might|could|may|mistake|mistakenly|error|wrong|wrongly|incorrect|incorrectly|naively|initially|at first|format|claim|claims|claimed|perhaps|maybe|possibly|unlikely|doubt")

	// retractions open a sentence that takes back what was said before it.
	retractions = newLexicon("wait|hmm|hm|oops|correction|scratch that|edit|alternatively|on second thought|sorry|no,|no:|no —|in fact it|in fact, it|actually it|actually, it|actually, the|let me redo|let me recheck|never mind|hold on|my mistake|i made|不对|不對|等等|更正|错了|いや")

	// blames are verdicts on what was said before them.
	blames = newLexicon("is wrong|is incorrect|is false|is not right|is not correct|is not the|is not a|isn't right|isn't correct|isn't the|are wrong|was wrong|seems wrong|must be wrong|cannot be right|can't be right|cannot be correct|can't be correct|can't be|cannot be|does not work|doesn't work|是错的|不对")

	// pointers are words for what was said before.
	pointers = newLexicon("this|that|it|they|which|the above|this answer|that answer|but this|but that|but it")
)

// maxFrame is how far before its noun the frame of a statement may start, in bytes.
const maxFrame = 96

// framed says whether the words that lead to the noun at offset keep it from stating an
// answer: "suppose the answer is", "nobody says that the answer is".
func (t *page) framed(offset int) bool {
	least := max(0, offset-maxFrame)
	s := span{least, offset}
	for end, _ := t.sentenceEnd(least, offset); end < offset; end, _ = t.sentenceEnd(s.from, offset) {
		_, size := utf8.DecodeRuneInString(t.text[end:])
		s.from = end + size
	}
	return t.supposes(s, span{offset, offset}) || t.says(span{t.clause(s, offset), offset}, frames)
}

// retracted says whether a sentence of s, which starts behind an answer, takes it back.
func (t *page) retracted(s span) bool {
	for from := s.from; from < s.to; {
		end, _ := t.sentenceEnd(from, s.to)
		start := t.skip(from, markup+"#>.。!！…;；,，-—(){}$\\")
		rest := t.text[min(start, end):end]
		if n := pointers.at(rest); n > 0 && blames.at(strings.TrimLeft(rest[n:], " ")) > 0 || retractions.at(rest) > 0 {
			return true
		}
		_, size := utf8.DecodeRuneInString(t.text[end:])
		from = max(start, end+max(size, 1))
	}
	return false
}

// markTakenBack says why the boxes of text, or the tag, do not stand: a denial is beside
// one, or a later sentence takes them back.
func markTakenBack(text string) string {
	end := 0
	if i := strings.LastIndex(text, tagClose); i >= 0 {
		end = i + len(tagClose)
	}
	boxes, _ := allBoxes(text)
	for _, b := range boxes {
		end = max(end, b.end)
		if deniesNext(strings.TrimRight(text[:b.start], ` \[(}`)) {
			return "a box is denied"
		}
	}
	behind := strings.TrimPrefix(strings.TrimLeft(text[end:min(len(text), end+maxText)], markup+`\)]$`), `text{`)
	if blames.at(strings.TrimLeft(behind, " ")) > 0 {
		return "the mark is denied"
	}
	if t := newPage(behind); t.retracted(t.all()) {
		return "the answer is taken back"
	}
	return ""
}
