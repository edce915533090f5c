#!/usr/bin/env python3
"""A pipeline in Python: reads a question per line, writes an answer per line.

docs/process-protocol.md is the whole protocol. Replace `load` and `answer` by your own; keep stdout for replies alone.
"""
import json
import sys


def load():
    """Whatever takes long: a model, an index. It is done once, before the ready line."""
    return {
        "password-reset": "A reset link is valid for 30 minutes.",
        "export": "An export is kept for 7 days.",
    }


def answer(articles, request):
    """The article that shares most words with the question."""
    asked = set(request["question"].lower().strip("?").split())
    document, text = max(articles.items(), key=lambda a: len(asked & set(a[1].lower().strip(".").split())))
    return {
        "answer": text,
        "passages": [{"document": document, "text": text}],
        "citations": [document],
        "usage": {"input": len(request["question"].split()) + len(text.split()), "output": len(text.split())},
        "model": "most-words-in-common",
    }


def write(line):
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()  # without it the line waits in a buffer, and so does the harness


def main():
    articles = load()
    write({"ready": True, "protocol": 1})
    for line in sys.stdin:  # ends when the harness closes our input: then so do we
        request = json.loads(line)
        try:
            write({"id": request["id"], **answer(articles, request)})
        except Exception as error:  # one bad question must not end the program
            print(f"{request['id']}: {error!r}", file=sys.stderr)
            write({"id": request["id"], "error": repr(error)})


main()
