package parse

import "strings"

// plainNames are runs of letters of plain text that are no product and no word. Names of
// functions are in functionNames and callNames.
var plainNames = map[string]entry{
	"pi": commands["pi"], "Pi": commands["pi"], "infinity": commands["infty"], "infty": commands["infty"], "oo": commands["infty"], "inf": commands["infty"],
	"emptyset": commands["emptyset"], "undefined": {kind: constant, text: "undefined"}, "DNE": {kind: constant, text: "undefined"},
	"and": {kind: and}, "or": {kind: or}, "where": {kind: where}, "percent": {kind: percent}, "percentage": {kind: percent}, "oder": {kind: or}, "ou": {kind: or}, "und": {kind: and}, "et": {kind: and}, "pct": {kind: percent},
	"degrees": {kind: degree}, "degree": {kind: degree}, "sqrt": {kind: sqrt}, "frac": {kind: frac}, "dfrac": {kind: frac}, "tfrac": {kind: frac}, "rac": {kind: frac},
	"union": {kind: cup}, "mod": {kind: modulo}, "leq": commands["leq"], "geq": commands["geq"], "neq": commands["neq"],
	"cdot": commands["cdot"], "times": commands["times"], "pm": commands["pm"], "circ": commands["circ"],
	"alpha": letter("alpha"), "beta": letter("beta"), "gamma": letter("gamma"), "delta": letter("delta"), "epsilon": letter("epsilon"), "zeta": letter("zeta"),
	"eta": letter("eta"), "theta": letter("theta"), "iota": letter("iota"), "kappa": letter("kappa"), "lambda": letter("lambda"), "mu": letter("mu"), "nu": letter("nu"), "xi": letter("xi"),
	"rho": letter("rho"), "sigma": letter("sigma"), "tau": letter("tau"), "upsilon": letter("upsilon"), "phi": letter("phi"), "chi": letter("chi"), "psi": letter("psi"), "omega": letter("omega"),
	"Gamma": letter("Gamma"), "Delta": letter("Delta"), "Theta": letter("Theta"), "Lambda": letter("Lambda"), "Xi": letter("Xi"), "Sigma": letter("Sigma"), "Phi": letter("Phi"), "Psi": letter("Psi"),
	"Omega": letter("Omega"), "ell": letter("ell"), "hbar": letter("hbar"), "partial": letter("partial"), "nabla": letter("nabla"), "odot": letter("odot"),
}

// commonWords are words of two and three letters that are no products of letters.
var commonWords = wordSet(`am an as at be by do go he hi if in is it me my no of oh ok on so to up us we
	act add age ago aid air all any are arm art ask ate bad bag bar bat bed bee bet bid big bit box boy bus but buy can car cat cow cry cup cut dad day did die dog dry due ear eat egg
	end era eve eye fan far fat few fig fit fix fly for fox fun gas get god got gun guy had has hat hen her him his hit hot how ice ill its job key kid lay leg let lie lot low man map
	may men met mom net new non nor not now nut odd off oil old one our out own pan pay pen per pet pie pig pop pot put ran rat raw red rid row run sad sat saw say sea see set she six
	sit sky son sue sum sun tax tea ten the tie tin tip toe ton too top toy try two use van via war was way web wet who why win won yes yet you zoo day hrs max min sec mph sq cu`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

// isProduct says whether run, two letters or more that are no known name, is a product
// of its letters. touches is whether a sign of mathematics stands next to it, without a
// blank between.
//
//	no      a common word, a word with a capital and small letters: Paolo, odd
//	no      capitals that stand alone: ASA, BCD
//	yes     two or three letters without a vowel: xy, mn, pqr
//	yes     letters in alphabetical steps of one or two: abc, ace, wxyz
//	yes     two or three letters that touch mathematics: 2ax, AB=BC, ai^2
//	no      all else: speed, total
func isProduct(run string, touches bool) bool {
	capitals, vowels, steps := 0, 0, true
	for i := range len(run) {
		c := run[i]
		if !isLetter(c) {
			return false
		}
		if c < 'a' {
			capitals++
		}
		switch c | 0x20 {
		case 'a', 'e', 'i', 'o', 'u':
			vowels++
		}
		if i > 0 {
			step := int(c) - int(run[i-1])
			steps = steps && 0 < step && step <= 2
		}
	}
	switch {
	case commonWords[run]:
		return false
	case capitals > 0 && capitals < len(run) && len(run) > 2:
		return false
	case capitals == len(run) && !touches:
		return false
	case vowels == 0 && len(run) <= 3, steps:
		return true
	}
	return touches && len(run) <= 3
}

// spelledInfinite and its like: words that are a constant.
var spelled = map[string]string{
	"infinitely many": "infinity", "infinite": "infinity", "infinity": "infinity", "undefined": "undefined", "does not exist": "undefined", "dne": "undefined",
	"no solution": "nosolution", "no solutions": "nosolution", "no real solution": "nosolution", "no real solutions": "nosolution", "empty set": "emptyset",
}
