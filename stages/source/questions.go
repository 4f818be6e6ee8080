package source

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"gander/internal/fault"
	"gander/internal/world"
	"gander/schemas"
)

// QuestionsConfig holds the settings of a source of questions. Start from
// [DefaultQuestions].
type QuestionsConfig struct {
	// Input names the files to read: one or several patterns, separated by commas. A
	// pattern may hold *, **, ?, [a-z] and {a,b}; files may be compressed (.gz, .zst).
	// Empty reads no file and uses the embedded world.
	Input string `yaml:"input"`
	// Layout says how the rows of the files are written: hotpotqa, 2wikimultihopqa,
	// musique, qa, or auto, which looks at the first rows of each file.
	Layout string `yaml:"layout"`
	// License names the terms of all rows, as an SPDX name. Empty keeps the license of
	// the row or, where it has none, of the layout.
	License string `yaml:"license"`
	// World sets up the embedded world; it counts only when input is empty.
	World WorldConfig `yaml:"world"`
}

// WorldConfig sets up the embedded world as a source of questions.
type WorldConfig struct {
	// Pages is the number of pages, 60 to 1,000,000. The same page number of two
	// sizes is not the same page.
	Pages int `yaml:"pages"`
	// Questions is how many questions are asked about the pages, at most as many as
	// the world has, which is at least one for each page. 0 asks all.
	Questions int `yaml:"questions"`
}

// DefaultQuestions is 200 questions about a world of 2,000 pages.
func DefaultQuestions() QuestionsConfig {
	return QuestionsConfig{Layout: auto, World: WorldConfig{Pages: 2000, Questions: 200}}
}

// Check reports every fault of c at once, one line each. It opens no file.
func (c QuestionsConfig) Check() error {
	faults := checkGlobs(c.Input)
	if names := append([]string{auto}, layoutNames()...); !slices.Contains(names, c.Layout) {
		faults = append(faults, fmt.Errorf("layout is %q; give %s", c.Layout, oneOf(names)))
	}
	faults = append(faults, checkPages(c.World.Pages)...)
	if c.World.Questions < 0 {
		faults = append(faults, fmt.Errorf("world.questions is %d; give 0 (all) or more", c.World.Questions))
	}
	return errors.Join(faults...)
}

// Preflight looks at the files, or at the world, and reports what would end a run at
// once: a [fault.Fault] with one line for each file.
func (c QuestionsConfig) Preflight() error {
	_, err := c.Ranges(0)
	return err
}

// Paths are the files that a run reads, sorted.
func (c QuestionsConfig) Paths() ([]string, error) { return inputPaths(c.Input) }

// Rows is how many questions the world will be asked; 0 for files, which are not counted
// beforehand.
func (c QuestionsConfig) Rows() int {
	if c.Input != "" {
		return 0
	}
	return c.World.Questions
}

// Ranges are the parts of the input that workers read, in any order. All
// files are opened and their first rows are read; every error is a [fault.Fault].
func (c QuestionsConfig) Ranges(seed int64) ([]Range, error) {
	if c.Input == "" {
		_, n, err := c.world(seed)
		return split(Range{Form: formWorld}, int64(n), rangeRows), err
	}
	return c.fileRanges(rangeBytes)
}

func (c QuestionsConfig) fileRanges(step int64) ([]Range, error) {
	return planFiles(c.Input, func(path string) ([]Range, error) {
		f, layout, err := probe(path, c.Layout, judgeQuestion(c.Layout))
		if err != nil || layout == "" {
			return nil, err
		}
		return splitFile(path, f, layout, step)
	})
}

// world is the embedded world and how many of its questions are asked.
func (c QuestionsConfig) world(seed int64) (*world.World, int, error) {
	w, err := world.New(seed, c.World.Pages)
	if err != nil {
		return nil, 0, fault.New("%v", err)
	}
	n := c.World.Questions
	if n == 0 {
		n = w.Questions()
	}
	if n > w.Questions() {
		return nil, 0, fault.New("world.questions is %d; a world of %d pages has %d, give %d questions or fewer%s",
			n, c.World.Pages, w.Questions(), w.Questions(), enoughPages(n))
	}
	return w, n, nil
}

// Read reads the whole input on one goroutine and gives every row to keep or to
// refuse, in the order of the files. Stage is the name that rejects carry; seed is that
// of the world.
func (c QuestionsConfig) Read(stage string, seed int64, keep func(schemas.Question), refuse func(schemas.Reject)) error {
	ranges, err := c.Ranges(seed)
	if err != nil {
		return err
	}
	for _, r := range ranges {
		if err := c.read(r, stage, seed, inOrder(keep, refuse)); err != nil {
			return err
		}
	}
	return nil
}

// read reads one range and submits its rows in batches.
func (c QuestionsConfig) read(r Range, stage string, seed int64, submit func(batch[schemas.Question]) error) error {
	if r.Form == formWorld {
		w, _, err := c.world(seed)
		if err != nil {
			return err
		}
		return makeRows(r, c.License, w.Question, licenseQuestion, submit)
	}
	return readJSON(r, stage, layoutByName(r.Layout).parserFor(c.License), submit)
}

// oneOf lists names as a choice: "a, b or c".
func oneOf(names []string) string {
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}
