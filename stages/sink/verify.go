package sink

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"

	"gander/internal/files"
	"gander/internal/runs"
	"gander/schemas"
)

// Report is what [Verify] found.
type Report struct {
	// Manifest is that of the folder.
	Manifest Manifest
	// Files and Rows are how many were read.
	Files int
	Rows  int64
	// Differences are where the folder and the manifest disagree, one line each; none
	// for a folder that can be trusted.
	Differences []string
}

// Verify reads a data set folder whole and compares it with its manifest: the size and
// hash of every file, its rows, the digest of each table, counts, and files that the
// manifest does not name. The error is for a folder that cannot be compared: it has no
// manifest, or a file cannot be opened.
func Verify(dir string) (Report, error) {
	m, err := ReadManifest(dir)
	if err != nil {
		return Report{}, err
	}
	v := verifier{dir: dir, Report: Report{Manifest: m}}
	tasks, rejects := newCensus(), newCensus()
	if err := verifyTable(&v, dataTable, m.Tables.Data, taskColumns, func(t *schemas.Task) { countTask(tasks, t) }); err != nil {
		return Report{}, err
	}
	if err := verifyTable(&v, rejectsTable, m.Tables.Rejects, rejectColumns, func(r *schemas.Reject) { countReject(rejects, r) }); err != nil {
		return Report{}, err
	}
	licenses, kinds, _ := tasks.sorted()
	_, _, rejected := rejects.sorted()
	if m.Digest != m.Tables.Data.Digest {
		v.differs("%s: digest is %s, that of the data table is %s", ManifestName, m.Digest, m.Tables.Data.Digest)
	}
	if !slices.Equal(kinds, m.Kinds) {
		v.differs("data: kinds are %v, the manifest says %v", kinds, m.Kinds)
	}
	if !slices.Equal(licenses, m.Licenses) {
		v.differs("data: licenses are %v, the manifest says %v", licenses, m.Licenses)
	}
	if !slices.Equal(rejected, m.Rejected) {
		v.differs("rejects: counts by reason are %v, the manifest says %v", rejected, m.Rejected)
	}
	return v.Report, nil
}

type verifier struct {
	dir string
	Report
}

func (v *verifier) differs(format string, args ...any) {
	v.Differences = append(v.Differences, fmt.Sprintf(format, args...))
}

func verifyTable[T runs.Row](v *verifier, name string, t Table, columns []column, count func(*T)) error {
	if !slices.Equal(t.Columns, named(columns)) {
		v.differs("%s: the columns are not those of this program", name)
	}
	digest := sha256.New()
	var rows, size int64
	last := ""
	for _, f := range t.Files {
		whole, err := v.sameBytes(f)
		if err != nil {
			return err
		}
		if !whole {
			continue
		}
		before := rows
		err = readFile(files.Join(v.dir, f.Path), func(row T) error {
			content, err := runs.Encode(&row)
			if err != nil {
				return err
			}
			sum := sha256.Sum256(content)
			digest.Write(sum[:])
			if key := runs.Key(&row); key < last {
				v.differs("%s: row %s comes after %s", f.Path, key, last)
			} else {
				last = key
			}
			count(&row)
			rows++
			size += int64(len(content))
			return nil
		})
		if err != nil {
			v.differs("%s", err)
			continue
		}
		if n := rows - before; n != f.Rows {
			v.differs("%s: has %d rows, the manifest says %d", f.Path, n, f.Rows)
		}
	}
	v.Rows += rows
	if rows != t.Rows {
		v.differs("%s: has %d rows, the manifest says %d", name, rows, t.Rows)
	}
	if size != t.Bytes {
		v.differs("%s: rows have %d bytes, the manifest says %d", name, size, t.Bytes)
	}
	if got := formatDigest(digest.Sum(nil)); got != t.Digest {
		v.differs("%s: digest is %s, the manifest says %s", name, got, t.Digest)
	}
	others, err := strangers(v.dir, name, t.Files)
	for _, other := range others {
		v.differs("%s: is not in the manifest", files.Join(name, other))
	}
	return err
}

// sameBytes compares size and hash of a file, and says whether they are right.
func (v *verifier) sameBytes(f File) (bool, error) {
	r, err := files.Open(files.Join(v.dir, f.Path))
	if errors.Is(err, fs.ErrNotExist) {
		v.differs("%s: is not there", f.Path)
		return false, nil
	}
	if err != nil {
		return false, err
	}
	defer r.Close()
	v.Files++
	if r.Size() != f.Bytes {
		v.differs("%s: has %d bytes, the manifest says %d", f.Path, r.Size(), f.Bytes)
		return false, nil
	}
	h := sha256.New()
	if _, err := io.Copy(h, io.NewSectionReader(r, 0, r.Size())); err != nil {
		return false, fmt.Errorf("reading %s: %w", f.Path, err)
	}
	if got := hex.EncodeToString(h.Sum(nil)); got != f.SHA256 {
		v.differs("%s: sha256 is %s, the manifest says %s", f.Path, got, f.SHA256)
		return false, nil
	}
	return true, nil
}
