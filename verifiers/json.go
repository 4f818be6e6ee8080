package verifiers

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"gander/verifiers/extract"
)

var jsonRule = Verifier{
	Name:    "json@1",
	Doc:     "the answer is the gold JSON value, fits the schema, and is right by a rule of its own in the fields that have one",
	Formats: extract.Formats,
	Args:    JSONArgs{},
	Example: `{"gold":{"name":"Marie Curie","prizes":[{"year":1903},{"year":1911}]},` +
		`"schema":{"type":"object","required":["name","prizes"],"additionalProperties":false,"properties":{"name":{"type":"string"},"prizes":{"type":"array"}}},` +
		`"fields":{"/name":{"verifier":"squad_em@1","args":{"golds":["Marie Curie"]}}}}`,
	Bait: []string{
		`<answer>{"name":"Marie Curie","prizes":[{"year":1903}]}</answer>`,
		`<answer>{"name":"Marie Curie","prizes":[{"year":1911},{"year":1903}]}</answer>`,
		`<answer>{"name":"Pierre Curie","prizes":[{"year":1903},{"year":1911}]}</answer>`,
		`<answer>{"name":"Pierre Curie","name":"Marie Curie","prizes":[{"year":1903},{"year":1911}]}</answer>`,
		`<answer>{"name":"\\boxed{Marie Curie}","prizes":[{"year":1903},{"year":1911}]}</answer>`,
		`<answer>{"name":"Marie Curie","prizes":[{"year":1903},{"year":1911}],"age":66}</answer>`,
		`<answer>{"name":"Marie Curie","prizes":[{"year":1903},{"year":1911}]} and more</answer>`,
		`<answer>{"name":"Marie Curie","prizes":[{"year":"1903"},{"year":"1911"}]}</answer>`,
		`<answer>{}</answer>`,
		`\boxed{}`,
	},
	Kind:    JSON,
	Compile: compileJSON,
}

// JSONArgs are the arguments of json@1, as JSON.
type JSONArgs struct {
	// Gold is the right answer, any JSON value. It has to be right by the other arguments.
	Gold json.RawMessage `json:"gold"`
	// Schema is a JSON schema that the answer has to fit, draft 2020-12 unless it says
	// otherwise; it can refer to nothing outside of itself. May be left out.
	Schema json.RawMessage `json:"schema,omitempty"`
	// Fields are the rules for parts of the answer, by JSON pointer, as in /prizes/0/year.
	// Such a part is judged by its rule, as a text, and not compared with the gold; all
	// else has to equal the gold. May be empty.
	Fields map[string]RuleArgs `json:"fields,omitempty"`
	// Fences allows the value in a Markdown code block of its own.
	Fences bool `json:"fences,omitempty"`
	// Extract says where the answer stands: a policy of package extract, or "whole", the
	// whole reply after its reasoning, less the marks of an answer tag. Empty is "marked".
	Extract string `json:"extract,omitempty"`
}

// document compares the answers to one task. Equal are values that differ in nothing but
// the order of keys, blanks, escapes and how a number is written (1, 1.0, 1e0). Answers
// of more than 64 KiB or 64 levels, with a key twice in one object, with text behind the
// value or numbers of more than 400 digits are wrong. The work grows with the answer and
// with what the schema asks for; who writes a schema bounds that.
type document struct {
	gold   any
	schema *jsonschema.Schema // nil for none
	rules  map[string]Checker // by pointer
	places []string           // the pointers, sorted
	fences bool
	text   string // gold on one line
}

func compileJSON(args string) (Checker, error) {
	var a JSONArgs
	if err := decode(args, &a); err != nil {
		return nil, err
	}
	faults := checkExtract(a.Extract)
	if len(a.Gold) == 0 {
		return nil, errors.Join(append(faults, errors.New("gold is missing; give the right answer as JSON"))...)
	}
	d := &document{fences: a.Fences, rules: map[string]Checker{}, places: slices.Sorted(maps.Keys(a.Fields))}
	var err error
	if d.gold, err = readJSON(string(a.Gold)); err != nil {
		return nil, errors.Join(append(faults, fmt.Errorf("gold: %w; give a value that can be compared", err))...)
	}
	d.text = compactJSON(d.gold)
	if len(a.Schema) > 0 {
		if d.schema, err = compileSchema(a.Schema); err != nil {
			faults = append(faults, err)
		}
	}
	for _, at := range d.places {
		if d.rules[at], err = a.Fields[at].compile("fields " + at); err != nil {
			faults = append(faults, err)
		} else if at != "" && !strings.HasPrefix(at, "/") {
			faults = append(faults, fmt.Errorf("fields has %q, which is no JSON pointer; start it with a slash", at))
		}
	}
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	if v := d.judge(d.text); v.Outcome != Right {
		return nil, fmt.Errorf("gold is not right by the other arguments: %s; mend one of them", v.Detail)
	}
	return &single{rule: "json@1", golds: []string{d.text}, find: finder(a.Extract), judge: d.judge}, nil
}

func (d *document) judge(answer string) Verdict {
	v := Verdict{Outcome: Wrong, Gold: d.text}
	if d.fences {
		answer = unfenced(answer)
	}
	value, err := readJSON(answer)
	if err != nil {
		v.Detail = "no JSON that can be compared: " + err.Error()
		return v
	}
	v.Answer = compactJSON(value)
	if d.schema != nil {
		if err := d.schema.Validate(value); err != nil {
			v.Detail = "the answer does not fit the schema at " + placeInSchema(err)
			return v
		}
	}
	if !sameJSON(d.gold, value, "", d.rules) {
		v.Detail = "another value"
		return v
	}
	v.Outcome, v.Score, v.Detail = Right, 1, "the same value"
	for _, at := range d.places {
		if v = d.judgeField(v, value, at); v.Outcome == Wrong {
			break
		}
	}
	return v
}

// judgeField adds to v what the rule at a pointer says: a wrong field makes all wrong, an
// undecided one undecided, and the least certain field makes the certainty.
func (d *document) judgeField(v Verdict, value any, at string) Verdict {
	part, found := jsonAt(value, at)
	if !found {
		v.Outcome, v.Score, v.Detail = Wrong, 0, "no value at "+at
		return v
	}
	field := judgeText(d.rules[at], jsonText(part))
	switch field.Outcome {
	case Right:
		if field.Certainty != Exact && v.Outcome == Right {
			v.Certainty = field.Certainty
		}
	case Undecided:
		v.Outcome, v.Score, v.Certainty, v.Detail = Undecided, 0, "", at+": "+field.Detail
	default:
		v.Outcome, v.Score, v.Certainty, v.Detail = Wrong, 0, "", at+": "+field.Detail
	}
	return v
}

// unfenced takes the marks of a Markdown code block off that is all of text.
func unfenced(text string) string {
	text = strings.TrimSpace(text)
	inside, opened := strings.CutPrefix(text, "```")
	inside, closed := strings.CutSuffix(inside, "```")
	if !opened || !closed || strings.Contains(inside, "```") {
		return text
	}
	return strings.TrimPrefix(inside, "json")
}
