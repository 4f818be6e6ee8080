package cli

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"gander/verifiers/pairs"
)

const verifyPage = "../docs/verify.md"

var (
	shownFile    = regexp.MustCompile("(?s)`(\\S+\\.jsonl)`[^`\n]*\n```jsonl\n(.*?)```")
	shownCommand = regexp.MustCompile("(?s)```console\n\\$ (.*?)\n(.*?)```")
	kindTable    = regexp.MustCompile(`(?s)(\| kind \| rules \| compares \|\n\|---\|---\|---\|\n)(.*?)\n\n`)
	timeTaken    = regexp.MustCompile(`"us":[0-9.]+`)
)

// TestVerifyPage runs the commands that docs/verify.md shows on the rows that it shows,
// the time taken apart, holds its table of kinds to the list of kinds, and finds every option in it.
func TestVerifyPage(t *testing.T) {
	data, err := os.ReadFile(verifyPage)
	if err != nil {
		t.Fatal(err)
	}
	page := string(data)
	dir := t.TempDir()
	files := shownFile.FindAllStringSubmatch(page, -1)
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(dir, f[1]), []byte(f[2]), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	fresh := shownCommand.ReplaceAllStringFunc(page, func(block string) string {
		line := shownCommand.FindStringSubmatch(block)[1]
		command := exec.Command("sh", "-c", line)
		command.Dir = dir
		out, err := command.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", line, err, out)
		}
		return "```console\n$ " + line + "\n" + string(out) + "```"
	})
	var table strings.Builder
	for _, k := range pairs.Kinds {
		fmt.Fprintf(&table, "| `%s` | `%s` | %s |\n", k.Name, strings.Join(k.Rules, "`, `"), k.Doc)
	}
	fresh = kindTable.ReplaceAllString(fresh, "${1}"+table.String()+"\n")
	if len(files) < 2 || len(shownCommand.FindAllString(page, -1)) < 2 || !kindTable.MatchString(page) {
		t.Fatal("the page shows two files, two commands and a table of kinds at least")
	}
	for _, option := range reflect.VisibleFields(reflect.TypeFor[pairs.Opts]()) {
		if name := "`" + option.Tag.Get("json") + "`"; !strings.Contains(page, name) {
			t.Errorf("%s does not tell of %s in opts", verifyPage, name)
		}
	}
	timeless := func(text string) string { return timeTaken.ReplaceAllString(text, `"us":0`) }
	if timeless(fresh) == timeless(page) {
		return
	}
	if !*update {
		t.Fatalf("%s is stale; run: go test ./cli -run TestVerifyPage -update", verifyPage)
	}
	if err := os.WriteFile(verifyPage, []byte(fresh), 0o666); err != nil {
		t.Fatal(err)
	}
}
