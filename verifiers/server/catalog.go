package server

import (
	_ "embed"
	"encoding/json"
	"fmt"

	"github.com/invopop/jsonschema"

	"gander/verifiers"
	"gander/verifiers/server/wire"
)

// commentsJSON holds the comments of all fields of arguments, by package, type and
// field. A test writes it.
//
//go:embed comments.json
var commentsJSON []byte

// newCatalog is the answer to GET /v1/verifiers.
func newCatalog(rules []verifiers.Verifier) ([]byte, error) {
	comments := map[string]string{}
	if err := json.Unmarshal(commentsJSON, &comments); err != nil {
		return nil, fmt.Errorf("reading the embedded comments: %w", err)
	}
	reflector := &jsonschema.Reflector{CommentMap: comments, Anonymous: true, DoNotReference: true}
	all := wire.Rules{Verifiers: make([]wire.Rule, 0, len(rules))}
	for _, rule := range rules {
		schema, err := json.Marshal(reflector.Reflect(rule.Args))
		if err != nil {
			return nil, fmt.Errorf("describing the arguments of %s: %w", rule.Name, err)
		}
		r := wire.Rule{Name: rule.Name, Doc: rule.Doc, Formats: []string{}, Args: schema, Example: json.RawMessage(rule.Example)}
		for _, f := range rule.Formats {
			r.Formats = append(r.Formats, string(f))
		}
		all.Verifiers = append(all.Verifiers, r)
	}
	return encoded(all), nil
}
