package verifiers

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/invopop/jsonschema"
)

// readComments reads the comments on types and fields of this package and those below.
func readComments(t *testing.T) map[string]string {
	t.Helper()
	t.Chdir("..") // the comments are named by the path of their package from here
	var r jsonschema.Reflector
	if err := r.AddGoComments("gander", "./verifiers", jsonschema.WithFullComment()); err != nil {
		t.Fatal(err)
	}
	t.Chdir("verifiers")
	return r.CommentMap
}

// argsTable lists the fields of a rule's arguments.
func argsTable(t *testing.T, args any, comments map[string]string) string {
	var out bytes.Buffer
	fmt.Fprint(&out, "| field | type | default | meaning |\n|---|---|---|---|\n")
	argsRows(t, &out, reflect.TypeOf(args), "", comments)
	return out.String()
}

// argsRows writes one row for every field of a struct; the fields of a struct in a field
// follow it as path.name.
func argsRows(t *testing.T, out *bytes.Buffer, of reflect.Type, path string, comments map[string]string) {
	last := ""
	for i := range of.NumField() {
		f := of.Field(i)
		if f.Anonymous {
			argsRows(t, out, f.Type, path, comments)
			continue
		}
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		comment := comments[of.PkgPath()+"."+of.Name()+"."+f.Name]
		if comment == "" && strings.Contains(last, f.Name) {
			comment = last // one comment may speak of the next fields too
		}
		if last = comment; comment == "" || name == "" {
			t.Errorf("%s.%s has no comment or no json name; give it both", of, f.Name)
		}
		standing := "required"
		if options != "" {
			standing = zero(f.Type)
		}
		fmt.Fprintf(out, "| `%s` | %s | %s | %s |\n", path+name, typeName(f.Type), standing, cell(plainComment(comment)))
		if inner, below := structIn(f.Type); inner != nil {
			argsRows(t, out, inner, path+name+below+".", comments)
		}
	}
}

// structIn is the struct that a field holds, and how its path goes on; nil without one.
func structIn(of reflect.Type) (inner reflect.Type, below string) {
	switch of.Kind() {
	case reflect.Struct:
		return of, ""
	case reflect.Pointer:
		return structIn(of.Elem())
	case reflect.Slice:
		inner, below = structIn(of.Elem())
		return inner, "[]" + below
	case reflect.Map:
		inner, below = structIn(of.Elem())
		return inner, ".*" + below
	}
	return nil, ""
}

// typeName says in words what JSON a field takes.
func typeName(of reflect.Type) string {
	switch of.Kind() {
	case reflect.String:
		return "text"
	case reflect.Bool:
		return "true or false"
	case reflect.Int:
		return "whole number"
	case reflect.Float64:
		return "number"
	case reflect.Pointer:
		return typeName(of.Elem())
	case reflect.Slice:
		if of.Elem().Kind() == reflect.Uint8 { // json.RawMessage
			return "JSON"
		}
		return "list of " + plural(typeName(of.Elem()))
	case reflect.Map:
		return "object of " + plural(typeName(of.Elem()))
	}
	return "object"
}

func plural(name string) string {
	if strings.HasSuffix(name, "number") || strings.HasSuffix(name, "object") {
		return name + "s"
	}
	return name
}

// zero shows what a field is when it is left out.
func zero(of reflect.Type) string {
	switch of.Kind() {
	case reflect.String:
		return "empty"
	case reflect.Bool:
		return "false"
	case reflect.Int, reflect.Float64:
		return "0"
	}
	return "none"
}

// plainComment joins the lines of a comment and drops the brackets of links.
func plainComment(comment string) string {
	return strings.NewReplacer("[", "", "]", "").Replace(strings.Join(strings.Fields(comment), " "))
}
