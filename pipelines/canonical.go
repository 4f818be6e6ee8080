package pipelines

import (
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"gander/internal/stage"
)

// Canonical is the plan as a recipe: a composite without parameters in which every field
// stands with its value. Two recipes with one canonical form give the same data.
func (p *Plan) Canonical() string {
	w := &yamlWriter{}
	w.line(0, "name: %s", quote(p.Name))
	w.line(0, "seed: %d", p.Seed)
	w.line(0, "limit: %d", p.Limit)
	w.line(0, "pipeline:")
	w.line(1, "type: composite")
	w.line(1, "transforms:")
	for _, n := range p.Nodes {
		w.line(2, "- type: %s", quote(n.Stage.Name))
		w.line(3, "name: %s", quote(n.Name))
		switch {
		case n.Stage.Out == stage.None:
			w.line(3, "input:")
			w.line(4, "tasks: %s", flow(n.Inputs))
			w.line(4, "rejects: %s", flow(n.Rejects))
		case len(n.Inputs) > 0:
			w.line(3, "input: %s", flow(n.Inputs))
		}
		if config := reflect.ValueOf(n.Config).Elem(); config.NumField() > 0 {
			w.line(3, "config:")
			w.fields(4, config)
		}
	}
	return w.String()
}

type yamlWriter struct{ strings.Builder }

func (w *yamlWriter) line(depth int, format string, args ...any) {
	w.WriteString(strings.Repeat("  ", depth))
	fmt.Fprintf(w, format, args...)
	w.WriteByte('\n')
}

func (w *yamlWriter) fields(depth int, v reflect.Value) {
	index, names := fieldsOf(v.Type())
	for _, name := range names {
		switch f := v.Field(index[name]); f.Kind() {
		case reflect.Struct:
			w.line(depth, "%s:", name)
			w.fields(depth+1, f)
		case reflect.Slice:
			parts := make([]string, f.Len())
			for i := range parts {
				parts[i] = printed(f.Index(i))
			}
			w.line(depth, "%s: [%s]", name, strings.Join(parts, ", "))
		default:
			w.line(depth, "%s: %s", name, printed(f))
		}
	}
}

func printed(v reflect.Value) string {
	switch v.Kind() {
	case reflect.String:
		return quote(escape(v.String()))
	case reflect.Float32, reflect.Float64:
		return strconv.FormatFloat(v.Float(), 'g', -1, v.Type().Bits())
	}
	return fmt.Sprint(v.Interface())
}

func flow(ports []Port) string {
	names := make([]string, len(ports))
	for i, p := range ports {
		names[i] = quote(p.String())
	}
	return "[" + strings.Join(names, ", ") + "]"
}

// plain matches texts that need no quotes in any YAML, apart from the words below.
var plain = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_./@-]*(:[A-Za-z0-9_./@-]+)*$`)

// reserved are words that some YAML reader takes for something else than text.
var reserved = regexp.MustCompile(`(?i)^(true|false|yes|no|on|off|y|n|null)$`)

// quote prints a text as a YAML scalar.
func quote(text string) string {
	if plain.MatchString(text) && !reserved.MatchString(text) {
		return text
	}
	var out strings.Builder
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if err := e.Encode(text); err != nil {
		panic(err) // a string always encodes
	}
	return strings.TrimSuffix(out.String(), "\n")
}
