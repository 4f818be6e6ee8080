// Package stage is the contract between a stage and the code that builds a pipeline
// from a recipe.
package stage

import (
	"fmt"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"gander/schemas"
)

// Rows travel between workers under their names.
func init() {
	beam.RegisterType(reflect.TypeFor[schemas.Question]())
	beam.RegisterType(reflect.TypeFor[schemas.Document]())
	beam.RegisterType(reflect.TypeFor[schemas.Task]())
	beam.RegisterType(reflect.TypeFor[schemas.Reject]())
}

// Kind names the rows of a collection.
type Kind string

// The kinds of rows, as in package schemas. None is the input of a source and the
// output of a sink.
const (
	None      Kind = ""
	Questions Kind = "questions"
	Documents Kind = "documents"
	Tasks     Kind = "tasks"
	Rejects   Kind = "rejects"
)

// Env is what a stage may know of the run it is part of. It travels inside DoFns, so
// it holds plain values only.
type Env struct {
	// Name is the stage's own name in the recipe; rejects and counters carry it.
	Name string
	// Recipe is the name of the recipe.
	Recipe string
	// Canonical is the recipe with all parameters filled in, for the manifest.
	Canonical string
	// Inputs are the files that the run reads, for the manifest.
	Inputs []Input
	// Seed is the run seed.
	Seed int64
	// Limit is how many rows a generator may start from; 0 is all.
	Limit int
	// Shards is the number of files of each table.
	Shards int
	// Out is the folder of the data set.
	Out string
	// Work is a folder for temporary files that every worker can reach.
	Work string
}

// Input is a file that a run reads: what the manifest says of where data came from, and
// what tells a finished run from one over other files of the same names.
type Input struct {
	// Path is the file as the run found it.
	Path string `json:"path"`
	// Bytes is its size.
	Bytes int64 `json:"bytes"`
	// SHA256 is the hash of its content, 64 hex digits.
	SHA256 string `json:"sha256"`
}

// FileReader is a Config that reads files.
type FileReader interface {
	// Paths are the files that a run will read, sorted; none for a Config that reads none.
	Paths() ([]string, error)
}

// Inputs are the collections that flow into a stage.
type Inputs struct {
	// Main holds rows of the stage's In kind; invalid for a source.
	Main beam.PCollection
	// Rejects holds the rejects of other stages; only a sink reads them.
	Rejects beam.PCollection
}

// Outputs are the collections that a stage gives. A sink gives none.
type Outputs struct {
	// Main holds rows of the stage's Out kind.
	Main beam.PCollection
	// Rejects holds the rows that the stage refused.
	Rejects beam.PCollection
}

// Stage is a kind of stage that a recipe can name.
type Stage struct {
	// Name is the type in a recipe.
	Name string
	// Doc says in one line what the stage does.
	Doc string
	// In and Out are the kinds of rows taken and given.
	In, Out Kind
	// Presets are ready sets of values; a recipe picks one by the field "preset".
	// Nil for a stage without presets.
	Presets map[string]func() any
	// Default returns a pointer to a config with default values.
	Default func() any
	// Build adds the stage to a pipeline; cfg is of Default's type and checked.
	Build func(s beam.Scope, env Env, cfg any, in Inputs) Outputs
}

// Config is what every stage's settings can do.
type Config interface {
	// Check reports every fault at once, one line each; it touches no file.
	Check() error
}

// Preflighter is a Config that can look at the outside world before a run: open its
// files, read the first rows.
type Preflighter interface {
	Preflight() error
}

// Of makes a Stage from typed parts.
func Of[C Config](name, doc string, in, out Kind, def func() C, build func(beam.Scope, Env, C, Inputs) Outputs) Stage {
	return Stage{
		Name: name, Doc: doc, In: in, Out: out,
		Default: pointer(def),
		Build: func(s beam.Scope, env Env, cfg any, inputs Inputs) Outputs {
			c, ok := cfg.(*C)
			if !ok {
				panic(fmt.Sprintf("%s.Build: config is a %T; give a %T", name, cfg, c))
			}
			return build(s, env, *c, inputs)
		},
	}
}

// WithPresets adds presets to a stage made by [Of].
func WithPresets[C Config](s Stage, presets map[string]func() C) Stage {
	s.Presets = map[string]func() any{}
	for name, p := range presets {
		s.Presets[name] = pointer(p)
	}
	return s
}

func pointer[C any](value func() C) func() any {
	return func() any {
		c := value()
		return &c
	}
}

// Sized is a source's Config that knows how many rows it will give, for the progress of
// a run. 0 is unknown.
type Sized interface {
	Rows() int
}
