package pipelines

import (
	"slices"
	"strings"

	"gander/internal/nearest"
	"gander/internal/stage"
)

// Port is one output of a node: its rows, or its rejects.
type Port struct {
	// Node is the name of the node.
	Node string
	// Rejects picks the refused rows.
	Rejects bool
}

// String is the port as a recipe names it.
func (p Port) String() string {
	if p.Rejects {
		return p.Node + ".rejects"
	}
	return p.Node
}

// graph is a list of nodes while their inputs are looked up.
type graph struct {
	*faults
	nodes []*Node
	// wired[i] says where node i and its inputs stand in the recipe.
	wired []wiring
	// dangles says that an input names no stage, so that some output may only seem unread.
	dangles bool
}

type wiring struct {
	at     origin            // of the node
	inputs map[string]origin // of each input, by its text
	main   bool              // an input for the node's rows was given
}

func (g *graph) find(name string) *Node {
	for _, n := range g.nodes {
		if n.Name == name {
			return n
		}
	}
	return nil
}

// chain lets every node read the one above it.
func (g *graph) chain(inputs []*node) {
	for i, n := range g.nodes {
		if inputs[i] != nil {
			g.add(inputs[i].at, "%s has an input, but in a chain every stage reads the one above; remove it, or make the pipeline a composite", n.Name)
		}
		if i > 0 && n.Stage.In != stage.None {
			n.Inputs = []Port{{Node: g.nodes[i-1].Name}}
			g.wired[i].inputs[g.nodes[i-1].Name] = g.wired[i].at
			g.wired[i].main = true
		}
	}
}

// composite lets every node read what it names.
func (g *graph) composite(inputs []*node) {
	for i, n := range g.nodes {
		in := inputs[i]
		if in == nil {
			continue
		}
		if n.Stage.Out != stage.None || in.kind != mapping {
			n.Inputs, g.wired[i].main = g.ports(i, in), true
			continue
		}
		for _, e := range in.entries {
			switch e.key {
			case "tasks":
				n.Inputs, g.wired[i].main = g.ports(i, e.value), true
			case "rejects":
				n.Rejects = g.ports(i, e.value)
			default:
				g.add(e.at, "input has no field %q%s", clip(e.key), nearest.Hint(e.key, []string{"tasks", "rejects"}))
			}
		}
	}
}

// ports reads one name or a list of names.
func (g *graph) ports(i int, in *node) []Port {
	names := []*node{in}
	if in.kind == list {
		names = in.items
	}
	if len(names) == 0 && g.nodes[i].Stage.Out != stage.None {
		g.add(in.at, "input is an empty list; name a stage")
	}
	ports := []Port{} // not nil: an empty list was given
	for _, name := range names {
		if name.kind != scalar {
			g.add(name.at, "input is %s; give the name of a stage, or a list of names", name.kind)
			continue
		}
		port, at := g.port(name)
		if _, twice := g.wired[i].inputs[port.String()]; twice {
			g.add(at, "%s is read twice; keep one of the two", port)
			continue
		}
		g.wired[i].inputs[port.String()] = at
		if g.find(port.Node) != nil {
			ports = append(ports, port)
		}
	}
	return ports
}

func (g *graph) port(name *node) (Port, origin) {
	of, rejects := strings.CutSuffix(name.text, ".rejects")
	if g.find(of) == nil {
		var known []string
		for _, n := range g.nodes {
			if n.Stage.Out != stage.None {
				known = append(known, n.Name)
			}
		}
		g.dangles = true
		g.add(name.at, "no stage is named %q%s", clip(of), nearest.Hint(of, known))
	}
	return Port{of, rejects}, name.at
}

// check reports inputs that are missing or of the wrong kind, outputs that nobody reads,
// and circles.
func (g *graph) check() {
	before := len(g.found)
	for i, n := range g.nodes {
		w := g.wired[i]
		switch {
		case n.Stage.In == stage.None && len(w.inputs) > 0:
			g.add(w.first(), "%s takes no input; it must come first", n.Name)
		case n.Stage.In != stage.None && !w.main:
			g.add(w.at, "%s needs %s, but reads nothing; let it read a stage that gives them", n.Name, n.Stage.In)
		}
		for _, p := range n.Inputs {
			g.kind(n, n.Stage.In, p, w.inputs[p.String()])
		}
		for _, p := range n.Rejects {
			g.kind(n, stage.Rejects, p, w.inputs[p.String()])
		}
		if n.Stage.Out != stage.None && !g.dangles && !g.isRead(Port{Node: n.Name}) {
			g.add(w.at, "%s goes nowhere; let a stage read it, or remove it", n.Name)
		}
	}
	if len(g.found) == before {
		g.circles()
	}
}

func (g *graph) kind(n *Node, takes stage.Kind, p Port, at origin) {
	from := g.find(p.Node).Stage
	gives := from.Out
	if p.Rejects && gives != stage.None {
		gives = stage.Rejects
	}
	switch {
	case takes == stage.None: // reported as a source with an input
	case gives == stage.None:
		g.add(at, "%s gives no rows that %s could read", p.Node, n.Name)
	case gives != takes:
		g.add(at, "%s takes %s, but %s gives %s", n.Name, takes, p, gives)
	}
}

// sink reports a missing or second sink, and gives the one sink the rejects of every
// stage unless the recipe says where they go.
func (g *graph) sink(pipeline origin) {
	var sink *Node
	for i, n := range g.nodes {
		switch {
		case n.Stage.Out != stage.None:
		case sink != nil:
			g.add(g.wired[i].at, "%s is a second sink; keep one of the two", n.Name)
		default:
			sink = n
		}
	}
	if sink == nil {
		g.add(pipeline, "the pipeline has no sink; add one as the last transform")
		return
	}
	given := sink.Rejects != nil
	for _, n := range g.sorted() { // not in the order of the file, which must not show
		port := Port{n.Name, true}
		switch {
		case n.Stage.Out == stage.None || g.isRead(port):
		case given:
			g.add(g.wired[slices.Index(g.nodes, n)].at, "%s goes nowhere; add it to the rejects of %s", port, sink.Name)
		default:
			sink.Rejects = append(sink.Rejects, port)
		}
	}
}

func (g *graph) isRead(p Port) bool {
	return slices.ContainsFunc(g.nodes, func(n *Node) bool {
		return slices.Contains(n.Inputs, p) || slices.Contains(n.Rejects, p)
	})
}

// first is the place of the input that stands first.
func (w wiring) first() origin {
	var first origin
	for _, at := range w.inputs {
		if first.line == 0 || at.line < first.line || at.line == first.line && at.col < first.col {
			first = at
		}
	}
	return first
}
