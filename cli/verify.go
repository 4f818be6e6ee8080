package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"gander/internal/cputime"
	"gander/internal/fault"
	"gander/verifiers"
	"gander/verifiers/pairs"
)

// verifyFlags are the flags of verify.
type verifyFlags struct {
	verifier, args string
	replies, out   string
	explain        bool

	overlay map[string]json.RawMessage // args, read
	tasks   rules                      // of the data set that replies are for; nil without one
}

func (a *app) verifyCommand() *cobra.Command {
	var flags verifyFlags
	c := &cobra.Command{
		Use:   "verify [FILE...]",
		Short: "Score replies: one verdict for each row of gold and prediction",
		Long: `Verify reads rows of a gold answer and a prediction, and writes one verdict for each, in
the same order: true, false, or null for what cannot be decided.

The rows are JSON lines, from files or standard input, plain or compressed (gzip,
Zstandard): id, kind, gold (a text or number, or a list of which any may match),
prediction, opts.
A Parquet file has the columns id, verifier, verifier_args and reply. With --replies, FILE
is the folder of a data set, and the rows of id and reply are for its tasks.

A row that cannot be read, or whose rule or arguments are wrong, is named on standard error
and answered with null, and makes the exit code 1 when all others are answered.`,
		Example: `  gander verify pairs.jsonl
  gander verify --verifier math@1 --explain < pairs.jsonl
  gander verify out/keychain --replies replies.jsonl`,
		Args: cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			if err := flags.check(args); err != nil {
				return err
			}
			return a.verify(c.Context(), c.InOrStdin(), args, flags)
		},
	}
	c.Flags().StringVar(&flags.verifier, "verifier", "", "judge every row by the rule `NAME@VERSION`, whatever its kind")
	c.Flags().StringVar(&flags.args, "args", "", "a `JSON` object of arguments for --verifier; golds come from the rows")
	c.Flags().StringVar(&flags.replies, "replies", "", "score the rows of id and reply in this `FILE` by the tasks of the data set")
	c.Flags().StringVar(&flags.out, "out", "", "write to this `FILE` instead of standard output; - is standard output")
	c.Flags().BoolVar(&flags.explain, "explain", false, "show for people how every verdict came about")
	return c
}

func (f *verifyFlags) check(args []string) error {
	if f.replies != "" && len(args) != 1 {
		return fault.WithCode(fault.Usage, "--replies is for one data set; give its folder")
	}
	if f.verifier == "" {
		if f.args != "" {
			return fault.WithCode(fault.Usage, "--args is for --verifier; give the rule it belongs to")
		}
		return nil
	}
	rule, err := verifiers.Get(f.verifier)
	if err != nil {
		return usage(err)
	}
	if f.args == "" {
		return nil
	}
	if json.Unmarshal([]byte(f.args), &f.overlay) != nil || f.overlay == nil {
		return fault.WithCode(fault.Usage, `--args is no JSON object; give one, as in {"extract":"free"}`)
	}
	if f.overlay["golds"] != nil {
		return fault.WithCode(fault.Usage, "--args has golds, which come from the rows; leave them out")
	}
	if err := rule.CheckArgs(f.args); err != nil {
		return fault.WithCode(fault.Usage, "--args does not fit %s: %v", rule.Name, err)
	}
	return nil
}

// question is one row to judge.
type question struct {
	place string    // file:line
	line  []byte    // JSON, to be read; nil where row is there already
	row   pairs.Row // nothing but its id where no more could be read
	fault error     // why the row cannot be judged
}

// answer is what became of a question.
type answer struct {
	question
	task    pairs.Task
	verdict verifiers.Verdict
	took    time.Duration
}

// What verify holds at once, for the sake of memory: at most 512 rows and 32 MiB.
const (
	verifyUnit = 64 << 10
	verifyMost = 512
)

// verify answers the rows of all inputs in order.
func (a *app) verify(ctx context.Context, stdin io.Reader, args []string, flags verifyFlags) (err error) {
	out, err := findOut(flags.out)
	if err != nil {
		return err
	}
	columns := taskColumns
	if flags.replies != "" {
		if info, err := os.Stat(flags.replies); err == nil && info.IsDir() {
			return fault.New("--replies %s is a folder; give the file of the replies", flags.replies)
		}
		if flags.tasks, err = readRules(args[0]); err != nil {
			return err
		}
		args, columns = []string{flags.replies}, replyColumns
	}
	in, err := openInputs(stdin, args, columns)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, in.close()) }()
	to, commit := a.out, func(err error) error { return err }
	if out != nil {
		if err := out.check(in); err != nil {
			return err
		}
		if to, commit, err = out.open(); err != nil {
			return err
		}
	}
	w := newVerdictWriter(to, a.say, flags.explain)
	err = inOrder(ctx, verifyMost, func(submit func(question, int) error) error {
		return in.each(func(q question) error { return submit(q, 1+q.size()/verifyUnit) })
	}, flags.judge, w.write, w.out.Flush)
	switch {
	case ctx.Err() != nil:
		err = fault.New("stopped; the same command starts again")
	case err == nil:
		err = w.out.Flush()
	}
	if err := commit(err); err != nil {
		return err
	}
	if !a.quiet && w.undecided > 0 {
		a.say("%d of %d rows could not be decided", w.undecided, w.rows)
	}
	return w.summary()
}

// size is about how many bytes q holds.
func (q *question) size() int {
	return len(q.line) + len(q.row.VerifierArgs) + len(q.row.Prediction)
}

// judge answers q. The processor time taken is that of everything but reading the row: making the
// arguments, compiling them, extracting the answer and comparing it.
func (f *verifyFlags) judge(q question) (a answer) {
	a = answer{question: q}
	a.line = nil
	if q.line != nil && q.fault == nil {
		a.row, a.fault = pairs.Parse(q.line)
	}
	if a.fault == nil && f.tasks != nil {
		a.row, a.fault = f.tasks.join(a.row)
	}
	if a.fault != nil {
		return a
	}
	defer func() {
		if p := recover(); p != nil { // one row is lost, not all that follow
			a.fault = fmt.Errorf("%s panicked: %v; this is a mistake in gander, report it with the row", a.task.Rule, p)
		}
	}()
	a.took = cputime.Of(func() {
		if f.verifier != "" {
			a.task, a.fault = a.row.TaskBy(f.verifier, f.overlay)
		} else {
			a.task, a.fault = a.row.Task()
		}
		if a.fault == nil {
			a.verdict, a.fault = a.task.Judge()
		}
	})
	return a
}
