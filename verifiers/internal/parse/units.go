package parse

import (
	"strings"

	"gander/verifiers/internal/expr"
)

// unitNames are units as written, with their canonical name. Units of one letter are
// units only in \text, \mathrm and \unit; in mathematics they are variables.
var unitNames = map[string]string{
	"m": "m", "meter": "m", "meters": "m", "metre": "m", "metres": "m", "km": "km", "kilometer": "km", "kilometers": "km", "kilometre": "km", "kilometres": "km",
	"cm": "cm", "centimeter": "cm", "centimeters": "cm", "centimetre": "cm", "centimetres": "cm", "mm": "mm", "millimeter": "mm", "millimeters": "mm", "millimetres": "mm",
	"dm": "dm", "decimeter": "dm", "decimeters": "dm", "nm": "nm", "nanometers": "nm", "μm": "um", "micrometers": "um",
	"in": "in", "inch": "in", "inches": "in", "ft": "ft", "foot": "ft", "feet": "ft", "yd": "yd", "yard": "yd", "yards": "yd", "mi": "mi", "mile": "mi", "miles": "mi",
	"g": "g", "gram": "g", "grams": "g", "kg": "kg", "kilogram": "kg", "kilograms": "kg", "mg": "mg", "milligrams": "mg", "lb": "lb", "lbs": "lb", "pound": "lb", "pounds": "lb",
	"oz": "oz", "ounce": "oz", "ounces": "oz", "ton": "ton", "tons": "ton", "tonne": "t", "tonnes": "t",
	"s": "s", "sec": "s", "secs": "s", "second": "s", "seconds": "s", "min": "min", "mins": "min", "minute": "min", "minutes": "min", "h": "h", "hr": "h", "hrs": "h", "hour": "h", "hours": "h",
	"ms": "ms", "milliseconds": "ms", "day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month", "year": "year", "years": "year", "yr": "year", "yrs": "year",
	"L": "L", "l": "L", "liter": "L", "liters": "L", "litre": "L", "litres": "L", "mL": "mL", "ml": "mL", "milliliters": "mL", "millilitres": "mL", "cl": "cL", "gal": "gal", "gallon": "gal", "gallons": "gal",
	"quart": "qt", "quarts": "qt", "pint": "pt", "pints": "pt", "cup": "cup", "cups": "cup",
	"N": "N", "newton": "N", "newtons": "N", "kN": "kN", "J": "J", "joule": "J", "joules": "J", "kJ": "kJ", "W": "W", "watt": "W", "watts": "W", "kW": "kW", "kWh": "kWh",
	"V": "V", "volt": "V", "volts": "V", "A": "A", "amp": "A", "amps": "A", "ampere": "A", "amperes": "A", "C": "C", "Hz": "Hz", "hertz": "Hz", "kHz": "kHz", "MHz": "MHz",
	"Pa": "Pa", "kPa": "kPa", "atm": "atm", "mol": "mol", "mole": "mol", "moles": "mol", "K": "K", "kelvin": "K", "kelvins": "K", "eV": "eV", "ohm": "ohm", "ohms": "ohm", "Omega": "ohm",
	"mph": "mph", "kph": "kmh", "kmh": "kmh", "rad": "rad", "radian": "rad", "radians": "rad", "cent": "cent", "cents": "cent", "unit": "unit", "units": "unit", "acre": "acre", "acres": "acre",
	"degC": "degC", "degF": "degF", "qt": "qt", "pt": "pt", "cL": "cL", "um": "um", "t": "t",
}

// rawUnits are units also where they touch a number of mathematics: 5cm.
var rawUnits = wordSet("km cm mm dm kg mg ft yd lb lbs oz hr hrs mph kph kmh mL ml kN kJ kW kWh kHz MHz kPa mol")

// currencies as words.
var currencies = map[string]string{"dollar": "$", "dollars": "$", "USD": "$", "usd": "$", "euro": "€", "euros": "€", "EUR": "€", "yen": "¥", "rupees": "₹", "yuan": "¥"}

