package strictjson

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"sync"

	"gander/internal/nearest"
)

// walker goes through a JSON text that can be read, beside the type it is read into.
type walker struct {
	*json.Decoder
	open bool // see DecodeOpen
}

// value checks the next value, at path, against t.
func (w walker) value(t reflect.Type, path string) error {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if readsItself(t) {
		return w.skip()
	}
	token, err := w.Token()
	if err != nil {
		return err
	}
	switch {
	case token == nil:
		return nil
	case token == json.Delim('[') && t.Kind() == reflect.Slice:
		for i := 0; w.More(); i++ {
			if err := w.value(t.Elem(), path+"["+strconv.Itoa(i)+"]"); err != nil {
				return err
			}
		}
		_, err := w.Token()
		return err
	case token == json.Delim('{') && (t.Kind() == reflect.Struct || t.Kind() == reflect.Map):
		return w.object(t, path)
	case fits(token, t):
		return nil
	}
	is := noun(token)
	if n, ok := token.(json.Number); ok && (wholes[t.Kind()] || t.Kind() == reflect.Float64) {
		is = nearest.Cut(n.String())
	}
	return fmt.Errorf("%s: give %s, not %s", path, wanted(t), is)
}

// object checks what follows the opening brace of an object at path.
func (w walker) object(t reflect.Type, path string) error {
	seen := map[string]bool{}
	for w.More() {
		token, err := w.Token()
		if err != nil {
			return err
		}
		key, _ := token.(string)
		name := strings.TrimPrefix(path+"."+key, ".")
		of, known := member(t, key)
		switch meant := otherCase(t, key); {
		case !known && meant != "":
			return fmt.Errorf("no field is called %s; did you mean %q?", nearest.Quote(name), meant)
		case !known && w.open && (path == "" || !strings.Contains(nearest.Hint(key, fieldsOf(t).names), "did you mean")):
			if err := w.skip(); err != nil {
				return err
			}
			continue
		case !known:
			return fmt.Errorf("no field is called %s%s", nearest.Quote(name), nearest.Hint(key, fieldsOf(t).names))
		case seen[key]:
			return fmt.Errorf("%s is given twice; leave one out", nearest.Cut(name))
		}
		seen[key] = true
		if err := w.value(of, name); err != nil {
			return err
		}
	}
	_, err := w.Token()
	return err
}

// skip passes over the next value.
func (w walker) skip() error {
	var passed json.RawMessage
	return w.Decode(&passed)
}

// fits says whether a text, number, true or false can be read into t.
func fits(token json.Token, t reflect.Type) bool {
	switch token := token.(type) {
	case string:
		return t.Kind() == reflect.String
	case bool:
		return t.Kind() == reflect.Bool
	case json.Number:
		if wholes[t.Kind()] {
			_, err := strconv.ParseInt(token.String(), 10, t.Bits())
			return err == nil
		}
		_, err := token.Float64()
		return err == nil && t.Kind() == reflect.Float64
	}
	return false
}

// wholes are the kinds of whole numbers that fields have.
var wholes = map[reflect.Kind]bool{reflect.Int: true, reflect.Int64: true}

// fields are those of a struct as JSON has them.
type fields struct {
	names []string // in order
	types map[string]reflect.Type
}

var known sync.Map // reflect.Type → *fields

func fieldsOf(t reflect.Type) *fields {
	if f, ok := known.Load(t); ok {
		return f.(*fields)
	}
	all := &fields{types: map[string]reflect.Type{}}
	for _, f := range reflect.VisibleFields(t) {
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" && name != "-" {
			all.names = append(all.names, name)
			all.types[name] = f.Type
		}
	}
	known.Store(t, all)
	return all
}

// member is the type of the field called key of an object that is read into t. A map has
// any field.
func member(t reflect.Type, key string) (of reflect.Type, known bool) {
	if t.Kind() == reflect.Map {
		return t.Elem(), true
	}
	of, known = fieldsOf(t).types[key]
	return of, known
}

// otherCase is the field of a struct that key is but for capital and small letters; empty
// for none.
func otherCase(t reflect.Type, key string) string {
	if t.Kind() == reflect.Map {
		return ""
	}
	for _, name := range fieldsOf(t).names {
		if name != key && strings.EqualFold(name, key) {
			return name
		}
	}
	return ""
}

// readsItself says whether t brings its own way to read JSON, or takes any.
func readsItself(t reflect.Type) bool {
	return t.Kind() == reflect.Interface || reflect.PointerTo(t).Implements(unmarshaler)
}

var unmarshaler = reflect.TypeFor[json.Unmarshaler]()
