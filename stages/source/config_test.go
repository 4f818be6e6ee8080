package source

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gander/internal/fault"
)

func TestCheckQuestions(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*QuestionsConfig)
		want   string
	}{
		{"default", func(*QuestionsConfig) {}, ""},
		{"smallest and largest world", func(c *QuestionsConfig) { c.World.Pages = 1_000_000; c.World.Questions = 0 }, ""},
		{"several patterns", func(c *QuestionsConfig) { c.Input = "a/{b,c}*.json, d/**/[e-g]?.jsonl" }, ""},
		{"blank input", func(c *QuestionsConfig) { c.Input = " , " },
			"input is blank; give a file or leave it out to use the embedded world"},
		{"open brace", func(c *QuestionsConfig) { c.Input = "a.json,b{c.json" },
			`input has a malformed pattern "b{c.json"; close its brackets and braces`},
		{"unknown layout", func(c *QuestionsConfig) { c.Layout = "hotpot" },
			`layout is "hotpot"; give auto, 2wikimultihopqa, hotpotqa, musique or qa`},
		{"two faults, two lines", func(c *QuestionsConfig) { c.World = WorldConfig{Pages: 59, Questions: -1} },
			"world.pages is 59; give 60 to 1000000\nworld.questions is -1; give 0 (all) or more"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := DefaultQuestions()
			tt.change(&c)
			sameText(t, c.Check(), tt.want)
		})
	}
}

func TestCheckDocuments(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*DocumentsConfig)
		want   string
	}{
		{"default", func(*DocumentsConfig) {}, ""},
		{"no titles, no ids", func(c *DocumentsConfig) { c.TitleField, c.IDField = "", "" }, ""},
		{"all faults", func(c *DocumentsConfig) {
			*c = DocumentsConfig{Input: "[", Layout: "csv", World: PagesConfig{Pages: 1_000_001}}
		},
			"input has a malformed pattern \"[\"; close its brackets and braces\n" +
				"layout is \"csv\"; give auto, jsonl, parquet or text\n" +
				"text_field is empty; name the field that holds the text, as in \"text\"\n" +
				"world.pages is 1000001; give 60 to 1000000"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := DefaultDocuments()
			tt.change(&c)
			sameText(t, c.Check(), tt.want)
		})
	}
}

// sameText compares the whole text of an error; "" stands for no error.
func sameText(t *testing.T, err error, want string) {
	t.Helper()
	got := ""
	if err != nil {
		got = err.Error()
	}
	if got != want {
		t.Errorf("error:\n%s\nwant:\n%s", got, want)
	}
}

// Preflight finds what would end a run: as one fault, with a line for each file.
func TestPreflight(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "good.jsonl", qaLine(1))
	write(t, "bad.jsonl", "oops")
	write(t, "text.txt", "text")
	if err := os.Mkdir("folder", 0o755); err != nil {
		t.Fatal(err)
	}

	c := DefaultQuestions()
	sameText(t, c.Preflight(), "")
	c.World.Questions = 1_000_000
	if f := fault.Find(c.Preflight()); f == nil || !strings.HasPrefix(f.Text, "world.questions is 1000000; a world of 2000 pages has ") {
		t.Errorf("more questions than there are: fault %v", f)
	}
	sameText(t, from("good.jsonl", auto).Preflight(), "")
	f := fault.Find(from("*.jsonl,*.txt", "qa").Preflight())
	if f == nil || f.Code != fault.Failed || strings.Count(f.Text, "\n") != 1 ||
		!strings.HasPrefix(f.Text, "bad.jsonl:1: not a JSON object") || !strings.Contains(f.Text, "\ntext.txt:1: not a JSON object") {
		t.Errorf("two files without a layout: fault %v", f)
	}
	sameText(t, from("folder", auto).Preflight(), "folder: is a folder; give the files in it, as in "+filepath.Join("folder", "*.jsonl"))

	d := DefaultDocuments()
	sameText(t, d.Preflight(), "")
	d.Input = "text.txt"
	sameText(t, d.Preflight(), "")
}

// One message lists ten files and counts the rest.
func TestManyFaultsAreCounted(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range strings.Split("abcdefghijklm", "") {
		write(t, name+".jsonl", "oops")
	}
	lines := strings.Split(from("*.jsonl", auto).Preflight().Error(), "\n")
	if len(lines) != 11 || lines[10] != "and 3 more" {
		t.Errorf("%d lines, the last is %q", len(lines), lines[len(lines)-1])
	}
}

func TestSplitGlobs(t *testing.T) {
	for _, tt := range []struct {
		input string
		want  []string
	}{
		{"", nil},
		{" a.json ,, b.json,", []string{"a.json", "b.json"}},
		{"{a,b{c,d}}.json,e", []string{"{a,b{c,d}}.json", "e"}},
		{`a\,b.json,c`, []string{"a,b.json", "c"}},
		{`{a\,b}\*,c\\`, []string{`{a\,b}\*`, `c\\`}},
		{"a},b", []string{"a}", "b"}},
	} {
		if got := splitGlobs(tt.input); !slices.Equal(got, tt.want) {
			t.Errorf("splitGlobs(%q) = %q, want %q", tt.input, got, tt.want)
		}
	}
}

// A file whose name looks like a pattern can be named, and commas can be escaped.
func TestNamesThatLookLikePatterns(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"a[1].jsonl", "b,c.jsonl"} {
		write(t, name, qaLine(1))
	}
	paths, err := findFiles(`a[1].jsonl,b\,c.jsonl`)
	if err != nil || !slices.Equal(paths, []string{"a[1].jsonl", "b,c.jsonl"}) {
		t.Errorf("files %q, error %v", paths, err)
	}
}
