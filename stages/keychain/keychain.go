// Package keychain hides multi-hop questions behind chains of ids in long contexts.
//
// In: schemas.Question. Out: schemas.Task of kind "keychain", schemas.Reject for the
// rest.
//
// A task shows a long text made of the passages of several questions. Records of the
// form {"id": "id"} are scattered over the text at ends of sentences; they form
// chains, and the last record of every chain holds a question. The prompt names the
// first id of one chain: whoever follows it finds the question to answer, and answers
// it from the passages. The question stands nowhere else.
//
// A [Pool] holds the questions that may share a context; [Builder.Build] makes the
// tasks of one of them; [Read] and [Recheck] judge a finished prompt by what it says,
// not by how it was made. Every random choice comes from a stream keyed by run seed
// and question id: order and workers cannot show.
//
// Source: "LoongRL: Reinforcement Learning for Advanced Reasoning over Long Contexts"
// (arXiv 2510.19363), section on KeyChain. The preset "faithful" follows it and its
// published generator; the preset "hardened" closes what can be exploited there: it
// fills with whole passage sets whose questions close the other chains, so that every
// candidate question is answerable and has another answer; it meets the budget on
// the finished prompt; it inserts at real sentence ends only; and it checks
// the result by the gates of [Gates].
package keychain

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"gander/internal/tokens"
	"gander/verifiers"
)

// Config holds the settings of a keychain stage. Start from [Hardened] or [Faithful].
type Config struct {
	// Preset names the set of values that the other fields start from: hardened or
	// faithful. A field given beside it wins.
	Preset string `yaml:"preset"`
	// Budget is the length of a prompt in tokens, 1,000 to 1,048,576. With measure
	// "prompt" the finished prompt keeps to it; with "context" the passages alone do.
	Budget int `yaml:"budget"`
	// Tolerance is how much shorter than the budget a prompt may be, as a share of it,
	// above 0 and at most 1. Only measure "prompt" uses it.
	Tolerance float64 `yaml:"tolerance"`
	// Measure says what the budget bounds: "prompt" (the chat-formatted prompt with
	// everything in it) or "context" (the passages before any record is inserted,
	// as published).
	Measure string `yaml:"measure"`
	// Tokenizer counts the tokens: tiktoken:o200k_base, tiktoken:cl100k_base or
	// hf:PATH of a tokenizer.json.
	Tokenizer string `yaml:"tokenizer"`
	// ChatTokens is what the chat format adds to a prompt of one message, in tokens, 0 or more.
	ChatTokens int `yaml:"chat_tokens"`
	// Chains is the number of chains that end in a question, the true one included; 0
	// takes one for every passage set in the context, or one per 1,024 tokens of budget
	// where the filler is loose passages. At most 4,096.
	Chains int `yaml:"chains"`
	// IDsPerChain is the number of ids in a chain, which is also its number of records;
	// 1 to 64.
	IDsPerChain int `yaml:"ids_per_chain"`
	// IDFormat is how an id looks: uuid4, hex32, hex8 or letters (32 ASCII letters).
	IDFormat string `yaml:"id_format"`
	// Filler says what fills the context beside the question's own passages: "sets"
	// (whole passage sets of other questions) or "passages" (loose passages of the same source).
	Filler string `yaml:"filler"`
	// Distractors says which questions close the other chains: "filler" (exactly those
	// whose passage sets fill the context) or "random" (any of the same source).
	Distractors string `yaml:"distractors"`
	// Order says how passages are ordered: "keyed" (shuffled anew for every question) or
	// "constant" (one shuffle for all, seeded with 42, as published).
	Order string `yaml:"order"`
	// Insertion says where records may stand: "sentence" (ends of sentences and
	// passages), "passage" (ends of passages) or "anywhere" (after any newline, full
	// stop or question mark, as published).
	Insertion string `yaml:"insertion"`
	// Escape says how a value is written: "json" (escaped) or "none" (as it is, as published).
	Escape string `yaml:"escape"`
	// LinkGap is the least distance between two consecutive records of a chain, as
	// a share of the context, 0 to 0.5; 0 asks for none.
	LinkGap float64 `yaml:"link_gap"`
	// Broken is the number of decoy chains whose last id is the key of no record, 0 or more.
	Broken int `yaml:"broken"`
	// SharedSuffix is the number of decoy chains that run into the last record of
	// another chain, 0 or more. It needs two ids per chain.
	SharedSuffix int `yaml:"shared_suffix"`
	// Twins is how many further tasks may be made from the same context by starting
	// at other chains, 0 or more.
	Twins int `yaml:"twins"`
	// Gates says which checks a task must pass: "all", or "structural" (only those
	// that the published generator can pass: resolve, ids, topology, strip, provenance).
	Gates string `yaml:"gates"`
	// Verifier is the reward rule that the tasks carry: text_strict@1,
	// keychain_trace@1, or text_contains@1 for comparison.
	Verifier string `yaml:"verifier"`
	// AnswerFormat adds an instruction on how to give the answer to the prompt: none,
	// boxed or tag. With none the trainer's own template says it; what keychain_trace@1 pays
	// for beside the answer is always asked for.
	AnswerFormat string `yaml:"answer_format"`
}

