package pipelines

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"gander/internal/stage"
	"gander/schemas"
)

var update = flag.Bool("update", false, "write the reference pages and comments.json")

const repair = "go test ./pipelines -run TestDocsUpToDate -update"

// TestDocsUpToDate makes the reference pages from the comments and defaults in the code,
// and comments.json for the schemas, and compares them with the files.
func TestDocsUpToDate(t *testing.T) {
	c := comments{t: t, byField: map[string]string{}}
	pages := map[string]string{
		"../docs/reference/stages.md":  c.stages(),
		"../docs/reference/recipe.md":  c.recipe(),
		"../docs/reference/rows.md":    c.rows(),
		"../docs/reference/recipes.md": recipesPage(t),
	}
	text, err := json.MarshalIndent(c.byField, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	pages["comments.json"] = string(text) + "\n"
	for path, want := range pages {
		if *update {
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		got, err := os.ReadFile(path)
		if err != nil || string(got) != want {
			t.Errorf("%s is stale; run: %s", path, repair)
		}
	}
}

// comments collects what the code says about fields.
type comments struct {
	t       *testing.T
	byField map[string]string // "package path.Type.Field"
}

func (c comments) stages() string {
	var out bytes.Buffer
	fmt.Fprintf(&out, "# Stages\n\nMade from the code by `%s`.\n", repair)
	for _, s := range Stages {
		fmt.Fprintf(&out, "\n## %s\n\n%s\n\n", s.Name, sentence(s.Doc))
		switch {
		case s.In == stage.None:
			fmt.Fprintf(&out, "Gives %s and rejects.\n", s.Out)
		case s.Out == stage.None:
			fmt.Fprintf(&out, "Takes %s, and the rejects of all stages.\n", s.In)
		default:
			fmt.Fprintf(&out, "Takes %s, gives %s and rejects.\n", s.In, s.Out)
		}
		config := reflect.ValueOf(s.Default()).Elem()
		if config.NumField() > 0 {
			fmt.Fprint(&out, "\n| field | default | meaning |\n|---|---|---|\n")
			c.table(&out, config, "yaml", "", true)
		}
	}
	return out.String()
}

func (c comments) recipe() string {
	var out bytes.Buffer
	fmt.Fprintf(&out, "# The recipe file\n\nMade from the code by `%s`.\n", repair)
	for _, part := range []any{Recipe{}, Parameter{}, Pipeline{}, Transform{}} {
		v := reflect.ValueOf(part)
		fmt.Fprintf(&out, "\n## %s\n\n%s\n\n| field | meaning |\n|---|---|\n", strings.ToLower(v.Type().Name()), c.of(v.Type(), ""))
		c.table(&out, v, "yaml", "", false)
	}
	return out.String()
}

func (c comments) rows() string {
	var out bytes.Buffer
	fmt.Fprintf(&out, "# The rows of a data set\n\nMade from the code by `%s`.\n", repair)
	for _, row := range []any{schemas.Task{}, schemas.Reject{}} {
		v := reflect.ValueOf(row)
		fmt.Fprintf(&out, "\n## %s\n\n%s\n\n| column | meaning |\n|---|---|\n", strings.ToLower(v.Type().Name()), c.of(v.Type(), ""))
		c.table(&out, v, "parquet", "", false)
	}
	return out.String()
}

func recipesPage(t *testing.T) string {
	var out bytes.Buffer
	fmt.Fprintf(&out, "# Embedded recipes\n\nMade from the code by `%s`.\n", repair)
	for _, name := range Recipes() {
		src, err := Load(name)
		if err != nil {
			t.Fatal(err)
		}
		head, err := Describe(src)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&out, "\n## %s\n\n%s\n\n| parameter | default | meaning |\n|---|---|---|\n", name, head.Description)
		for _, p := range head.Parameters {
			fmt.Fprintf(&out, "| `%s` | `%q` | %s |\n", p.Name, p.Default, cell(p.Description))
		}
	}
	return out.String()
}

// table writes one row for every field of v; fields of structs follow their struct.
func (c comments) table(out *bytes.Buffer, v reflect.Value, tag, path string, defaults bool) {
	for i := range v.NumField() {
		field := v.Type().Field(i)
		name, _, _ := strings.Cut(field.Tag.Get(tag), ",")
		if name == "" || name == "-" {
			c.t.Errorf("%s.%s has no %s tag; give it one", v.Type(), field.Name, tag)
			continue
		}
		name = join(path, name)
		text := cell(c.of(v.Type(), field.Name))
		inner := v.Field(i)
		if inner.Kind() == reflect.Slice && inner.Type().Elem().Kind() == reflect.Struct && tag == "parquet" {
			inner = reflect.Zero(inner.Type().Elem())
			name += "[]"
		}
		switch {
		case inner.Kind() == reflect.Struct:
			fmt.Fprintf(out, "| `%s` | %s%s |\n", name, map[bool]string{true: "| "}[defaults], text)
			c.table(out, inner, tag, name, defaults)
		case defaults:
			fmt.Fprintf(out, "| `%s` | `%s` | %s |\n", name, shown(inner), text)
		default:
			fmt.Fprintf(out, "| `%s` | %s |\n", name, text)
		}
	}
}

func shown(v reflect.Value) string {
	if v.Kind() == reflect.Slice {
		return fmt.Sprint(v.Interface())
	}
	return printed(v)
}

// of returns the comment of a field, or of the type for field "", and remembers it.
func (c comments) of(t reflect.Type, field string) string {
	key := t.PkgPath() + "." + t.Name()
	if _, known := c.byField[key]; !known {
		c.read(t)
	}
	if field != "" {
		key += "." + field
	}
	text := c.byField[key]
	if text == "" {
		c.t.Errorf("%s has no comment; say what it means", key)
	}
	return text
}

// read collects the comments of one struct type from its package.
func (c comments) read(t reflect.Type) {
	folder := filepath.Join("..", strings.TrimPrefix(t.PkgPath(), "gander/"))
	files, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil || len(files) == 0 {
		c.t.Fatalf("no Go files in %s: %v", folder, err)
	}
	for _, path := range files {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		if err != nil {
			c.t.Fatal(err)
		}
		for _, decl := range file.Decls {
			general, ok := decl.(*ast.GenDecl)
			if !ok {
				continue
			}
			for _, spec := range general.Specs {
				if typ, ok := spec.(*ast.TypeSpec); ok && typ.Name.Name == t.Name() {
					c.remember(t, general.Doc.Text(), typ)
				}
			}
		}
	}
}

func (c comments) remember(t reflect.Type, doc string, typ *ast.TypeSpec) {
	key := t.PkgPath() + "." + t.Name()
	c.byField[key] = plainText(doc)
	str, ok := typ.Type.(*ast.StructType)
	if !ok {
		return
	}
	above := ""
	for _, field := range str.Fields.List {
		if doc := plainText(field.Doc.Text()); doc != "" {
			above = doc
		}
		for _, name := range field.Names {
			if field.Doc != nil || strings.Contains(above, name.Name) { // a comment may speak of the next fields too
				c.byField[key+"."+name.Name] = above
			}
		}
	}
}

// link is a link to an identifier in a comment.
var link = regexp.MustCompile(`\[([A-Z][A-Za-z.]*)\]`)

// plainText joins the lines of a comment and drops the brackets of links.
func plainText(comment string) string {
	return link.ReplaceAllString(strings.Join(strings.Fields(comment), " "), "$1")
}

func sentence(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + strings.TrimSuffix(s[1:], ".") + "."
}

func cell(text string) string { return strings.ReplaceAll(text, "|", `\|`) }
