package verifiers

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"
)

var update = flag.Bool("update", false, "write the pages of docs/rules")

const repair = "go test ./verifiers -run TestRulePages -update"

// TestRulePages makes a page of docs/rules for every rule, from its entry in All and its
// cases in testdata/rules, and compares them with the files.
func TestRulePages(t *testing.T) {
	comments := readComments(t)
	pages := map[string]string{"README.md": indexPage()}
	for _, v := range All {
		// Versions of one rule share a page.
		pages[pageName(v)] += rulePage(t, v, comments)
	}
	const folder = "../docs/rules"
	if *update {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range pages {
		path := filepath.Join(folder, name)
		if *update {
			if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != want {
			t.Errorf("%s is stale; run: %s", path, repair)
		}
	}
	files, err := filepath.Glob(folder + "/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if pages[filepath.Base(file)] == "" {
			t.Errorf("%s is the page of no rule; delete it", file)
		}
	}
}

func pageName(v Verifier) string {
	name, _, _ := strings.Cut(v.Name, "@")
	return name + ".md"
}

func indexPage() string {
	var out bytes.Buffer
	fmt.Fprintf(&out, "# Reward rules\n\nMade from the code by `%s`. What the words mean is in [Rewards](../verifiers.md).\n\n", repair)
	fmt.Fprint(&out, "| rule | what it pays for | golds are | formats |\n|---|---|---|---|\n")
	for _, v := range All {
		fmt.Fprintf(&out, "| [`%s`](%s) | %s | %s | %s |\n", v.Name, pageName(v), cell(sentence(v.Doc)), goldsOf[v.Kind], formatsOf(v))
	}
	return out.String()
}

// goldsOf says what the golds of each kind are.
var goldsOf = map[Kind]string{
	Text: "words", Math: "numbers and formulas", Choice: "a letter", Set: "items in any order",
	Sequence: "items in order", JSON: "a JSON value",
}

func formatsOf(v Verifier) string {
	var names []string
	for _, f := range v.Formats {
		names = append(names, string(f))
	}
	return strings.Join(names, ", ")
}

// rulePage is the part of a page about one rule.
func rulePage(t *testing.T, v Verifier, comments map[string]string) string {
	var out bytes.Buffer
	fmt.Fprintf(&out, "# %s\n\nMade from the code by `%s`.\n\n", v.Name, repair)
	fmt.Fprintf(&out, "%s Golds are %s; formats: %s.\n", sentence(v.Doc), goldsOf[v.Kind], formatsOf(v))
	if v.Partial {
		fmt.Fprint(&out, "\nA wrong answer that shares something with the gold may be paid in part.\n")
	}
	if v.Holes != "" {
		fmt.Fprintf(&out, "\n**Known holes.** It pays for %s.\n", strings.TrimSuffix(v.Holes, "."))
	}
	intro, cases := readCases(t, v)
	if intro != "" {
		fmt.Fprintf(&out, "\n## How it decides\n\n%s\n", intro)
	}
	fmt.Fprintf(&out, "\n## Arguments\n\n%s", argsTable(t, v.Args, comments))
	fmt.Fprintf(&out, "\n```json\n%s\n```\n", v.Example)
	c, err := v.Compile(v.Example)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(&out, "\nReplies to these arguments that a careless rule would pay for:\n\n| reply | verdict | why |\n|---|---|---|\n")
	for _, reply := range v.Bait {
		got := c.Verify(reply)
		fmt.Fprintf(&out, "| %s | %s | %s |\n", code(reply), verdictCell(got), cell(got.Detail))
	}
	fmt.Fprint(&out, "\n## What it equates and what it refuses\n")
	heading := ""
	for _, c := range cases {
		if c.heading != heading {
			heading = c.heading
			fmt.Fprintf(&out, "\n### %s\n\n| gold | answer | verdict | why |\n|---|---|---|---|\n", heading)
		}
		for i, row := range c.rows {
			given := ""
			if i == 0 {
				given = c.given
			}
			fmt.Fprintf(&out, "| %s | %s | %s | %s |\n", given, code(row.answer), verdictCell(row.verdict), cell(row.verdict.Detail))
		}
	}
	return out.String()
}

// shownCase is a case of testdata/rules as a page shows it.
type shownCase struct {
	heading string
	given   string // golds, others and further arguments
	rows    []shownRow
}

type shownRow struct {
	answer  string
	verdict Verdict
}

// readCases reads the cases of a rule. The comment above a case is its heading, also for
// the cases that follow without one. Comments before the first case with an empty line
// behind them are the intro, as Markdown.
func readCases(t *testing.T, v Verifier) (intro string, cases []shownCase) {
	t.Helper()
	file := "testdata/rules/" + v.Name
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	heading := ""
	for block := range strings.SplitSeq(strings.TrimSpace(string(text)), "\n\n") {
		comment, rest := cutComment(strings.TrimSpace(block))
		input, _, isCase := strings.Cut(rest, "\n----")
		if !isCase {
			if len(cases) == 0 && comment != "" {
				intro += comment + "\n"
			}
			continue // the rest of an output with empty lines
		}
		if comment != "" {
			heading = strings.TrimSuffix(strings.Join(strings.Fields(comment), " "), ".")
		}
		if heading == "" {
			t.Fatalf("%s: the first case has no comment; say in one sentence what it shows", file)
		}
		_, input, _ = strings.Cut(input, "\n") // the command
		checker, replies := readCase(t, v, &datadriven.TestData{Pos: file, Input: input})
		shown := shownCase{heading: cell(heading), given: givenCell(strings.Split(input, "\n"))}
		for _, r := range replies {
			shown.rows = append(shown.rows, shownRow{r.shown, checker.Verify(r.text)})
		}
		cases = append(cases, shown)
	}
	return strings.TrimSpace(intro), cases
}

// cutComment takes the comment lines off the start of a block, without their signs.
func cutComment(block string) (comment, rest string) {
	for strings.HasPrefix(block, "#") {
		line, after, _ := strings.Cut(block, "\n")
		comment += strings.TrimPrefix(strings.TrimPrefix(line, "#"), " ") + "\n"
		block = after
	}
	return comment, block
}

// givenCell shows the lines of a case that are no answers.
func givenCell(lines []string) string {
	var parts []string
	for _, line := range lines {
		key, rest, _ := strings.Cut(line, ": ")
		switch key {
		case "gold":
			parts = append(parts, code(rest))
		case "other":
			parts = append(parts, "other "+code(rest))
		case "args", "set":
			parts = append(parts, code(rest))
		}
	}
	return strings.Join(parts, "<br>")
}

// verdictCell shows outcome, score where it is neither 0 nor 1, and certainty where it
// is not exact.
func verdictCell(v Verdict) string {
	shown := string(v.Outcome)
	if v.Score != 0 && v.Score != 1 {
		shown += fmt.Sprintf(", pays %.4g", v.Score)
	}
	if v.Certainty != "" && v.Certainty != Exact {
		shown += ", " + string(v.Certainty)
	}
	return shown
}

// maxShown is the length of the longest text that a page shows whole, in characters.
const maxShown = 160

// code shows text as it is, in one cell of a table.
func code(text string) string {
	if strings.TrimSpace(text) == "" {
		return "*blank*"
	}
	if r := []rune(text); len(r) > maxShown {
		return fmt.Sprintf("%s… (%d characters)", code(string(r[:maxShown/2])), len(r))
	}
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return fence + cell(text) + fence
}

func cell(text string) string {
	return strings.ReplaceAll(strings.ReplaceAll(text, "|", `\|`), "\n", "⏎")
}

// sentence is a line of Doc as a sentence; the name of a rule keeps its small letter.
func sentence(s string) string {
	if first, _, _ := strings.Cut(s, " "); !strings.Contains(first, "@") {
		s = strings.ToUpper(s[:1]) + s[1:]
	}
	return strings.TrimSuffix(s, ".") + "."
}
