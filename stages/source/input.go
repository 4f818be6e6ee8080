package source

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"gander/internal/fault"
)

// splitGlobs splits input at its commas, but not at those in braces or behind a
// backslash, which goes. Space around a pattern is dropped, and so is an empty pattern.
func splitGlobs(input string) (globs []string) {
	var glob strings.Builder
	finish := func() {
		if g := strings.TrimSpace(glob.String()); g != "" {
			globs = append(globs, g)
		}
		glob.Reset()
	}
	depth := 0
	for i := 0; i < len(input); i++ {
		switch c := input[i]; {
		case c == ',' && depth == 0:
			finish()
			continue
		case c == '\\' && i+1 < len(input):
			i++
			if input[i] != ',' || depth > 0 {
				glob.WriteByte(c)
			}
		case c == '{':
			depth++
		case c == '}':
			depth = max(0, depth-1)
		}
		glob.WriteByte(input[i])
	}
	finish()
	return globs
}

// checkGlobs returns the faults in the patterns of input.
func checkGlobs(input string) (faults []error) {
	globs := splitGlobs(input)
	if len(globs) == 0 && input != "" {
		faults = append(faults, errors.New("input is blank; give a file or leave it out to use the embedded world"))
	}
	for _, g := range globs {
		if !doublestar.ValidatePathPattern(g) {
			faults = append(faults, fault.New("input has a malformed pattern %q; close its brackets and braces", g))
		}
	}
	return faults
}

// findFiles returns the files that the patterns of input match, sorted, each once. A
// pattern without a match is a fault.
func findFiles(input string) ([]string, error) {
	var paths []string
	var faults []error
	for _, g := range splitGlobs(input) {
		found, err := match(g)
		if err != nil {
			faults = append(faults, err)
		}
		paths = append(paths, found...)
	}
	if err := joinFaults(faults); err != nil {
		return nil, err
	}
	slices.Sort(paths)
	return slices.Compact(paths), nil
}

// inputPaths are the files of input, none for the world.
func inputPaths(input string) ([]string, error) {
	if input == "" {
		return nil, nil
	}
	return findFiles(input)
}

// planFiles gathers the ranges of all files of input. It names every file that is at
// fault; an input without any row is a fault as well.
func planFiles(input string, plan func(path string) ([]Range, error)) ([]Range, error) {
	paths, err := findFiles(input)
	if err != nil {
		return nil, err
	}
	var ranges []Range
	var faults []error
	for _, path := range paths {
		more, err := plan(path)
		if err != nil {
			faults = append(faults, err)
		}
		ranges = append(ranges, more...)
	}
	if err := joinFaults(faults); err != nil {
		return nil, err
	}
	if len(ranges) == 0 {
		return nil, fault.New("no rows in %s; give files that are not empty", input)
	}
	return ranges, nil
}

// match returns the files of one pattern. A pattern that is the very name of a file
// stands for that file.
func match(glob string) ([]string, error) {
	info, err := os.Stat(glob)
	switch {
	case err == nil && info.IsDir():
		return nil, fault.New("%s: is a folder; give the files in it, as in %s", glob, filepath.Join(glob, "*.jsonl"))
	case err == nil:
		return []string{filepath.Clean(glob)}, nil
	case !errors.Is(err, fs.ErrNotExist):
		return nil, fault.New("%s: %v; give a file that can be read", glob, cause(err))
	}
	paths, err := doublestar.FilepathGlob(glob, doublestar.WithFilesOnly(), doublestar.WithFailOnIOErrors())
	if err != nil {
		return nil, fault.New("%s: %v; give a pattern whose folders can be read", glob, cause(err))
	}
	if len(paths) == 0 && strings.ContainsAny(glob, `*?[{\`) {
		return nil, fault.New("%s: no file matches; give a file, or a pattern that matches one", glob)
	}
	if len(paths) == 0 {
		return nil, fault.New("%s: no such file; give a file that is there", glob)
	}
	return paths, nil
}

// cause is err without the operation and the path, which our messages name themselves.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// maxFaults is how many faults one message lists.
const maxFaults = 10

// joinFaults makes one fault of several, one line each; nil of none.
func joinFaults(faults []error) error {
	if len(faults) == 0 {
		return nil
	}
	var lines []string
	for _, f := range faults[:min(len(faults), maxFaults)] {
		lines = append(lines, f.Error())
	}
	text := strings.Join(lines, "\n")
	if more := len(faults) - maxFaults; more > 0 {
		return fault.New("%s\nand %d more", text, more)
	}
	return fault.New("%s", text)
}
