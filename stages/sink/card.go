package sink

import (
	"bytes"
	_ "embed"
	"fmt"
	"strings"
	"text/template"
)

//go:embed card.md
var cardText string

var cardTemplate = template.Must(template.New(cardName).Funcs(template.FuncMap{
	"features": features,
	"licenses": licenses,
	"size":     sizeCategory,
	"meaning":  meaning,
	"compressed": func(t Table) (n int64) {
		for _, f := range t.Files {
			n += f.Bytes
		}
		return n
	},
}).Parse(cardText))

// card writes the data set card in the front-matter format of the Hugging Face hub. It
// says nothing that the manifest does not know.
func card(m Manifest) []byte {
	var out bytes.Buffer
	data := struct {
		Manifest
		TaskColumns, RejectColumns []column
	}{m, taskColumns, rejectColumns}
	if err := cardTemplate.Execute(&out, data); err != nil {
		panic(err) // the template and the types are constants; a test renders them
	}
	return out.Bytes()
}

// features writes columns as the YAML of dataset_info.
func features(columns []column, depth int) string {
	var out strings.Builder
	indent := strings.Repeat("  ", depth)
	for _, c := range columns {
		fmt.Fprintf(&out, "%s- name: %s\n", indent, c.Name)
		switch {
		case c.List && c.Fields != nil:
			fmt.Fprintf(&out, "%s  list:\n%s", indent, features(c.Fields, depth+1))
		case c.List:
			fmt.Fprintf(&out, "%s  list: %s\n", indent, c.Scalar)
		case c.Fields != nil:
			fmt.Fprintf(&out, "%s  struct:\n%s", indent, features(c.Fields, depth+1))
		default:
			fmt.Fprintf(&out, "%s  dtype: %s\n", indent, c.Scalar)
		}
	}
	return out.String()
}

// licenses are the identifiers of the hub: those of SPDX in lower case.
func licenses(list []string) []string {
	if len(list) == 0 {
		return []string{"unknown"}
	}
	lower := make([]string, len(list))
	for i, l := range list {
		lower[i] = strings.ToLower(l)
	}
	return lower
}

// sizeCategory is the hub's name for a number of rows.
func sizeCategory(rows int64) string {
	if rows < 1000 {
		return "n<1K"
	}
	names := []string{"1K", "10K", "100K", "1M", "10M", "100M", "1B"}
	limit := int64(10_000)
	for i := 0; i+1 < len(names); i++ {
		if rows < limit {
			return names[i] + "<n<" + names[i+1]
		}
		limit *= 10
	}
	return "n>1B"
}

// meaning says in one line what a column holds.
func meaning(table, column string) string { return meanings[table+"."+column] }

// meanings has a line for every column; a test holds it to that.
var meanings = map[string]string{
	"data.id":              "content hash of kind, prompt and answer",
	"data.kind":            "the generator's kind of task",
	"data.prompt":          "the conversation up to the model's turn",
	"data.answer":          "the gold answer",
	"data.answer_aliases":  "other texts that are as right",
	"data.choices":         "options of a multiple choice task",
	"data.answer_index":    "index of the right choice, -1 without choices",
	"data.verifier":        "the reward rule, name@version",
	"data.verifier_args":   "JSON that the rule takes beside the reply",
	"data.proof":           "what was tried on the reward of this very task",
	"data.label_tier":      "how the label is known: 1 by construction or source, 2 by a program, 3 agreed on by models, 4 one model's word",
	"data.difficulty":      "how often a named model solved it; empty where nothing was measured",
	"data.decontamination": "what it shares with a benchmark; empty where nobody looked",
	"data.n_prompt_tokens": "length of the prompt in tokens",
	"data.tokenizer":       "what counted them",
	"data.split":           "the split of the row",
	"data.source_ids":      "ids of the questions or documents used, the main one first",
	"data.spans":           "JSON: byte offsets of what was inserted into or masked in the prompt",
	"data.meta":            "JSON: how the task was made",
	"data.license":         "terms of the texts in the prompt",
	"data.cost_micros":     "cost of model calls, in millionths of a dollar",
	"data.recipe":          "name of the recipe",
	"data.seed":            "seed of the run",

	"rejects.id":          "id of the row that was refused",
	"rejects.stage":       "the stage that refused it",
	"rejects.reason":      "code of the gate",
	"rejects.detail":      "the evidence",
	"rejects.raw":         "the text that could not be used",
	"rejects.source_ids":  "ids of the questions or documents it was made from",
	"rejects.cost_micros": "cost of model calls, in millionths of a dollar",
}
