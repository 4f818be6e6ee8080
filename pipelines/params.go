package pipelines

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"gander/internal/nearest"
)

// parameters are the values that stand for ${name}.
type parameters struct {
	*faults
	values map[string]value
}

type value struct {
	text string
	at   origin
}

// parameters reads the block of that name and applies sets, each "name=value".
func (f *faults) parameters(declared []Parameter, n *node, sets []string) *parameters {
	p := &parameters{f, map[string]value{}}
	for i, d := range declared {
		item := n.items[i]
		switch _, twice := p.values[d.Name]; {
		case item.kind != mapping: // reported as no mapping of fields
		case !isParameter(d.Name):
			f.add(at(item, "name"), "a parameter's name is %q; use letters, digits, _, - and .", clip(d.Name))
		case twice:
			f.add(at(item, "name"), "parameter %s is declared twice; keep one of the two", d.Name)
		default:
			p.values[d.Name] = value{d.Default, at(item, "default")}
		}
	}
	for _, set := range sets {
		p.set(set)
	}
	return p
}

func (p *parameters) set(set string) {
	from := origin{set: set}
	name, text, ok := strings.Cut(set, "=")
	if !ok {
		p.add(from, "a value is missing; give name=value")
		return
	}
	if _, known := p.values[name]; !known {
		p.add(from, "the recipe has no parameter %q%s", clip(name), nearest.Hint(name, p.names()))
		return
	}
	if !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
		p.add(origin{set: name}, "the value is not UTF-8 text")
		return
	}
	p.values[name] = value{text, from}
}

func (p *parameters) names() []string {
	return slices.Sorted(maps.Keys(p.values))
}

// expand returns the text of a scalar with its parameters filled in, and where it comes
// from: a scalar that is nothing but one parameter comes from where that was given. It
// is not ok when a parameter is unknown, which is reported here.
func (p *parameters) expand(n *node) (text string, from origin, ok bool) {
	if !strings.Contains(n.text, "${") {
		return n.text, n.at, true
	}
	var out strings.Builder
	from = n.at
	for rest := n.text; rest != ""; {
		switch {
		case strings.HasPrefix(rest, "$${"):
			out.WriteString("${")
			rest = rest[len("$${"):]
		case strings.HasPrefix(rest, "${"):
			name, after, closed := strings.Cut(rest[len("${"):], "}")
			v, known := p.values[name]
			if !closed {
				p.add(n.at, "%q has no closing brace; write $${ for a plain ${", clip(n.text))
				return "", n.at, false
			}
			if !known {
				p.add(n.at, "the recipe has no parameter %q%s", clip(name), nearest.Hint(name, p.names()))
				return "", n.at, false
			}
			if n.text == "${"+name+"}" {
				from = v.at
			}
			out.WriteString(v.text)
			rest = after
		default:
			out.WriteByte(rest[0])
			rest = rest[1:]
		}
	}
	return out.String(), from, true
}

// escape is the opposite of expand for a text without parameters.
func escape(text string) string { return strings.ReplaceAll(text, "${", "$${") }

func isParameter(name string) bool {
	for _, c := range name {
		if !isLetterOrDigit(c) && !strings.ContainsRune("_-.", c) {
			return false
		}
	}
	return name != ""
}
