package schemas

// Question is a multi-hop question with the passages it was asked over: the
// input of generators that hide questions in long contexts.
type Question struct {
	// ID is the content hash of the question: 32 lower-case hex digits, see [QuestionID].
	ID string
	// SourceID is the id that the question carries in its source, free text.
	SourceID string
	// Source names where the question comes from: hotpotqa, musique, world, …
	Source string
	// Text is the question itself, one line.
	Text string
	// Answer is the gold answer, never blank.
	Answer string
	// Aliases are other texts that are as right as Answer.
	Aliases []string
	// Type is the source's own name for the kind of question (bridge, comparison, …), or empty.
	Type string
	// Passages are all passages of the question, supporting ones and near misses,
	// in source order.
	Passages []Passage
	// Steps decompose the question, in order; empty where the source has none.
	Steps []Step
	// License names the terms that the passages come under, SPDX where it exists.
	License []string
}

// Passage is one titled text.
type Passage struct {
	// Title is one line, may be empty.
	Title string
	// Text is the body without the title.
	Text string
	// SentenceEnds are the byte offsets in Text at which its sentences end, ascending;
	// the last is len(Text). Empty where the source gives none.
	SentenceEnds []int32
	// Supporting says that the answer cannot be had without this passage.
	Supporting bool
	// SupportingSentences are indices into SentenceEnds of the sentences that carry
	// the facts; empty where the source marks whole passages.
	SupportingSentences []int32
}

// Step is one hop of a decomposed question.
type Step struct {
	// Question asks for this hop alone; "#1" stands for the answer of the first step.
	Question string
	// Answer is the answer of this hop.
	Answer string
	// Passage is the index in Question.Passages of the passage that gives it; -1 where unknown.
	Passage int32
}

// Document is a titled text with links to other documents.
type Document struct {
	// ID is the content hash of title and text: 32 lower-case hex digits, see [DocumentID].
	ID string
	// SourceID is the id, name or path that the document carries in its source.
	SourceID string
	// Source names where the document comes from.
	Source string
	// Title is one line, may be empty.
	Title string
	// Text is the body.
	Text string
	// Links are the links out of Text, in order of their offsets.
	Links []Link
	// Facts are statements whose evidence is known exactly; empty for documents
	// from files.
	Facts []Fact
	// Aliases are other names of what the document is about, redirects among them.
	Aliases []string
	// License names the terms that the text comes under.
	License []string
}

// Link is one hyperlink: Text[Start:End] of its document names Target.
type Link struct {
	Start, End int32
	// Target is the title of the document linked to.
	Target string
}

// Fact is one triple with its evidence: Text[Start:End] of its document states it.
type Fact struct {
	Subject, Relation, Object string
	Start, End                int32
}
