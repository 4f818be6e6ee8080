// Package pipelines turns a recipe into a Beam graph.
//
// A recipe is YAML in the shape of Beam YAML: a chain or a composite of stages, with
// parameters that the command line can set. [Load] finds it, [Registry.Resolve] reads it
// strictly and gives a [Plan]: every fault of the recipe at once, each with file, line,
// column and what to write instead. A plan looks at the outside world with
// [Plan.Preflight], adds itself to a pipeline with [Plan.Build], and prints itself: as
// text, as a drawing, and as its canonical form.
//
// The canonical form, [Plan.Canonical], is a recipe without parameters in which every
// field is written out. Its own canonical form is itself, and running it gives the same
// data; the manifest of a data set carries it.
//
// A scalar in a recipe is its text, and the field that takes it decides the type: 010 in
// a number field is ten, no in a text field is the text "no". Anchors, aliases and tags
// are refused.
package pipelines

import (
	"gander/internal/stage"
	"gander/stages/keychain"
	"gander/stages/prove"
	"gander/stages/sink"
	"gander/stages/source"
)

// Registry is a list of kinds of stages that a recipe can name.
type Registry []stage.Stage

// Stages are the stages of gander. A new one adds its line here and nowhere else.
var Stages = Registry{
	source.Questions,
	source.Documents,
	keychain.Stage,
	prove.Stage,
	sink.Stage,
}

// find returns the stage of the given type.
func (r Registry) find(typ string) (stage.Stage, bool) {
	for _, s := range r {
		if s.Name == typ {
			return s, true
		}
	}
	return stage.Stage{}, false
}

// names lists the types in the order of the registry.
func (r Registry) names() []string {
	names := make([]string, len(r))
	for i, s := range r {
		names[i] = s.Name
	}
	return names
}
