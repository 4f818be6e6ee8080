package cli

import (
	"runtime"

	"github.com/spf13/cobra"

	"gander/internal/async"
	"gander/internal/fault"
	"gander/internal/tokens"
	"gander/schemas"
	"gander/stages/keychain"
	"gander/stages/prove"
	"gander/stages/sink"
)

func (a *app) auditKeychainCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "audit-keychain FOLDER",
		Short: "Check every keychain task of a data set again, from its row alone",
		Long: `Audit-keychain reads the tasks of a written data set, reads each prompt as a stranger
would, counts its tokens anew, applies every gate that the task says it passed, and tries
its reward again where the task says that it was proved. It prints the lengths by source
and the tasks that are refused.`,
		Example: "  gander audit-keychain out/keychain",
		Args:    exactly(1, "the folder of one data set"),
		RunE: func(_ *cobra.Command, args []string) error {
			var summary keychain.Summary
			if err := auditKeychain(args[0], &summary); err != nil {
				return err
			}
			if summary.Tasks() == 0 {
				return fault.New("%s holds no tasks of kind %q", args[0], keychain.Kind)
			}
			summary.Print(a.out)
			if n := summary.Failed(); n > 0 {
				return fault.New("%d of %d tasks fail a gate", n, summary.Tasks())
			}
			return nil
		},
	}
}

// auditKeychain rechecks the tasks of a folder, one worker per core.
func auditKeychain(dir string, summary *keychain.Summary) error {
	type audited struct {
		task    schemas.Task
		finding keychain.Finding
	}
	counters := map[string]tokens.Counter{}
	add := func(r audited) error { //nolint:unparam // the window's emit may fail, this one never does
		summary.Add(r.task, r.finding)
		return nil
	}
	window := async.NewWindow[audited](4*runtime.GOMAXPROCS(0), async.CPU)
	err := sink.ReadTasks(dir, func(t schemas.Task) error {
		if t.Kind != keychain.Kind {
			return nil
		}
		counter, ok := counters[t.Tokenizer]
		if !ok {
			var err error
			if counter, err = tokens.Open(t.Tokenizer); err != nil {
				return err
			}
			counters[t.Tokenizer] = counter
		}
		return window.Submit(func() (audited, error) {
			f := keychain.Recheck(t, counter)
			if f.Reason == "" {
				f.Reason, f.Detail = proveAgain(t)
			}
			return audited{t, f}, nil
		}, add)
	})
	if err != nil {
		return err
	}
	return window.Drain(add)
}

// proveAgain tries the reward of a proved task again. It returns what a reject would say,
// or nothing.
func proveAgain(t schemas.Task) (reason, detail string) {
	if len(t.Proof.Formats) == 0 {
		return "", ""
	}
	again, reject := prove.Prove(prove.Config{Formats: t.Proof.Formats}, t)
	switch {
	case reject != nil:
		return reject.Reason, reject.Detail
	case again.Proof.GoldScore != t.Proof.GoldScore || again.Proof.AttacksTotal != t.Proof.AttacksTotal || again.Proof.AttacksPassed != t.Proof.AttacksPassed:
		return "proof", "the proof on record is not what trying the reward again gives"
	}
	return "", ""
}
