package verifiers

import "strings"

// The word lists of text_strict@1. They are part of the rule: changing one is a new
// version.

// synonyms are written differently and mean the same.
var synonyms = pairs(`
	zero 0  one 1  two 2  three 3  four 4  five 5  six 6  seven 7  eight 8  nine 9  ten 10
	eleven 11  twelve 12  thirteen 13  fourteen 14  fifteen 15  sixteen 16  seventeen 17
	eighteen 18  nineteen 19  twenty 20
	jan january  feb february  mar march  apr april  jun june  jul july  aug august
	sep september  sept september  oct october  nov november  dec december
	% percent  & and`)

var months = set(`january february march april may june july august september october
	november december`)

// quantities change a number that they stand beside, so they count as numbers.
var quantities = set(`hundred thousand million billion trillion dozen percent am pm bc bce ad ce
	january february march april may june july august september october november december
	i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii`)

// closed are answers of their own kind. They never count as a part of a longer answer.
var closed = set(`yes no true false none nothing nobody neither both unknown maybe either all any
	answer unanswerable unclear nil null`)

// refusing are words beside a gold that take it back or offer a second one.
var refusing = set(`or and not no never neither nor non without except excluding unlike versus vs
	isnt wasnt arent werent isn wasn aren weren doesnt didnt cannot cant wont dont
	wrong incorrect false untrue maybe perhaps possibly either instead rather but alternatively`)

// stopwords carry no answer by themselves.
var stopwords = set(`a an the of in on at by to from for with as is was are were be been it its
	he she they his her their this that these those there who which and or not`)

// leading words may stand before a gold: sentence openers, titles and signs.
var leading = set(`a an the of in on at by to from for as is was are were be been it its he she
	they his her their this that there who which final correct answer during since until
	about around approximately circa nearly roughly
	king queen emperor empress prince princess duke duchess count earl lord lady sir dame
	president minister chancellor governor senator mayor general colonel captain admiral
	dr mr mrs ms professor prof saint st pope bishop
	city town village state province county region country river lake mount film movie
	book novel song album band actor actress director author writer singer
	$ € £ ¥`)

// trailing words may stand after a gold without a comma: kinds and units.
var trailing = set(`city town village state province county region country river island mountain
	film movie book novel song album band magazine
	year years month months week weeks day days hour hours minute minutes second seconds
	people inhabitants residents times
	mm cm m km meter meters metre metres kilometer kilometers kilometre kilometres
	inch inches foot feet yard yards mile miles acres hectares
	kg g gram grams kilogram kilograms pound pounds ton tons tonnes
	dollars euros usd eur ° degrees`)

// openers start a closer description of the gold before them.
var openers = set(`of in from at on near by for`)

// pairs reads a list of word and meaning in turn.
func pairs(list string) map[string]string {
	m := map[string]string{}
	fields := strings.Fields(list)
	for i := 0; i+1 < len(fields); i += 2 {
		m[fields[i]] = fields[i+1]
	}
	return m
}

func set(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}
