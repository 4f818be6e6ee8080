#!/usr/bin/env bash
# Copies what fuzzing found worth keeping from Go's cache to testdata/fuzz, where go test runs it every time: for each
# target the inputs under 2,000 bytes, at most KEEP (40) of them, evenly over their names.
set -euo pipefail
cd "$(dirname "$0")/../.."
keep=${KEEP:-40}
cache=$(go env GOCACHE)/fuzz

for package in $(go list ./verifiers/...); do
  folder=$(go list -f '{{.Dir}}' "$package")
  for found in "$cache/$package"/Fuzz*; do
    [[ -d $found ]] || continue
    target=$folder/testdata/fuzz/$(basename "$found")
    mkdir -p "$target"
    mapfile -t inputs < <(find "$found" -type f -size -2001c | sort)
    for ((i = 0; i < ${#inputs[@]} && i < keep; i++)); do
      cp "${inputs[i * ${#inputs[@]} / (${#inputs[@]} < keep ? ${#inputs[@]} : keep)]}" "$target/"
    done
  done
done
