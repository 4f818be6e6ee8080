package files

import (
	"os"
)

// disk is the local disk.
type disk struct{}

func (disk) Create(path string) (File, error) { return os.Create(path) }

func (disk) Open(path string) (Reader, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		_ = f.Close() // the first error tells more
		return nil, err
	}
	return &diskReader{File: f, size: info.Size()}, nil
}

type diskReader struct {
	*os.File
	size int64
}

func (r *diskReader) Size() int64 { return r.size }

func (disk) Rename(from, to string) error { return os.Rename(from, to) }

func (disk) RemoveAll(path string) error { return os.RemoveAll(path) }

func (disk) MkdirAll(path string) error { return os.MkdirAll(path, 0o777) }

func (disk) List(path string) ([]Entry, error) {
	found, err := os.ReadDir(path)
	if err != nil {
		return nil, err
	}
	entries := make([]Entry, len(found))
	for i, e := range found {
		entries[i] = Entry{Name: e.Name(), Dir: e.IsDir()}
	}
	return entries, nil
}

func (disk) SyncDir(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	err = d.Sync()
	if closed := d.Close(); err == nil {
		err = closed
	}
	return err
}
