package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"gander/internal/fault"
	store "gander/internal/files"
)

// verdictFile is where --out leads.
type verdictFile struct {
	name   string      // as it was given
	target string      // the file itself, links followed
	info   fs.FileInfo // nil: there is nothing yet
}

// findOut looks where the verdicts are to go, before any work is done; nil is standard
// output.
func findOut(name string) (*verdictFile, error) {
	if name == "" || name == "-" {
		return nil, nil
	}
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		target, err := throughLinks(name)
		return &verdictFile{name, target, nil}, err
	case err != nil:
		return nil, store.Explain("writing", name, err)
	case info.IsDir():
		return nil, fault.New("--out %s is a folder; give the name of a file", name)
	}
	if stdout, err := os.Stdout.Stat(); err == nil && os.SameFile(info, stdout) {
		return nil, nil
	}
	if !info.Mode().IsRegular() {
		return &verdictFile{name, name, info}, nil
	}
	target, err := filepath.EvalSymlinks(name)
	return &verdictFile{name, target, info}, store.Explain("writing", name, err)
}

// mostLinks is how many links are followed, one behind the other.
const mostLinks = 40

// throughLinks is the name of the file to make where name is that, or a link to it.
func throughLinks(name string) (string, error) {
	target := name
	for range mostLinks {
		next, err := os.Readlink(target)
		if err != nil {
			return target, nil // no link: the file itself
		}
		if !filepath.IsAbs(next) {
			next = filepath.Join(filepath.Dir(target), next)
		}
		target = next
	}
	return "", fault.New("--out %s leads from link to link; give the name of a file", name)
}

// part is the name under which the file is written.
func (v *verdictFile) part() string { return v.target + ".tmp" }

// check refuses to write over what is read.
func (v *verdictFile) check(in inputs) error {
	part, _ := os.Stat(v.part()) // nil: nothing is there
	for _, i := range in {
		f, ok := i.Reader.(*os.File)
		if !ok {
			continue
		}
		info, err := f.Stat()
		switch {
		case err != nil:
			return store.Explain("reading", i.name, err)
		case !info.Mode().IsRegular():
		case v.info != nil && os.SameFile(info, v.info):
			return fault.New("--out %s is also an input; give another name", v.name)
		case part != nil && os.SameFile(info, part):
			return fault.New("--out %s is first written to %s, which is an input; give another name", v.name, v.part())
		}
	}
	return nil
}

// open gives what the verdicts are written to. The commit function is told how writing
// ended and returns that or an error of its own. A file has its name only when all
// verdicts are in it; a device or a pipe gets them as they come.
func (v *verdictFile) open() (w io.Writer, commit func(error) error, err error) {
	explained := func(err error) error { return store.Explain("writing", v.name, err) }
	if v.info != nil && !v.info.Mode().IsRegular() {
		f, err := os.OpenFile(v.target, os.O_WRONLY, 0)
		if err != nil {
			return nil, nil, explained(err)
		}
		return writerAs{f, v.name}, func(err error) error { return errors.Join(err, explained(f.Close())) }, nil
	}
	mode := fs.FileMode(0o666)
	if v.info != nil {
		mode = v.info.Mode().Perm()
	}
	f, err := os.OpenFile(v.part(), os.O_WRONLY|os.O_CREATE|os.O_TRUNC, mode)
	if err != nil {
		return nil, nil, explained(err)
	}
	return writerAs{f, v.name}, func(err error) error {
		if err = errors.Join(err, explained(f.Close())); err == nil {
			err = explained(os.Rename(v.part(), v.target))
		}
		if err != nil {
			err = errors.Join(err, explained(os.Remove(v.part())))
		}
		return err
	}, nil
}

// writerAs writes to a file whose errors show name.
type writerAs struct {
	*os.File
	name string
}

func (w writerAs) Write(p []byte) (int, error) {
	n, err := w.File.Write(p)
	return n, store.Explain("writing", w.name, err)
}
