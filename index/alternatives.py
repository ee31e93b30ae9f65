r"""Long lists of alternatives as one pattern that is quick to search with.

Knows: how alternatives of a regular expression are written. Does not know: what they look for.
A search tries every alternative at every letter. Most begin with `\b`: where that stands before
all of them once, a place inside a word costs one look instead of hundreds.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

EDGE = r"\b"


def gathered(pattern: str) -> str:
    r"""The same pattern with `\b(?:x|y)` for neighbouring alternatives `\bx|\by`.

    What it finds, where, and in which order it tries them, is the same.
    """
    parts: list[str] = []
    for edged, each in groupby(alternatives(pattern), key=lambda one: one.startswith(EDGE)):
        run = list(each)
        if edged and len(run) > 1:
            parts.append(f"{EDGE}(?:{'|'.join(one.removeprefix(EDGE) for one in run)})")
        else:
            parts += run
    return "|".join(parts)


def alternatives(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern that stand in no brackets, in order."""
    depth, start, at = 0, 0, 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            at += 1
        elif sign == "[":
            at = _closing(pattern, at)
        elif sign in "()":
            depth += 1 if sign == "(" else -1
        elif sign == "|" and not depth:
            yield pattern[start:at]
            start = at + 1
        at += 1
    yield pattern[start:]


def _closing(pattern: str, at: int) -> int:
    """Where the set of letters that opens at `at` closes; a "]" right at its start is a letter."""
    at += 2 if pattern[at + 1] == "^" else 1
    at += pattern[at] == "]"
    while pattern[at] != "]":
        at += 2 if pattern[at] == "\\" else 1
    return at
