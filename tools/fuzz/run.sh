#!/usr/bin/env bash
# Runs every fuzz target below a folder, each for a given time on one core, as many side by side as there are cores, and
# ends with 1 if one of them found a fault (which go test then has written to testdata/fuzz).
# Usage: tools/fuzz/run.sh TIME [PACKAGES]      as in tools/fuzz/run.sh 10m ./verifiers/...
# A pattern in ONLY picks targets: ONLY=Parse tools/fuzz/run.sh 1m
set -euo pipefail
cd "$(dirname "$0")/../.."
time=${1:?give a time for each target, as in 10m}
packages=${2:-./verifiers/...}

list() {
  local package target
  for package in $(go list "$packages"); do
    for target in $(go test -list '^Fuzz' "$package" | grep -E "^Fuzz.*${ONLY:-}" || true); do
      echo "$package $target"
    done
  done
}

one() {
  local log
  log=$(mktemp)
  if go test "$1" -run '^$' -fuzz "^$2\$" -fuzztime "$time" -parallel 1 > "$log" 2>&1; then
    echo "ok   $1 $2: $(grep -o 'execs: [0-9]*' "$log" | tail -1)"
  else
    echo "FAIL $1 $2"
    tail -40 "$log"
    return 1
  fi
}
export -f one
export time

list | xargs -P "$(nproc)" -L 1 bash -c 'one "$@"' one
