package files

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"syscall"
)

// Create makes an empty file, in place of one that is there. Errors of the file it
// returns name the path too.
func Create(path string) (File, error) {
	s, err := storeOf(path)
	if err != nil {
		return nil, err
	}
	f, err := s.Create(path)
	if err != nil {
		return nil, Explain("writing", path, err)
	}
	return &explained{path: path, file: f}, nil
}

type explained struct {
	path string
	file File
}

func (e *explained) Write(p []byte) (int, error) {
	n, err := e.file.Write(p)
	return n, Explain("writing", e.path, err)
}

func (e *explained) Sync() error  { return Explain("writing", e.path, e.file.Sync()) }
func (e *explained) Close() error { return Explain("writing", e.path, e.file.Close()) }

// Open opens a file for reading at any offset.
func Open(path string) (Reader, error) {
	s, err := storeOf(path)
	if err != nil {
		return nil, err
	}
	r, err := s.Open(path)
	return r, Explain("reading", path, err)
}

// Rename moves a file or a whole folder within one store, to a path that is free.
func Rename(from, to string) error {
	s, err := storeOf(from)
	if err != nil {
		return err
	}
	return Explain("renaming "+from+" to", to, s.Rename(from, to))
}

// RemoveAll removes a file, or a folder with all it holds. What is not there is no
// error.
func RemoveAll(path string) error {
	s, err := storeOf(path)
	if err != nil {
		return err
	}
	return Explain("removing", path, s.RemoveAll(path))
}

// MkdirAll makes a folder and those above it; one that is there is no error.
func MkdirAll(path string) error {
	s, err := storeOf(path)
	if err != nil {
		return err
	}
	return Explain("making", path, s.MkdirAll(path))
}

// SyncDir makes the names in a folder survive a loss of power.
func SyncDir(path string) error {
	s, err := storeOf(path)
	if err != nil {
		return err
	}
	return Explain("syncing", path, s.SyncDir(path))
}

// List names what lies directly in a folder, sorted; nothing for a folder that is not
// there.
func List(path string) ([]Entry, error) {
	s, err := storeOf(path)
	if err != nil {
		return nil, err
	}
	entries, err := s.List(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return entries, Explain("reading", path, err)
}

// Exists says whether a file or folder is there; below a file there is nothing.
func Exists(path string) (bool, error) {
	r, err := Open(path)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return true, r.Close()
}

// Sum reads a file whole and returns its size and the SHA-256 of its content, in hex.
func Sum(path string) (size int64, sha string, err error) {
	r, err := Open(path)
	if err != nil {
		return 0, "", err
	}
	defer r.Close()
	h := sha256.New()
	size, err = io.Copy(h, io.NewSectionReader(r, 0, r.Size()))
	return size, hex.EncodeToString(h.Sum(nil)), Explain("reading", path, err)
}

// Write makes a file of data and syncs it.
func Write(path string, data []byte) error {
	f, err := Create(path)
	if err != nil {
		return err
	}
	if _, err := f.Write(data); err != nil {
		_ = f.Close() // the first error tells more
		return err
	}
	return Finish(f)
}

// Finish syncs and closes a written file.
func Finish(f File) error {
	if err := f.Sync(); err != nil {
		_ = f.Close() // the first error tells more
		return err
	}
	return f.Close()
}

// Read returns all bytes of a file.
func Read(path string) ([]byte, error) {
	r, err := Open(path)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.NewSectionReader(r, 0, r.Size()))
	return data, Explain("reading", path, err)
}
