package schemas

// Task is one training item, and the row of the data set. Field names in files
// are those of the parquet tags.
type Task struct {
	// ID is the content hash of kind, prompt and answer: 32 lower-case hex digits.
	ID string `parquet:"id"`
	// Kind names the generator's kind of task: keychain, goose_mcq, infoseek, …
	Kind string `parquet:"kind"`
	// Prompt is the conversation up to the model's turn.
	Prompt []Message `parquet:"prompt,list"`
	// Answer is the gold answer.
	Answer string `parquet:"answer"`
	// AnswerAliases are other texts that are as right as Answer.
	AnswerAliases []string `parquet:"answer_aliases,list"`
	// Choices are the options of a multiple choice task; empty otherwise.
	Choices []string `parquet:"choices,list"`
	// AnswerIndex is the index of the right choice; -1 without choices.
	AnswerIndex int32 `parquet:"answer_index"`
	// Verifier is the reward rule, name@version.
	Verifier string `parquet:"verifier"`
	// VerifierArgs is the JSON that Verifier takes beside the reply.
	VerifierArgs string `parquet:"verifier_args"`
	// Proof says what was tried on the reward of this very task.
	Proof Proof `parquet:"proof"`
	// LabelTier says how the label is known: 1 true by construction or source
	// annotation, 2 checked by a program, 3 agreed on by models, 4 one model's word.
	LabelTier int32 `parquet:"label_tier"`
	// Difficulty is zero until a difficulty stage measured it.
	Difficulty Difficulty `parquet:"difficulty"`
	// Decontamination is zero until a decontamination stage looked.
	Decontamination Decontamination `parquet:"decontamination"`
	// NPromptTokens is the length of the chat-formatted prompt in tokens of Tokenizer.
	NPromptTokens int32 `parquet:"n_prompt_tokens"`
	// Tokenizer names the tokenizer of NPromptTokens, as in tiktoken:o200k_base.
	Tokenizer string `parquet:"tokenizer"`
	// Split is the split the row belongs to, as in train.
	Split string `parquet:"split"`
	// SourceIDs are the ids of the questions or documents used, the main one first.
	SourceIDs []string `parquet:"source_ids,list"`
	// Spans is JSON: byte offsets of everything inserted into or masked in the prompt.
	Spans string `parquet:"spans"`
	// Meta is JSON: what the kind knows of its own making (chain, tree, …).
	Meta string `parquet:"meta"`
	// License names the terms of all texts in the prompt, sorted, without repeats.
	License []string `parquet:"license,list"`
	// CostMicros is what model calls for this row cost, in millionths of a dollar.
	CostMicros int64 `parquet:"cost_micros"`
	// Recipe is the name of the recipe that made the row.
	Recipe string `parquet:"recipe"`
	// Seed is the run seed.
	Seed int64 `parquet:"seed"`
}

// Message is one turn of a conversation.
type Message struct {
	// Role is system, user or assistant.
	Role string `parquet:"role"`
	// Content is the text of the turn.
	Content string `parquet:"content"`
}

// Proof is the outcome of trying the task's own reward before the task is kept.
type Proof struct {
	// GoldScore is the lowest score of the gold answer over all answer formats; 1 in every kept row.
	GoldScore float64 `parquet:"gold_score"`
	// AttacksPassed counts the attack replies that were not paid for.
	AttacksPassed int32 `parquet:"attacks_passed"`
	// AttacksTotal counts the attack replies tried.
	AttacksTotal int32 `parquet:"attacks_total"`
	// Formats are the answer formats in which gold was tried.
	Formats []string `parquet:"formats,list"`
}

// Difficulty is how often a named model solved the task.
type Difficulty struct {
	// Model is empty where nothing was measured.
	Model string `parquet:"model"`
	// N samples were drawn, of which Passes were right; Rate is Passes/N.
	N      int32   `parquet:"n"`
	Passes int32   `parquet:"passes"`
	Rate   float64 `parquet:"rate"`
	// BandProbability is the posterior probability that the rate lies in the wanted band.
	BandProbability float64 `parquet:"band_probability"`
	// Exit is keep, easy, unproven or broken; empty where nothing was measured.
	Exit string `parquet:"exit"`
}

// Decontamination is what a task shares with a benchmark.
type Decontamination struct {
	// Verdict is leak, sibling, passage or clean; empty where nobody looked.
	Verdict string `parquet:"verdict"`
	// Benchmark and Item name the nearest benchmark item.
	Benchmark string `parquet:"benchmark"`
	Item      string `parquet:"item"`
	// Score is in [0, 1].
	Score float64 `parquet:"score"`
}
