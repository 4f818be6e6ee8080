package sink

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strings"

	"gander/internal/fault"
	"gander/internal/files"
	"gander/internal/stage"
)

// commit turns the finished files of a run into a data set: everything is laid out in
// the work folder first, then moved into place in whole folders, the manifest last.
//
// A data set that is there already is replaced: [Prepare] has seen to it that it may be.
// Its manifest goes first. Called again after it was cut off, commit goes on where it
// was.
func commit(env stage.Env, cfg Config, all []written) error {
	staged := files.Join(env.Work, stagedName)
	marker := files.Join(env.Work, markerName)
	begun, err := files.Exists(marker)
	if err != nil {
		return err
	}
	if !begun {
		if over, err := done(env); err != nil || over {
			return err
		}
		m, err := describe(env, cfg, all)
		if err != nil {
			return err
		}
		if err := tooManyRejects(m, cfg.MaxRejectShare); err != nil {
			return err
		}
		if err := layOut(staged, m, all); err != nil {
			return err
		}
		// From here on, what lies in the out folder without a manifest is ours.
		if err := files.Write(marker, nil); err != nil {
			return err
		}
		if err := files.SyncDir(env.Work); err != nil {
			return err
		}
	}
	if err := publish(env); err != nil {
		return err
	}
	return files.RemoveAll(env.Work)
}

// done says whether an earlier try got to the very end: a claimed folder has a work
// folder until then.
func done(env stage.Env) (bool, error) {
	working, err := files.Exists(env.Work)
	if err != nil || working {
		return false, err
	}
	return files.Exists(files.Join(env.Out, ManifestName))
}

// publish moves what is staged into the out folder.
func publish(env stage.Env) error {
	staged, out := files.Join(env.Work, stagedName), env.Out
	unfinished, err := files.Exists(files.Join(staged, ManifestName))
	if err != nil || !unfinished {
		return err
	}
	old := files.Join(out, ManifestName)
	if there, err := files.Exists(old); err != nil {
		return err
	} else if there {
		if err := files.RemoveAll(old); err != nil {
			return err
		}
		if err := files.SyncDir(out); err != nil {
			return err
		}
	}
	for _, name := range []string{rejectsTable, cardName, dataTable} {
		if err := place(env, name); err != nil {
			return err
		}
	}
	if err := files.SyncDir(out); err != nil {
		return err
	}
	if err := place(env, ManifestName); err != nil {
		return err
	}
	return files.SyncDir(out)
}

// place moves a staged file or folder into the out folder; what is there makes way. What
// is not staged was moved by an earlier try.
func place(env stage.Env, name string) error {
	staged := files.Join(env.Work, stagedName, name)
	waiting, err := files.Exists(staged)
	if err != nil || !waiting {
		return err
	}
	if err := retire(env.Out, env.Work, name); err != nil {
		return err
	}
	return files.Rename(staged, files.Join(env.Out, name))
}

// retire takes a file or folder out of the out folder, in one step: a folder that is
// removed where it lies holds some of its files for a while, and looks like data.
func retire(out, work, name string) error {
	there, err := files.Exists(files.Join(out, name))
	if err != nil || !there {
		return err
	}
	old := files.Join(work, retiredName)
	if err := files.RemoveAll(files.Join(old, name)); err != nil {
		return err
	}
	if err := files.MkdirAll(old); err != nil {
		return err
	}
	return files.Rename(files.Join(out, name), files.Join(old, name))
}

