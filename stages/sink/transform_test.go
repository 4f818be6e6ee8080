package sink

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gander/internal/fault"
	"gander/internal/tally"
	"gander/runners/runnertest"
	"gander/schemas"
)

var few = rows{Tasks: 300, Rejects: 11, Doubled: 4, Broken: true}

func TestTheFolderDoesNotDependOnRunnerOrOrder(t *testing.T) {
	first := filepath.Join(t.TempDir(), "out")
	want := mustRun(t, "direct", first, 4, few)
	mustVerify(t, first)
	for _, other := range []struct {
		name, runner string
		shuffle      bool
	}{{"again", "direct", false}, {"in another order", "direct", true}, {"prism", "prism", false}} {
		t.Run(other.name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "out")
			in := few
			in.Shuffle = other.shuffle
			if m := mustRun(t, other.runner, out, 4, in); m.Digest != want.Digest {
				t.Errorf("digest %s, want %s", m.Digest, want.Digest)
			}
			a, b := content(t, first), content(t, out)
			if !slices.Equal(slices.Sorted(maps.Keys(a)), slices.Sorted(maps.Keys(b))) {
				t.Fatalf("files %v, want %v", slices.Sorted(maps.Keys(b)), slices.Sorted(maps.Keys(a)))
			}
			for name := range a {
				if a[name] != b[name] {
					t.Errorf("%s has other bytes", name)
				}
			}
		})
	}
}

func TestTheDigestDoesNotDependOnShardsOrCompression(t *testing.T) {
	var want Manifest
	for i, shards := range []int{1, 4, 16} {
		out := filepath.Join(t.TempDir(), "out")
		cfg := Default()
		cfg.CompressionLevel = 1 + i
		if err := run(t, "direct", out, shards, cfg, few); err != nil {
			t.Fatal(err)
		}
		mustVerify(t, out)
		m, err := ReadManifest(out)
		if err != nil {
			t.Fatal(err)
		}
		if len(m.Tables.Data.Files) != shards {
			t.Fatalf("%d files, want %d", len(m.Tables.Data.Files), shards)
		}
		if i == 0 {
			want = m
		}
		if m.Digest != want.Digest || m.Tables.Rejects.Digest != want.Tables.Rejects.Digest {
			t.Errorf("%d shards: digests %s, %s, want %s, %s", shards,
				m.Digest, m.Tables.Rejects.Digest, want.Digest, want.Tables.Rejects.Digest)
		}
	}
	out := filepath.Join(t.TempDir(), "out")
	other := few
	other.First = 1
	if m := mustRun(t, "direct", out, 4, other); m.Digest == want.Digest {
		t.Error("other rows have the same digest")
	}
}

func TestEveryRowIsKeptRefusedOrCounted(t *testing.T) {
	tally.Reset()
	out := filepath.Join(t.TempDir(), "out")
	m := mustRun(t, "direct", out, 3, few)
	if m.Tables.Data.Rows != 300 || m.Duplicates != 4 || m.Tables.Rejects.Rows != 11+2 {
		t.Errorf("%d tasks, %d duplicates, %d rejects; want 300, 4, 13", m.Tables.Data.Rows, m.Duplicates, m.Tables.Rejects.Rows)
	}
	want := []ReasonCount{{"prove", "attack_paid", 6}, {"prove", "gold_unpaid", 5}, {"prove", "raw", 1}, {"sink", "invalid_utf8", 1}}
	if !slices.Equal(m.Rejected, want) {
		t.Errorf("rejected %v, want %v", m.Rejected, want)
	}
	for _, s := range tally.Live() {
		if s.Name == "sink" && (s.In != 305 || s.Out != 300 || s.Rejected["duplicate"] != 4 || s.Rejected["invalid_utf8"] != 1 || s.Busy <= 0) {
			t.Errorf("counters %+v, want 305 in, 300 out, 4 duplicates, 1 invalid_utf8", s)
		}
	}

	var ids []string
	err := ReadTasks(out, func(got schemas.Task) error {
		ids = append(ids, got.ID)
		if got.Split != "train" || got.ID != schemas.TaskID(got) || got.Seed != 7 || got.AnswerIndex != -1 {
			t.Errorf("task came back as %+v", got)
		}
		return nil
	})
	if err != nil || len(ids) != 300 || !slices.IsSorted(ids) {
		t.Errorf("read %d tasks, %v; want 300 in order", len(ids), err)
	}
	seen := 0
	err = ReadRejects(out, func(got schemas.Reject) error {
		seen++
		if got.Reason == "raw" && got.Raw != "broken \uFFFD" {
			t.Errorf("raw text came back as %q", got.Raw)
		}
		if got.Reason == "invalid_utf8" && got.Detail != "prompt is not UTF-8" {
			t.Errorf("detail %q", got.Detail)
		}
		return nil
	})
	if err != nil || seen != 13 {
		t.Errorf("read %d rejects, %v; want 13", seen, err)
	}
}

func TestNoRowsMakeAnEmptyDataSet(t *testing.T) {
	for _, runner := range []string{"direct", "prism"} {
		t.Run(runner, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "out")
			m := mustRun(t, runner, out, 2, rows{})
			mustVerify(t, out)
			if m.Tables.Data.Rows != 0 || len(m.Tables.Data.Files) != 2 || len(m.Tables.Rejects.Files) != 1 {
				t.Errorf("tables %+v", m.Tables)
			}
		})
	}
}

func TestTooManyRejectsEndTheRunWithNothingWritten(t *testing.T) {
	runnertest.EndsEarly(t, "prism")
	out := filepath.Join(t.TempDir(), "out")
	cfg := Default()
	cfg.MaxRejectShare = 0.4
	err := run(t, "prism", out, 1, cfg, rows{Tasks: 5, Rejects: 5})
	want := "5 of 10 rows were refused (prove/attack_paid 3, prove/gold_unpaid 2), more than max_reject_share 0.4 allows; " +
		"nothing was written; cure the cause or raise max_reject_share"
	if f := fault.Find(err); f == nil || f.Code != fault.Rejects || f.Text != want {
		t.Fatalf("got %v, want %s", err, want)
	}
	for name := range content(t, out) {
		if !strings.HasPrefix(name, ".") {
			t.Errorf("%s is left", name)
		}
	}
	cfg.MaxRejectShare = 0.5
	if err := run(t, "prism", out, 1, cfg, rows{Tasks: 5, Rejects: 5}); err != nil {
		t.Fatalf("the limit itself is allowed: %v", err)
	}
}
