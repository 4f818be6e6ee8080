package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	yamlBlock  = regexp.MustCompile("(?s)```yaml\n(.*?)```")
	recipeName = regexp.MustCompile(`(?m)^name: (\S+)$`)
	shownRun   = regexp.MustCompile(`in out/(\S+)\ndigest (sha256:[0-9a-f]{64})`)
)

// TestDocsShowWhatIsSeen checks every recipe that a page shows, and runs the recipes for
// which it shows a digest.
func TestDocsShowWhatIsSeen(t *testing.T) {
	pages, err := filepath.Glob("../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	gander := func(args ...string) string {
		t.Helper()
		command := exec.Command("gander", args...)
		command.Dir = dir
		out, err := command.CombinedOutput()
		if err != nil {
			t.Fatalf("gander %s: %v\n%s", strings.Join(args, " "), err, out)
		}
		return string(out)
	}
	recipes, digests := 0, 0
	for _, page := range append(pages, "../README.md") {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		files := map[string]string{"keychain": "keychain"} // recipe by name
		for _, block := range yamlBlock.FindAllStringSubmatch(string(text), -1) {
			if !strings.Contains(block[1], "pipeline:") {
				continue
			}
			recipes++
			name := "unnamed"
			if m := recipeName.FindStringSubmatch(block[1]); m != nil {
				name = m[1]
			}
			files[name] = name + ".yaml"
			if err := os.WriteFile(filepath.Join(dir, files[name]), []byte(block[1]), 0o666); err != nil {
				t.Fatal(err)
			}
			gander("check", files[name])
		}
		for _, shown := range shownRun.FindAllStringSubmatch(string(text), -1) {
			recipe, ok := files[shown[1]]
			if !ok {
				continue // from other input than the embedded world
			}
			digests++
			if said := gander("run", recipe, "--quiet", "--overwrite"); !strings.Contains(said, "digest "+shown[2]) {
				t.Errorf("%s shows digest %s for %s; the run says\n%s", page, shown[2], recipe, said)
			}
		}
	}
	if recipes < 2 || digests < 2 {
		t.Errorf("found %d recipes and %d digests; the pages show 2 of each at least", recipes, digests)
	}
}
