package pipelines

import (
	"fmt"
	"reflect"
	"strings"

	"gander/internal/stage"
)

// Text draws the plan for a terminal: the stages in the order of the data, what each
// reads and gives, and its settings.
func (p *Plan) Text() string {
	w := &yamlWriter{}
	limit := "no limit"
	if p.Limit > 0 {
		limit = fmt.Sprintf("limit %d", p.Limit)
	}
	w.line(0, "%s: seed %d, %s", p.Name, p.Seed, limit)
	for i, n := range p.Nodes {
		w.line(0, "")
		name := n.Name
		if n.Name != n.Stage.Name {
			name += " (" + n.Stage.Name + ")"
		}
		w.line(0, "%d. %s: %s", i+1, name, n.Stage.Doc)
		if len(n.Inputs) > 0 {
			w.line(2, "reads %s from %s", n.Stage.In, stages(n.Inputs))
		}
		if len(n.Rejects) > 0 {
			w.line(2, "reads rejects from %s", stages(n.Rejects))
		}
		if n.Stage.Out != stage.None {
			w.line(2, "gives %s and rejects", n.Stage.Out)
		}
		w.fields(2, reflect.ValueOf(n.Config).Elem())
	}
	return w.String()
}

// Dot draws the plan in the language of Graphviz.
func (p *Plan) Dot() string {
	w := &yamlWriter{}
	w.line(0, "digraph %q {", p.Name)
	w.line(1, "rankdir=LR; node [shape=box];")
	for _, n := range p.Nodes {
		w.line(1, "%q;", n.Name)
	}
	p.edges(func(from, to string, kind stage.Kind) {
		style := ""
		if kind == stage.Rejects {
			style = ", style=dashed"
		}
		w.line(1, "%q -> %q [label=%q%s];", from, to, kind, style)
	})
	w.line(0, "}")
	return w.String()
}

// Mermaid draws the plan in the language of Mermaid.
func (p *Plan) Mermaid() string {
	w := &yamlWriter{}
	w.line(0, "flowchart LR")
	id := map[string]string{}
	for i, n := range p.Nodes {
		id[n.Name] = fmt.Sprintf("s%d", i+1)
		w.line(1, "%s[%s]", id[n.Name], n.Name)
	}
	p.edges(func(from, to string, kind stage.Kind) {
		arrow := "-->"
		if kind == stage.Rejects {
			arrow = "-.->"
		}
		w.line(1, "%s %s|%s| %s", id[from], arrow, kind, id[to])
	})
	return w.String()
}

func (p *Plan) edges(draw func(from, to string, kind stage.Kind)) {
	for _, n := range p.Nodes {
		for _, in := range n.Inputs {
			draw(in.Node, n.Name, n.Stage.In)
		}
		for _, in := range n.Rejects {
			draw(in.Node, n.Name, stage.Rejects)
		}
	}
}

// stages names ports in a sentence; rejects go by the name of their stage.
func stages(ports []Port) string {
	names := make([]string, len(ports))
	for i, p := range ports {
		names[i] = p.Node
	}
	return strings.Join(names, ", ")
}
