package answer

import (
	"slices"

	"gander/verifiers/internal/expr"
)

// difference is a - b.
func difference(a, b *expr.Node) *expr.Node {
	return expr.New(expr.Add, a, expr.New(expr.Neg, b))
}

// substituted is n with value in place of the variable called name.
func substituted(n *expr.Node, name string, value *expr.Node) *expr.Node {
	if n.Op == expr.Symbol {
		if n.Name == name {
			return value
		}
		return n
	}
	return mapped(n, func(arg *expr.Node) *expr.Node { return substituted(arg, name, value) })
}

// mapped is n with every argument changed by f; n itself when none changes.
func mapped(n *expr.Node, f func(*expr.Node) *expr.Node) *expr.Node {
	var args []*expr.Node
	for i, arg := range n.Args {
		out := f(arg)
		if out != arg && args == nil {
			args = slices.Clone(n.Args)
		}
		if args != nil {
			args[i] = out
		}
	}
	if args == nil {
		return n
	}
	out := *n
	out.Args = args
	return &out
}

func contains(list []string, s string) bool { return slices.Contains(list, s) }
