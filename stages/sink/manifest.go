package sink

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"runtime/debug"
	"syscall"

	"gander/internal/fault"
	"gander/internal/files"
	"gander/internal/stage"
)

// Format is the version of the folder layout and of [Manifest].
const Format = 1

// Manifest says what a data set folder holds. Readers trust nothing that it does not
// name. It holds no time and no machine: the same run gives the same bytes.
type Manifest struct {
	// Format is [Format].
	Format int `json:"format"`
	// Gander is the version of the program that wrote the folder.
	Gander string `json:"gander"`
	// Recipe is the name of the recipe.
	Recipe string `json:"recipe"`
	// Seed is the run seed.
	Seed int64 `json:"seed"`
	// Digest is that of the data table, see [Table].
	Digest string `json:"digest"`
	// Duplicates counts tasks that were left out because another has their id.
	Duplicates int64 `json:"duplicates"`
	// Licenses are the terms of all texts in the tasks, sorted.
	Licenses []string `json:"licenses"`
	// Kinds counts tasks by kind, sorted by kind.
	Kinds []KindCount `json:"kinds"`
	// Rejected counts rejects by stage and reason, sorted.
	Rejected []ReasonCount `json:"rejected"`
	// Tables are the two tables.
	Tables Tables `json:"tables"`
	// Inputs are the files that the run read, sorted by path.
	Inputs []stage.Input `json:"inputs"`
	// Canonical is the recipe with every value written out; running it gives the
	// same data.
	Canonical string `json:"canonical"`
}

// Tables are the tables of a data set.
type Tables struct {
	Data    Table `json:"data"`
	Rejects Table `json:"rejects"`
}

// Table is one table: its files hold its rows in order of id.
type Table struct {
	// Split is the name of the one split.
	Split string `json:"split"`
	// Rows is how many rows the files hold together.
	Rows int64 `json:"rows"`
	// Bytes is the size of the rows before compression, in their canonical encoding.
	Bytes int64 `json:"bytes"`
	// Digest is "sha256:" and the hash of the concatenated hashes of all rows, in order
	// of id; a row is hashed in its canonical encoding, see [gander/internal/runs.Encode].
	// It does not depend on the number of files or on compression.
	Digest string `json:"digest"`
	// Files are in the order of their rows.
	Files []File `json:"files"`
	// Columns are in file order.
	Columns []Column `json:"columns"`
}

// File is one Parquet file.
type File struct {
	// Path is relative to the folder.
	Path string `json:"path"`
	// Rows is how many rows the file holds.
	Rows int64 `json:"rows"`
	// Bytes is the size of the file.
	Bytes int64 `json:"bytes"`
	// SHA256 is the hash of the file, in hex.
	SHA256 string `json:"sha256"`
}

// Column is one column and its type, as in list<string>.
type Column struct {
	Name string `json:"name"`
	Type string `json:"type"`
}

// KindCount is the number of tasks of a kind.
type KindCount struct {
	Kind string `json:"kind"`
	Rows int64  `json:"rows"`
}

// ReasonCount is the number of rejects of a stage for a reason.
type ReasonCount struct {
	Stage  string `json:"stage"`
	Reason string `json:"reason"`
	Rows   int64  `json:"rows"`
}

// Encode gives the bytes of manifest.json.
func (m Manifest) Encode() ([]byte, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(m)
	return out.Bytes(), err
}

// DecodeManifest reads the bytes of manifest.json strictly: what it accepts, Encode
// prints with the same content.
func DecodeManifest(data []byte) (Manifest, error) {
	var version struct {
		Format int `json:"format"`
	}
	if err := json.Unmarshal(data, &version); err != nil {
		return Manifest{}, fmt.Errorf("not a manifest: %w", err)
	}
	if version.Format != Format {
		return Manifest{}, fmt.Errorf("format is %d; this program reads format %d", version.Format, Format)
	}
	var m Manifest
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&m); err != nil {
		return Manifest{}, fmt.Errorf("not a manifest: %w", err)
	}
	if _, err := d.Token(); err != io.EOF {
		return Manifest{}, errors.New("not a manifest: there is text after its end")
	}
	for _, t := range []Table{m.Tables.Data, m.Tables.Rejects} {
		for _, f := range t.Files {
			if !fs.ValidPath(f.Path) {
				return Manifest{}, fmt.Errorf("not a manifest: it names %q, which is no file in its folder", f.Path)
			}
		}
	}
	return m, nil
}

// ReadManifest reads the manifest of a data set folder. A folder without one is a
// fault: its data, if any, is not complete.
func ReadManifest(dir string) (Manifest, error) {
	path := files.Join(dir, ManifestName)
	data, err := files.Read(path)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return Manifest{}, fault.New("%s has no %s; give the folder of a finished run", dir, ManifestName)
	}
	if err != nil {
		return Manifest{}, err
	}
	m, err := DecodeManifest(data)
	if err != nil {
		return Manifest{}, fault.New("%s: %s", path, err)
	}
	return m, nil
}

// version is the version of this program, as far as its build knows it.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
