package pipelines

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"gander/internal/fault"
)

// origin is where a text comes from: a place in the recipe or a --set of the command
// line.
type origin struct {
	line, col int    // from 1; 0 where set is given
	set       string // "name=value" as the user wrote it
}

// faults gathers everything that is wrong with one recipe.
type faults struct {
	path   string
	lines  []string
	quotes bool // lines may be shown
	found  []found
}

type found struct {
	at   origin
	text string
}

// newFaults begins the list for src. Lines are shown only of a text that means to be a
// recipe: somebody may give a file of secrets by mistake.
func newFaults(src *Source) *faults {
	text := src.body()
	return &faults{path: src.Path, lines: strings.Split(text, "\n"), quotes: strings.Contains(text, "pipeline:")}
}

func (f *faults) add(at origin, format string, args ...any) {
	f.found = append(f.found, found{at, fmt.Sprintf(format, args...)})
}

// err returns all faults in file order, those of the command line first, or nil.
func (f *faults) err() error {
	if len(f.found) == 0 {
		return nil
	}
	slices.SortStableFunc(f.found, func(a, b found) int {
		return cmp.Or(cmp.Compare(a.at.line, b.at.line), cmp.Compare(a.at.col, b.at.col))
	})
	var out []string
	for _, x := range slices.Compact(f.found) { // a parameter used twice fails twice
		out = append(out, f.render(x))
	}
	return fault.New("%s", strings.Join(out, "\n"))
}

func (f *faults) render(x found) string {
	if x.at.set != "" {
		return fmt.Sprintf("--set %s: %s", clip(x.at.set), x.text)
	}
	if x.at.line == 0 {
		return fmt.Sprintf("%s: %s", f.path, x.text)
	}
	return fmt.Sprintf("%s:%d:%d: %s%s", f.path, x.at.line, x.at.col, x.text, f.excerpt(x.at))
}

// excerpt shows the line at fault, with a caret below the column.
func (f *faults) excerpt(at origin) string {
	if !f.quotes || at.line > len(f.lines) {
		return ""
	}
	line := []rune(strings.TrimRight(f.lines[at.line-1], "\r"))
	start := 0
	for start < len(line) && line[start] == ' ' {
		start++
	}
	col := at.col - 1
	if col < start || col > len(line) {
		return ""
	}
	const width = 72
	if col-start > width/2 {
		start = col - width/2
	}
	end := min(len(line), start+width)
	return fmt.Sprintf("\n    %s\n    %s^", string(line[start:end]), strings.Repeat(" ", col-start))
}

// clip shortens what a message repeats of the user's text.
func clip(s string) string {
	const most = 60
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}
