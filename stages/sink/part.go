package sink

import (
	"bufio"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gander/internal/files"
	"gander/internal/runs"
	"gander/schemas"
)

// part is the order to make one file.
type part struct {
	Table string
	// Index of Of files.
	Index, Of int
	Set       runs.Set
}

// parts cuts a table into n files.
func parts(table string, set runs.Set, n int) []part {
	all := make([]part, n)
	for i := range all {
		all[i] = part{Table: table, Index: i, Of: n, Set: set}
	}
	return all
}

// written is a finished file in the work folder, with what the manifest says of it.
type written struct {
	Table     string
	Index, Of int
	// Path is the file; Hashes is another with the hash of each row, 32 bytes each.
	Path, Hashes string
	Rows         int64
	Bytes        int64
	RowBytes     int64
	SHA256       string
	Duplicates   int64
	Licenses     []string
	Kinds        []KindCount
	Rejected     []ReasonCount
}

// write merges the rows of p into one file in the work folder, until ctx is canceled.
// Names are random, so that a second try does not meet the first.
func (p part) write(ctx context.Context, work string, cfg Config) (written, error) {
	dir := files.Join(work, "parts")
	if err := files.MkdirAll(dir); err != nil {
		return written{}, err
	}
	name := files.Join(dir, fmt.Sprintf("%s-%05d-%s", p.Table, p.Index, rand.Text()))
	w := written{Table: p.Table, Index: p.Index, Of: p.Of, Path: name + ".parquet", Hashes: name + ".hashes"}
	if p.Table == rejectsTable {
		return fill(ctx, w, p, cfg, keepAll, countReject)
	}
	return fill(ctx, w, p, cfg, keepFirst, countTask)
}

// fill writes the rows of p that keep lets pass; both see rows in order of id.
func fill[T runs.Row](ctx context.Context, w written, p part, cfg Config, keep func(last, id string) bool, count func(*census, *T)) (written, error) {
	hashes, err := createHashes(w.Hashes)
	if err != nil {
		return w, err
	}
	t, err := createTable[T](w.Path, cfg)
	if err != nil {
		hashes.abandon()
		return w, err
	}
	seen := newCensus()
	last := ""
	from, to := runs.Range(p.Index, p.Of)
	err = runs.Merge(p.Set.Runs, from, to, func(key, content []byte) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		if w.Rows > 0 && !keep(last, string(key)) {
			w.Duplicates++
			return nil
		}
		last = string(key)
		row, err := runs.Decode[T](content)
		if err != nil {
			return err
		}
		count(seen, &row)
		w.Rows++
		w.RowBytes += int64(len(content))
		if err := hashes.add(content); err != nil {
			return err
		}
		return t.add(row, len(content))
	})
	if err != nil {
		t.abandon()
		hashes.abandon()
		return w, err
	}
	if err := hashes.close(); err != nil {
		t.abandon()
		return w, err
	}
	if w.Bytes, w.SHA256, err = t.close(); err != nil {
		return w, err
	}
	w.Licenses, w.Kinds, w.Rejected = seen.sorted()
	return w, nil
}

func keepAll(_, _ string) bool { return true }

func keepFirst(last, id string) bool { return id != last }

// rowHashes is a file of row hashes; it is read once, by the commit, and not synced.
type rowHashes struct {
	file files.File
	out  *bufio.Writer
}

func createHashes(path string) (rowHashes, error) {
	f, err := files.Create(path)
	return rowHashes{f, bufio.NewWriter(f)}, err
}

func (h rowHashes) add(content []byte) error {
	sum := sha256.Sum256(content)
	_, err := h.out.Write(sum[:])
	return err
}

func (h rowHashes) close() error {
	if err := h.out.Flush(); err != nil {
		h.abandon()
		return err
	}
	return h.file.Close()
}

func (h rowHashes) abandon() { _ = h.file.Close() }

// census counts what the manifest tells of rows.
type census struct {
	licenses map[string]bool
	kinds    map[string]int64
	reasons  map[[2]string]int64
}

func newCensus() *census {
	return &census{map[string]bool{}, map[string]int64{}, map[[2]string]int64{}}
}

func countTask(c *census, t *schemas.Task) {
	for _, l := range t.License {
		c.licenses[l] = true
	}
	c.kinds[t.Kind]++
}

func countReject(c *census, r *schemas.Reject) { c.reasons[[2]string{r.Stage, r.Reason}]++ }

// add takes in what a part counted.
func (c *census) add(w written) {
	for _, l := range w.Licenses {
		c.licenses[l] = true
	}
	for _, k := range w.Kinds {
		c.kinds[k.Kind] += k.Rows
	}
	for _, r := range w.Rejected {
		c.reasons[[2]string{r.Stage, r.Reason}] += r.Rows
	}
}

// sorted gives empty lists, never nil: a manifest says [] where there is nothing.
func (c *census) sorted() ([]string, []KindCount, []ReasonCount) {
	licenses := slices.AppendSeq([]string{}, maps.Keys(c.licenses))
	slices.Sort(licenses)
	kinds := []KindCount{}
	for kind, n := range c.kinds {
		kinds = append(kinds, KindCount{kind, n})
	}
	slices.SortFunc(kinds, func(a, b KindCount) int { return strings.Compare(a.Kind, b.Kind) })
	reasons := []ReasonCount{}
	for r, n := range c.reasons {
		reasons = append(reasons, ReasonCount{r[0], r[1], n})
	}
	slices.SortFunc(reasons, func(a, b ReasonCount) int {
		return slices.Compare([]string{a.Stage, a.Reason}, []string{b.Stage, b.Reason})
	})
	return licenses, kinds, reasons
}
