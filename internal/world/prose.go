package world

import "strings"

// part is one piece of a compiled template: literal text followed by one thing.
type part struct {
	literal string
	thing   thing
	capital bool     // the thing starts the sentence
	filling []string // choices of a filling
}

type thing uint8

const (
	nothing thing = iota
	theSubject
	theSubjects // possessive
	object0
	object1
	anObject0 // with a or an
	filling
)

// template is a sentence with gaps; named says that it names its subject.
type template struct {
	parts []part
	named bool
}

// compile reads a template. The tables of this package are the only input; a test
// compiles them all, so an unknown placeholder panics there and not in a run.
func compile(text string) template {
	var out template
	for start := true; ; start = false {
		literal, rest, found := strings.Cut(text, "{")
		if !found {
			out.parts = append(out.parts, part{literal: literal})
			return out
		}
		name, after, _ := strings.Cut(rest, "}")
		p := part{literal: literal, capital: start && literal == ""}
		switch name {
		case "S", "s":
			p.thing, out.named = theSubject, true
		case "S's", "s's":
			p.thing, out.named = theSubjects, true
		case "0":
			p.thing = object0
		case "1":
			p.thing = object1
		case "a0":
			p.thing = anObject0
		default:
			p.thing = filling
			if p.filling = fillings[name]; p.filling == nil {
				panic("world: no placeholder is called {" + name + "}")
			}
		}
		out.parts, text = append(out.parts, p), after
	}
}

func compileAll(texts []string) []template {
	out := make([]template, len(texts))
	for i, t := range texts {
		out[i] = compile(t)
	}
	return out
}

// Compiled tables.
var (
	groupTemplates = func() (out [kinds][][]template) {
		for k := range groups {
			for _, g := range groups[k] {
				out[k] = append(out[k], compileAll(g.templates))
			}
		}
		return out
	}()
	asideTemplates = func() (out [kinds][]template) {
		for k := range asides {
			out[k] = compileAll(asides[k])
		}
		return out
	}()
	mentionTemplates = compileAll(mentions)
)

// nouns are what an entity is called after its page has named it.
var nouns = [kinds]string{
	"the town", "the river", "the bridge", "the ship", "the company", "the school", "the battle",
	"the book", "the painting", "", "the lighthouse",
}
