// Package files says where files live: on a local disk now, in buckets later.
//
// A path names its store by its scheme, as in "s3://bucket/folder/file"; a path without
// one is on the local disk. Every function takes such a path, finds the store and turns
// what goes wrong into an error that says what was being done to which path. A full
// disk, a missing permission and a read-only disk are faults that also say what to do;
// see package fault. A file that is not there is found with errors.Is(err,
// fs.ErrNotExist), as in package os.
package files

import (
	"fmt"
	"io"
	"path"
	"strings"
	"sync"
)

// Store is a place for files. Its paths carry the scheme. It returns errors as package
// os does; it is safe for concurrent use.
type Store interface {
	// Create makes an empty file, in place of one that is there.
	Create(path string) (File, error)
	// Open opens a file for reading at any offset.
	Open(path string) (Reader, error)
	// Rename moves a file or a whole folder to a path that is free.
	Rename(from, to string) error
	// RemoveAll removes a file or a folder with all it holds. What is not there is no
	// error.
	RemoveAll(path string) error
	// List names what lies directly in a folder, sorted.
	List(path string) ([]Entry, error)
	// MkdirAll makes a folder and those above it.
	MkdirAll(path string) error
	// SyncDir makes the names in a folder survive a loss of power.
	SyncDir(path string) error
}

// File is a file being written. Only what was synced survives a loss of power.
type File interface {
	io.Writer
	Sync() error
	Close() error
}

// Reader is a file being read. ReadAt is safe for concurrent use.
type Reader interface {
	io.ReaderAt
	io.Closer
	// Size is the length of the file in bytes.
	Size() int64
}

// Entry is one name in a folder.
type Entry struct {
	Name string
	Dir  bool
}

var stores = struct {
	sync.RWMutex
	byScheme map[string]Store
}{byScheme: map[string]Store{"": disk{}}}

// Register makes store the place of all paths that start with scheme + "://". A later
// registration replaces an earlier one.
func Register(scheme string, store Store) {
	stores.Lock()
	defer stores.Unlock()
	stores.byScheme[scheme] = store
}

// Scheme is the part of a path before "://", empty for the local disk.
func Scheme(path string) string {
	scheme, _, ok := strings.Cut(path, "://")
	if !ok {
		return ""
	}
	return scheme
}

// Join puts parts together with slashes and leaves the scheme of the first alone.
func Join(parts ...string) string {
	scheme := Scheme(parts[0])
	if scheme == "" {
		return path.Join(parts...)
	}
	parts = append([]string{strings.TrimPrefix(parts[0], scheme+"://")}, parts[1:]...)
	return scheme + "://" + path.Join(parts...)
}

func storeOf(path string) (Store, error) {
	stores.RLock()
	defer stores.RUnlock()
	scheme := Scheme(path)
	if s, ok := stores.byScheme[scheme]; ok {
		return s, nil
	}
	return nil, fmt.Errorf("no store is known for %s://; give a path on the local disk", scheme)
}
