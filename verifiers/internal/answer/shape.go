package answer

import (
	"slices"
	"strings"

	"gander/verifiers/internal/expr"
)

// formKey is n as text with the order of terms and factors, round brackets and small
// powers written out taken away: two expressions of one form have one key.
func formKey(n *expr.Node) string {
	switch n.Op {
	case expr.Paren:
		return formKey(n.Args[0])
	case expr.Number:
		return n.Value.RatString()
	case expr.Symbol, expr.Constant, expr.Text:
		return n.Name
	case expr.Add, expr.Mul, expr.Pow:
		keys := operands(n, n.Op)
		slices.Sort(keys)
		if n.Op == expr.Add {
			return "(" + strings.Join(keys, "+") + ")"
		}
		return "(" + strings.Join(keys, "*") + ")"
	}
	keys := make([]string, len(n.Args))
	for i, arg := range n.Args {
		keys[i] = formKey(arg)
	}
	return string('A'+rune(n.Op)) + n.Name + "(" + strings.Join(keys, ",") + ")"
}

// maxFactors is the highest power that is written out as factors.
const maxFactors = 6

// operands are the keys of the terms or factors of n, those of brackets inside included.
func operands(n *expr.Node, op expr.Op) []string {
	switch {
	case n.Op == expr.Paren:
		return operands(n.Args[0], op)
	case n.Op == expr.Pow:
		base, power := formKey(n.Args[0]), formKey(n.Args[1])
		if p, ok := smallInteger(n.Args[1]); ok && op != expr.Add && p > 1 && p <= maxFactors {
			return slices.Repeat([]string{base}, p)
		}
		return []string{base + "^" + power}
	case n.Op != op:
		return []string{formKey(n)}
	}
	var keys []string
	for _, arg := range n.Args {
		keys = append(keys, operands(arg, op)...)
	}
	return keys
}
