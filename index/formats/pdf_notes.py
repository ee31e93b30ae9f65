"""Footnotes of a PDF: which lines at the foot of a page are the text of which note.

Knows: that notes are set smaller than the body, open with their number (raised, or plain and the
next in order) and may run on to the foot of the next page. Does not know: calls. A line that
might be something else is left alone.
"""

from __future__ import annotations

import re
from itertools import pairwise

from index.formats.pdf_print import Printed

SMALLER = 0.95  # notes are set below this share of the body's size
SAME = 0.35  # points by which two lines of one note may differ in size
STEP = 2.0  # line sizes between two baselines of one note, at most
OPENING = re.compile(r"\s*(\d{1,3})[.)]?\s+(?=\S)")
_ENDED = re.compile(r"[.!?»”\"’)\]]$")


def mark_notes(pages: list[list[Printed]], body: float) -> None:
    """Set `note` on every line that is the text of a footnote; `body` is the body's type size."""
    called = {number for page in pages for line in page for number in line.raised_numbers()[1]}
    latest = 0
    unfinished: Printed | None = None
    for page in pages:
        first, last = None, None
        for i, line in enumerate(page):
            number = None if line.note is not None else _opening(line, body, latest, called)
            if number is None:
                continue
            first = i if first is None else first
            last = _mark(page, i, number, called)
            latest = number
        if unfinished is not None and first is not None:
            _run_on(page, first, unfinished)
        if last is not None:
            unfinished = None if _ENDED.search(last.plain()) else last


def _opening(line: Printed, body: float, latest: int, called: set[int]) -> int | None:
    """The number with which a small line opens a note: raised, or plain, called and the next."""
    if line.main.size >= SMALLER * body:
        return None
    raised = line.raised_numbers()[0]
    if len(raised) == 1 and len(line.runs) > 1:
        return raised[0]
    # plain numbers must count on: tables in small print do not
    found = OPENING.match(line.plain())
    number = int(found[1]) if found else 0
    return number if number == latest + 1 and number in called else None


def _mark(page: list[Printed], i: int, number: int, called: set[int]) -> Printed:
    """Mark the note that opens at line i; its last line on this page."""
    page[i].note, page[i].opens = number, True
    size = page[i].main.size / SMALLER + 1e-6
    for above, below in pairwise(page[i:]):
        if not _follows(above, below) or _opening(below, size, number, called) is not None:
            return above
        below.note = number
    return page[-1]


def _follows(above: Printed, below: Printed) -> bool:
    """True when a line stands right under another, in the same small print."""
    step = above.main.across - below.main.across
    same = abs(above.main.size - below.main.size) <= SAME
    return same and above.main.angle == below.main.angle and 0 < step <= STEP * above.main.size


def _run_on(page: list[Printed], first: int, last: Printed) -> None:
    """Give the small print right above the first note of this page to the unfinished one."""
    i = first
    while (
        i and abs(page[i - 1].main.size - last.main.size) <= SAME and _follows(*page[i - 1 : i + 1])
    ):
        i -= 1
    for line in page[i:first]:
        line.note = last.note
