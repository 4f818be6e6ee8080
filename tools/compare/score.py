"""Sets the predictions of several verifiers on the same labelled pairs side by side, as a Markdown table.

Usage: score.py PAIRS.jsonl [NAME=]PREDICTIONS.jsonl...

A pair has id, suite (or class), expected_bool, and at times label_doubt, which leaves it out. A prediction has id and
verdict: true, false, or null for what cannot be decided, which never counts as accepted. A cell is "right answers
kept / wrong answers accepted"; the first column says of how many. --kind KIND[,KIND...] looks at these kinds only.
"""
import argparse
import collections
import json
import pathlib


def lines(path):
    return [json.loads(line) for line in open(path, encoding="utf-8") if line.strip()]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("pairs")
    p.add_argument("predictions", nargs="+")
    p.add_argument("--kind", default="")
    a = p.parse_args()
    kinds = set(filter(None, a.kind.split(",")))
    pairs = [r for r in lines(a.pairs) if not r.get("label_doubt") and (not kinds or r["kind"] in kinds)]
    names, said = [], []
    for given in a.predictions:
        name, _, path = given.rpartition("=")
        names.append(name or pathlib.Path(path).stem)
        said.append({r["id"]: r["verdict"] for r in lines(path)})
    of, cells = collections.Counter(), collections.Counter()
    for r in pairs:
        suite = r.get("class") or r["suite"]
        for group in (suite, "all"):
            of[group, r["expected_bool"]] += 1
            for name, verdicts in zip(names, said):
                cells[group, name, r["expected_bool"]] += verdicts.get(r["id"]) is True
    print("| suite | right / wrong | " + " | ".join(names) + " |")
    print("|---" * (len(names) + 2) + "|")
    for group in sorted({g for g, _ in of} - {"all"}) + ["all"]:
        row = [f"{cells[group, n, True]} / {cells[group, n, False]}" for n in names]
        print(f"| {group} | {of[group, True]} / {of[group, False]} | " + " | ".join(row) + " |")


main()
