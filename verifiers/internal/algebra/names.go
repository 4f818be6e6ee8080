package algebra

import (
	"maps"
	"slices"

	"gander/verifiers/internal/expr"
)

// Free lists the free names of n, sorted, each once. The names that sums, products,
// limits and definite integrals bind are free only elsewhere.
func Free(n *expr.Node) []string {
	names := map[string]bool{}
	free(n, nil, func(s *expr.Node) { names[s.Name] = true })
	list := make([]string, 0, len(names))
	for name := range names {
		list = append(list, name)
	}
	slices.Sort(list)
	return list
}

func free(n *expr.Node, bound []string, visit func(*expr.Node)) {
	if n.Op == expr.Symbol && !slices.Contains(bound, n.Name) {
		visit(n)
	}
	inner, name := binds(n)
	for i, a := range n.Args {
		if i < inner {
			free(a, append(slices.Clip(bound), name), visit)
		} else {
			free(a, bound, visit)
		}
	}
}

// binds says which name n binds, and in how many of its first arguments.
func binds(n *expr.Node) (args int, name string) {
	if n.Op == expr.Call && len(n.Args) >= 3 && n.Args[1].Op == expr.Symbol {
		switch n.Name {
		case expr.Sum, expr.Product, expr.Integral, expr.Limit:
			return 2, n.Args[1].Name
		}
	}
	return 0, ""
}

// Rename is n with its free names replaced as in to, all at once. A name that is bound
// keeps its name, or gets another where a new name would be caught by it.
func Rename(n *expr.Node, to map[string]string) *expr.Node {
	if n.Op == expr.Symbol {
		if name, ok := to[n.Name]; ok {
			return expr.Var(name)
		}
		return n
	}
	if len(n.Args) == 0 {
		return n
	}
	inner, name := binds(n)
	m := *n
	m.Args = make([]*expr.Node, len(n.Args))
	for i, a := range n.Args {
		if i < inner {
			m.Args[i] = Rename(a, under(name, to))
		} else {
			m.Args[i] = Rename(a, to)
		}
	}
	return &m
}

// under is to where name is bound.
func under(name string, to map[string]string) map[string]string {
	inside := maps.Clone(to)
	delete(inside, name)
	for _, fresh := range to {
		if fresh == name {
			inside[name] = name + boundMark
		}
	}
	return inside
}
