package pipelines

import (
	"cmp"
	"embed"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"gander/internal/fault"
	"gander/internal/nearest"
)

//go:embed *.yaml
var embedded embed.FS

// Source is the text of a recipe.
type Source struct {
	// Path is where the text came from, as messages name it.
	Path string
	// Text is the YAML.
	Text []byte
}

// Load returns the recipe of that name or path. A word without a slash and without
// the ending .yaml or .yml is the name of an embedded recipe, all else is a file.
func Load(recipe string) (*Source, error) {
	if isName(recipe) {
		text, err := embedded.ReadFile(recipe + ".yaml")
		if err != nil {
			return nil, fault.New("no recipe is called %q%s", recipe, nearest.Hint(recipe, Recipes()))
		}
		return &Source{Path: recipe + ".yaml", Text: text}, nil
	}
	text, err := os.ReadFile(recipe)
	if err != nil {
		return nil, fault.New("reading recipe %s: %v; give a YAML file or one of %s", recipe, cause(err), strings.Join(Recipes(), ", "))
	}
	return &Source{Path: recipe, Text: text}, nil
}

// Recipes lists the names of the embedded recipes, sorted.
func Recipes() []string {
	files, err := fs.Glob(embedded, "*.yaml")
	if err != nil {
		panic(err) // the pattern is a constant
	}
	for i, f := range files {
		files[i] = strings.TrimSuffix(f, ".yaml")
	}
	return files
}

func isName(recipe string) bool {
	switch filepath.Ext(recipe) {
	case ".yaml", ".yml":
		return false
	}
	return !strings.ContainsAny(recipe, `/\`)
}

// body is the text without the byte order mark that some editors put in front.
func (s *Source) body() string { return strings.TrimPrefix(string(s.Text), "\ufeff") }

// stem is the name that a recipe has when it gives itself none: that of its file, with
// accents dropped and a dash for whatever else may not stand in a name, as in
// naive-sums for "naïve sums.yaml". A file without any letter or digit to keep makes a
// recipe called "recipe".
func (s *Source) stem() string {
	base := path.Base(filepath.ToSlash(s.Path))
	base = strings.TrimSuffix(base, filepath.Ext(base))
	if isWord(base) {
		return base
	}
	var name strings.Builder
	for _, c := range norm.NFD.String(base) {
		switch {
		case isLetterOrDigit(c), c == '-', c == '_':
			name.WriteRune(c)
		case unicode.Is(unicode.Mn, c): // the accent of the letter before it
		case !strings.HasSuffix(name.String(), "-"):
			name.WriteByte('-')
		}
	}
	return cmp.Or(strings.Trim(name.String(), "-"), "recipe")
}

// cause strips the operation and the path that package os adds, since messages name the
// path already.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
