// Package pairs judges labelled pairs: rows of a gold answer and a prediction, with a
// word for the kind of comparison. It is how the rules are measured against published
// sets of pairs, and what the command gander verify reads.
//
// A row is one JSON object. Fields that are not listed here are ignored; one of these that
// is given twice, or with capital letters, is refused, and so is an unknown field of opts:
//
//	id          text or number, answered as it was written; may be left out
//	kind        which comparison, see [Kinds]
//	gold        a text or number, or a list of which any may match
//	prediction  the reply to judge; may be called reply instead
//	opts        what the comparison may need to know, see [Opts]
//
// or, for a task of a data set with a reply, its own rule in place of kind and gold:
//
//	id, verifier, verifier_args (a JSON text or an object), reply
//
// [Row.Task] turns a row into a rule with arguments, and [Task.Judge] judges it. Nothing
// here knows a clock or a file.
package pairs
