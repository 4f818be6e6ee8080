package pipelines

import (
	"slices"
	"strings"
)

// sorted returns the nodes so that each stands after all it reads, otherwise in the
// order of the recipe. The graph must have no circle.
func (g *graph) sorted() []*Node {
	var done []*Node
	ready := func(n *Node) bool {
		return !slices.Contains(done, n) && !slices.ContainsFunc(reads(n), func(p Port) bool {
			return !slices.Contains(done, g.find(p.Node))
		})
	}
	for {
		next := slices.IndexFunc(g.nodes, ready)
		if next < 0 {
			return done
		}
		done = append(done, g.nodes[next])
	}
}

// circles reports every circle once, at the input that closes it.
func (g *graph) circles() {
	state := map[*Node]int{} // 1 on the path, 2 done
	var path []string
	var visit func(i int)
	visit = func(i int) {
		n := g.nodes[i]
		state[n] = 1
		path = append(path, n.Name)
		for _, p := range reads(n) {
			from := g.find(p.Node)
			switch state[from] {
			case 0:
				visit(slices.Index(g.nodes, from))
			case 1:
				circle := append(slices.Clone(path[slices.Index(path, from.Name):]), from.Name)
				slices.Reverse(circle)
				g.add(g.wired[i].inputs[p.String()], "the stages read in a circle: %s", strings.Join(circle, " -> "))
			}
		}
		path = path[:len(path)-1]
		state[n] = 2
	}
	for i, n := range g.nodes {
		if state[n] == 0 {
			visit(i)
		}
	}
}

// reads lists all ports that n reads.
func reads(n *Node) []Port { return slices.Concat(n.Inputs, n.Rejects) }
