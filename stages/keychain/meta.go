package keychain

// Meta is what a task says of its own making: the JSON of schemas.Task.Meta. Together
// with Spans and the prompt it is all that [Recheck] needs.
type Meta struct {
	// Preset is the preset the settings started from.
	Preset string `json:"preset"`
	// Budget and Tolerance are the settings of the length gate; Tolerance is 0 where the
	// finished prompt was not measured.
	Budget    int     `json:"budget"`
	Tolerance float64 `json:"tolerance"`
	// ChatTokens is what was added to the prompt's own tokens.
	ChatTokens int `json:"chat_tokens"`
	// Gates are the names of the checks that the task passed.
	Gates []string `json:"gates"`
	// Links is the number of records of a question chain.
	Links int `json:"links"`
	// Start is the id that the prompt starts from, the first key of the true chain.
	Start string `json:"start"`
	// True is the index of the true candidate, whose chain has the same index.
	True int `json:"true"`
	// Candidates are the questions that chains end in.
	Candidates []Candidate `json:"candidates"`
	// Chains are all chains: one for each candidate in the same order, then decoys.
	Chains []Chain `json:"chains"`
	// Filled is schemas.Hash of the context before records were inserted.
	Filled string `json:"filled"`
}

// Candidate is a question that a chain ends in.
type Candidate struct {
	// QuestionID is the content hash of the question.
	QuestionID string `json:"question_id"`
	// SourceID is the question's id in its source.
	SourceID string `json:"source_id"`
	// Source names the source.
	Source string `json:"source"`
	// Type is the source's name for the kind of question.
	Type string `json:"type"`
	// Question is its text.
	Question string `json:"question"`
	// Golds are the answer and its aliases.
	Golds []string `json:"golds"`
	// Supporting are the numbers of the passages that its answer rests on; empty
	// where they are not in the context.
	Supporting []int `json:"supporting"`
}

// Spans is the JSON of schemas.Task.Spans. Offsets are bytes in the content of the one
// message of the prompt.
type Spans struct {
	// Records are the inserted texts in the order of their offsets.
	Records []RecordSpan `json:"records"`
	// Passages are the passages in the order shown.
	Passages []PassageSpan `json:"passages"`
}

// RecordSpan is one inserted text: a space where it needs one, the record, a full stop.
type RecordSpan struct {
	Start int `json:"start"`
	End   int `json:"end"`
	// Chain and Link are the index of the chain in Meta.Chains and of the key in it.
	Chain int `json:"chain"`
	Link  int `json:"link"`
}

// PassageSpan is a passage: title, newline, text, and the records inserted into it.
type PassageSpan struct {
	Start int `json:"start"`
	End   int `json:"end"`
	// Number is the number in its heading, from 1.
	Number int `json:"number"`
	// Source is the index in schemas.Task.SourceIDs of the question it belongs to.
	Source int `json:"source"`
	// Supporting says that it supports that question.
	Supporting bool `json:"supporting"`
}
