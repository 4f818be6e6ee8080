package files

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"

	"gander/internal/fault"
)

// advice says what a user can do about an error of the operating system.
var advice = []struct {
	cause         error
	writing, read string
}{
	{syscall.ENOSPC, "no space left on device; free space or choose another --out", ""},
	{syscall.EDQUOT, "disk quota exceeded; free space or choose another --out", ""},
	{syscall.EROFS, "read-only file system; choose another --out", ""},
	{fs.ErrPermission, "permission denied; allow it or choose another --out", "permission denied; allow reading it"},
}

// Explain says what was being done to which path when err came up; nil stays nil. doing
// is a word such as "writing". An error of the operating system that a user can cure
// becomes a fault; any other stays reachable by errors.Is.
func Explain(doing, path string, err error) error {
	if err == nil {
		return nil
	}
	for _, a := range advice {
		if !errors.Is(err, a.cause) {
			continue
		}
		text := a.writing
		if doing == "reading" && a.read != "" {
			text = a.read
		}
		return fault.New("%s %s: %s", doing, path, text)
	}
	return fmt.Errorf("%s %s: %w", doing, path, bare(err))
}

// bare drops the operation and the path that package os puts around a cause: Explain
// says both in its own words.
func bare(err error) error {
	var onPath *fs.PathError
	if errors.As(err, &onPath) {
		return onPath.Err
	}
	var onLink *os.LinkError
	if errors.As(err, &onLink) {
		return onLink.Err
	}
	return err
}
