//go:build !race

package runnertest

// Race says whether the race detector watches this program.
const Race = false
