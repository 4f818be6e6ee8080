package algebra

import (
	"strconv"
	"strings"

	"gander/verifiers/internal/expr"
)

// opaque is a part that is not worked out: equal to another when name and arguments are.
func (l *lowerer) opaque(name string, args []*expr.Node) *node {
	return l.opaqueText(name, l.texts(args))
}

func (l *lowerer) opaqueText(name string, args []string) *node {
	return &node{kind: opaque, name: name + "(" + strings.Join(args, ", ") + ")", free: true}
}

func (l *lowerer) texts(args []*expr.Node) []string {
	list := make([]string, len(args))
	for i, a := range args {
		list[i] = l.text(a)
	}
	return list
}

// text is n in a form that equal expressions mostly share, and different ones never.
// What is no expression is written part by part.
func (l *lowerer) text(n *expr.Node) string {
	if m := l.node(n); m != nil {
		text := ""
		if l.done(m) {
			text, _ = canonical(m, l.bud)
		}
		l.failed = l.failed || text == ""
		return text
	}
	if l.bud.Spent() {
		l.failed = true
		return ""
	}
	var s strings.Builder
	s.WriteString("#" + strconv.Itoa(int(n.Op)) + strconv.Quote(n.Name))
	for _, r := range n.Rels {
		s.WriteString("~" + strconv.Itoa(int(r)))
	}
	s.WriteString("[" + strings.Join(l.texts(n.Args), "; ") + "]")
	return s.String()
}
