package pairs

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"

	"gander/verifiers/internal/strictjson"
)

// Row is one pair to judge.
type Row struct {
	// ID is a JSON text or number, as it was written; nil for none.
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

// written is a row as JSON has it.
type written struct {
	Row
	Opts struct {
		Opts
		notes
	} `json:"opts"`
	Prediction *string `json:"prediction"`
	Reply      *string `json:"reply"`
}

// notes stand in opts of published pairs and change no verdict: the question, and what the
// official scorer gave.
type notes struct {
	Question any `json:"question"`
	F1       any `json:"f1"`
	EM       any `json:"em"`
}

// Parse reads one row. One that cannot be read comes back with its ID, as far as that can
// be read, and an error that says what is wrong.
func Parse(line []byte) (Row, error) {
	if !utf8.Valid(line) {
		return Row{ID: idOf(line)}, errors.New("the row is not UTF-8 text; write it again as UTF-8")
	}
	var r written
	err := strictjson.DecodeOpen(line, &r)
	var malformed *strictjson.Malformed
	switch {
	case errors.As(err, &malformed):
		return Row{ID: idOf(line)}, fmt.Errorf("the row is no JSON object: %w", err)
	case err != nil:
		return Row{ID: idOf(line)}, err
	}
	if string(r.ID) == "null" {
		r.ID = nil
	}
	if r.ID != nil && !isID(r.ID) {
		return Row{}, errors.New("id is neither a text nor a number; mend it, or leave it out")
	}
	r.Row.Opts = r.Opts.Opts
	switch {
	case r.Prediction != nil && r.Reply != nil:
		return Row{ID: r.ID}, errors.New("prediction and reply are both given; leave one out")
	case r.Prediction != nil:
		r.Row.Prediction = *r.Prediction
	case r.Reply != nil:
		r.Row.Prediction = *r.Reply
	default:
		return Row{ID: r.ID}, errors.New("the row has no prediction and no reply; give the text to judge")
	}
	return r.Row, nil
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

// Golds are right answers. In JSON they are a text, a number, which stands for its text
// as it is written, or a list of these.
type Golds []string

// UnmarshalJSON reads a text, a number, a list of them, or null for none.
func (g *Golds) UnmarshalJSON(data []byte) error {
	switch data[0] {
	case 'n':
		return nil
	case '[':
	default:
		one, ok := goldOf(data)
		if !ok {
			return errors.New("gold: give a text, a number or a list of them")
		}
		*g = Golds{one}
		return nil
	}
	var list []json.RawMessage
	if err := json.Unmarshal(data, &list); err != nil {
		return err
	}
	*g = make(Golds, len(list))
	for i, entry := range list {
		one, ok := goldOf(entry)
		if !ok {
			return fmt.Errorf("gold[%d]: give a text or a number", i)
		}
		(*g)[i] = one
	}
	return nil
}

// goldOf is a right answer given as a text or a number.
func goldOf(data json.RawMessage) (gold string, ok bool) {
	switch {
	case !isID(data):
		return "", false
	case data[0] != '"':
		return string(data), true
	}
	return gold, json.Unmarshal(data, &gold) == nil
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
