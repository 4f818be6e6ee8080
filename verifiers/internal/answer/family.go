package answer

import (
	"math/big"

	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/expr"
)

// progression is start + period·k for every whole k, both as multiples of π, or both as
// they are.
type progression struct{ start, period *big.Rat }

// family is a union of progressions, such as the solutions of a trigonometric equation.
type family struct {
	parts []progression
	mark  mark
	ofPi  bool // in multiples of π
}

// maxClasses is how many classes the progressions of one side may fall into.
const maxClasses = 256

// families compares two unions of progressions over the whole numbers: kπ with kπ + π/2
// is kπ/2, and kπ - π/2 is kπ + π/2. It is false when a side is none.
func (c *comparer) families(gold, got *Answer) (Result, bool) {
	if !c.policy.allows(Family) || gold.tree == nil || got.tree == nil {
		return Result{}, false
	}
	g, gOk := c.family(gold)
	if !gOk {
		return Result{}, false
	}
	a, aOk := c.family(got)
	if !aOk || g.mark != a.mark || g.ofPi != a.ofPi {
		return Result{}, false
	}
	period := common(append(g.parts, a.parts...))
	gClasses, gOk := g.classes(period)
	aClasses, aOk := a.classes(period)
	if !gOk || !aOk {
		return Result{}, false
	}
	if len(gClasses) != len(aClasses) {
		return wrong(Exact, "another family of values").by(Family), true
	}
	for class := range gClasses {
		if !aClasses[class] {
			return wrong(Exact, "another family of values").by(Family), true
		}
	}
	return right(Exact, "").by(Family), true
}

// family is a as a union of progressions in one parameter, which must be said to be any
// integer or be the parameter of a period.
func (c *comparer) family(a *Answer) (family, bool) {
	items := []form{a.form}
	if v, ok := a.form.(named); ok {
		items[0] = v.value
	}
	if s, ok := items[0].(series); ok && !s.kind.ordered() {
		items = s.items
	}
	var out family
	for i, item := range items {
		s, ok := item.(scalar)
		if !ok || s.mark != bare && s.mark != degrees {
			return family{}, false
		}
		names := algebra.Free(s.value)
		if len(names) != 1 || !a.binds(names[0]) || a.bound[names[0]] != "" && a.bound[names[0]] != expr.Integers {
			return family{}, false
		}
		ofPi := hasPi(s.value)
		if i > 0 && (s.mark != out.mark || ofPi != out.ofPi) {
			return family{}, false
		}
		out.mark, out.ofPi = s.mark, ofPi
		part, ok := c.progression(s.value, names[0], ofPi)
		if !ok {
			return family{}, false
		}
		out.parts = append(out.parts, part)
	}
	return out, true
}

// progression is n, which is linear in name, with rational start and period; in
// multiples of π when ofPi is true.
func (c *comparer) progression(n *expr.Node, name string, ofPi bool) (progression, bool) {
	if !isLinear(n, name, c.budget) {
		return progression{}, false
	}
	at := func(k int64) *big.Rat {
		value := substituted(n, name, expr.Int(k))
		if ofPi {
			value = expr.New(expr.Div, value, expr.Const(expr.Pi))
		}
		v, ok := algebra.Value(value, c.budget)
		if !ok {
			return nil
		}
		return v.Rat()
	}
	start, next := at(0), at(1)
	if start == nil || next == nil || start.Cmp(next) == 0 {
		return progression{}, false
	}
	period := new(big.Rat).Sub(next, start)
	return progression{start, period.Abs(period)}, true
}

// common is the least common multiple of the periods.
func common(parts []progression) *big.Rat {
	num, denom := big.NewInt(1), new(big.Int)
	for _, p := range parts {
		gcd := new(big.Int).GCD(nil, nil, num, p.period.Num())
		num = new(big.Int).Div(new(big.Int).Mul(num, p.period.Num()), gcd)
		denom.GCD(nil, nil, denom, p.period.Denom())
	}
	return new(big.Rat).SetFrac(num, denom)
}

// classes are the starts of f modulo a multiple of its periods, as text. It is false when
// there are too many.
func (f family) classes(period *big.Rat) (map[string]bool, bool) {
	classes := map[string]bool{}
	for _, p := range f.parts {
		times := new(big.Rat).Quo(period, p.period)
		if !times.IsInt() || times.Num().BitLen() > 16 || len(classes)+int(times.Num().Int64()) > maxClasses {
			return nil, false
		}
		start := new(big.Rat).Set(p.start)
		for range times.Num().Int64() {
			classes[modulo(start, period).RatString()] = true
			start.Add(start, p.period)
		}
	}
	return classes, true
}

// modulo is r modulo m, at least 0 and less than m.
func modulo(r, m *big.Rat) *big.Rat {
	q := new(big.Rat).Quo(r, m)
	whole := new(big.Int).Div(q.Num(), q.Denom())
	return new(big.Rat).Sub(r, new(big.Rat).Mul(m, new(big.Rat).SetInt(whole)))
}
