"""The child process that reads a large HTML page: bytes on stdin, its lines as JSON on stdout.

Knows: the exchange with `html`. Does not know: HTML. Building the tree of a page takes time
with the square of its depth, and of the attributes of one element.
"""

from __future__ import annotations

import json
import sys
from dataclasses import astuple

from index.errors import FileRefused
from index.formats.bounds import limit_itself
from index.formats.html_page import parse_html

SECONDS = 30


def main() -> int:
    """Read, write, and end with 0; a refusal is the reason under `refused`."""
    limit_itself(SECONDS)
    try:
        source = parse_html(sys.stdin.buffer.read(), "")
        answer: dict[str, object] = {
            "lines": [astuple(line) for line in source.lines],
            "warnings": source.warnings,
        }
    except FileRefused as refused:
        answer = {"refused": refused.why}
    json.dump(answer, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
