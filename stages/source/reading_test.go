package source

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gander/schemas"
)

// The published samples are read completely: what a row has, the question has.
func TestPublishedSamples(t *testing.T) {
	folder := filepath.Join("..", "..", "..", "shared", "corpora")
	if _, err := os.Stat(folder); err != nil {
		t.Skip("the published samples are not here; put them into ../shared/corpora beside the repository")
	}
	for _, tt := range []struct {
		file, layout, license string
		rows                  int
		steps                 bool
	}{
		{"hotpotqa-train-100.jsonl", "hotpotqa", "CC-BY-SA-4.0", 100, false},
		{"2wiki-dev.jsonl", "2wikimultihopqa", "Apache-2.0", 76, true},
		{"musique-train-100.jsonl", "musique", "CC-BY-4.0", 100, true},
	} {
		t.Run(tt.layout, func(t *testing.T) {
			rows, rejects := read(t, from(filepath.Join(folder, tt.file), auto))
			if len(rows) != tt.rows || len(rejects) != 0 {
				t.Fatalf("%d rows and %d rejects, want %d and 0: %+v", len(rows), len(rejects), tt.rows, rejects)
			}
			for _, q := range rows {
				checkQuestion(t, q)
				if q.Source != tt.layout || !slices.Equal(q.License, []string{tt.license}) {
					t.Errorf("%s: source %q, license %q", q.SourceID, q.Source, q.License)
				}
				if (len(q.Steps) > 0) != tt.steps {
					t.Errorf("%s has %d steps", q.SourceID, len(q.Steps))
				}
			}
		})
	}
}

// checkQuestion demands what package schemas promises of every question.
func checkQuestion(t testing.TB, q schemas.Question) {
	t.Helper()
	if q.ID != schemas.QuestionID(q) {
		t.Errorf("the id is %q, the content hash is %q", q.ID, schemas.QuestionID(q))
	}
	if strings.TrimSpace(q.Answer) == "" || strings.TrimSpace(q.Text) == "" || strings.ContainsAny(q.Text, "\r\n") {
		t.Errorf("question %q, answer %q", q.Text, q.Answer)
	}
	supporting := 0
	for _, p := range q.Passages {
		if p.Supporting {
			supporting++
		} else if len(p.SupportingSentences) > 0 {
			t.Errorf("passage %q has supporting sentences and is not supporting", p.Title)
		}
		last := int32(0)
		for _, end := range p.SentenceEnds {
			if end <= last || int(end) > len(p.Text) {
				t.Errorf("passage %q: sentence ends %v of %d bytes", p.Title, p.SentenceEnds, len(p.Text))
			}
			last = end
		}
		if len(p.SentenceEnds) > 0 && int(last) != len(p.Text) {
			t.Errorf("passage %q: the last sentence ends at %d of %d bytes", p.Title, last, len(p.Text))
		}
		if !slices.IsSorted(p.SupportingSentences) {
			t.Errorf("passage %q: supporting sentences %v", p.Title, p.SupportingSentences)
		}
		for _, s := range p.SupportingSentences {
			if s < 0 || int(s) >= len(p.SentenceEnds) {
				t.Errorf("passage %q: supporting sentence %d of %d", p.Title, s, len(p.SentenceEnds))
			}
		}
	}
	if supporting == 0 {
		t.Errorf("%q has no supporting passage", q.Text)
	}
	for _, s := range q.Steps {
		if s.Passage < -1 || int(s.Passage) >= len(q.Passages) {
			t.Errorf("%q: step names passage %d of %d", q.Text, s.Passage, len(q.Passages))
		}
	}
}

// qaLine is a good row of the qa layout, told apart by n.
func qaLine(n int) string {
	return fmt.Sprintf(`{"id": "q%d", "question": "Who is %d?", "answer": "Nell", "passages": [{"text": "Nell is %d.", "supporting": true}]}`, n, n, n)
}

// Rows do not know their file, their line or their neighbors: shuffled rows in seven
// files are the rows of one file.
func TestRowsDoNotKnowTheirFile(t *testing.T) {
	dir := t.TempDir()
	var lines []string
	for i := range 70 {
		lines = append(lines, qaLine(i))
	}
	write(t, filepath.Join(dir, "one", "rows.jsonl"), strings.Join(lines, "\n"))
	slices.Reverse(lines)
	for i := range 7 {
		write(t, filepath.Join(dir, "seven", fmt.Sprintf("%d.json", i)), "["+strings.Join(lines[i*10:i*10+10], ",\n")+"]")
	}
	one, _ := read(t, from(filepath.Join(dir, "one", "*"), auto))
	seven, _ := read(t, from(filepath.Join(dir, "seven", "*"), auto))
	for _, rows := range [][]schemas.Question{one, seven} {
		slices.SortFunc(rows, func(a, b schemas.Question) int { return strings.Compare(a.ID, b.ID) })
	}
	if len(one) != 70 || !reflect.DeepEqual(one, seven) {
		t.Fatalf("one file gives %d rows, seven files %d, and they differ", len(one), len(seven))
	}
}

