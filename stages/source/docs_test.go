package source

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The page of layouts shows a good row of each layout and names every reason.
func TestLayoutsPage(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "layouts.md"))
	if err != nil {
		t.Fatal(err)
	}
	shown := map[string]bool{}
	for _, block := range regexp.MustCompile("(?s)```json (\\S+)\n(.*?)```").FindAllStringSubmatch(string(page), -1) {
		name, text := block[1], []byte(block[2])
		q, why := layoutByName(name).parserFor("")(text)
		if why != nil {
			t.Errorf("the row of %s is refused: %+v", name, why)
			continue
		}
		checkQuestion(t, q)
		if found, wrong := judgeQuestion(auto)(text); found != name {
			t.Errorf("the row of %s is taken for %q %s", name, found, wrong)
		}
		shown[name] = true
	}
	for _, name := range layoutNames() {
		if !shown[name] {
			t.Errorf("no row of %s is shown", name)
		}
	}
	for _, reason := range Reasons {
		if !strings.Contains(string(page), "| `"+reason+"` |") {
			t.Errorf("reason %q is not in the table", reason)
		}
	}
}
