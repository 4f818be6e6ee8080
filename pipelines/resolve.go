package pipelines

import (
	"reflect"
	"strings"

	"gander/internal/nearest"
	"gander/internal/stage"
)

// Settings are what the command line says about a recipe.
type Settings struct {
	// Sets are parameters, each "name=value"; a later one wins.
	Sets []string
	// Seed and Limit take the place of the recipe's own; nil keeps those.
	Seed  *int64
	Limit *int
}

// Describe reads the head of a recipe: everything but the stages, with the defaults of
// its parameters.
func Describe(src *Source) (Recipe, error) {
	f := newFaults(src)
	root := parse(src, f)
	if root == nil {
		return Recipe{}, f.err()
	}
	r := Recipe{Name: src.stem(), Seed: 1, Pipeline: Pipeline{Type: chain}}
	newFiller(f, "a recipe", literal).into(root, reflect.ValueOf(&r).Elem(), "")
	return r, f.err()
}

// Resolve reads a recipe with its parameters filled in. The error holds every fault at
// once; it looks at nothing outside the recipe.
func (r Registry) Resolve(src *Source, s Settings) (*Plan, error) {
	f := newFaults(src)
	root := parse(src, f)
	if root == nil {
		return nil, f.err()
	}
	// First, the parameters, which hold no parameters themselves. Faults of other fields
	// are found in the second reading.
	var head struct {
		Parameters []Parameter `yaml:"parameters"`
	}
	if n := root.get("parameters"); n != nil {
		newFiller(f, "a recipe", literal).into(n, reflect.ValueOf(&head.Parameters).Elem(), "parameters")
	}
	params := f.parameters(head.Parameters, root.get("parameters"), s.Sets)

	// Second, everything else.
	recipe := Recipe{Name: src.stem(), Seed: 1, Pipeline: Pipeline{Type: chain}}
	rest := &node{kind: mapping, at: root.at}
	for _, e := range root.entries {
		if e.key != "parameters" {
			rest.entries = append(rest.entries, e)
		}
	}
	newFiller(f, "a recipe", params.expand).into(rest, reflect.ValueOf(&recipe).Elem(), "")
	if s.Seed != nil {
		recipe.Seed = *s.Seed
	}
	if s.Limit != nil {
		recipe.Limit = *s.Limit
	}
	recipe.check(root, f)

	// Third, the stages and how they are connected.
	nodes := r.nodes(&recipe, root, f, params)
	if err := f.err(); err != nil {
		return nil, err
	}
	return &Plan{Name: recipe.Name, Description: recipe.Description, Seed: recipe.Seed, Limit: recipe.Limit, Nodes: nodes}, nil
}

// nodes reads the transforms and connects them. Connections are looked at only when
// every stage is known, since a misspelt one would give a second fault for each reader.
func (r Registry) nodes(recipe *Recipe, root *node, f *faults, params *parameters) []*Node {
	g := &graph{faults: f}
	var inputs []*node
	complete := true
	for i, t := range recipe.Pipeline.Transforms {
		at := root.get("pipeline").get("transforms").items[i]
		n := r.node(t, at, g, params)
		if n == nil {
			complete = false
			continue
		}
		g.nodes = append(g.nodes, n)
		g.wired = append(g.wired, wiring{at: at.at, inputs: map[string]origin{}})
		inputs = append(inputs, t.Input)
	}
	if !complete || len(g.nodes) == 0 {
		return nil
	}
	if recipe.Pipeline.Type == composite {
		g.composite(inputs)
	} else {
		g.chain(inputs)
	}
	g.check()
	g.sink(root.get("pipeline").at)
	return g.sorted()
}

// node reads one transform; nil when its kind of stage or its name cannot be used.
func (r Registry) node(t Transform, n *node, g *graph, params *parameters) *Node {
	kind, known := r.find(t.Type)
	switch {
	case n.kind != mapping: // reported as no mapping of fields
		return nil
	case n.get("type") == nil:
		g.add(n.at, "the transform has no type; give one of %s", strings.Join(r.names(), ", "))
		return nil
	case !known:
		g.add(at(n, "type"), "no stage is called %q%s", clip(t.Type), nearest.Hint(t.Type, r.names()))
		return nil
	}
	if n.get("name") == nil {
		t.Name = t.Type
	}
	if !isWord(t.Name) {
		g.add(at(n, "name"), "a stage's name is %q; use letters, digits, - and _", clip(t.Name))
		return nil
	}
	if g.find(t.Name) != nil {
		g.add(at(n, "name"), "a second stage is named %q; give it a name of its own", t.Name)
		return nil
	}
	return &Node{Name: t.Name, Stage: kind, Config: config(kind, t, n, g.faults, params)}
}

// config reads the fields of a stage over its defaults or the preset it names, and lets
// the stage check them.
func config(kind stage.Stage, t Transform, n *node, f *faults, params *parameters) any {
	fill := newFiller(f, t.Name, params.expand)
	into := kind.Default()
	if t.Config != nil && kind.Presets != nil {
		into = preset(kind, t.Config, into, fill)
	}
	if t.Config != nil {
		fill.into(t.Config, reflect.ValueOf(into).Elem(), "")
	}
	checked, ok := into.(stage.Config)
	if !ok {
		return into
	}
	err := checked.Check()
	if err == nil {
		return into
	}
	for line := range strings.SplitSeq(err.Error(), "\n") {
		field, _, _ := strings.Cut(line, " ")
		switch from, given := fill.seen[field]; {
		case fill.bad[field]: // its value is still the default: the fault is not the user's
		case given && field != "":
			f.add(from, "%s", line)
		default:
			f.add(n.at, "%s: %s", t.Name, line)
		}
	}
	return into
}
