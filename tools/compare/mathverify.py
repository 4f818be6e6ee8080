"""Answers a file of pairs with Math-Verify, in the form that `gander verify` writes.

Usage: mathverify.py < rows.jsonl > predictions.jsonl

Only the kinds math and math_string are put to it; all others are answered null. A gold without LaTeX marks is set
between dollar signs, as the library's own evaluation does; a prediction is tried as it is and between dollar signs,
and counts as accepted if either is. Needs requirements.txt beside this file.
"""
import json
import logging
import sys
import time

from math_verify import ExprExtractionConfig, LatexExtractionConfig, parse, verify

logging.disable(logging.CRITICAL)
BOTH = [LatexExtractionConfig(), ExprExtractionConfig()]


def marked(gold):
    return gold if any(mark in gold for mark in ("$", "\\boxed", "\\(", "\\[")) else f"${gold}$"


def verdict(row):
    if row["kind"] not in ("math", "math_string"):
        return None
    golds = row["gold"] if isinstance(row["gold"], list) else [row["gold"]]
    replies = [row["prediction"], marked(row["prediction"])]
    return any(verify(parse(marked(g), BOTH), parse(r, BOTH)) for g in golds for r in replies)


for line in sys.stdin:
    row = json.loads(line)
    start = time.perf_counter()
    try:
        said = verdict(row)
    except Exception:  # whatever it raises, it did not accept
        said = False
    print(json.dumps({"id": row["id"], "verdict": said, "us": round((time.perf_counter() - start) * 1e6)}), flush=True)
