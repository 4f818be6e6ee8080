package answer

import (
	"fmt"
	"math/big"
	"strings"

	"gander/verifiers/internal/expr"
)

// meanings are the folded words that say something in mathematics.
var meanings = map[string]meaning{
	"yes": yes, "true": yes, "no": no, "false": no,
	"no solution": nothing, "no solutions": nothing, "no real solution": nothing, "no real solutions": nothing,
	"empty set": nothing, "the empty set": nothing, "none": nothing, "no such": nothing, "null set": nothing,
	"no answer": nothing, "impossible": nothing, "not possible": nothing, "no roots": nothing, "no real roots": nothing,
	"undefined": undefined, "does not exist": undefined, "dne": undefined, "not defined": undefined,
}

// numberWords are numbers in words.
var numberWords = map[string]int64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
	"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
	"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000, "million": 1_000_000,
}

// fractionWords are the folded words of common fractions: numerator, denominator.
var fractionWords = map[string][2]int64{
	"half": {1, 2}, "one half": {1, 2}, "a half": {1, 2}, "one third": {1, 3}, "a third": {1, 3}, "two thirds": {2, 3},
	"one quarter": {1, 4}, "a quarter": {1, 4}, "one fourth": {1, 4}, "three quarters": {3, 4}, "three fourths": {3, 4},
	"one fifth": {1, 5}, "two fifths": {2, 5}, "three fifths": {3, 5}, "four fifths": {4, 5}, "one sixth": {1, 6}, "five sixths": {5, 6},
	"one eighth": {1, 8}, "one tenth": {1, 10},
}

// changers are folded words that make another number, or none, of the number that they
// stand beside: multiples, parts, operations, denials. All other words there say what is
// counted or asked for.
var changers = wordSet(`dozen dozens pair pairs couple couples trio trios score scores gross tens hundreds thousands millions billions trillions quadrillion zillion
	lakh lakhs crore crores mil mille mio mrd mn bn tausend millionen millones milliarden dutzend douzaine douzaines docena docenas
	万 千 百 亿 打 成 折 倍 分之 fold
	halves half thirds third quarters quarter fourths fifths sixths sevenths eighths ninths tenths hundredths thousandths millionths
	squared cubed factorial root roots power doubled tripled halved twice double triple reciprocal inverse opposite
	remainder mod modulo divided multiplied point below under above over minus negative plus zero short onwards infinity
	not no nor false wrong incorrect untrue never isn't but except fails rejected excluded invalid maybe perhaps possibly
	probably hmm bc bce base binary octal hexadecimal`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// changes says whether words beside a number change it: one of them is of changers, or
// the last is a number, as in "times two".
func changes(words string) bool {
	last := ""
	for w := range strings.FieldsSeq(fold(words)) {
		if changers[w] {
			return true
		}
		last = w
	}
	_, number := numberWords[last]
	return number
}

// infiniteWords are the folded words for a number that is infinite.
var infiniteWords = map[string]bool{
	"infinite": true, "infinity": true, "infinitely many": true, "infinitely many solutions": true, "an infinite number": true,
	"infinite number": true, "infinitely": true, "positive infinity": true,
}

// allRealsWords are the folded words for the set of all reals.
var allRealsWords = map[string]bool{"all real numbers": true, "all reals": true, "all real values": true, "any real number": true}

// wordNumber is the whole number that the folded words say, as in "twenty one".
func wordNumber(folded string) (int64, bool) {
	var sum, part int64
	words := strings.Fields(folded)
	if len(words) == 0 || len(words) > 6 {
		return 0, false
	}
	for _, w := range words {
		n, known := numberWords[w]
		switch {
		case !known:
			return 0, false
		case n >= 1000:
			if part == 0 {
				return 0, false
			}
			sum, part = sum+part*n, 0
		case n == 100:
			if part == 0 || part > 9 {
				return 0, false
			}
			part *= 100
		case part%10 != 0 || n >= 10 && part%100 != 0 || n == 0 && len(words) > 1 || n < 10 && part%100 > 0 && part%100 < 20:
			return 0, false
		default:
			part += n
		}
	}
	return sum + part, true
}

// wordDecimal is the decimal that the folded words say, its digits one by one: "two point
// five", "zero point one two".
func wordDecimal(folded string) (*expr.Node, bool) {
	whole, fraction, ok := strings.Cut(folded, " point ")
	n, okWhole := wordNumber(whole)
	digits := strings.Fields(fraction)
	if !ok || !okWhole || len(digits) == 0 || len(digits) > maxDigits {
		return nil, false
	}
	text := fmt.Sprintf("%d.", n)
	for _, word := range digits {
		d, known := numberWords[word]
		if !known || d > 9 {
			return nil, false
		}
		text += fmt.Sprint(d)
	}
	value, _ := new(big.Rat).SetString(text)
	return &expr.Node{Op: expr.Number, Value: value, Places: len(digits)}, true
}

// wordSum is the number that text says in words with an "and" in it, in British use: "one
// hundred and five". It is false when the words before "and" do not end in hundreds or
// thousands, so that they may be a number of their own.
func wordSum(text string) (sum int64, ok bool) {
	if !strings.Contains(text, " and ") {
		return 0, false
	}
	text = plainText(text)
	rest, minus := negated(text)
	if minus {
		text = rest
	}
	first, last, _ := strings.Cut(fold(text), " and ")
	if strings.Contains(text, ",") || strings.ContainsFunc(text, isMathematical) ||
		!strings.HasSuffix(first, "hundred") && !strings.HasSuffix(first, "thousand") {
		return 0, false
	}
	if sum, ok = wordNumber(first + " " + last); minus {
		sum = -sum
	}
	return sum, ok
}
