package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The words that keep a value of running text from being its answer. The lists are of
// the languages that most replies are written in; a doubt that is missed is a wrong
// answer paid, a word too many is an answer that is not seen.
var (
	// hypotheses make a whole sentence a supposition.
	hypotheses = newLexicon("suppose|supposing|assume|assumes|assumed|assuming|imagine|hypothetically|for example|for instance|e.g.|example|whether|if|unless",
		"假设|如果|假如|若|仮に|もし|만약|supposons|angenommen|supongamos|предположим")

	// provisional words say that the text has not come to its end.
	provisional = newLexicon("so far|until now|for now|up to now|at this point|for the moment|目前|暂时")

	// doubts deny, compare or weaken a value of the same clause.
	doubts = newLexicon("wrong|incorrect|false|invalid|impossible|reject|rejects|rejected|discard|discards|discarded|extraneous|contradiction|contradicts|rule out|rules out|ruled out|exclude|excluded|mistake",
		"is not|are not|was not|isn't|isn’t|does not|doesn't|doesn’t|do not|don't|don’t|did not|didn't|cannot|can't|can’t|never|no answer|no solution|no solutions|undetermined",
		"perhaps|maybe|might|could|possibly|at least|at most|less than|more than|than|too|exceeds|exceed|divides|divide|multiple of|bound|the second|the latter|the former|which gives|which yields|which makes|only if",
		"n'est pas|ne|faux|fausse|falsch|nicht|no es|no son|incorrecto|falso|falsa|errado|errata|неверно|неправильно|не",
		"错|錯|不是|不对|不對|不可能|大于|小于|大於|小於|至少|至多|超过|不到|以上|以下|以内|未満|未满|より|違|間違|보다|이상|이하|미만|아니|아닙")

	// takesPart, before a value, makes it a part of another one: "the cube of 8".
	takesPart = newLexicon("of|than|above|below|over|under|beyond|after|before|near|nearly|almost|mod|modulo|divides|divide|exceeds|not|for n|except")

	// measures, before "of", leave the value what it is: "a total of 12".
	measures = newLexicon("total|sum|value|values|area|amount|length|volume|cost|price|profit|distance|speed|rate|average|mean|perimeter|probability|age|height|weight|width|maximum|minimum|score|answer|result|pair|set|difference|product|chance|fee|time|income|balance|loss|gain|count|solution|output")

	// alters, behind a value, makes another one of it: "8 squared".
	alters = newLexicon("st|nd|rd|th|times|mod|modulo|squared|cubed|factorial|of the|divided|multiplied|plus|minus|if|before",
		"倍|折|的|の|以上|以下|以内|未満|未满|보다|以外|开方|分之")
)

// doubted says why the value of the sentence s is no answer: the sentence supposes,
// denies or compares it, or makes it a part of another value. It is empty when nothing
// speaks against it.
func (t *page) doubted(s, value span) string {
	clause := t.clause(s, value.from)
	behind := span{value.to, s.to}
	switch {
	case t.supposes(s, value):
		return "the last value is supposed"
	case t.says(s, provisional):
		return "the last value is provisional"
	case t.says(span{clause, value.from}, doubts) || t.says(behind, doubts):
		return "the last value is doubted"
	case t.partOf(span{clause, value.from}):
		return "the last value is a part of another one"
	case alters.at(strings.TrimLeft(t.text[behind.from:behind.to], " \t*_\u00a0$)")) > 0:
		return "the last value is altered by what follows it"
	}
	return ""
}

// supposes says whether the sentence s of value is a supposition. "If x, then y" is none.
func (t *page) supposes(s, value span) bool {
	return t.says(span{s.from, value.from}, hypotheses) && !t.says(span{s.from, value.from}, consequences) || t.says(span{value.to, s.to}, hypotheses)
}

// consequences part what is concluded from what it is concluded from.
var consequences = newLexicon("so|then|thus|hence|therefore|we get|we have|donc|alors|also|dann|entonces|portanto|quindi|所以|因此|则|那么|よって|したがって|따라서|значит|поэтому")

// clause is where the clause of s starts that goes on at offset: behind the last comma,
// consequence or value before it.
func (t *page) clause(s span, offset int) int {
	from := s.from
	t.parts(span{s.from, offset}, func(w part) bool {
		if t.valued(w) {
			from = w.to
			return true
		}
		r, size := utf8.DecodeRuneInString(t.text[w.from:offset])
		switch {
		case strings.ContainsRune("，、；", r), strings.ContainsRune(",;", r) && strings.HasPrefix(t.text[w.from+size:], " "):
			from = w.from + size
		default:
			if n := consequences.at(t.text[w.from:offset]); n > 0 {
				from = w.from + n
			}
		}
		return true
	})
	return from
}

// partOf says whether the words of s make what follows them a part of another value.
func (t *page) partOf(s span) bool {
	before := strings.TrimRight(t.of(s), " \t\n*_$([")
	for _, article := range []string{" the", " these", " all"} {
		before = strings.TrimSuffix(before, article)
	}
	if !takesPart.ends(before) {
		return false
	}
	noun, of := strings.CutSuffix(before, " of")
	return !of || !measures.ends(noun)
}

// denied says whether a statement that denies or asks holds offset, or the word before
// offset denies what follows.
func (t *page) denied(offset int) bool {
	for _, s := range t.void {
		if s.from <= offset && offset < s.to {
			return true
		}
	}
	return deniesNext(t.text[:offset])
}

// deniesNext says whether the last word of text denies what follows it.
func deniesNext(text string) bool {
	before := strings.TrimRight(text[max(0, len(text)-longestDenial):], " \t*_\"'$(:")
	if strings.HasSuffix(before, "n't") || strings.HasSuffix(before, "n’t") {
		return true
	}
	for _, w := range denials {
		if n := len(before) - len(w); n >= 0 && strings.EqualFold(before[n:], w) {
			if r, _ := utf8.DecodeLastRuneInString(before[:n]); n == 0 || dense(r) || !unicode.IsLetter(r) {
				return true
			}
		}
	}
	return false
}

// denials are the words that deny what follows them, and longestDenial is how far back
// they are looked for, in bytes.
var denials = []string{"not", "never", "cannot be", "nor", "non", "pas", "nicht", "no", "não", "nie", "не", "不是", "不", "非", "ليس", "ليست"}

const longestDenial = 32
