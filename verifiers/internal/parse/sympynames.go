package parse

import "gander/verifiers/internal/expr"

var sympyConstants = map[string]string{
	"pi": expr.Pi, "E": expr.E, "I": expr.I, "oo": expr.Infinity, "zoo": expr.Undefined, "nan": expr.Undefined, "EmptySet": expr.EmptySet,
	"Reals": expr.Reals, "Rationals": expr.Rationals, "Integers": expr.Integers, "Naturals": expr.Naturals, "Complexes": expr.Complexes,
}

// sympyFunctions have another name here; the rest keep theirs.
var sympyFunctions = map[string]string{
	"Abs": expr.Abs, "ceiling": "ceil", "Max": "max", "Min": "min", "Mod": expr.Mod, "asin": "arcsin", "acos": "arccos", "atan": "arctan", "acot": "arccot", "asec": "arcsec",
	"acsc": "arccsc", "asinh": "arcsinh", "acosh": "arccosh", "atanh": "arctanh", "sign": "sgn", "conjugate": expr.Overline, "binomial": expr.Binomial, "Determinant": "det",
}

var sympyRelations = map[string]expr.Rel{
	"Eq": expr.Equal, "Ne": expr.NotEqual, "Lt": expr.Less, "Le": expr.LessEqual, "Gt": expr.Greater, "Ge": expr.GreaterEqual, "Contains": expr.Member,
}

var sympyShapes = map[string]expr.Op{
	"Union": expr.Union, "Intersection": expr.Intersect, "Complement": expr.Without, "FiniteSet": expr.Set, "And": expr.And, "Or": expr.Or, "Not": expr.Not, "Tuple": expr.Tuple,
}

// applied is the function called name with args and keyword arguments.
func (s *python) applied(name string, args []*expr.Node, keys map[string]*expr.Node) *expr.Node {
	if sign, ok := sympyRelations[name]; ok && len(args) == 2 {
		return s.related(sign, args[0], args[1])
	}
	if op, ok := sympyShapes[name]; ok {
		return s.node(op, "", args...)
	}
	switch {
	case len(args) == 0:
		return s.wrong("a function without an argument")
	case name == "Interval", name == "Interval.open", name == "Interval.Ropen", name == "Interval.Lopen":
		return s.interval(name, args)
	case name == "Matrix", name == "ImmutableMatrix":
		return s.matrix(args[0])
	case name == "Integral":
		return s.bound(expr.Integral, args)
	case name == "Sum":
		return s.bound(expr.Sum, args)
	case name == "Product":
		return s.bound(expr.Product, args)
	case name == "Derivative":
		return s.bound(expr.Derivative, args)
	case name == "Limit" && len(args) == 3:
		if side := keys["dir"]; side != nil && side.Name != "+-" && !args[2].Any(func(n *expr.Node) bool { return n.Is(expr.Infinity) }) {
			args = append(args, side)
		}
		return s.call(expr.Limit, args...)
	case name == "Rational" && len(args) == 2:
		return s.node(expr.Div, "", args...)
	case name == "factorial":
		return s.node(expr.Factorial, "", args[0])
	case name == "log" && (len(args) == 1 || args[1].Is(expr.E)):
		return s.call(expr.Ln, args[0])
	}
	if ours, ok := sympyFunctions[name]; ok {
		name = ours
	}
	return s.call(normalName(name), args...)
}

// interval reads Interval(a, b) with flags for open ends, and its named forms.
func (s *python) interval(name string, args []*expr.Node) *expr.Node {
	if len(args) < 2 {
		return s.wrong("an interval has two ends")
	}
	open := func(i int) bool { return len(args) > i && args[i].Name == "True" }
	left, right := open(2), open(3)
	switch name {
	case "Interval.open":
		left, right = true, true
	case "Interval.Ropen":
		right = true
	case "Interval.Lopen":
		left = true
	}
	switch {
	case left && right:
		return s.node(expr.Interval, "()", args[:2]...)
	case left:
		return s.node(expr.Interval, "(]", args[:2]...)
	case right:
		return s.node(expr.Interval, "[)", args[:2]...)
	}
	return s.node(expr.Bracket, "", args[:2]...)
}

func (s *python) matrix(rows *expr.Node) *expr.Node {
	if rows.Op != expr.List || len(rows.Args) == 0 {
		return s.wrong("a matrix without rows")
	}
	for _, r := range rows.Args {
		if r.Op != expr.List || len(r.Args) != len(rows.Args[0].Args) {
			return s.wrong("rows of different length")
		}
	}
	return s.node(expr.Matrix, "", rows.Args...)
}

// bound reads Integral(f, x), Integral(f, (x, a, b)) and the like; several variables nest
// from the inside out.
func (s *python) bound(name string, args []*expr.Node) *expr.Node {
	n := args[0]
	if len(args) < 2 {
		return s.wrong("a variable is missing")
	}
	for _, limits := range args[1:] {
		if limits.Op == expr.Tuple {
			n = s.call(name, append([]*expr.Node{n}, limits.Args...)...)
		} else {
			n = s.call(name, n, limits)
		}
	}
	return n
}
