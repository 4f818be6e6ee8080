package sink

import (
	"errors"
	"os"
	"slices"
	"strings"

	"github.com/gofrs/flock"

	"gander/internal/fault"
	"gander/internal/files"
	"gander/internal/stage"
)

// State says what [Prepare] found in an out folder.
type State int

const (
	// Fresh is a folder without a data set: run.
	Fresh State = iota
	// Complete is a folder with the data set of the same canonical recipe over the same
	// files: there is nothing to do.
	Complete
	// Replaced is a folder with a data set that the run may overwrite. It stays whole
	// until the new one is.
	Replaced
)

// Claim is an out folder that belongs to this run until Release or Discard.
type Claim struct {
	// Out is the folder.
	Out string
	// Work is the folder for temporary files; it is empty.
	Work string
	// State says what was found.
	State State
	// Manifest is that of the data set found; nil when State is Fresh.
	Manifest *Manifest

	gate *gate
	lock *flock.Flock // nil for a store other than the local disk
	made bool         // the folder was not there before
}

// Prepare claims the folder out for a run of the recipe with the given canonical form
// over the given files, and sweeps away what a killed run left. On the local disk it takes a lock, so that
// two runs never share a folder; a second claim is a fault.
//
// A folder with a data set of another recipe is a fault unless overwrite; with
// overwrite, one of the same recipe is made again too. A folder with anything else in
// it, names that start with a dot aside, is always a fault. So is a data set to be
// overwritten with a file or folder among its tables that its manifest does not name:
// tables are replaced as whole folders, and that file would go with them.
func Prepare(out, canonical string, inputs []stage.Input, overwrite bool) (*Claim, error) {
	there, err := files.Exists(out)
	if err != nil {
		return nil, elsewhere(err)
	}
	if err := files.MkdirAll(out); err != nil {
		return nil, elsewhere(err)
	}
	c := &Claim{Out: out, Work: WorkFolder(out), made: !there, gate: &gate{}}
	if files.Scheme(out) == "" {
		if c.lock, err = lockFolder(out); err != nil {
			return nil, err
		}
	}
	if err := c.look(canonical, inputs, overwrite); err != nil {
		return nil, errors.Join(err, c.leave())
	}
	gates.Store(out, c.gate)
	return c, nil
}

// Release gives the folder back after a run that ended well.
func (c *Claim) Release() error { return c.unlock() }

// Published says whether the run has published its data set in this process, and sees to
// it that it does not from now on. Ask after a run that was canceled: it may have been done
// before it noticed.
func (c *Claim) Published() bool { return c.gate.close() }

// Discard removes what a failed run left, and the folder too if Prepare made it and
// nothing is in it. What was published stays.
func (c *Claim) Discard() error {
	c.gate.close()
	return errors.Join(c.sweep(), c.leave())
}

// look finds out what the folder holds, after a sweep.
func (c *Claim) look(canonical string, inputs []stage.Input, overwrite bool) error {
	if err := c.sweep(); err != nil {
		return err
	}
	complete, err := files.Exists(files.Join(c.Out, ManifestName))
	if err != nil {
		return err
	}
	if !complete {
		return c.mustBeEmpty()
	}
	m, err := ReadManifest(c.Out)
	if err != nil {
		return err
	}
	c.Manifest = &m
	switch {
	case overwrite:
		c.State = Replaced
		return c.mustHoldNoStranger()
	case m.Canonical == canonical && slices.Equal(m.Inputs, inputs):
		c.State = Complete
	case m.Canonical == canonical:
		return fault.New("%s holds a run of the same recipe over other input files; choose another --out, or add --overwrite to replace it", c.Out)
	default:
		return fault.New("%s holds another run: recipe %q, seed %d, %d tasks; choose another --out, or add --overwrite to replace it",
			c.Out, m.Recipe, m.Seed, m.Tables.Data.Rows)
	}
	return nil
}

