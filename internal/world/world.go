// Package world is a fictional encyclopedia that is computed, not stored.
//
// A world is known by its seed and its number of pages. Each page is about one
// entity (a town, a river, a bridge, a ship, a company, a school, a battle, a book, a
// painting, a person or a lighthouse), states every fact of that entity in a sentence
// of its own, and links to the entities it names. Questions are read off the graph of
// those facts, so that their answers are known to be right and known to be the only
// ones.
//
// Page i and question j are pure functions of (seed, pages, i or j): nothing is kept,
// nothing is looked up, no other page is made. Pages come in districts of twenty
// entities with fixed roles. A relation between two roles is a keyed permutation of
// the districts, which can be followed both ways, so "who captained the ship" and
// "which ship did she captain" both take constant time, and both have one answer.
//
// All randomness is drawn from [keyed.Stream]. The numbers and words of an entity
// come from counters mixed with keys that were drawn so; prose, wording and the order
// of passages from a stream for each page and each question.
//
// What holds in every world, by construction:
//   - a title contains a word (the root) that no other title contains;
//   - everybody is born before 1765, busy from 1783 to 1833 and dead after that, and
//     a battle is painted after it was fought: no two dates contradict each other;
//   - no page contains a number from 2 to 9, in digits or in words, so that a count can
//     be an answer;
//   - sentences end with a full stop, and no other full stop occurs.
//
// Every entity of a kind has the same relations, so a missing fact is never a clue.
//
// Answers are names, except for populations and counts. A page costs about ten
// microseconds and a question with its passages about fifty.
package world

import (
	"fmt"
	"strconv"

	"gander/internal/keyed"
	"gander/schemas"
)

// MinPages and MaxPages bound the size of a world.
const (
	MinPages = 60
	MaxPages = 1_000_000
)

// Source is the Source of every document and question of a world.
const Source = "world"

// License is what the texts come under.
const License = "CC0-1.0"

// World is one encyclopedia. It is immutable, a few kilobytes large, and safe for
// concurrent use.
type World struct {
	seed      int64
	pages     int
	districts int
	id        string // "world/<seed>/<pages>/"

	keys   [drawPurposes]uint64
	names  [kinds]permutation
	edges  [len(edges)]permutation
	births [people]permutation // district of a person -> district of birth
	places [people]permutation // district of a person -> district of the school
	nods   [2]permutation      // district of a page -> district of a page it mentions
	ring   permutation         // district -> place on the ring of neighbors
	order  permutation         // number of a question -> cell
}

// New is the world of seed with the given number of pages, in [MinPages, MaxPages].
func New(seed int64, pages int) (*World, error) {
	if pages < MinPages || pages > MaxPages {
		return nil, fmt.Errorf("world: pages is %d; give %d to %d", pages, MinPages, MaxPages)
	}
	w := &World{seed: seed, pages: pages, districts: pages / int(districtSize)}
	w.id = Source + "/" + strconv.FormatInt(seed, 10) + "/" + strconv.Itoa(pages) + "/"

	r := keyed.Stream(seed, w.id, "graph")
	for i := range w.keys {
		w.keys[i] = r.Uint64()
	}
	for k := range w.names {
		w.names[k] = newPermutation(roots(kind(k)), r)
	}
	for _, group := range [][]permutation{w.edges[:], w.births[:], w.places[:], w.nods[:]} {
		for i := range group {
			group[i] = newPermutation(w.districts, r)
		}
	}
	w.ring = newPermutation(w.districts, r)
	w.order = newPermutation(w.Questions(), r)
	return w, nil
}

// Pages is the number of pages.
func (w *World) Pages() int { return w.pages }

// Page is the page of entity i, 0 <= i < Pages(). SourceID is
// "world/<seed>/<pages>/page/<i>".
func (w *World) Page(i int) schemas.Document {
	if i < 0 || i >= w.pages {
		panic(fmt.Sprintf("world: page %d of %d pages", i, w.pages))
	}
	return w.document(entity(i))
}

// Questions is the number of questions, about one and a half times the pages.
func (w *World) Questions() int { return w.districts * len(families) }

// Question is question j, 0 <= j < Questions(). No two questions of a world have one
// text. SourceID is "world/<seed>/<pages>/q/<j>".
func (w *World) Question(j int) schemas.Question {
	if j < 0 || j >= w.Questions() {
		panic(fmt.Sprintf("world: question %d of %d questions", j, w.Questions()))
	}
	cell := w.order.at(j)
	return w.ask(j, &families[cell%len(families)], cell/len(families))
}
