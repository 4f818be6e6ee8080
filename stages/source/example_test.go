package source_test

import (
	"fmt"
	"os"
	"path/filepath"

	"gander/schemas"
	"gander/stages/source"
)

// Without a pipeline, rows are read one after another.
func ExampleQuestionsConfig_Read() {
	dir, err := os.MkdirTemp("", "source")
	if err != nil {
		panic(err)
	}
	defer func() { _ = os.RemoveAll(dir) }()
	rows := `{"question": "Who built the Iron Bridge?", "answer": "Nell Roe", "passages": [{"text": "Nell Roe built it.", "supporting": true}]}
{"question": "Who painted it?", "passages": [{"text": "Nobody did.", "supporting": true}]}`
	if err := os.WriteFile(filepath.Join(dir, "bridges.jsonl"), []byte(rows), 0o644); err != nil {
		panic(err)
	}

	c := source.DefaultQuestions()
	c.Input = filepath.Join(dir, "*.jsonl")
	err = c.Read("questions", 1,
		func(q schemas.Question) { fmt.Println("keep:", q.Text, q.Answer) },
		func(r schemas.Reject) { fmt.Println("reject:", r.Reason) })
	if err != nil {
		panic(err)
	}
	// Output:
	// keep: Who built the Iron Bridge? Nell Roe
	// reject: no_answer
}