// describe makes the manifest, and checks that every file of every table is there once.
func describe(env stage.Env, cfg Config, all []written) (Manifest, error) {
	slices.SortFunc(all, func(a, b written) int {
		return cmp.Or(strings.Compare(a.Table, b.Table), cmp.Compare(a.Index, b.Index))
	})
	m := Manifest{
		Format: Format, Gander: version(), Recipe: env.Recipe, Seed: env.Seed, Canonical: env.Canonical, Inputs: append([]stage.Input{}, env.Inputs...),
		Tables: Tables{
			Data:    Table{Split: cfg.SplitName, Files: []File{}, Columns: named(taskColumns)},
			Rejects: Table{Split: rejectsTable, Files: []File{}, Columns: named(rejectColumns)},
		},
	}
	seen := newCensus()
	for _, w := range all {
		t := &m.Tables.Data
		if w.Table == rejectsTable {
			t = &m.Tables.Rejects
		}
		if w.Index != len(t.Files) {
			return Manifest{}, fmt.Errorf("committing %s: file %d of %s is missing or there twice", env.Out, len(t.Files), w.Table)
		}
		t.Files = append(t.Files, File{
			Path: fileName(w.Table, cfg.SplitName, w.Index, w.Of), Rows: w.Rows, Bytes: w.Bytes, SHA256: w.SHA256,
		})
		t.Rows += w.Rows
		t.Bytes += w.RowBytes
		m.Duplicates += w.Duplicates
		seen.add(w)
	}
	for _, w := range all {
		if n := len(m.table(w.Table).Files); n != w.Of {
			return Manifest{}, fmt.Errorf("committing %s: %d of %d files of %s came", env.Out, n, w.Of, w.Table)
		}
	}
	for _, name := range []string{dataTable, rejectsTable} {
		digest, err := digestOf(name, all)
		if err != nil {
			return Manifest{}, err
		}
		m.table(name).Digest = digest
	}
	m.Digest = m.Tables.Data.Digest
	m.Licenses, m.Kinds, m.Rejected = seen.sorted()
	return m, nil
}

func (m *Manifest) table(name string) *Table {
	if name == rejectsTable {
		return &m.Tables.Rejects
	}
	return &m.Tables.Data
}

func named(columns []column) []Column {
	list := make([]Column, len(columns))
	for i, c := range columns {
		list[i] = Column{c.Name, c.String()}
	}
	return list
}

// digestOf hashes the row hashes of a table; all is sorted.
func digestOf(table string, all []written) (string, error) {
	h := sha256.New()
	for _, w := range all {
		if w.Table != table {
			continue
		}
		r, err := files.Open(w.Hashes)
		if err != nil {
			return "", err
		}
		n, err := io.Copy(h, io.NewSectionReader(r, 0, r.Size()))
		_ = r.Close() // only read from
		if err == nil && n != w.Rows*sha256.Size {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return "", fmt.Errorf("reading %s: %w", w.Hashes, err)
		}
	}
	return formatDigest(h.Sum(nil)), nil
}

func formatDigest(sum []byte) string { return "sha256:" + hex.EncodeToString(sum) }

func tooManyRejects(m Manifest, limit float64) error {
	refused := m.Tables.Rejects.Rows
	total := refused + m.Tables.Data.Rows + m.Duplicates
	if total == 0 || float64(refused)/float64(total) <= limit {
		return nil
	}
	top := slices.Clone(m.Rejected)
	slices.SortStableFunc(top, func(a, b ReasonCount) int { return cmp.Compare(b.Rows, a.Rows) })
	var why []string
	for _, r := range top[:min(3, len(top))] {
		why = append(why, fmt.Sprintf("%s/%s %d", r.Stage, r.Reason, r.Rows))
	}
	return fault.WithCode(fault.Rejects, "%d of %d rows were refused (%s), more than max_reject_share %g allows; nothing was written; cure the cause or raise max_reject_share",
		refused, total, strings.Join(why, ", "), limit)
}

// layOut gives the files their names in a folder of the work folder and writes what
// stands beside them.
func layOut(dir string, m Manifest, all []written) error {
	for _, table := range []string{dataTable, rejectsTable} {
		if err := files.MkdirAll(files.Join(dir, table)); err != nil {
			return err
		}
	}
	for _, w := range all {
		name := fileName(w.Table, m.Tables.Data.Split, w.Index, w.Of)
		to := files.Join(dir, name)
		// An earlier try that did not get as far as the marker may have moved it.
		if moved, err := files.Exists(to); err != nil {
			return err
		} else if moved {
			continue
		}
		if err := files.Rename(w.Path, to); err != nil {
			return err
		}
	}
	for _, table := range []string{dataTable, rejectsTable} {
		if err := files.SyncDir(files.Join(dir, table)); err != nil {
			return err
		}
	}
	if err := files.Write(files.Join(dir, cardName), card(m)); err != nil {
		return err
	}
	manifest, err := m.Encode()
	if err != nil {
		return err
	}
	if err := files.Write(files.Join(dir, ManifestName), manifest); err != nil {
		return err
	}
	return files.SyncDir(dir)
}
