package answer

import (
	"math/big"
	"strings"
	"sync"

	"gander/verifiers/internal/expr"
)

// size is a unit in terms of the base units.
type size struct {
	factor *big.Rat
	powers dimension
}

// dimension is the power of each base unit: meter, kilogram, second, ampere, mole, bit,
// celsius, fahrenheit, kelvin, and the unit of a drawing. Temperatures have no common zero and
// are converted apart.
type dimension [10]int

const baseUnits = "m kg s A mol bit degC degF K unit"

// unitLines define the units: their names, the factor, the base units with powers.
// Names are case sensitive; plurals and full names are listed.
const unitLines = `
m meter meters metre metres = 1 m
km kilometer kilometers kilometre kilometres = 1000 m
dm decimeter decimeters = 1/10 m
cm centimeter centimeters centimetre centimetres = 1/100 m
mm millimeter millimeters millimetre millimetres = 1/1000 m
μm um micron microns micrometer micrometers = 1/1000000 m
nm nanometer nanometers = 1/1000000000 m
in inch inches = 127/5000 m
ft foot feet = 381/1250 m
yd yard yards = 1143/1250 m
mi mile miles = 201168/125 m
kg kilogram kilograms = 1 kg
g gram grams = 1/1000 kg
mg milligram milligrams = 1/1000000 kg
t ton tons tonne tonnes = 1000 kg
lb lbs pound pounds = 45359237/100000000 kg
oz ounce ounces = 45359237/1600000000 kg
s sec secs second seconds = 1 s
ms millisecond milliseconds = 1/1000 s
min mins minute minutes = 60 s
h hr hrs hour hours = 3600 s
d day days = 86400 s
week weeks = 604800 s
A amp amps ampere amperes = 1 A
mA = 1/1000 A
C coulomb coulombs = 1 A s
mol mole moles = 1 mol
bit bits = 1 bit
byte bytes = 8 bit
Hz hertz = 1 s^-1
kHz = 1000 s^-1
N newton newtons = 1 kg m s^-2
kN = 1000 kg m s^-2
J joule joules = 1 kg m^2 s^-2
kJ kilojoule kilojoules = 1000 kg m^2 s^-2
cal calorie calories = 523/125 kg m^2 s^-2
kcal kilocalorie kilocalories = 4184 kg m^2 s^-2
kWh = 3600000 kg m^2 s^-2
W watt watts = 1 kg m^2 s^-3
kW kilowatt kilowatts = 1000 kg m^2 s^-3
MW megawatt megawatts = 1000000 kg m^2 s^-3
Pa pascal pascals = 1 kg m^-1 s^-2
kPa = 1000 kg m^-1 s^-2
atm = 101325 kg m^-1 s^-2
V volt volts = 1 kg m^2 s^-3 A^-1
mV = 1/1000 kg m^2 s^-3 A^-1
kV = 1000 kg m^2 s^-3 A^-1
Ω ohm ohms Omega = 1 kg m^2 s^-3 A^-2
F farad farads = 1 kg^-1 m^-2 s^4 A^2
T tesla = 1 kg s^-2 A^-1
L l liter liters litre litres = 1/1000 m^3
mL ml milliliter milliliters millilitre millilitres = 1/1000000 m^3
gal gallon gallons = 473176473/125000000000 m^3
acre acres = 316160658/78125 m^2
ha hectare hectares = 10000 m^2
mph = 1397/3125 m s^-1
kph kmh = 5/18 m s^-1
knot knots = 463/900 m s^-1
°C degC celsius Celsius = 1 degC
°F degF fahrenheit Fahrenheit = 1 degF
K kelvin kelvins = 1 K
eV = 801088317/5000000000000000000000000000 kg m^2 s^-2
rad radian radians sr = 1
unit units = 1 unit
Å angstrom angstroms = 1/10000000000 m
mu μ micro = 1/1000000
MHz = 1000000 s^-1
GHz = 1000000000 s^-1
`

// unitTable is unitLines, read, by name.
var unitTable = sync.OnceValue(func() map[string]size {
	index := map[string]int{}
	for i, base := range strings.Fields(baseUnits) {
		index[base] = i
	}
	table := map[string]size{}
	for line := range strings.Lines(strings.TrimSpace(unitLines)) {
		names, meaning, _ := strings.Cut(line, "=")
		parts := strings.Fields(meaning)
		factor, _ := new(big.Rat).SetString(parts[0])
		s := size{factor: factor}
		for _, part := range parts[1:] {
			base, power, raised := strings.Cut(part, "^")
			n := int64(1)
			if raised {
				p, _ := new(big.Int).SetString(power, 10)
				n = p.Int64()
			}
			s.powers[index[base]] = int(n)
		}
		for _, name := range strings.Fields(names) {
			table[name] = s
		}
	}
	return table
})

// maxUnitPower is the highest power of a unit that is read.
const maxUnitPower = 12

// measure is the size of the unit n, an expression over unit names. It is false when a
// name is unknown.
func measure(n *expr.Node) (size, bool) {
	switch n.Op {
	case expr.Symbol, expr.Text:
		return unitNamed(n.Name)
	case expr.Paren:
		return measure(n.Args[0])
	case expr.Number:
		return size{factor: n.Value}, n.Value.Sign() > 0
	case expr.Mul:
		out := size{factor: big.NewRat(1, 1)}
		for _, arg := range n.Args {
			s, ok := measure(arg)
			if !ok {
				return size{}, false
			}
			out = out.times(s, 1)
		}
		return out, true
	case expr.Div:
		top, okTop := measure(n.Args[0])
		bottom, okBottom := measure(n.Args[1])
		if !okTop || !okBottom {
			return size{}, false
		}
		return top.times(bottom, -1), true
	case expr.Pow:
		base, ok := measure(n.Args[0])
		power, whole := smallInteger(n.Args[1])
		if !ok || !whole || power > maxUnitPower || power < -maxUnitPower {
			return size{}, false
		}
		return size{factor: big.NewRat(1, 1)}.times(base, power), true
	}
	return size{}, false
}

// unitNamed is the size of the unit called name, which may be "square" or "cubic" one.
func unitNamed(name string) (size, bool) {
	name = strings.TrimSpace(strings.TrimSuffix(name, "."))
	power := 1
	for word, p := range map[string]int{"square ": 2, "sq ": 2, "sq. ": 2, "cubic ": 3} {
		if rest, ok := strings.CutPrefix(name, word); ok {
			name, power = strings.TrimSpace(rest), p
			break
		}
	}
	s, ok := unitTable()[name]
	if !ok {
		return size{}, false
	}
	return size{factor: big.NewRat(1, 1)}.times(s, power), true
}

// times is s · t^power.
func (s size) times(t size, power int) size {
	out := size{factor: new(big.Rat).Set(s.factor), powers: s.powers}
	for range max(power, -power) {
		if power > 0 {
			out.factor.Mul(out.factor, t.factor)
		} else {
			out.factor.Quo(out.factor, t.factor)
		}
	}
	for i, p := range t.powers {
		out.powers[i] += p * power
	}
	return out
}

// smallInteger is n as an int, if it is a whole number below 1000.
func smallInteger(n *expr.Node) (int, bool) {
	switch {
	case n.Op == expr.Paren:
		return smallInteger(n.Args[0])
	case n.Op == expr.Neg:
		p, ok := smallInteger(n.Args[0])
		return -p, ok
	case n.Op == expr.Number && n.Value.IsInt() && n.Value.Num().BitLen() < 10:
		return int(n.Value.Num().Int64()), true
	}
	return 0, false
}
