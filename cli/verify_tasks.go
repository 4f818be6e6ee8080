package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/parquet-go/parquet-go"

	"gander/internal/fault"
	"gander/internal/nearest"
	"gander/schemas"
	"gander/stages/sink"
	"gander/verifiers/pairs"
)

// replyRow is what verify reads of a Parquet row: a task with a reply to it, or the reply
// alone.
type replyRow struct {
	ID           string `parquet:"id,optional"`
	Verifier     string `parquet:"verifier,optional"`
	VerifierArgs string `parquet:"verifier_args,optional"`
	Reply        string `parquet:"reply,optional"`
}

// The columns that a Parquet file has to have.
var (
	taskColumns  = []string{"id", "verifier", "verifier_args", "reply"}
	replyColumns = []string{"id", "reply"}
)

// readParquet yields the rows of a Parquet file; a place in it is the number of the row.
func readParquet(name string, file *os.File, columns []string, yield func(question) error) (err error) {
	damaged := func(cause any) error {
		return fault.New("reading %s: %v; the file is damaged, make it again", name, cause)
	}
	refused := false // by yield; not a matter of the file
	defer func() {
		if p := recover(); p != nil { // the decoder panics on some damage
			err = damaged(p)
		}
	}()
	info, err := file.Stat()
	if err != nil {
		return damaged(err)
	}
	f, err := parquet.OpenFile(file, info.Size(), parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return damaged(err)
	}
	for _, c := range columns {
		leaf, ok := f.Schema().Lookup(c)
		switch {
		case !ok:
			return fault.New("%s has no column %q; verify reads the columns %s of a Parquet file", name, c, strings.Join(columns, ", "))
		case leaf.Node.Repeated() || leaf.Node.Type().Kind() != parquet.ByteArray:
			return fault.New("%s: the column %q holds no texts; write it as text", name, c)
		}
	}
	err = eachReply(parquet.NewGenericReader[replyRow](f), func(number int, r replyRow) error {
		id, err := json.Marshal(r.ID)
		if err != nil {
			return err
		}
		q := question{place: fmt.Sprintf("%s:%d", name, number), row: pairs.Row{
			ID: id, Verifier: r.Verifier, VerifierArgs: pairs.Args(r.VerifierArgs), Prediction: r.Reply,
		}}
		if r.Verifier == "" && slices.Contains(columns, "verifier") {
			q.fault = errors.New("the row names no verifier; give name@version")
		}
		err = yield(q)
		refused = err != nil
		return err
	})
	if err == nil || refused {
		return err
	}
	return damaged(err)
}

// eachReply yields the rows of a reader, numbered from 1.
func eachReply(rows *parquet.GenericReader[replyRow], yield func(int, replyRow) error) error {
	defer func() { _ = rows.Close() }() // only read from
	batch := make([]replyRow, 64)
	for number := 1; ; {
		n, err := rows.Read(batch)
		for _, r := range batch[:n] {
			if err := yield(number, r); err != nil {
				return err
			}
			number++
		}
		clear(batch) // the next rows get memory of their own
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
	}
}

// rules are the verifier and the arguments of every task of a data set, by id.
type rules map[string]pairs.Row

// readRules reads the rules of a data set. They are held in memory; the prompts are not.
func readRules(dir string) (rules, error) {
	all := rules{}
	err := sink.ReadTasks(dir, func(t schemas.Task) error {
		all[t.ID] = pairs.Row{Verifier: t.Verifier, VerifierArgs: pairs.Args(t.VerifierArgs)}
		return nil
	})
	return all, err
}

// join gives a row of id and reply the rule of its task.
func (all rules) join(r pairs.Row) (pairs.Row, error) {
	if r.ID == nil {
		return r, errors.New("the row has no id; give the id of a task")
	}
	var id string
	if err := json.Unmarshal(r.ID, &id); err != nil {
		return r, fmt.Errorf("the id %s is no text; give the id of a task", nearest.Cut(string(r.ID)))
	}
	task, ok := all[id]
	if !ok {
		return r, fmt.Errorf("no task has the id %s; give an id of the data set", nearest.Quote(id))
	}
	r.Verifier, r.VerifierArgs = task.Verifier, task.VerifierArgs
	return r, nil
}
