package pipelines

import (
	_ "embed"
	"encoding/json"
	"reflect"

	"github.com/invopop/jsonschema"

	"gander/internal/fault"
	"gander/internal/nearest"
	"gander/internal/stage"
	"gander/schemas"
)

// comments.json holds the comments of all fields that a schema describes, by package,
// type and field. The test of the reference pages writes it.
//
//go:embed comments.json
var commentsJSON []byte

// Schema returns the JSON Schema of a recipe, a task or a reject.
func Schema(of string) (string, error) {
	var schema *jsonschema.Schema
	switch of {
	case "recipe":
		schema = Stages.recipeSchema()
	case "task":
		schema = rowSchema(schemas.Task{})
	case "reject":
		schema = rowSchema(schemas.Reject{})
	default:
		return "", fault.WithCode(fault.Usage, "there is no schema of %q%s", of, nearest.Hint(of, []string{"recipe", "task", "reject"}))
	}
	text, err := json.MarshalIndent(schema, "", "  ")
	return string(text), err
}

// reflector makes schemas of structs whose names are those of tag.
func reflector(tag string) *jsonschema.Reflector {
	comments := map[string]string{}
	if err := json.Unmarshal(commentsJSON, &comments); err != nil {
		panic(err) // the file is embedded and tested
	}
	return &jsonschema.Reflector{
		FieldNameTag:   tag,
		CommentMap:     comments,
		Anonymous:      true,
		DoNotReference: true,
	}
}

func rowSchema(row any) *jsonschema.Schema { return reflector("parquet").Reflect(row) }

// recipeSchema is the schema of a recipe: for each kind of stage, a transform with its
// own fields. Every scalar may be a parameter instead.
func (r Registry) recipeSchema() *jsonschema.Schema {
	reflect := reflector("yaml")
	reflect.Mapper = mapNode
	recipe := reflect.Reflect(Recipe{})
	optional(recipe)
	recipe.Required = []string{"pipeline"}
	pipeline, _ := recipe.Properties.Get("pipeline")
	pipeline.Required = []string{"transforms"}
	kind, _ := pipeline.Properties.Get("type")
	kind.Enum = []any{chain, composite}
	transforms, _ := pipeline.Properties.Get("transforms")
	any := transforms.Items
	transforms.Items = &jsonschema.Schema{}
	for _, s := range r {
		transforms.Items.OneOf = append(transforms.Items.OneOf, transformSchema(any, s, reflect))
	}
	return recipe
}

func transformSchema(any *jsonschema.Schema, s stage.Stage, reflect *jsonschema.Reflector) *jsonschema.Schema {
	t := *any
	t.Description = s.Doc
	t.Properties = jsonschema.NewProperties()
	for p := any.Properties.Oldest(); p != nil; p = p.Next() {
		t.Properties.Set(p.Key, p.Value)
	}
	t.Properties.Set("type", &jsonschema.Schema{Const: s.Name, Description: s.Doc})
	config := reflect.Reflect(s.Default())
	optional(config)
	config.Version = ""
	t.Properties.Set("config", config)
	t.Required = []string{"type"}
	return &t
}

// mapNode describes the two fields whose shape no struct says; the schema of config is
// put in by stage.
func mapNode(t reflect.Type) *jsonschema.Schema {
	if t != nodeType {
		return nil
	}
	names := &jsonschema.Schema{Type: "array", Items: &jsonschema.Schema{Type: "string"}}
	either := func() *jsonschema.Schema {
		return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{{Type: "string"}, names}}
	}
	both := &jsonschema.Schema{Type: "object", AdditionalProperties: jsonschema.FalseSchema, Properties: jsonschema.NewProperties()}
	both.Properties.Set("tasks", either())
	both.Properties.Set("rejects", either())
	input := either()
	input.AnyOf = append(input.AnyOf, both)
	return input
}

// optional makes every field of s one that may be left out, and every scalar one that
// may be a parameter.
func optional(s *jsonschema.Schema) {
	s.Required = nil
	if s.Items != nil {
		optional(s.Items)
	}
	if s.Properties == nil {
		return
	}
	for p := s.Properties.Oldest(); p != nil; p = p.Next() {
		switch p.Value.Type {
		case "integer", "number", "boolean":
			parameter := &jsonschema.Schema{Type: "string", Pattern: `\$\{[A-Za-z0-9_.-]+\}`}
			p.Value.AnyOf = []*jsonschema.Schema{{Type: p.Value.Type}, parameter}
			p.Value.Type = ""
		case "object", "array":
			optional(p.Value)
		}
	}
}
