// Package sink writes tasks and rejects into a folder that readers can trust.
//
// In: schemas.Task and schemas.Reject. Out: nothing; the folder is the result:
//
//	data/train-00000-of-00016.parquet        tasks
//	rejects/rejects-00000-of-00001.parquet   rows that left the pipeline, with the reason
//	README.md                                data set card
//	manifest.json                            what the folder holds; written last
//
// Rows are sorted by id over all files of a table, and file i of n holds part i of the
// id space. The same rows give the same bytes on every runner, in every order, with any
// number of workers, and the digest of a table does not depend on the number of files
// either. No random number and no clock reaches a file.
//
// First, rows go into sorted runs (package runs) below the work folder. Second, each
// final file is merged from the runs into the work folder, on all cores. Third, one
// commit renames whole folders into place, the manifest last, and out of place where a
// data set is replaced. A run that dies at any moment leaves either no data folder, or a
// whole one; where it has no manifest, the next [Prepare] sweeps it away. A run that is
// canceled before its commit publishes nothing.
//
// Of tasks with one id the first by encoded bytes is kept; the others are counted as
// duplicates, in the manifest and as the reason "duplicate" in the counters. Rejects are
// all kept. A task with text that is not UTF-8 cannot be stored and becomes a reject
// with the reason "invalid_utf8"; in rejects such bytes are replaced by U+FFFD.
//
// Rows never lie in memory all at once: a bundle holds up to 64 MB while it spools, and
// a file being written one row group, compressed.
package sink

import (
	"errors"
	"fmt"
	"regexp"
)

// Config holds the settings of a sink. Start from [Default].
type Config struct {
	// SplitName names the files and the split of tasks that name none: lower-case
	// letters, digits, dots and underscores.
	SplitName string `yaml:"split_name"`
	// RowGroupBytes is the most uncompressed bytes in a row group, from 64 kB to 1 GB.
	// A longer row gets a group of its own.
	RowGroupBytes int `yaml:"row_group_bytes"`
	// CompressionLevel trades time for size, from 1 (fastest) to 4 (smallest).
	CompressionLevel int `yaml:"compression_level"`
	// MaxRejectShare is the largest share of refused rows that is still written, from
	// 0 to 1. Above it the run ends with exit code 4 and writes nothing. 1 allows any.
	MaxRejectShare float64 `yaml:"max_reject_share"`
}

// Default is one split called train, row groups of 100 MB, compression at little cost,
// and any share of rejects.
func Default() Config {
	return Config{SplitName: "train", RowGroupBytes: 100_000_000, CompressionLevel: 2, MaxRejectShare: 1}
}

var splitName = regexp.MustCompile(`^[a-z0-9_.]+$`)

// Check reports every fault of c at once, one line each.
func (c Config) Check() error {
	var faults []error
	if !splitName.MatchString(c.SplitName) {
		faults = append(faults, fmt.Errorf("split_name is %q; give lower-case letters, digits, dots and underscores", c.SplitName))
	}
	if c.RowGroupBytes < 64_000 || c.RowGroupBytes > 1_000_000_000 {
		faults = append(faults, fmt.Errorf("row_group_bytes is %d; give 64000 to 1000000000", c.RowGroupBytes))
	}
	if c.CompressionLevel < 1 || c.CompressionLevel > 4 {
		faults = append(faults, fmt.Errorf("compression_level is %d; give 1 to 4", c.CompressionLevel))
	}
	if !(c.MaxRejectShare >= 0 && c.MaxRejectShare <= 1) {
		faults = append(faults, fmt.Errorf("max_reject_share is %g; give 0 to 1", c.MaxRejectShare))
	}
	return errors.Join(faults...)
}
