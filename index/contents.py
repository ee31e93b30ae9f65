"""Tables of contents: lists of headings that stand in the paper a second time, with their bodies.

Knows: dot leaders and page numbers, headings that return in the same order. Does not know: items.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.lines import HEADINGS, KnownLine, LineKind

LEADER = re.compile(r"\s*(?:\.{3,}|…+|(?:\s\.){3,}|\t|\s{3,})\s*\d{0,3}$")
PAGE = re.compile(r"\s+\d{1,3}$")
NAMED = re.compile(r"inhoud(?:sopgave)?|table of contents|contents", re.I)
SHORTEST = 4  # lines of a table of contents


def without_contents(lines: Sequence[KnownLine]) -> list[KnownLine]:
    """The lines without a table of contents; without one, all of them."""
    last: dict[str, int] = {}
    for i, line in enumerate(lines):
        if line.kind in HEADINGS:
            last[_key(line)] = i
    listed: set[int] = set()
    run: list[int] = []
    for i, line in enumerate(lines):
        if LEADER.search(line.words[-80:]) and len(line.words) < 300:
            listed.add(i)
        elif last.get(_key(line), -1) > i and (line.kind in HEADINGS or _key(line) != line.words):
            run.append(i)
            continue
        if _is_table([lines[j] for j in run]):
            listed.update(run)
        run = []
    if listed:
        listed.update(i for i in range(min(listed)) if NAMED.fullmatch(lines[i].words.strip(" :")))
    return [line for i, line in enumerate(lines) if i not in listed]


def _is_table(run: Sequence[KnownLine]) -> bool:
    """True for enough headings in a row, three of them numbers or sections."""
    marked = sum(1 for line in run if line.kind in (LineKind.NUMBERED, LineKind.SECTION))
    return len(run) >= SHORTEST and marked >= 3


def _key(line: KnownLine) -> str:
    return PAGE.sub("", line.words[:200]).casefold()
