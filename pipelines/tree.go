package pipelines

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// node is one value of a recipe: a mapping, a list, a scalar or nothing.
type node struct {
	kind    nodeKind
	at      origin
	text    string  // of a scalar, unquoted
	entries []entry // of a mapping, in file order
	items   []*node // of a list
	refused bool    // it was reported as not supported, and is nothing
}

type entry struct {
	key   string
	at    origin // of the key
	value *node
}

type nodeKind int

const (
	nothing nodeKind = iota // an empty value, null or ~
	scalar
	list
	mapping
)

func (k nodeKind) String() string {
	return [...]string{"empty", "a text", "a list", "a mapping"}[k]
}

// get returns the value under key, or nil.
func (n *node) get(key string) *node {
	if n == nil {
		return nil
	}
	for _, e := range n.entries {
		if e.key == key {
			return e.value
		}
	}
	return nil
}

// isEmpty says whether n is missing or a list without items.
func (n *node) isEmpty() bool {
	return n == nil || n.kind == list && len(n.items) == 0
}

// parse reads the text of a recipe; the root of what it returns is a mapping. It returns
// nil when the text is no YAML or no mapping.
func parse(src *Source, f *faults) *node {
	text := src.body()
	if !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
		f.add(origin{}, "this is no text file; give a recipe in YAML, UTF-8")
		return nil
	}
	if tabbed(f) {
		return nil
	}
	file, err := parser.ParseBytes([]byte(text), 0, parser.AllowDuplicateMapKey())
	if err != nil {
		at, message := syntax(err)
		f.add(at, "%s", message)
		return nil
	}
	var body ast.Node
	for _, doc := range file.Docs {
		switch {
		case doc.Body == nil:
		case body != nil:
			f.add(place(doc.Body), "a second document begins here; give one recipe per file")
			return nil
		default:
			body = doc.Body
		}
	}
	switch body.(type) {
	case nil:
		f.add(origin{}, "the file is empty; a recipe needs pipeline, with transforms")
		return nil
	case *ast.MappingNode, *ast.MappingValueNode:
		return grow(body, f)
	}
	f.add(origin{line: 1, col: 1}, "this is no recipe; a recipe is a mapping with the field pipeline")
	return nil
}

// tabbed reports lines that are indented with a tab, which YAML forbids in words that
// help nobody.
func tabbed(f *faults) bool {
	found := false
	for i, line := range f.lines {
		indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
		if tab := strings.IndexByte(indent, '\t'); tab >= 0 && len(indent) < len(strings.TrimRight(line, "\r")) {
			f.add(origin{line: i + 1, col: tab + 1}, "the line is indented with a tab; use spaces")
			found = true
		}
	}
	return found
}

func syntax(err error) (origin, string) {
	var s *yaml.SyntaxError
	if !errors.As(err, &s) {
		return origin{}, err.Error()
	}
	message := strings.ReplaceAll(s.Message, "\n", " ")
	if s.Token == nil || s.Token.Position == nil {
		return origin{}, message
	}
	return origin{line: s.Token.Position.Line, col: s.Token.Position.Column}, message
}

// grow turns the parser's tree into ours and reports what a recipe may not hold.
func grow(a ast.Node, f *faults) *node {
	n := &node{at: place(a)}
	switch a := a.(type) {
	case *ast.NullNode:
	case *ast.StringNode:
		n.kind, n.text = scalar, a.Value
	case *ast.LiteralNode:
		n.kind, n.text = scalar, a.Value.Value
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		n.kind, n.text = scalar, a.GetToken().Value
	case *ast.SequenceNode:
		n.kind = list
		for _, v := range a.Values {
			n.items = append(n.items, grow(v, f))
		}
	case *ast.MappingValueNode:
		n.kind = mapping
		n.put(a, f)
	case *ast.MappingNode:
		n.kind = mapping
		for _, v := range a.Values {
			n.put(v, f)
		}
	default:
		n.refused = true
		f.add(n.at, "%s; write the value out", refusal(a))
	}
	return n
}

func refusal(a ast.Node) string {
	switch a.(type) {
	case *ast.AnchorNode:
		return "anchors (&) are not supported"
	case *ast.AliasNode:
		return "aliases (*) are not supported"
	case *ast.TagNode:
		return "tags (!) are not supported"
	}
	return fmt.Sprintf("%s is not supported", strings.ToLower(a.Type().String()))
}

func (n *node) put(a *ast.MappingValueNode, f *faults) {
	at := place(a.Key)
	var key string
	switch k := a.Key.(type) {
	case *ast.StringNode:
		key = k.Value
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.NullNode:
		key = k.GetToken().Value
	default:
		f.add(at, "a field name must be a plain word")
		return
	}
	if n.get(key) != nil {
		f.add(at, "%s is given twice; keep one of the two", clip(key))
		return
	}
	n.entries = append(n.entries, entry{key: key, at: at, value: grow(a.Value, f)})
}

// place is where a value starts. A block mapping starts at its first key, for which the
// parser gives the place of the colon.
func place(a ast.Node) origin {
	switch m := a.(type) {
	case nil:
		return origin{}
	case *ast.MappingNode:
		if !m.IsFlowStyle && len(m.Values) > 0 {
			return place(m.Values[0].Key)
		}
	case *ast.MappingValueNode:
		return place(m.Key)
	}
	if t := a.GetToken(); t != nil && t.Position != nil {
		return origin{line: t.Position.Line, col: t.Position.Column}
	}
	return origin{}
}
