// Package filestest has a store for tests that writes down what is done to it and can
// be told to fail.
package filestest

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"gander/internal/files"
)

// ErrInjected is what a store returns once it was told to fail.
var ErrInjected = errors.New("the store was told to fail")

// Store keeps its files in a temporary folder of the local disk and logs each operation
// that changes something, one line each.
type Store struct {
	scheme, root string

	mu     sync.Mutex
	log    []string
	failAt int
	failed bool
}

// New registers a store for scheme that lives as long as the test.
func New(t testing.TB, scheme string) *Store {
	s := &Store{scheme: scheme + "://", root: t.TempDir() + "/"}
	files.Register(scheme, s)
	return s
}

// Path is name as a path of this store.
func (s *Store) Path(name string) string { return s.scheme + name }

// Local is name as a path on the local disk, past the log and past injected failures.
func (s *Store) Local(name string) string { return s.root + name }

// FailAt makes the n-th changing operation from now on fail, counted from 1, and all
// after it, as for a process that died there. 0 fails none. The log starts anew.
func (s *Store) FailAt(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.log, s.failAt, s.failed = nil, n, false
}

// Failed says whether an operation failed since the last FailAt.
func (s *Store) Failed() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.failed
}

// Log is the operations since the last FailAt, one per line.
func (s *Store) Log() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return strings.Join(s.log, "\n") + "\n"
}

// did logs an operation, or fails it.
func (s *Store) did(format string, paths ...any) error {
	for i, p := range paths {
		paths[i] = strings.TrimPrefix(p.(string), s.scheme)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.failAt > 0 && len(s.log)+1 >= s.failAt {
		s.failed = true
		return ErrInjected
	}
	s.log = append(s.log, fmt.Sprintf(format, paths...))
	return nil
}

func (s *Store) local(path string) string { return s.root + strings.TrimPrefix(path, s.scheme) }

// Create is [files.Store].
func (s *Store) Create(path string) (files.File, error) {
	if err := s.did("create  %s", path); err != nil {
		return nil, err
	}
	f, err := files.Create(s.local(path))
	if err != nil {
		return nil, err
	}
	return &file{File: f, store: s, path: path}, nil
}

type file struct {
	files.File
	store *Store
	path  string
}

func (f *file) Write(p []byte) (int, error) {
	if f.store.Failed() {
		return 0, ErrInjected
	}
	return f.File.Write(p)
}

func (f *file) Sync() error {
	if err := f.store.did("sync    %s", f.path); err != nil {
		return err
	}
	return f.File.Sync()
}

// Open is [files.Store].
func (s *Store) Open(path string) (files.Reader, error) { return files.Open(s.local(path)) }

// List is [files.Store].
func (s *Store) List(path string) ([]files.Entry, error) { return files.List(s.local(path)) }

// Rename is [files.Store].
func (s *Store) Rename(from, to string) error {
	if err := s.did("rename  %s -> %s", from, to); err != nil {
		return err
	}
	return files.Rename(s.local(from), s.local(to))
}

// RemoveAll is [files.Store].
func (s *Store) RemoveAll(path string) error {
	if err := s.did("remove  %s", path); err != nil {
		return err
	}
	return files.RemoveAll(s.local(path))
}

// MkdirAll is [files.Store].
func (s *Store) MkdirAll(path string) error {
	if err := s.did("mkdir   %s", path); err != nil {
		return err
	}
	return files.MkdirAll(s.local(path))
}

// SyncDir is [files.Store].
func (s *Store) SyncDir(path string) error {
	if err := s.did("syncdir %s", path); err != nil {
		return err
	}
	return files.SyncDir(s.local(path))
}
