package answer

import (
	"strings"

	"gander/verifiers/internal/algebra"
	"gander/verifiers/internal/budget"
	"gander/verifiers/internal/expr"
)

// maxPrint is how many operations the canonical text of one value may take.
const maxPrint = 20_000

// canonical is the canonical text of a value.
func canonical(n *expr.Node) string {
	if n.Op == expr.Number {
		return n.Value.RatString()
	}
	if text, ok := algebra.Canonical(n, budget.New(maxPrint)); ok {
		return text
	}
	return n.String()
}

func (s scalar) String() string {
	value := canonical(s.value)
	switch s.mark {
	case percent:
		return value + "%"
	case degrees:
		return value + "°"
	case money:
		return s.label + value
	case measured:
		return value + " " + unitText(s.unit)
	case counted:
		return value + " " + s.label
	case numeral:
		return value + "_" + s.label
	}
	return value
}

// unitText is the unit n as text: km/h, cm^2.
func unitText(n *expr.Node) string {
	switch n.Op {
	case expr.Symbol, expr.Text:
		return n.Name
	case expr.Div:
		return unitText(n.Args[0]) + "/" + unitText(n.Args[1])
	case expr.Pow:
		return unitText(n.Args[0]) + "^" + n.Args[1].String()
	case expr.Mul:
		texts := make([]string, len(n.Args))
		for i, arg := range n.Args {
			texts[i] = unitText(arg)
		}
		return strings.Join(texts, " ")
	}
	return n.String()
}

func (s series) String() string {
	between := ", "
	for _, item := range s.items {
		if _, ok := item.(record); ok {
			between = "; "
		}
	}
	marks := map[brackets][2]string{open: {"", ""}, round: {"(", ")"}, square: {"[", "]"}, angled: {"⟨", "⟩"}, curly: {"{", "}"}}[s.kind]
	return marks[0] + join(s.items, between) + marks[1]
}

func join[F form](items []F, between string) string {
	texts := make([]string, len(items))
	for i, item := range items {
		texts[i] = item.String()
	}
	return strings.Join(texts, between)
}

func (v named) String() string    { return v.name + " = " + v.value.String() }
func (r record) String() string   { return join(r.items, ", ") }
func (w word) String() string     { return w.text }
func (v verbatim) String() string { return v.text }
func (o opaque) String() string   { return o.tree.String() }

var signs = map[expr.Rel]string{
	expr.Equal: "=", expr.NotEqual: "≠", expr.Less: "<", expr.LessEqual: "≤", expr.Greater: ">", expr.GreaterEqual: "≥",
	expr.Approx: "≈", expr.Member: "∈", expr.NotMember: "∉", expr.Subset: "⊂", expr.Superset: "⊃", expr.Congruent: "≡",
	expr.Similar: "∼", expr.Maps: "→", expr.Defines: ":=",
}

func (r relation) String() string {
	var out strings.Builder
	for i, side := range r.sides {
		if i > 0 {
			out.WriteString(" " + signs[r.rels[i-1]] + " ")
		}
		out.WriteString(canonical(side))
	}
	return out.String()
}

func (g grid) String() string {
	if g.rows == nil {
		return g.tree.String()
	}
	rows := make([]string, len(g.rows))
	for i, row := range g.rows {
		rows[i] = "[" + join(row, ", ") + "]"
	}
	return "[" + strings.Join(rows, ", ") + "]"
}

func (r ratio) String() string { return colons(r.parts) }

func (t clock) String() string {
	if t.half == "" {
		return colons(t.parts)
	}
	return colons(t.parts) + " " + t.half
}

func colons(parts []*expr.Node) string {
	texts := make([]string, len(parts))
	for i, p := range parts {
		texts[i] = canonical(p)
	}
	return strings.Join(texts, ":")
}

// numberKey is one text for equal plain numbers, so that they can be matched without
// comparing all pairs.
func numberKey(f form) (string, bool) {
	s, ok := f.(scalar)
	if !ok || s.mark != bare {
		return "", false
	}
	n, minus := s.value, ""
	for n.Op == expr.Neg || n.Op == expr.Paren {
		if n.Op == expr.Neg {
			minus += "-"
		}
		n = n.Args[0]
	}
	if n.Op != expr.Number || n.Value.Sign() == 0 && minus != "" {
		return "", false
	}
	return strings.Repeat("-", len(minus)%2) + n.Value.RatString(), true
}
