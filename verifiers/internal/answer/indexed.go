package answer

import (
	"fmt"
	"slices"
	"strings"

	"gander/verifiers/internal/expr"
)

// indexed is n with names whose index is bound by a sum, product or limit around them
// written as functions of it: the a_k in Σ_k a_k is a function of k, so that the sum is
// Σ_i a_i as well and not Σ_i a_k.
func indexed(n *expr.Node) *expr.Node {
	n = mapped(n, indexed)
	if n.Op != expr.Call || len(n.Args) < 3 || !binders[n.Name] || n.Args[1].Op != expr.Symbol {
		return n
	}
	term := bindIndex(n.Args[0], n.Args[1].Name)
	return mapped(n, func(arg *expr.Node) *expr.Node {
		if arg == n.Args[0] {
			return term
		}
		return arg
	})
}

var binders = map[string]bool{expr.Sum: true, expr.Product: true, expr.Limit: true}

// bindIndex is n with every name that has variable in its index as a function of it, the
// variable in the index taken for its place among the arguments.
func bindIndex(n *expr.Node, variable string) *expr.Node {
	n = mapped(n, func(arg *expr.Node) *expr.Node { return bindIndex(arg, variable) })
	letter, index, ok := strings.Cut(n.Name, "_")
	if !ok || n.Op != expr.Symbol && n.Op != expr.Call || !strings.Contains(index, variable) {
		return n
	}
	place := fmt.Sprintf("#%d", len(n.Args)+1)
	args := slices.Concat(n.Args, []*expr.Node{expr.Var(variable)})
	return expr.Apply(letter+"_"+strings.ReplaceAll(index, variable, place), args...)
}
