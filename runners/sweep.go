package runners

import (
	"os"
	"path/filepath"
	"time"
)

// stale is how old a leftover of prism must be before it is removed. Prism reads the
// file within the first second of its run.
const stale = 10 * time.Second

// sweep removes the empty files that prism leaves in the temporary folder, one for each
// run of any process.
func sweep() {
	files, err := filepath.Glob(filepath.Join(os.TempDir(), "beamloopbackworker-*"))
	if err != nil {
		return // leftovers are harmless
	}
	for _, file := range files {
		info, err := os.Stat(file)
		if err == nil && info.Mode().IsRegular() && info.Size() == 0 && time.Since(info.ModTime()) > stale {
			_ = os.Remove(file) // somebody else may have been faster, or own it
		}
	}
}