// A line belongs to one range, whatever the size of the ranges, and rejects name its
// true line.
func TestRangesOfAnySizeGiveTheSameRows(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "rows.jsonl")
	rapid.Check(t, func(t *rapid.T) {
		var text strings.Builder
		if rapid.Bool().Draw(t, "mark") {
			text.WriteString("\uFEFF")
		}
		text.WriteString(qaLine(0))
		ending := rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(t, "ending")
		for i, kind := range rapid.SliceOfN(rapid.SampledFrom([]string{"good", "bad", "blank"}), 0, 20).Draw(t, "lines") {
			text.WriteString(ending)
			switch kind {
			case "good":
				text.WriteString(qaLine(i + 1))
			case "bad":
				fmt.Fprintf(&text, `{"row": %d, `, i)
			}
		}
		if rapid.Bool().Draw(t, "ends") {
			text.WriteString(ending)
		}
		write(t, path, text.String())
		whole := readRanges(t, path, 1<<40)
		step := rapid.Int64Range(1, 300).Draw(t, "step")
		if parts := readRanges(t, path, step); !slices.Equal(parts, whole) {
			t.Fatalf("ranges of %d bytes give\n%s\none range gives\n%s", step, strings.Join(parts, "\n"), strings.Join(whole, "\n"))
		}
	})
}

// readRanges returns a line for each row and each reject, in order of the file.
func readRanges(t *rapid.T, path string, step int64) (seen []string) {
	c := from(path, "qa")
	ranges, err := c.fileRanges(step)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range ranges {
		err := c.read(r, "questions", 1, inOrder(
			func(q schemas.Question) { seen = append(seen, "keep "+q.ID+" "+q.SourceID) },
			func(r schemas.Reject) { seen = append(seen, "reject "+r.ID+" "+r.Detail+" "+r.Raw) }))
		if err != nil {
			t.Fatal(err)
		}
	}
	slices.Sort(seen)
	return seen
}

// A line of 50 MB is a reject with its start as raw text; its neighbors are read.
func TestLongRow(t *testing.T) {
	long := `{"question": "` + strings.Repeat("é", 25<<20) + `"}`
	for name, text := range map[string]string{
		"lines.jsonl": qaLine(1) + "\n" + long + "\n" + qaLine(2),
		"array.json":  "[" + qaLine(1) + ",\n" + long + ",\n" + qaLine(2) + "]",
	} {
		path := filepath.Join(t.TempDir(), name)
		write(t, path, text)
		rows, rejects := read(t, from(path, auto))
		if len(rows) != 2 || len(rejects) != 1 {
			t.Fatalf("%s: %d rows, %d rejects", name, len(rows), len(rejects))
		}
		r := rejects[0]
		want := fmt.Sprintf("%s:2: the row has %d bytes; %d are allowed", path, len(long), maxRow)
		if r.Reason != rowTooLong || r.Detail != want {
			t.Errorf("%s: reject %s: %s\nwant %s", name, r.Reason, r.Detail, want)
		}
		if r.Raw != long[:len(r.Raw)] || len(r.Raw) < maxRaw-1 || len(r.Raw) > maxRaw {
			t.Errorf("%s: raw has %d bytes and starts %.30q", name, len(r.Raw), r.Raw)
		}
		if id := (row{text: []byte(long)}).id(); r.ID != id {
			t.Errorf("%s: the id of the long row is %s, its content hash %s", name, r.ID, id)
		}
	}
}

// Passing over a long row takes no memory in its length.
func TestLongRowIsNotHeld(t *testing.T) {
	const limit = 1 << 20
	for name, open := range map[string]func(io.Reader) rowReader{
		"line": func(r io.Reader) rowReader {
			return &lineReader{r: bufio.NewReader(r), end: 1 << 62, limit: limit}
		},
		"element": func(r io.Reader) rowReader {
			return newArrayReader(bufio.NewReader(io.MultiReader(strings.NewReader("["), r)), limit)
		},
	} {
		in := open(io.MultiReader(io.LimitReader(endless{}, 64*limit), strings.NewReader("]")))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		r, err := in.next()
		runtime.ReadMemStats(&after)
		if err != nil || r.long < 64*limit {
			t.Fatalf("%s: a row of %d bytes, error %v", name, r.long, err)
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > 8*limit {
			t.Errorf("%s: reading a row of %d bytes under a limit of %d took %d bytes", name, r.long, limit, used)
		}
	}
}

// endless is a text without an end.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

// The raw text of a reject is valid UTF-8, whatever the row was and wherever it is cut.
func TestExcerpt(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"short", "{oops\r", "{oops"},
		{"not UTF-8", "a\xffb", "a\uFFFDb"},
		{"cut between characters", strings.Repeat("x", maxRaw+9), strings.Repeat("x", maxRaw)},
		{"cut inside a character", strings.Repeat("x", maxRaw-1) + "éé", strings.Repeat("x", maxRaw-1)},
		{"nothing but parts of characters", strings.Repeat("\x80", maxRaw+9), "\uFFFD"},
	} {
		if got := excerpt([]byte(tt.text)); got != tt.want {
			t.Errorf("%s: %d bytes ending in %q, want %d ending in %q", tt.name,
				len(got), got[max(0, len(got)-9):], len(tt.want), tt.want[max(0, len(tt.want)-9):])
		}
	}
}

func write(t rapid.TB, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
