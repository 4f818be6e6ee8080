package answer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gander/verifiers/internal/expr"
)

// isName says whether n, as the left side of an equation, only names what the right side
// says: x, a_3, f(x), P(A), (p, q), A:B, AB/CD, |AB|, ∠ABC, S:. An expression such as
// 2x+z names nothing: its equation says more than its right side.
func isName(n *expr.Node) bool {
	switch n.Op {
	case expr.Symbol:
		return true
	case expr.Text: // not Area = 7
		return !changes(n.Name)
	case expr.Constant: // the eccentricity e, the current i
		return n.Is(expr.E) || n.Is(expr.I)
	case expr.Paren, expr.Prime:
		return isName(n.Args[0])
	case expr.Tuple, expr.List, expr.Ratio:
		return all(n.Args, isName)
	case expr.Div:
		return all(n.Args, isSegment) || all(n.Args, isVariable)
	case expr.Mul:
		return isSegment(n) || isChange(n)
	case expr.Call:
		switch {
		case n.Name == "abs":
			return isSegment(n.Args[0])
		case shapeNames[n.Name]:
			return true
		case angleFunctions[n.Name]:
			return isName(n.Args[0]) && n.Args[0].Op != expr.Mul
		}
		return isFunctionName(n.Name)
	}
	return false
}

// shapeNames are the functions that make a name of a name.
var shapeNames = map[string]bool{
	"angle": true, "triangle": true, "overline": true, "arc": true, "vec": true, "derivative": true, "bar": true, "hat": true,
}

// angleFunctions are the functions of an angle that is asked for by them: tan θ = 2.
var angleFunctions = map[string]bool{"sin": true, "cos": true, "tan": true, "cot": true, "sec": true, "csc": true}

// isFunctionName says whether name is that of a function without a fixed meaning: one
// letter, perhaps with a subscript, primes or an exponent, as f, P, f_1 and f^{-1}, or a
// greek letter.
func isFunctionName(name string) bool {
	first, size := utf8.DecodeRuneInString(name)
	if !unicode.IsLetter(first) {
		return false
	}
	rest := name[size:]
	return rest == "" || strings.ContainsRune("_'^", rune(rest[0])) || greekFunctions[name]
}

var greekFunctions = map[string]bool{
	"phi": true, "Phi": true, "psi": true, "Psi": true, "varphi": true, "sigma": true, "tau": true, "chi": true, "mu": true,
}

func isVariable(n *expr.Node) bool { return n.Op == expr.Symbol }

// isSegment says whether n is the name of a segment or triangle: capital letters side by
// side, as AB or ABC.
func isSegment(n *expr.Node) bool {
	if n.Op == expr.Mul {
		return all(n.Args, isSegment)
	}
	first, _ := utf8.DecodeRuneInString(n.Name)
	return n.Op == expr.Symbol && unicode.IsUpper(first)
}

// isChange says whether n is Δx for some name x.
func isChange(n *expr.Node) bool {
	return len(n.Args) == 2 && n.Args[0].Op == expr.Symbol && n.Args[0].Name == "Delta" && n.Args[1].Op == expr.Symbol
}

// params are the names of the arguments of n, when n is a function of names or a tuple of
// them.
func params(n *expr.Node) []string {
	var names []string
	if n.Op == expr.Tuple || n.Op == expr.List {
		for _, part := range n.Args {
			names = append(names, params(part)...)
		}
		return names
	}
	if n.Op == expr.Call && n.Name == expr.Derivative {
		return params(expr.Apply("f", n.Args[1:]...)) // of the variable
	}
	if n.Op != expr.Call || !isFunctionName(n.Name) {
		return nil
	}
	for _, a := range n.Args {
		if a.Op == expr.Symbol {
			names = append(names, a.Name)
		}
	}
	return names
}

func all[T any](list []T, is func(T) bool) bool {
	for _, x := range list {
		if !is(x) {
			return false
		}
	}
	return true
}
