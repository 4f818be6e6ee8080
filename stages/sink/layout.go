package sink

import (
	"fmt"

	"gander/internal/files"
)

// The names in a data set folder.
const (
	// ManifestName is the file that says that the folder is complete.
	ManifestName = "manifest.json"

	cardName = "README.md"
	workName = ".gander-tmp"
	lockName = ".gander.lock"

	// In the work folder.
	markerName  = "committing"
	stagedName  = "publish"
	retiredName = "retired"
)

// The tables of a data set, and their folders.
const (
	dataTable    = "data"
	rejectsTable = "rejects"
)

// WorkFolder is where temporary files of a data set go: inside it, so that a rename
// stays on one disk, and hidden from readers.
func WorkFolder(out string) string { return files.Join(out, workName) }

// fileName is the path of file i of n in the folder of a data set.
func fileName(table, split string, i, n int) string {
	prefix := split
	if table == rejectsTable {
		prefix = rejectsTable
	}
	return fmt.Sprintf("%s/%s-%05d-of-%05d.parquet", table, prefix, i, n)
}
