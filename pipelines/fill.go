package pipelines

import (
	"reflect"
	"strconv"
	"strings"

	"gander/internal/nearest"
)

// filler reads trees into Go values by their yaml tags. It reports every fault and goes
// on after it; what could not be read keeps its value.
type filler struct {
	*faults
	// owner is what messages call the struct that is read, as in keychain.
	owner string
	// expand gives the text of a scalar and where it comes from; it reports what is not ok.
	expand func(*node) (text string, from origin, ok bool)
	// seen says where the value of each field comes from, by path as in world.pages.
	seen map[string]origin
	// bad are the paths that were reported.
	bad map[string]bool
}

func newFiller(f *faults, owner string, expand func(*node) (string, origin, bool)) *filler {
	return &filler{f, owner, expand, map[string]origin{}, map[string]bool{}}
}

// literal is the expand of a text without parameters.
func literal(n *node) (string, origin, bool) { return n.text, n.at, true }

var nodeType = reflect.TypeFor[*node]()

// into reads n into v. path is that of the field, as in world.pages; "" is the owner.
func (f *filler) into(n *node, v reflect.Value, path string) {
	f.seen[path] = n.at
	switch {
	case v.Type() == nodeType:
		v.Set(reflect.ValueOf(n))
	case v.Kind() == reflect.Struct:
		f.fields(n, v, path)
	case v.Kind() == reflect.Slice:
		f.elements(n, v, path)
	default:
		f.scalar(n, v, path)
	}
}

func (f *filler) fields(n *node, v reflect.Value, path string) {
	if n.kind == nothing {
		return
	}
	if n.kind != mapping {
		f.wrong(n, path, "a mapping of fields")
		return
	}
	fields, names := fieldsOf(v.Type())
	for _, e := range n.entries {
		i, known := fields[e.key]
		if !known {
			f.add(e.at, "%s has no field %q%s", f.called(v.Type(), path), clip(e.key), nearest.Hint(e.key, names))
			continue
		}
		f.into(e.value, v.Field(i), join(path, e.key))
	}
}

func (f *filler) elements(n *node, v reflect.Value, path string) {
	element := v.Type().Elem()
	switch {
	case n.kind == list:
		v.Set(reflect.MakeSlice(v.Type(), len(n.items), len(n.items)))
		for i, item := range n.items {
			f.into(item, v.Index(i), path)
			if item.kind == nothing && !item.refused && element.Kind() == reflect.Struct {
				f.bad[path] = true
				f.add(item.at, "an item of %s is empty; give a mapping of fields, or remove it", path)
			}
		}
	case n.kind == scalar && element.Kind() != reflect.Struct:
		text, from, ok := f.expand(n)
		if !ok {
			f.bad[path] = true
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), 0, 0))
		for part := range strings.SplitSeq(text, ",") {
			if part = strings.TrimSpace(part); part != "" {
				e := reflect.New(element).Elem()
				f.parse(part, from, e, path)
				v.Set(reflect.Append(v, e))
			}
		}
		f.seen[path] = from
	default:
		f.wrong(n, path, "a list")
	}
}

func (f *filler) scalar(n *node, v reflect.Value, path string) {
	if n.kind != scalar {
		f.wrong(n, path, wanted(v))
		return
	}
	text, from, ok := f.expand(n)
	if !ok {
		f.bad[path] = true
		return
	}
	f.seen[path] = from
	f.parse(text, from, v, path)
}

// parse sets v from text.
func (f *filler) parse(text string, from origin, v reflect.Value, path string) {
	var err error
	switch v.Kind() {
	case reflect.String:
		v.SetString(text)
	case reflect.Bool:
		switch text {
		case "true", "false":
			v.SetBool(text == "true")
		default:
			err = strconv.ErrSyntax
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		var i int64
		if i, err = strconv.ParseInt(text, 10, v.Type().Bits()); err == nil {
			v.SetInt(i)
		}
	case reflect.Float32, reflect.Float64:
		var x float64
		if x, err = strconv.ParseFloat(text, v.Type().Bits()); err == nil {
			if x-x != 0 { // not a number, or infinite
				err = strconv.ErrRange
			} else {
				v.SetFloat(x)
			}
		}
	default:
		panic("pipelines: a field of kind " + v.Kind().String() + " cannot be read from a recipe")
	}
	if err != nil {
		f.bad[path] = true
		f.add(from, "%s is %q; give %s", path, clip(text), wanted(v))
	}
}

func (f *filler) wrong(n *node, path, want string) {
	f.bad[path] = true
	if path == "" {
		path = "this"
	}
	f.add(n.at, "%s is %s; give %s", path, n.kind, want)
}

// called is the name of a struct in messages.
func (f *filler) called(t reflect.Type, path string) string {
	switch t {
	case reflect.TypeFor[Recipe]():
		return "a recipe"
	case reflect.TypeFor[Parameter]():
		return "a parameter"
	case reflect.TypeFor[Pipeline]():
		return "a pipeline"
	case reflect.TypeFor[Transform]():
		return "a transform"
	}
	if path == "" {
		return f.owner
	}
	return f.owner + "." + path
}

// wanted says in words what a scalar field takes.
func wanted(v reflect.Value) string {
	switch v.Kind() {
	case reflect.String:
		return "a text"
	case reflect.Bool:
		return "true or false"
	case reflect.Float32, reflect.Float64:
		return "a number"
	}
	return "a whole number"
}

// fieldsOf lists the fields of a struct by their yaml names, and the names in the order
// of the struct.
func fieldsOf(t reflect.Type) (index map[string]int, names []string) {
	index = map[string]int{}
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
		if name == "" || name == "-" {
			continue
		}
		index[name] = i
		names = append(names, name)
	}
	return index, names
}

func join(path, field string) string {
	if path == "" {
		return field
	}
	return path + "." + field
}
