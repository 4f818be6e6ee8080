package runs

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gander/internal/fault"
	"gander/internal/keyed"
	"gander/schemas"
)

// hashes makes n rows with keys like those of real rows.
func hashes(n, size int) []row {
	rows := make([]row, n)
	for i := range rows {
		content := make([]byte, size)
		r := keyed.Stream(1, fmt.Sprint(i), "content")
		for j := range content {
			content[j] = byte(r.Uint32())
		}
		rows[i] = row{schemas.Hash("row", fmt.Sprint(i)), content}
	}
	return rows
}

func sorted(rows []row) []row {
	rows = slices.Clone(rows)
	slices.SortFunc(rows, func(a, b row) int {
		return cmp.Or(strings.Compare(a.key, b.key), bytes.Compare(a.content, b.content))
	})
	return rows
}

// write spreads rows over writers, one after the other.
func write(t failer, dir string, rows []row, writers, spill int) []Run {
	t.Helper()
	var runs []Run
	for i := range writers {
		w := NewWriter(dir, spill)
		for j := i; j < len(rows); j += writers {
			if err := w.Add(rows[j].key, rows[j].content); err != nil {
				t.Fatal(err)
			}
		}
		more, err := w.Close()
		if err != nil {
			t.Fatal(err)
		}
		runs = append(runs, more...)
	}
	return runs
}

type failer interface {
	Helper()
	Fatal(...any)
}

