package pairs

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Row is one pair to judge.
type Row struct {
	// ID is a JSON text or number, as it was written.
	ID json.RawMessage `json:"id"`
	// Kind names the comparison; empty when Verifier is given.
	Kind string `json:"kind"`
	// Gold holds the right answers; any may match.
	Gold Golds `json:"gold"`
	// Prediction is the reply to judge; in JSON also called reply.
	Prediction string `json:"prediction"`
	// Opts is what the comparison may need to know.
	Opts Opts `json:"opts"`
	// Verifier is the rule of a task, name@version.
	Verifier string `json:"verifier"`
	// VerifierArgs are its arguments.
	VerifierArgs Args `json:"verifier_args"`
}

// Parse reads one row. One that cannot be read comes back with its ID, as far as that can
// be read, and an error that says what is wrong.
func Parse(line []byte) (Row, error) {
	if !utf8.Valid(line) {
		return Row{ID: idOf(line)}, errors.New("the row is not UTF-8 text; write it again as UTF-8")
	}
	var r struct {
		Row
		Prediction *string `json:"prediction"`
		Reply      *string `json:"reply"`
	}
	if err := json.Unmarshal(line, &r); err != nil {
		return Row{ID: idOf(line)}, fmt.Errorf("the row is no JSON object of a pair: %w", explain(err))
	}
	if !isID(r.ID) {
		return Row{}, errors.New("the row has no id; give a text or a number")
	}
	text := cmp.Or(r.Prediction, r.Reply)
	if text == nil {
		return Row{ID: r.ID}, errors.New("the row has no prediction and no reply; give the text to judge")
	}
	r.Row.Prediction = *text
	return r.Row, nil
}

// explain puts an error of package json in the words of a row.
func explain(err error) error {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		field := cmp.Or(strings.TrimPrefix(wrong.Field, "Row."), "it")
		return fmt.Errorf("%s is a JSON %s", field, wrong.Value)
	}
	return err
}

// idOf is the id of a row that is otherwise unreadable, also one that is cut off behind
// its id; nil where it cannot be read.
func idOf(line []byte) json.RawMessage {
	d := json.NewDecoder(bytes.NewReader(line))
	if open, err := d.Token(); err != nil || open != json.Delim('{') {
		return nil
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return nil
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return nil
		}
		if name == "id" && isID(value) && utf8.Valid(value) {
			return value
		}
	}
	return nil
}

// isID says whether id is a JSON text or number.
func isID(id json.RawMessage) bool {
	return len(id) > 0 && (id[0] == '"' || id[0] == '-' || '0' <= id[0] && id[0] <= '9')
}

// Golds are right answers. In JSON they are a text or a list of texts.
type Golds []string

// UnmarshalJSON reads a text, a list of texts, or null for none.
func (g *Golds) UnmarshalJSON(data []byte) error {
	switch data[0] {
	case '"':
		*g = []string{""}
		return json.Unmarshal(data, &(*g)[0])
	case '[':
		return json.Unmarshal(data, (*[]string)(g))
	case 'n':
		return nil
	}
	return errors.New("gold is no text and no list of texts")
}

// Args are the arguments of a rule, JSON. A task keeps them as a text; a hand-written row
// may hold the object itself.
type Args string

// UnmarshalJSON reads an object, or a text that holds one.
func (a *Args) UnmarshalJSON(data []byte) error {
	if bytes.HasPrefix(data, []byte(`"`)) {
		return json.Unmarshal(data, (*string)(a))
	}
	*a = Args(data)
	return nil
}
