// Package prove tries the reward of a task on the task before it is kept.
//
// In: schemas.Task. Out: the same task with its Proof filled in, schemas.Reject for the
// rest. The gold answer and each of its aliases, written as a reply in each answer
// format, must score 1. No reply of package verifiers/attacks may be paid for: each must
// score 0, or less than 1 where the rule pays for parts and the reply holds one. No
// model is called, no random number is drawn.
//
// A proof says that the reward tells right from wrong on the replies tried. It does not
// say that the gold answer is true.
package prove

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"gander/schemas"
	"gander/verifiers"
	"gander/verifiers/attacks"
	"gander/verifiers/extract"
)

// Config holds the settings of a prove stage. Start from [Default].
type Config struct {
	// Formats are the answer formats that gold and attacks are tried in: boxed is
	// \boxed{answer}, tag is <answer>answer</answer>. At least one, none twice. A rule
	// that does not read a format refuses the gold in it.
	Formats []string `yaml:"formats"`
}

// Default tries both formats.
func Default() Config {
	return Config{Formats: []string{string(extract.Boxed), string(extract.Tag)}}
}

// Check reports every fault of c at once, one line each.
func (c Config) Check() error {
	var faults []error
	if len(c.Formats) == 0 {
		faults = append(faults, errors.New("formats is empty; give boxed, tag or both"))
	}
	for i, f := range c.Formats {
		if !slices.Contains(extract.Formats, extract.Format(f)) {
			faults = append(faults, fmt.Errorf("formats has %q; give boxed, tag or both", f))
		}
		if slices.Contains(c.Formats[:i], f) {
			faults = append(faults, fmt.Errorf("formats has %q twice; give it once", f))
		}
	}
	return errors.Join(faults...)
}

// Gate is one check of a proof.
type Gate struct {
	// Reason is the code of the rejects that the gate makes.
	Reason string
	// Doc says in one line what the gate refuses.
	Doc string
	// pass fills in its part of the trial and says what is wrong, or nothing.
	pass func(*trial) string
}

// Gates are the checks in the order they are made; the first that refuses decides.
var Gates = []Gate{
	{"verifier_args", "the task names an unknown verifier, or arguments that it cannot read", compile},
	{"gold_refused", "the gold answer or an alias scores less than 1 in some format", tryGolds},
	{"attack_paid", "a reply that is no right answer is paid for", tryAttacks},
}

// trial is the proof of one task in the making.
type trial struct {
	task    schemas.Task
	formats []extract.Format
	rule    verifiers.Verifier
	checker verifiers.Checker
	proof   schemas.Proof
}

// Prove tries the reward of t. The task comes back with its Proof, or a reject that
// names the gate, with the evidence in Detail. c must pass [Config.Check].
func Prove(c Config, t schemas.Task) (schemas.Task, *schemas.Reject) {
	try := &trial{task: t, proof: schemas.Proof{Formats: slices.Clone(c.Formats)}}
	for _, f := range c.Formats {
		try.formats = append(try.formats, extract.Format(f))
	}
	for _, g := range Gates {
		if detail := g.pass(try); detail != "" {
			return schemas.Task{}, &schemas.Reject{
				ID: t.ID, Stage: "prove", Reason: g.Reason, Detail: detail,
				SourceIDs: t.SourceIDs, CostMicros: t.CostMicros,
			}
		}
	}
	t.Proof = try.proof
	return t, nil
}

func compile(t *trial) string {
	rule, err := verifiers.Get(t.task.Verifier)
	if err == nil {
		t.rule = rule
		t.checker, err = rule.Compile(t.task.VerifierArgs)
	}
	if err != nil {
		return oneLine(err)
	}
	return ""
}

// tryGolds tries the answer of the task, its aliases, and the golds of the arguments.
func tryGolds(t *trial) string {
	golds := append([]string{t.task.Answer}, t.task.AnswerAliases...)
	for _, g := range t.checker.Golds() {
		if !slices.Contains(golds, g) {
			golds = append(golds, g)
		}
	}
	t.proof.GoldScore = 1
	for _, gold := range golds {
		for _, f := range t.formats {
			reply, err := t.checker.Reply(f, gold)
			if err != nil {
				return fmt.Sprintf("%q as %s: %s", short(gold), f, oneLine(err))
			}
			v := t.checker.Verify(reply)
			t.proof.GoldScore = min(t.proof.GoldScore, v.Score)
			if v.Score < 1 {
				return fmt.Sprintf("%q as %s scores %.3g: %s: %s", short(gold), f, v.Score, v.Outcome, v.Detail)
			}
		}
	}
	return ""
}

func tryAttacks(t *trial) string {
	target := attacks.Of(t.rule, t.checker, t.task.VerifierArgs, t.prompt())
	for a := range attacks.For(target, t.formats) {
		v := t.checker.Verify(a.Reply)
		if a.Paid(t.rule, v) {
			return fmt.Sprintf("%s%s scores %.3g: %s", a.Name, as(a.Format), v.Score, v.Detail)
		}
		t.proof.AttacksTotal++
		t.proof.AttacksPassed++
	}
	return ""
}

func as(f extract.Format) string {
	if f == "" {
		return ""
	}
	return " as " + string(f)
}

// prompt is the last turn of the task's prompt.
func (t *trial) prompt() string {
	if n := len(t.task.Prompt); n > 0 {
		return t.task.Prompt[n-1].Content
	}
	return ""
}

// short is a gold answer cut to what a detail can show.
func short(gold string) string {
	if r := []rune(gold); len(r) > 80 {
		return string(r[:80]) + "…"
	}
	return gold
}

func oneLine(err error) string { return strings.ReplaceAll(err.Error(), "\n", "; ") }