// sweep removes the work folder and, where a commit was cut off, the parts of a data
// set without a manifest. The work folder, which holds the marker, goes last.
func (c *Claim) sweep() error {
	left, err := files.Exists(c.Work)
	if err != nil || !left {
		return err
	}
	committing, err := files.Exists(files.Join(c.Work, markerName))
	if err != nil {
		return err
	}
	complete, err := files.Exists(files.Join(c.Out, ManifestName))
	if err != nil {
		return err
	}
	if committing && !complete {
		for _, name := range []string{dataTable, cardName, rejectsTable} {
			if err := retire(c.Out, c.Work, name); err != nil {
				return err
			}
		}
		if err := files.SyncDir(c.Out); err != nil {
			return err
		}
	}
	return files.RemoveAll(c.Work)
}

func (c *Claim) mustBeEmpty() error {
	names, err := visible(c.Out)
	if err != nil || len(names) == 0 {
		return err
	}
	return fault.New("%s is not empty and holds no data set of gander (it has %s); choose another --out", c.Out, names[0])
}

// mustHoldNoStranger demands that all that lies in the folders of the tables is named by
// the manifest.
func (c *Claim) mustHoldNoStranger() error {
	for _, table := range []string{dataTable, rejectsTable} {
		names, err := strangers(c.Out, table, c.Manifest.table(table).Files)
		if err != nil {
			return err
		}
		if len(names) > 0 {
			return fault.New("%s holds %s, which gander did not write; move it away or choose another --out",
				files.Join(c.Out, table), names[0])
		}
	}
	return nil
}

// strangers are the names in the folder of a table that are not those of its files.
func strangers(out, table string, known []File) (names []string, err error) {
	entries, err := files.List(files.Join(out, table))
	for _, e := range entries {
		path := files.Join(table, e.Name)
		if e.Dir || !slices.ContainsFunc(known, func(f File) bool { return f.Path == path }) {
			names = append(names, e.Name)
		}
	}
	return names, err
}

func visible(dir string) ([]string, error) {
	entries, err := files.List(dir)
	var names []string
	for _, e := range entries {
		if !strings.HasPrefix(e.Name, ".") {
			names = append(names, e.Name)
		}
	}
	return names, err
}

// leave gives the folder back, and removes it if it was made in vain.
func (c *Claim) leave() error {
	entries, err := files.List(c.Out)
	if err == nil && c.made && !slices.ContainsFunc(entries, func(e files.Entry) bool { return e.Name != lockName }) {
		err = files.RemoveAll(c.Out)
	}
	if unlocked := c.unlock(); err == nil {
		err = unlocked
	}
	return err
}

// unlock removes the lock file while the lock is held; lockFolder sees that.
func (c *Claim) unlock() error {
	gates.CompareAndDelete(c.Out, c.gate)
	if c.lock == nil {
		return nil
	}
	err := files.RemoveAll(c.lock.Path())
	if closed := c.lock.Close(); err == nil {
		err = closed
	}
	return err
}

// elsewhere makes a fault of what keeps a path from being the folder of a run.
func elsewhere(err error) error {
	if fault.Find(err) != nil {
		return err
	}
	return fault.New("%s; choose another --out", err)
}

// lockFolder takes the lock of a local folder.
func lockFolder(out string) (*flock.Flock, error) {
	path := files.Join(out, lockName)
	for {
		lock := flock.New(path)
		free, err := lock.TryLock()
		if err != nil {
			return nil, elsewhere(files.Explain("writing", path, err))
		}
		if !free {
			return nil, fault.New("%s is in use by another run; wait for it to end, or choose another --out", out)
		}
		// Who held the lock before may have removed the file after it was opened here.
		held, err := lock.Stat()
		if err == nil {
			var named os.FileInfo
			if named, err = os.Stat(path); err == nil && os.SameFile(held, named) {
				return lock, nil
			}
		}
		if closed := lock.Close(); closed != nil {
			return nil, closed
		}
		if err != nil && !os.IsNotExist(err) {
			return nil, err
		}
	}
}
