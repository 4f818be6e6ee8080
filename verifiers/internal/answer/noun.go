package answer

import (
	"math/big"
	"strings"
	"unicode"

	"gander/verifiers/internal/expr"
)

// isCount says whether words behind amount, in an answer to a gold without words, only
// say what is counted, so that they may be dropped: a plural such as "goats", "red
// apples" or "students in the class", a singular behind one or less, or a measure word of
// Chinese. Words of other shapes may be numerals, denials or remarks in any language.
func isCount(words string, amount *expr.Node) bool {
	if measureWords[words] {
		return true
	}
	fields := strings.Fields(words)
	if !all(fields, isLatin) || changes(words) {
		return false
	}
	for i, w := range fields {
		if i > 0 && linkWords[w] {
			fields = fields[:i]
			break
		}
	}
	return len(fields) > 0 && (isPlural(fields[len(fields)-1]) || isSingle(amount))
}

// isLatin says whether w is made of Latin letters.
func isLatin(w string) bool {
	return !strings.ContainsFunc(w, func(r rune) bool { return !unicode.Is(unicode.Latin, r) })
}

// isSingle says whether amount is a number that a singular follows: 1, -1, 1/2.
func isSingle(amount *expr.Node) bool {
	for amount.Op == expr.Neg || amount.Op == expr.Paren {
		amount = amount.Args[0]
	}
	if amount.Op == expr.Div && all(amount.Args, isInteger) && amount.Args[1].Value.Sign() != 0 {
		amount = expr.Rat(new(big.Rat).Quo(amount.Args[0].Value, amount.Args[1].Value))
	}
	return amount.Op == expr.Number && new(big.Rat).Abs(amount.Value).Cmp(one) <= 0
}

// isPlural says whether w looks like the plural of a noun in English.
func isPlural(w string) bool {
	if irregular[w] {
		return true
	}
	if len(w) < 3 || notNouns[w] || !strings.HasSuffix(w, "s") {
		return false
	}
	for _, end := range []string{"ss", "us", "is", "ways", "wards"} {
		if strings.HasSuffix(w, end) {
			return w == "ways" || w == "pathways" || w == "railways"
		}
	}
	return true
}

var (
	// irregular are plurals that do not end in s, nouns without a plural, the era of a year,
	// and words that say no more than that something was counted.
	irregular = wordSet(`ad ce each total left remaining altogether apiece people men women children persons feet mice geese teeth oxen fish sheep deer cattle dice data
		sq vertices matrices pence cm km`)
	// notNouns are words in s that are no nouns, or say less than a count.
	notNouns = wordSet(`as was has does goes lets its his hers ours theirs yours yes thus besides sometimes always perhaps
		equals means remains gives makes works lies stays exceeds differs fails less
		millions miles cientos centaines milliers dizaines decenas`)
	// linkWords end the noun of a phrase.
	linkWords = wordSet("of in per on at for from with each every altogether total inside among between the")
	// measureWords stand between a number and a noun in Chinese, or alone.
	measureWords = wordSet("个 個 人 只 名 位 条 張 张 本 支 棵 辆 次 种 種 元 块 件 天 页 岁 间 台 颗 粒 组 组数 个人 平方米 厘米 米")
)

// isQuantity says whether the folded words before = or : in an answer name what is asked
// for, so that they may be dropped: "area", "total cost", "the number of ways". The noun
// must be one of a closed list, and nothing around it may deny or change it: "wrong
// answer", "square of the answer" and "twice the area" are other values.
func isQuantity(words string) bool {
	fields := strings.Fields(words)
	for len(fields) > 1 && leads[fields[0]] {
		fields = fields[1:]
	}
	if len(fields) == 0 || !quantities[fields[0]] {
		return false
	}
	rest := fields[1:]
	if len(rest) > 0 && !quantities[rest[0]] && !linkWords[rest[0]] && rest[0] != "is" {
		return false
	}
	return !changes(strings.Join(rest, " "))
}

var (
	// leads may stand before the noun.
	leads = wordSet(`in so thus hence therefore then finally the a an my our your this final correct total maximum minimum max min greatest largest smallest least highest lowest
		average mean required desired expected surface lateral shaded standard`)
	// quantities are the nouns, words that say that something follows, and the word for the
	// answer in some languages.
	quantities = wordSet(`final so thus hence therefore finally answer answers ans result solution solutions value values number count amount quantity total sum product quotient
		area perimeter circumference volume length width height depth distance radius diameter side hypotenuse
		speed velocity acceleration rate time duration age year date day price cost profit revenue salary income tax interest
		probability chance odds mean average median mode range variance deviation maximum minimum max min
		angle slope gradient intercept degree ratio percentage weight mass density pressure temperature force energy work
		current voltage resistance charge frequency wavelength period coefficient expression equation function formula output
		point coordinates vertex center centre set domain interval limit integral derivative determinant rank
		ways students people
		antwort ergebnis lösung respuesta resultado réponse résultat risposta risultato resposta ответ 答案 答 答え
		故选 所以 因此`)
)
