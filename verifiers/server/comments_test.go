package server

import (
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/invopop/jsonschema"

	"gander/verifiers"
)

var update = flag.Bool("update", false, "write comments.json")

// TestCommentsUpToDate makes comments.json from the comments of the rules' arguments.
func TestCommentsUpToDate(t *testing.T) {
	t.Chdir("../..") // the comments are named by the path of their package from here
	var all jsonschema.Reflector
	if err := all.AddGoComments("gander", "./verifiers", jsonschema.WithFullComment()); err != nil {
		t.Fatal(err)
	}
	used := map[string]string{}
	for _, rule := range verifiers.All {
		collect(t, reflect.TypeOf(rule.Args), all.CommentMap, used)
	}
	text, err := json.MarshalIndent(used, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	want := string(text) + "\n"
	if *update {
		if err := os.WriteFile("verifiers/server/comments.json", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if string(commentsJSON) != want {
		t.Error("comments.json is stale; run: go test ./verifiers/server -run TestCommentsUpToDate -update")
	}
}

// collect copies the comments on the fields of a type, and of the types below it.
func collect(t *testing.T, of reflect.Type, from, to map[string]string) {
	t.Helper()
	switch of.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
		collect(t, of.Elem(), from, to)
		return
	case reflect.Struct:
	default:
		return
	}
	last := ""
	for i := range of.NumField() {
		f := of.Field(i)
		collect(t, f.Type, from, to)
		name := of.PkgPath() + "." + of.Name() + "." + f.Name
		comment := strings.ReplaceAll(from[name], "\n", " ")
		if comment == "" && strings.Contains(last, f.Name) {
			comment = last // "Golds and Others are …" stands before the first of them
		}
		if last = comment; comment != "" {
			to[name] = comment
		} else if of.PkgPath() == "gander/verifiers" && !f.Anonymous {
			t.Errorf("%s has no comment; say what it means", name)
		}
	}
}
