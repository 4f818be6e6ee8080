package pipelines

import "gander/internal/nearest"

// Recipe is what a recipe file holds.
type Recipe struct {
	// Name is the name of the recipe: letters, digits, "-" and "_". It stands in every
	// row. Empty takes the name of the file.
	Name string `yaml:"name"`
	// Description says in one line what the recipe makes.
	Description string `yaml:"description"`
	// Seed starts every random choice: the same seed gives the same data. --seed overrides
	// it. Default 1.
	Seed int64 `yaml:"seed"`
	// Limit is how many rows a generator starts from; 0 is all. --limit overrides it.
	Limit int `yaml:"limit"`
	// Parameters are the values that --set can change.
	Parameters []Parameter `yaml:"parameters"`
	// Pipeline is the graph of stages.
	Pipeline Pipeline `yaml:"pipeline"`
}

// Parameter is a named text that stands wherever the recipe says ${name}. A scalar that
// is nothing but ${name} takes the type of its field; inside a longer text it is put in
// as it is. $${ stands for a plain ${.
type Parameter struct {
	// Name is what --set and ${…} call the parameter: letters, digits, "_", "-" and ".".
	Name string `yaml:"name"`
	// Default is the value without --set.
	Default string `yaml:"default"`
	// Description says in one line what the parameter does.
	Description string `yaml:"description"`
}

// Pipeline is a graph of stages.
type Pipeline struct {
	// Type is chain, where every stage reads the one above it, or composite, where every
	// stage names its input. Default chain.
	Type string `yaml:"type"`
	// Transforms are the stages. Exactly one is a sink, and all rejects flow to it.
	Transforms []Transform `yaml:"transforms"`
}

// Transform is one stage of a pipeline.
type Transform struct {
	// Type is the kind of stage, see the list of stages.
	Type string `yaml:"type"`
	// Name is what inputs, rejects and counters call the stage. Default: its type.
	Name string `yaml:"name"`
	// Input names the stages whose rows are read: one name or a list; name.rejects are the
	// rejects of a stage. A sink may take a mapping of two lists, tasks and rejects; then
	// the rejects of every stage must be named somewhere. Only in a composite.
	Input *node `yaml:"input"`
	// Config holds the fields of the stage.
	Config *node `yaml:"config"`
}

const (
	chain     = "chain"
	composite = "composite"
)

// check reports what is wrong with the recipe apart from its stages. root is the tree
// that r was read from.
func (r *Recipe) check(root *node, f *faults) {
	if !isWord(r.Name) {
		f.add(at(root, "name"), "name is %q; use letters, digits, - and _", clip(r.Name))
	}
	if r.Limit < 0 {
		f.add(at(root, "limit"), "limit is %d; give 0 or more", r.Limit)
	}
	if t := r.Pipeline.Type; t != chain && t != composite {
		f.add(at(root.get("pipeline"), "type"), "type is %q%s", clip(t), nearest.Hint(t, []string{chain, composite}))
	}
	pipeline := root.get("pipeline")
	switch {
	case pipeline == nil || pipeline.kind == nothing:
		f.add(root.at, "a recipe needs pipeline, with transforms")
	case pipeline.kind == mapping && pipeline.get("transforms").isEmpty():
		f.add(at(pipeline, "transforms"), "a pipeline needs transforms; give at least a source and a sink")
	}
}

// at is where the value under key stands, or where n itself stands.
func at(n *node, key string) origin {
	if v := n.get(key); v != nil {
		return v.at
	}
	if n == nil {
		return origin{}
	}
	return n.at
}

// isWord says whether s can name a recipe or a stage.
func isWord(s string) bool {
	for _, c := range s {
		if !isLetterOrDigit(c) && c != '-' && c != '_' {
			return false
		}
	}
	return s != ""
}

func isLetterOrDigit(c rune) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}
