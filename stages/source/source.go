// Package source reads the rows that a recipe starts from.
//
// Out: schemas.Question ([Questions]) or schemas.Document ([Documents]), and
// schemas.Reject for every row that could not be used.
//
// Rows come from files or, without any, from the embedded world. Questions are read as
// HotpotQA, 2WikiMultihopQA and MuSiQue are published, and in a plain layout of our own,
// qa; docs/layouts.md shows one row of each. Documents are rows of JSON or Parquet, or
// whole text files. Files may be compressed with gzip or zstd, may start with a
// byte order mark and may end their lines in any way; blank lines are passed over.
//
// One bad row is a reject that names file, line and cause. A file that cannot be opened,
// ends too early or has another layout is a fault, and so is an input without any row:
// they end the run.
//
// An accepted row holds nothing of where it was read: not the file, not the line, not
// the order. So rows may be shuffled or spread over any number of files. The one
// exception is a document that is a text file, whose name is all the name it has.
//
// Nothing is drawn at random. Rows of one file are read by several workers: lines in
// ranges of 16 MB, Parquet by row group, the world 500 rows at a time; compressed
// files and JSON arrays by one worker. Memory does not grow with the size of a file; a
// row of more than 32 MB is passed over without being held.
package source

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"gander/schemas"
)

const (
	// maxRow is the length of the longest row used, in bytes.
	maxRow = 32 << 20
	// maxRaw is how much of a refused row goes into its reject, in bytes.
	maxRaw = 4 << 10
)

// Reasons are the codes that a reject of this package can carry.
var Reasons = []string{
	badJSON, badSupport, blankQuestion, blankText, invalidUTF8, missingField, noAnswer,
	noPassages, rowTooLong, unanswerable, wrongType,
}

const (
	badJSON       = "bad_json"       // the row is not one JSON object
	badSupport    = "bad_support"    // no passage is marked as supporting, or one that is not there
	blankQuestion = "blank_question" // the question is empty
	blankText     = "blank_text"     // the document is empty
	invalidUTF8   = "invalid_utf8"   // the row is not UTF-8
	missingField  = "missing_field"  // a field of the layout is not there, or null
	noAnswer      = "no_answer"      // the answer is not there, null or empty
	noPassages    = "no_passages"    // the question has no passages
	rowTooLong    = "row_too_long"   // the row is longer than maxRow
	unanswerable  = "unanswerable"   // the row says itself that it cannot be answered
	wrongType     = "wrong_type"     // a field holds another kind of value than the layout says
)

// refusal says why a row cannot be used; nil where it can.
type refusal struct{ reason, cause string }

func refuse(reason, format string, args ...any) *refusal {
	return &refusal{reason, fmt.Sprintf(format, args...)}
}

// part is what came of some rows: all of them, on one side or the other.
type part[T any] struct {
	rows    []T
	rejects []schemas.Reject
}

// batch parses some rows that were read; it may run on any goroutine.
type batch[T any] func() (part[T], error)

// inOrder runs batches as they come.
func inOrder[T any](keep func(T), refuse func(schemas.Reject)) func(batch[T]) error {
	return func(b batch[T]) error {
		p, err := b()
		if err != nil {
			return err
		}
		for _, row := range p.rows {
			keep(row)
		}
		for _, r := range p.rejects {
			refuse(r)
		}
		return nil
	}
}

// rejectOf is the reject for a row with the given id and text, or start of a text.
func rejectOf(stage, place, id string, why *refusal, text []byte) schemas.Reject {
	return schemas.Reject{
		ID:     id,
		Stage:  stage,
		Reason: why.reason,
		Detail: place + ": " + why.cause,
		Raw:    excerpt(text),
	}
}

// excerpt is the start of a row, about maxRaw bytes of valid UTF-8.
func excerpt(text []byte) string {
	if len(text) > maxRaw {
		end := maxRaw
		for end > maxRaw-utf8.UTFMax && !utf8.RuneStart(text[end]) {
			end--
		}
		text = text[:end]
	}
	return strings.ToValidUTF8(strings.TrimRight(string(text), "\r"), "\uFFFD")
}