// scales are words for powers of ten behind a number.
var scales = map[string]int64{"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000}

// powers are words before a unit, or behind it, for its square and cube.
var powers = map[string]int64{"square": 2, "sq": 2, "squared": 2, "cubic": 3, "cubed": 3, "cu": 3}

// measured reads words or a unit behind an amount: a unit, a currency, a scale, or what
// is counted. nil when left is no amount, or the words open a remark.
func (p *parser) measured(left *expr.Node) *expr.Node {
	t := p.cur()
	switch {
	case t.kind == unit:
		return p.unitCommand(left)
	case t.kind == word && conditionWords[strings.ToLower(t.text)] || !isAmount(bare(left)):
		return nil
	case t.kind == quoted:
		p.skip()
		return p.node(expr.Quantity, "", p.value(left), p.node(expr.Text, t.text))
	}
	if n, ok := scales[t.text]; ok {
		p.skip()
		return p.node(expr.Mul, "", p.value(left), p.int(n))
	}
	if name, ok := currencies[t.text]; ok && !p.wordsFollow(1) {
		p.skip()
		return p.node(expr.Money, name, p.value(left))
	}
	start := p.i
	if n := p.units(); n != nil && !p.wordsFollow(0) {
		return p.node(expr.Quantity, "", p.value(left), n)
	}
	p.i = start
	if t.kind != word {
		return nil
	}
	counted := p.wordsNode()
	if counted.Op != expr.Text || !isCounted(counted.Name) {
		return p.fault("words behind a number that make no sense")
	}
	return p.node(expr.Quantity, "", p.value(left), counted)
}

// uncounted are words that make what stands behind a number a sentence.
var uncounted = wordSet("is are was were be been not no than less more fewer greater at most least only but so because which that who this it if either")

// isCounted says whether words behind a number can name what is counted.
func isCounted(words string) bool {
	for w := range strings.FieldsSeq(words) {
		if uncounted[strings.ToLower(w)] {
			return false
		}
	}
	return true
}

// wordsFollow says whether the token n further on goes on a run of words.
func (p *parser) wordsFollow(n int) bool {
	t := p.peek(n)
	return t.kind == word && !conditionWords[t.text] || (t.kind == sym || t.kind == num) && t.is(inText)
}

// isAmount says whether n can have a unit: a number or an expression that is computed,
// no bare name, no words.
func isAmount(n *expr.Node) bool {
	switch n.Op {
	case expr.Number, expr.Mul, expr.Div, expr.Pow, expr.Call, expr.Neg, expr.Mixed, expr.PlusMinus, expr.Add, expr.Constant, expr.Factorial, expr.Tuple:
		return true
	}
	return false
}

// compound reads 5 ft 3 in, 2 hours 30 minutes: a sum of quantities.
func (p *parser) compound(left *expr.Node) *expr.Node {
	right := p.expression(productPower)
	if right.Op != expr.Quantity {
		return p.fault("a number behind a quantity")
	}
	return p.chain(expr.Add, left, right)
}

// unitCommand reads \unit{…}, whose text is an expression over names of units.
func (p *parser) unitCommand(left *expr.Node) *expr.Node {
	t := p.take()
	l := lexer{src: `\text{` + t.text + "}", budget: p.budget}
	l.run()
	inner := parser{src: l.src, toks: l.toks, budget: p.budget, err: l.err}
	if inner.err == nil {
		inner.prepare()
		if n := inner.units(); n != nil && inner.cur().kind == end {
			return p.node(expr.Quantity, "", p.value(left), n)
		}
	}
	return p.fault("an unknown unit")
}

// units reads units with products, quotients and powers; nil and no progress when none
// stands at the current token.
func (p *parser) units() *expr.Node {
	n := p.oneUnit()
	for n != nil {
		start := p.i
		over := p.accept(slash)
		if t := p.cur(); !over && t.kind == word && t.text == "per" {
			p.skip()
			over = true
		}
		times := !over && p.accept(times)
		next := p.oneUnit()
		switch {
		case next == nil:
			p.i = start
			return n
		case over:
			n = p.node(expr.Div, "", n, next)
		case times || p.toks[start].is(inText):
			n = p.chain(expr.Mul, n, next)
		default:
			p.i = start
			return n
		}
	}
	return nil
}

// unitAhead says whether a unit stands at the current token.
func (p *parser) unitAhead() bool {
	start := p.i
	n := p.oneUnit()
	p.i = start
	return n != nil
}

// oneUnit reads one unit with its power; nil and no progress when none stands here.
func (p *parser) oneUnit() *expr.Node {
	start := p.i
	power := int64(1)
	if t := p.cur(); t.kind == word && powers[strings.ToLower(t.text)] > 0 {
		power = powers[strings.ToLower(t.text)]
		p.skip()
	}
	t := p.cur()
	name, ok := unitNames[t.text]
	switch {
	case !ok && t.kind == word:
		name, ok = unitNames[strings.ToLower(t.text)]
	case len(t.text) == 1 && !t.is(inText) && !p.afterPer():
		ok = false
	}
	if !ok || t.kind != word && t.kind != sym && t.kind != constant && t.kind != fn {
		p.i = start
		return nil
	}
	p.skip()
	n := p.node(expr.Symbol, name)
	if t := p.cur(); t.kind == caret {
		p.skip()
		return p.node(expr.Pow, "", n, p.argument())
	} else if t.kind == word && powers[t.text] > 0 && power == 1 && strings.HasSuffix(t.text, "ed") {
		power = powers[t.text]
		p.skip()
	}
	if power != 1 {
		return p.node(expr.Pow, "", n, p.int(power))
	}
	return n
}

// afterPer says whether the current token is a unit's denominator, as the s of km/s.
func (p *parser) afterPer() bool { return p.i > 0 && p.toks[p.i-1].kind == slash }