func read(t failer, runs []Run, from, to string, fanIn int) []row {
	t.Helper()
	var rows []row
	err := merge(runs, from, to, fanIn, func(key, content []byte) error {
		rows = append(rows, row{string(key), bytes.Clone(content)})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func same(a, b []row) bool {
	return slices.EqualFunc(a, b, func(a, b row) bool { return a.key == b.key && bytes.Equal(a.content, b.content) })
}

func TestAMergeIsTheSortedInput(t *testing.T) {
	base := t.TempDir()
	trial := 0
	rapid.Check(t, func(t *rapid.T) {
		trial++
		dir := filepath.Join(base, fmt.Sprint(trial))
		// Few keys and contents, so that equal ones are common.
		rows := rapid.SliceOf(rapid.Custom(func(t *rapid.T) row {
			return row{
				key:     rapid.StringMatching(`[0-9a-f]{0,3}`).Draw(t, "key"),
				content: rapid.SliceOfN(rapid.Byte(), 0, 4).Draw(t, "content"),
			}
		})).Draw(t, "rows")
		writers := rapid.IntRange(1, 4).Draw(t, "writers")
		spill := rapid.IntRange(1, 2000).Draw(t, "spill")
		fanIn := rapid.IntRange(2, 9).Draw(t, "fan in")
		parts := rapid.IntRange(1, 20).Draw(t, "parts")

		runs := write(t, dir, rows, writers, spill)
		var got []row
		for i := range parts {
			from, to := Range(i, parts)
			got = append(got, read(t, runs, from, to, fanIn)...)
		}
		if !same(got, sorted(rows)) {
			t.Fatalf("%d rows in, %d runs, %d parts: the merge is not the sorted input: %v", len(rows), len(runs), parts, got)
		}
		left, _ := os.ReadDir(dir)
		if len(left) != len(runs) {
			t.Fatalf("%d files for %d runs are left", len(left), len(runs))
		}
	})
}

func TestAMergeStartsInTheMiddleOfLongRuns(t *testing.T) {
	rows := hashes(2000, 300) // about ten blocks a run
	rows = append(rows, rows[:50]...)
	runs := write(t, t.TempDir(), rows, 1, 1<<30)
	want := sorted(rows)
	for _, cut := range []int{0, 1, 777, 1999, 2049} {
		from := want[cut].key
		first := slices.IndexFunc(want, func(r row) bool { return r.key >= from })
		if got := read(t, runs, from, "", FanIn); !same(got, want[first:]) {
			t.Fatalf("from row %d: %d rows, want %d", cut, len(got), len(want)-first)
		}
		if got := read(t, runs, "", from, FanIn); !same(got, want[:first]) {
			t.Fatalf("up to row %d: %d rows, want %d", cut, len(got), first)
		}
	}
}

func TestARunCountsItsRows(t *testing.T) {
	runs := write(t, t.TempDir(), []row{{"b", []byte("123")}, {"a", nil}}, 1, Spill)
	if len(runs) != 1 || runs[0].Rows != 2 || runs[0].Bytes != 5 {
		t.Fatalf("runs %+v, want one with 2 rows and 5 bytes", runs)
	}
	if none := write(t, t.TempDir(), nil, 3, Spill); none != nil {
		t.Fatalf("no rows gave %+v", none)
	}
}

func TestPartsOfTheKeySpaceAreEven(t *testing.T) {
	for _, n := range []int{1, 2, 3, 7, 16, 256, 1000} {
		last := ""
		for i := range n {
			from, to := Range(i, n)
			if from != last || i > 0 && from == "" || (to == "") != (i == n-1) || to != "" && to <= from {
				t.Fatalf("part %d of %d is %q to %q after %q", i, n, from, to, last)
			}
			last = to
		}
	}
	if from, to := Range(1, 4); from != "4000000000000000" || to != "8000000000000000" {
		t.Fatalf("second quarter is %s to %s", from, to)
	}
}

func TestTheFirstErrorOfYieldEndsAMerge(t *testing.T) {
	runs := write(t, t.TempDir(), hashes(10, 1), 2, Spill)
	boom := errors.New("boom")
	calls := 0
	err := Merge(runs, "", "", func(_, _ []byte) error {
		calls++
		return boom
	})
	if !errors.Is(err, boom) || calls != 1 {
		t.Fatalf("%d calls, %v", calls, err)
	}
}

func TestDamageIsAnErrorThatNamesTheFile(t *testing.T) {
	run := write(t, t.TempDir(), hashes(300, 300), 1, Spill)[0]
	whole, err := os.ReadFile(run.Path)
	if err != nil {
		t.Fatal(err)
	}
	expect := func(what string, data []byte) {
		t.Helper()
		if err := os.WriteFile(run.Path, data, 0o666); err != nil {
			t.Fatal(err)
		}
		err := Merge([]Run{run}, "", "", func(_, _ []byte) error { return nil })
		want := "reading " + run.Path + ": this temporary file is cut or damaged; run again"
		if f := fault.Find(err); f == nil || f.Text != want {
			t.Fatalf("%s: got %v, want %s", what, err, want)
		}
	}
	for n := 0; n < len(whole); n += 1 + len(whole)/97 {
		expect(fmt.Sprintf("cut at %d", n), whole[:n])
	}
	for n := len(magic); n < len(whole); n += 1 + len(whole)/97 {
		flipped := bytes.Clone(whole)
		flipped[n] ^= 0x10
		expect(fmt.Sprintf("bit flipped at %d", n), flipped)
	}
}

func FuzzReadRun(f *testing.F) {
	run := write(f, f.TempDir(), hashes(5, 20), 1, Spill)[0]
	whole, err := os.ReadFile(run.Path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add([]byte(magic))
	f.Add(appendTail([]byte(magic), int64(len(magic)), nil, 0, 0))
	path := filepath.Join(f.TempDir(), "run")
	f.Fuzz(func(t *testing.T, data []byte) {
		if err := os.WriteFile(path, data, 0o666); err != nil {
			t.Fatal(err)
		}
		rows := 0
		err := Merge([]Run{{Path: path}}, "", "", func(_, _ []byte) error { rows++; return nil })
		// A checksum stands over every block: rows never come from broken bytes, so a
		// file holds at most one row per two bytes.
		if err == nil && rows > len(data)/2 {
			t.Fatalf("%d rows out of %d bytes", rows, len(data))
		}
	})
}

func BenchmarkWriteAndMerge(b *testing.B) {
	rows := hashes(2000, 18<<10)
	size := int64(len(rows)) * (18 << 10)
	b.SetBytes(size)
	for b.Loop() {
		runs := write(b, b.TempDir(), rows, 1, 8<<20)
		err := Merge(runs, "", "", func(_, _ []byte) error { return nil })
		if err != nil {
			b.Fatal(err)
		}
	}
}
