package verifiers

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// schemaURL is the name that a schema has while it is compiled; nothing is loaded from
// it.
const schemaURL = "task:///schema"

// nowhere loads no schema: a schema has to stand on its own.
type nowhere struct{}

func (nowhere) Load(string) (any, error) {
	return nil, errors.New("a schema can refer to nothing outside of itself")
}

// compileSchema reads a JSON schema.
func compileSchema(text []byte) (*jsonschema.Schema, error) {
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("schema: %w", err)
	}
	c := jsonschema.NewCompiler()
	c.UseLoader(nowhere{})
	if err := c.AddResource(schemaURL, document); err != nil {
		return nil, fmt.Errorf("schema: %w", oneLine(err))
	}
	schema, err := c.Compile(schemaURL)
	if err != nil {
		return nil, fmt.Errorf("schema: %w", oneLine(err))
	}
	return schema, nil
}

// placeInSchema is the keyword of the schema that an error of validation is about, as in
// /properties/year/type. It has no text of the answer.
func placeInSchema(err error) string {
	var failed *jsonschema.ValidationError
	if !errors.As(err, &failed) {
		return "/"
	}
	for len(failed.Causes) > 0 {
		failed = failed.Causes[0]
	}
	_, place, _ := strings.Cut(failed.SchemaURL, "#")
	return place + "/" + strings.Join(failed.ErrorKind.KeywordPath(), "/")
}
