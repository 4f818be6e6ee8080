package attacks

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"gander/verifiers"
)

// quantityForm is a number that may have a sign and a currency before it, a denominator
// or a unit behind it. The groups are: sign, currency, numerator, denominator, then the
// two parts of a LaTeX fraction, unit.
var quantityForm = regexp.MustCompile(`^([-−+]?)\s*(\\?[$€£]?)\s*(?:([\d,]*\.?\d+)(?:\s*/\s*(\d+))?|\\[dt]?frac\{(\d+)\}\{(\d+)\})\s*([^\d=<>,;]*)$`)

// quantity is a gold that is one number.
type quantity struct {
	negative    bool
	num, den    string // digits, perhaps with a point; den is empty without a fraction
	unit        string
	open, close string // math marks around it
	bare        string // what stands between the marks, without a sign
}

// readQuantity reads gold as one number; false when it is something else.
func readQuantity(gold string) (quantity, bool) {
	var q quantity
	if len(gold) > maxQuantity {
		return q, false
	}
	q.open, gold, q.close = unmark(gold)
	m := quantityForm.FindStringSubmatch(gold)
	if m == nil {
		return q, false
	}
	q.negative = m[1] == "-" || m[1] == "−"
	q.bare = strings.TrimSpace(strings.TrimPrefix(gold, m[1]))
	q.num, q.den, q.unit = strings.ReplaceAll(m[3], ",", ""), m[4], strings.TrimSpace(m[7])
	if m[5] != "" {
		q.num, q.den = m[5], m[6]
	}
	return q, true
}

// maxQuantity is the length of the longest gold that is read as a quantity, in bytes.
const maxQuantity = 200

// unmark takes the marks of a formula off a text.
func unmark(s string) (before, inner, after string) {
	s = strings.TrimSpace(s)
	for _, m := range [][2]string{{"$$", "$$"}, {"$", "$"}, {`\(`, `\)`}, {`\[`, `\]`}} {
		if inside, ok := strings.CutPrefix(s, m[0]); ok {
			if inside, ok = strings.CutSuffix(inside, m[1]); ok && inside != "" {
				return m[0], strings.TrimSpace(inside), m[1]
			}
		}
	}
	return "", s, ""
}

// value is the number without its sign, rounded; +Inf when it has none.
func (q quantity) value() float64 {
	num, err := strconv.ParseFloat(q.num, 64)
	if err != nil {
		return math.Inf(1)
	}
	if q.den == "" {
		return num
	}
	den, err := strconv.ParseFloat(q.den, 64)
	if err != nil || den == 0 {
		return math.Inf(1)
	}
	return num / den
}

// quantity adds near misses of a gold that is one number: its sign, its unit, its
// fraction upside down.
func (b *builder) quantity() {
	if b.Kind != verifiers.Text && b.Kind != verifiers.Math {
		return
	}
	if !b.numeric {
		return
	}
	q, sign := b.number, ""
	if q.negative {
		sign = "-"
	}
	if v := q.value(); v != 0 && 2*v > b.Slack {
		if q.negative {
			b.change("number_negated", q.open+q.bare+q.close)
		} else {
			b.change("number_negated", q.open+"-"+q.bare+q.close)
		}
	}
	if other, ok := otherUnit(q.unit); ok {
		b.change("unit_changed", q.open+sign+strings.TrimSuffix(q.bare, q.unit)+other+q.close)
	}
	if q.den != "" && trimZeros(q.num) != trimZeros(q.den) {
		b.change("fraction_inverted", q.open+sign+q.den+"/"+q.num+q.close)
	}
}

// units are pairs of units of one dimension that differ in size.
var units = [][2]string{
	{"mm", "cm"}, {"cm", "m"}, {"m", "km"}, {"km", "m"}, {"in", "ft"}, {"ft", "yd"},
	{"inch", "foot"}, {"inches", "feet"}, {"feet", "yards"}, {"yards", "feet"}, {"miles", "kilometers"}, {"mile", "kilometer"},
	{"meters", "kilometers"}, {"meter", "kilometer"}, {"kilometers", "miles"}, {"kilometer", "mile"}, {"centimeters", "meters"},
	{"g", "kg"}, {"kg", "g"}, {"mg", "g"}, {"grams", "kilograms"}, {"kilograms", "grams"}, {"pounds", "ounces"}, {"ounces", "pounds"}, {"tons", "pounds"},
	{"ms", "s"}, {"s", "min"}, {"min", "h"}, {"h", "min"}, {"seconds", "minutes"}, {"minutes", "hours"}, {"hours", "minutes"}, {"hour", "minute"},
	{"days", "weeks"}, {"day", "week"}, {"weeks", "days"}, {"months", "years"}, {"years", "months"}, {"year", "month"},
	{"l", "ml"}, {"L", "mL"}, {"liters", "milliliters"}, {"gallons", "liters"}, {"acres", "hectares"},
	{"dollars", "cents"}, {"cents", "dollars"}, {"euros", "cents"}, {"million", "billion"}, {"billion", "million"}, {"thousand", "million"},
	{"V", "mV"}, {"W", "kW"}, {"kW", "W"}, {"J", "kJ"}, {"kJ", "J"}, {"N", "kN"}, {"Hz", "kHz"}, {"Pa", "kPa"},
}

// otherUnit is another unit of the same dimension, written as unit is: alone or in
// \text.
func otherUnit(unit string) (string, bool) {
	bare, before, after := unit, "", ""
	for _, command := range []string{`\text{`, `\mathrm{`} {
		at := strings.Index(unit, command)
		if at >= 0 && strings.HasSuffix(unit, "}") {
			bare, before, after = unit[at+len(command):len(unit)-1], unit[:at+len(command)], "}"
		}
	}
	blanks := bare[:len(bare)-len(strings.TrimLeft(bare, " "))]
	for _, u := range units {
		if u[0] == strings.TrimSpace(bare) {
			return before + blanks + u[1] + after, true
		}
	}
	return "", false
}
