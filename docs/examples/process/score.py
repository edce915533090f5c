#!/usr/bin/env python3
"""A metric in Python: reads an answered row per line, writes a score per line.

docs/process-protocol.md is the whole protocol. Replace `score` by your own; keep stdout for replies alone.
This one asks how much of a short answer's budget is kept: 1 up to 12 words, falling to 0 at 36.
"""
import json
import sys

ENOUGH, TOO_MANY = 12, 36


def score(row):
    if row["abstains"]:
        return {"not_applicable": "the answer abstains"}
    words = len(row["text"].split())
    share = (TOO_MANY - words) / (TOO_MANY - ENOUGH)
    return {"score": min(1.0, max(0.0, share)), "reason": f"{words} words", "detail": {"words": words}}


def write(line):
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()  # without it the line waits in a buffer, and so does the harness


def main():
    write({"ready": True, "protocol": 1})
    for line in sys.stdin:  # ends when the harness closes our input: then so do we
        row = json.loads(line)
        try:
            write({"id": row["id"], **score(row)})
        except Exception as error:  # one bad row must not end the program
            write({"id": row["id"], "not_scored": repr(error)})


main()