// Hardened is the default: every candidate question is answerable from the context, and
// the finished prompt passes every gate.
func Hardened() Config {
	return Config{
		Preset: "hardened", Budget: 16384, Tolerance: 0.02, Measure: "prompt",
		Tokenizer: "tiktoken:o200k_base", ChatTokens: 7,
		IDsPerChain: 4, IDFormat: "uuid4",
		Filler: "sets", Distractors: "filler", Order: "keyed",
		Insertion: "sentence", Escape: "json",
		Gates: "all", Verifier: "text_strict@1", AnswerFormat: "none",
	}
}

// Faithful repeats the choices of the published generator, so that results can be
// compared with the paper. It differs where a choice would tie a row to its
// neighbors: the number of passages is found for each question instead of for the
// first one of the file, and a question is never its own distractor.
func Faithful() Config {
	c := Hardened()
	c.Preset, c.Measure = "faithful", "context"
	c.Filler, c.Distractors, c.Order = "passages", "random", "constant"
	c.Insertion, c.Escape, c.Gates = "anywhere", "none", "structural"
	return c
}

// Presets are the named starting points of a Config.
var Presets = map[string]func() Config{"hardened": Hardened, "faithful": Faithful}

// reserved is the number of answer tokens that the published generator takes off the budget.
const reserved = 128

// Check reports every fault of c at once, one line each.
func (c Config) Check() error {
	var faults []error
	fault := func(format string, args ...any) { faults = append(faults, fmt.Errorf(format, args...)) }
	choice := func(field, value string, valid ...string) {
		if !slices.Contains(valid, value) {
			fault("%s is %q; give %s", field, value, strings.Join(valid, " or "))
		}
	}
	between := func(field string, value, low, high int) {
		if value < low || value > high {
			fault("%s is %d; give %d to %d", field, value, low, high)
		}
	}
	choice("preset", c.Preset, "hardened", "faithful")
	between("budget", c.Budget, 1000, 1<<20)
	if !(c.Tolerance > 0 && c.Tolerance <= 1) {
		fault("tolerance is %v; give more than 0 and at most 1", c.Tolerance)
	}
	choice("measure", c.Measure, "prompt", "context")
	if err := tokens.CheckName(c.Tokenizer); err != nil {
		fault("tokenizer: %v", err)
	}
	between("chat_tokens", c.ChatTokens, 0, 1000)
	between("chains", c.Chains, 0, 4096)
	between("ids_per_chain", c.IDsPerChain, 1, 64)
	choice("id_format", c.IDFormat, idFormatNames()...)
	choice("filler", c.Filler, "sets", "passages")
	choice("distractors", c.Distractors, "filler", "random")
	if c.Filler == "passages" && c.Distractors == "filler" {
		fault("distractors is filler, but loose passages have no questions; give random, or filler: sets")
	}
	choice("order", c.Order, "keyed", "constant")
	choice("insertion", c.Insertion, "sentence", "passage", "anywhere")
	choice("escape", c.Escape, "json", "none")
	if !(c.LinkGap >= 0 && c.LinkGap <= 0.5) {
		fault("link_gap is %v; give 0 to 0.5", c.LinkGap)
	}
	between("broken", c.Broken, 0, 1024)
	between("shared_suffix", c.SharedSuffix, 0, 1024)
	if c.SharedSuffix > 0 && c.IDsPerChain < 2 {
		fault("shared_suffix is %d, but chains of one id have no suffix; give ids_per_chain 2 or more", c.SharedSuffix)
	}
	between("twins", c.Twins, 0, 4095)
	choice("gates", c.Gates, "all", "structural")
	if _, err := verifiers.Get(c.Verifier); err != nil {
		fault("verifier: %v", err)
	}
	choice("answer_format", c.AnswerFormat, "none", "boxed", "tag")
	if c.Gates == "all" {
		together := func(bad bool, field, value, cure string) {
			if bad {
				fault("%s is %s, which the gates refuse; give %s, or gates: structural", field, value, cure)
			}
		}
		together(c.Insertion == "anywhere", "insertion", "anywhere", "insertion: sentence")
		together(c.Escape == "none", "escape", "none", "escape: json")
		together(c.Filler == "passages", "filler", "passages", "filler: sets")
	}
	if c.Filler == "passages" && c.Measure == "prompt" {
		fault("measure is prompt, but loose passages fill the context alone; give measure: context, or filler: sets")
	}
	return errors.Join(faults...)
}

// Paths is the tokenizer's file, where it has one.
func (c Config) Paths() ([]string, error) {
	if path, ok := strings.CutPrefix(c.Tokenizer, "hf:"); ok {
		return []string{path}, nil
	}
	return nil, nil
}

// Preflight opens the tokenizer.
func (c Config) Preflight() error {
	_, err := tokens.Open(c.Tokenizer)
	return err
}
