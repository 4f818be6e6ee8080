// Package house holds the rules of the house that the compiler does not know. Each
// message says what to write instead.
package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const (
	root   = "../.."
	module = "gander/"
	beam   = "github.com/apache/beam/"
)

// file is one parsed Go file of the module; name is its path from the root.
type file struct {
	name    string
	test    bool
	syntax  *ast.File
	set     *token.FileSet
	imports map[string]string // path -> the name it has in the file
}

func (f file) room() string { r, _, _ := strings.Cut(f.name, "/"); return r }

func (f file) at(n ast.Node) string {
	return f.name + ":" + strconv.Itoa(f.set.Position(n.Pos()).Line)
}

func files(t *testing.T) []file {
	t.Helper()
	var all []file
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if base := d.Name(); d.IsDir() && p != root && (base == "testdata" || base == "tools" || base == "out" || strings.HasPrefix(base, ".")) {
			return fs.SkipDir
		}
		if !strings.HasSuffix(p, ".go") {
			return nil
		}
		set := token.NewFileSet()
		syntax, err := parser.ParseFile(set, p, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, p)
		if err != nil {
			return err
		}
		f := file{filepath.ToSlash(name), strings.HasSuffix(p, "_test.go"), syntax, set, map[string]string{}}
		for _, i := range syntax.Imports {
			imported, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			f.imports[imported] = localName(imported, i)
		}
		all = append(all, f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func localName(imported string, i *ast.ImportSpec) string {
	if i.Name != nil {
		return i.Name.Name
	}
	base := path.Base(imported)
	if base == "v2" { // math/rand/v2
		base = path.Base(path.Dir(imported))
	}
	return base
}

// uses visits every use of a function or value of an imported package: pkg.Name.
func (f file) uses(visit func(pkg, name string, at ast.Node)) {
	paths := map[string]string{}
	for imported, local := range f.imports {
		paths[local] = imported
	}
	ast.Inspect(f.syntax, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := s.X.(*ast.Ident); ok && paths[x.Name] != "" {
				visit(paths[x.Name], s.Sel.Name, n)
			}
		}
		return true
	})
}

func TestFilesAreFound(t *testing.T) {
	rooms := map[string]int{}
	for _, f := range files(t) {
		rooms[f.room()]++
	}
	for _, room := range []string{"cli", "pipelines", "runners", "schemas", "stages", "internal", "main.go"} {
		if rooms[room] == 0 {
			t.Errorf("no Go file was found in %s; the rules below looked at nothing there", room)
		}
	}
}

// Data flows one way, and knowledge with it.
func TestImports(t *testing.T) {
	// forbidden lists, for a room, which rooms it must not know.
	forbidden := map[string][]string{
		"schemas":   {"internal", "stages", "pipelines", "runners", "cli", "models", "verifiers"},
		"verifiers": {"stages", "pipelines", "runners", "cli"},
		"internal":  {"stages", "pipelines", "runners", "cli"},
		"stages":    {"pipelines", "cli"},
		"runners":   {"stages", "cli"},
		"pipelines": {"cli"},
	}
	for _, f := range files(t) {
		for imported := range f.imports {
			ours, ok := strings.CutPrefix(imported, module)
			if !ok {
				continue
			}
			room, _, _ := strings.Cut(ours, "/")
			for _, no := range forbidden[f.room()] {
				if room == no && !f.test {
					t.Errorf("%s imports %s; %s must not know %s", f.name, imported, f.room(), no)
				}
			}
			if f.room() == "stages" && room == "stages" && path.Dir(f.name) != ours && !f.test {
				t.Errorf("%s imports %s; stages do not know each other, share by schemas, verifiers or internal", f.name, imported)
			}
		}
	}
}

// The method of a stage can be read, tested and used without Beam.
func TestOnlyTransformsImportBeam(t *testing.T) {
	for _, f := range files(t) {
		if f.room() != "stages" || f.test || strings.HasPrefix(path.Base(f.name), "transform") {
			continue
		}
		for imported := range f.imports {
			if strings.HasPrefix(imported, beam) {
				t.Errorf("%s imports %s; in a stage only transform*.go does", f.name, imported)
			}
		}
	}
}

// Data depends on the recipe and the input, not on the clock or on luck.
func TestNoClockNoSharedRandomness(t *testing.T) {
	// allowed says which files may, and why.
	allowed := map[string]string{
		"internal/keyed":   "makes the streams that everybody else draws from",
		"internal/pyrand":  "repeats a published generator from a given seed",
		"internal/cputime": "measures, and decides nothing",
	}
	for _, f := range files(t) {
		if f.test || f.room() != "stages" && f.room() != "verifiers" && f.room() != "internal" || allowed[path.Dir(f.name)] != "" {
			continue
		}
		f.uses(func(pkg, name string, at ast.Node) {
			switch {
			case pkg == "time" && name == "Now" && path.Dir(f.name) != "internal/workers":
				t.Errorf("%s uses time.Now; only internal/workers may, to count busy time", f.at(at))
			case strings.HasPrefix(pkg, "math/rand") && name != "Rand" && name != "Source":
				t.Errorf("%s uses %s.%s; draw from internal/keyed.Stream", f.at(at), pkg, name)
			}
		})
	}
}

// A library that ends the process cannot be tested, nor can its caller recover.
func TestOnlyCLIEndsTheProcess(t *testing.T) {
	ends := map[string]string{"os": "Exit", "log": "Fatal", "syscall": "Exit"}
	for _, f := range files(t) {
		if f.room() == "cli" {
			continue
		}
		f.uses(func(pkg, name string, at ast.Node) {
			if end := ends[pkg]; end != "" && strings.HasPrefix(name, end) {
				t.Errorf("%s uses %s.%s; return an error, only cli ends the process", f.at(at), pkg, name)
			}
		})
	}
}

// A test that is skipped says in one line what is missing; a test that runs can fail.
func TestSkipsSayWhy(t *testing.T) {
	for _, f := range files(t) {
		if !f.test {
			continue
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			s, ok := call.Fun.(*ast.SelectorExpr)
			if ok && (s.Sel.Name == "Skip" && len(call.Args) == 0 || s.Sel.Name == "SkipNow") {
				t.Errorf("%s skips without a word; say what is missing", f.at(n))
			}
			return true
		})
	}
}

// Every package says what it promises.
func TestEveryPackageHasAComment(t *testing.T) {
	comment := map[string]bool{}
	for _, f := range files(t) {
		if !f.test {
			comment[path.Dir(f.name)] = comment[path.Dir(f.name)] || f.syntax.Doc != nil
		}
	}
	for dir, has := range comment {
		if !has {
			t.Errorf("package %s has no comment; say what it promises", dir)
		}
	}
}
