package pairs

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"gander/verifiers"
)

// Task is a reply, and the rule that judges it.
type Task struct {
	// Rule is name@version.
	Rule string
	// Args are the arguments of the rule, JSON.
	Args string
	// Reply is judged.
	Reply string
	// Closed wants a closed block of reasoning in the reply; without one it is unparsed.
	Closed bool
}

// Task is the rule that r's kind stands for, with arguments made of gold and opts; for a
// row with a verifier of its own, that one. The error says what is wrong with the row.
func (r Row) Task() (Task, error) {
	if r.Verifier != "" {
		if _, err := verifiers.Get(r.Verifier); err != nil {
			return Task{}, err
		}
		return r.task(r.Verifier, r.VerifierArgs)
	}
	k, err := kindOf(r.Kind)
	if err != nil {
		return Task{}, err
	}
	rule, args, err := k.rule(r)
	if err != nil {
		return Task{}, err
	}
	return r.task(rule, args)
}

// TaskBy is r judged by rule, whatever its kind. The arguments are those of the row, if it
// is a task of a data set, with its golds, if it has any, and with args over all.
func (r Row) TaskBy(rule string, args map[string]json.RawMessage) (Task, error) {
	all := map[string]any{}
	if r.VerifierArgs != "" {
		var own map[string]json.RawMessage
		if err := json.Unmarshal([]byte(r.VerifierArgs), &own); err != nil {
			return Task{}, errors.New("verifier_args: give a JSON object, or a text that holds one")
		}
		for name, value := range own {
			all[name] = value
		}
	}
	if len(r.Gold) > 0 {
		all["golds"] = r.Gold
	}
	for name, value := range args {
		all[name] = value
	}
	return r.task(rule, all)
}

// task is a task with args as JSON.
func (r Row) task(rule string, args any) (Task, error) {
	text, ok := args.(Args)
	if !ok {
		b, err := json.Marshal(args)
		if err != nil {
			return Task{}, fmt.Errorf("the arguments of %s: %w", rule, err)
		}
		text = Args(b)
	}
	return Task{Rule: rule, Args: string(text), Reply: r.Prediction, Closed: r.Opts.RequireThinkClose}, nil
}

// Judge compiles the rule of t and judges its reply. A gold that the rule cannot use
// leaves the reply undecided; Detail then says why. Arguments that are otherwise not those
// of the rule leave it undecided too, and are the error: they are a mistake of the row.
func (t Task) Judge() (verifiers.Verdict, error) {
	if t.Closed && !strings.Contains(t.Reply, "</think>") {
		return verifiers.Verdict{Outcome: verifiers.Unparsed, Rule: t.Rule, Detail: "no block of reasoning is closed"}, nil
	}
	if t.Rule == latexRule {
		return judgeLatex(t.Args, t.Reply), nil
	}
	v, err := verifiers.Get(t.Rule)
	if err != nil {
		return undecided(t.Rule, err), err
	}
	c, err := v.Compile(t.Args)
	switch {
	case err == nil:
		return c.Verify(t.Reply), nil
	case verifiers.OnlyGolds(err):
		return undecided(t.Rule, err), nil
	}
	return undecided(t.Rule, err), fmt.Errorf("the arguments do not fit %s: %w", t.Rule, err)
}

// undecided is the verdict of a rule that cannot be asked.
func undecided(rule string, err error) verifiers.Verdict {
	return verifiers.Verdict{Outcome: verifiers.Undecided, Rule: rule, Detail: strings.ReplaceAll(err.Error(), "\n", "; ")}
}
