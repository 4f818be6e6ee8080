package pipelines

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"gander/internal/fault"
	"gander/internal/files"
	"gander/internal/stage"
	"gander/schemas"
)

// Plan is a recipe that was read and found right.
type Plan struct {
	// Name and Description are those of the recipe.
	Name, Description string
	// Seed is the run seed.
	Seed int64
	// Limit is how many rows a generator starts from; 0 is all.
	Limit int
	// Nodes are the stages, each after all it reads.
	Nodes []*Node
}

// Node is one stage of a plan.
type Node struct {
	// Name is unique in the plan.
	Name string
	// Stage is the kind of stage.
	Stage stage.Stage
	// Config is of the type that Stage.Default returns.
	Config any
	// Inputs are the outputs read as rows; empty for a source.
	Inputs []Port
	// Rejects are the outputs that a sink reads as rejects.
	Rejects []Port
}

// Place says where a run happens. Nothing of it can show in the data.
type Place struct {
	// Out is the folder of the data set.
	Out string
	// Work is a folder for temporary files that every worker can reach.
	Work string
	// Shards is the number of files of each table.
	Shards int
	// Inputs are the files that the run reads, see [Plan.Inputs].
	Inputs []stage.Input
}

// Preflight opens what the stages will read and reports every fault at once. An error
// that is no fault gets the name of its stage in front. It returns nil when a run can
// begin.
func (p *Plan) Preflight() error {
	var texts []string
	code := fault.Failed
	for _, n := range p.Nodes {
		looks, ok := n.Config.(stage.Preflighter)
		if !ok {
			continue
		}
		err := looks.Preflight()
		if err == nil {
			continue
		}
		var f *fault.Fault
		if !errors.As(err, &f) {
			texts = append(texts, fmt.Sprintf("%s: %v; correct this setting, or the file that it names", n.Name, err))
			continue
		}
		code = f.Code
		texts = append(texts, err.Error())
	}
	if texts == nil {
		return nil
	}
	return fault.WithCode(code, "%s", strings.Join(texts, "\n"))
}

// Inputs reads every file that a run will read and says what it holds, sorted by path.
func (p *Plan) Inputs() ([]stage.Input, error) {
	inputs := []stage.Input{}
	for _, n := range p.Nodes {
		reader, ok := n.Config.(stage.FileReader)
		if !ok {
			continue
		}
		paths, err := reader.Paths()
		if err != nil {
			return nil, err
		}
		for _, path := range paths {
			size, sha, err := files.Sum(path)
			if err != nil {
				return nil, err
			}
			inputs = append(inputs, stage.Input{Path: path, Bytes: size, SHA256: sha})
		}
	}
	slices.SortFunc(inputs, func(a, b stage.Input) int { return strings.Compare(a.Path, b.Path) })
	return slices.Compact(inputs), nil
}

// Build adds the stages to a pipeline, each in a scope of its own name.
func (p *Plan) Build(s beam.Scope, at Place) {
	outputs := map[string]stage.Outputs{}
	canonical := p.Canonical()
	collect := func(s beam.Scope, ports []Port) beam.PCollection {
		var cols []beam.PCollection
		for _, port := range ports {
			col := outputs[port.Node].Main
			if port.Rejects {
				col = outputs[port.Node].Rejects
			}
			if col.IsValid() {
				cols = append(cols, col)
			}
		}
		switch len(cols) {
		case 0:
			return beam.PCollection{}
		case 1:
			return cols[0]
		}
		return beam.Flatten(s, cols...)
	}
	for _, n := range p.Nodes {
		s := s.Scope(n.Name)
		in := stage.Inputs{Main: collect(s, n.Inputs), Rejects: collect(s, n.Rejects)}
		if n.Stage.Out == stage.None && !in.Rejects.IsValid() {
			in.Rejects = beam.CreateList(s, []schemas.Reject{})
		}
		out := n.Stage.Build(s, stage.Env{
			Name: n.Name, Recipe: p.Name, Canonical: canonical, Seed: p.Seed, Limit: p.Limit,
			Shards: at.Shards, Out: at.Out, Work: at.Work, Inputs: at.Inputs,
		}, n.Config, in)
		out.Main = stoppable(s, n.Stage.Out, out.Main)
		outputs[n.Name] = out
	}
}

// Sink is the one node without outputs.
func (p *Plan) Sink() *Node {
	return p.Nodes[slices.IndexFunc(p.Nodes, func(n *Node) bool { return n.Stage.Out == stage.None })]
}
