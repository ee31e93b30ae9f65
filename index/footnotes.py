"""Footnotes: finding their texts at the feet of pages, and the marks that call them.

Knows: that notes count 1, 2, 3 … through a paper, that a note's text follows its call, and that
in text dumps the call is a number glued to the word before it (`index.calls`). A number that does
not fit that sequence is left in the text. Does not know: items; which item a note belongs to
follows from where its call stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.calls import Calls
from index.nouns import Span
from index.rows import Row

# a small letter goes on with a sentence ("31 augustus", "27 lidstaten"), bar a few openings
OPENING = re.compile(
    r"(\d{1,3})\s{1,3}(?=[^\sa-zß-ÿ]|https?:|www\.|(?:zie|ibid|idem|vgl|cf|conform|bijv|artikel|art|"
    r"kamerstuk(?:ken)?|motie|o\.a|e|eu)\b)"
)
URL = re.compile(r"https?://\S+")
SETTLED = re.compile(r"[.!?)”’»]$")
LONGEST = 60  # rows of one note
LOST = 2  # notes in a row that may have been lost before counting stops


@dataclass(frozen=True, slots=True)
class NoteRows:
    """A footnote's number and the rows that hold its text (its number left out of the first)."""

    number: int
    rows: tuple[Row, ...]


def lift_footnotes(rows: list[Row], source: str) -> tuple[list[Row], list[NoteRows]]:
    """Split rows into running text and notes; calls are recorded and their digits left out."""
    stated = [row for row in rows if row.line.note is not None]
    running = [row for row in rows if row.line.note is None]
    if stated:
        notes: dict[int, list[Row]] = {}
        for row in stated:
            notes.setdefault(row.line.note or 0, []).append(row)
        return running, [_note(n, found, source) for n, found in sorted(notes.items())]
    return _by_text(running, source)


def _note(number: int, rows: Sequence[Row], source: str) -> NoteRows:
    """A note whose first row no longer begins with the note's own number."""
    first, at = rows[0], rows[0].span.start
    opening = re.match(rf"{number}(?:[.)]\s*|\s+)(?=\S)", first.text)
    if opening:
        rows = [first.without(source, [Span(at, at + opening.end())]), *rows[1:]]
    return NoteRows(number, tuple(rows))


def _by_text(rows: list[Row], source: str) -> tuple[list[Row], list[NoteRows]]:
    """Notes by their looks: `n text` at a page's foot, after a glued call of the same n."""
    calls = Calls(rows, source)
    notes: list[NoteRows] = []
    text: list[int] = []  # indexes of the rows that are running text
    turned: set[int] = set()
    i = 0
    while i < len(rows):
        number = _number(rows[i])
        expected = notes[-1].number + 1 if notes else 1
        end = i + 1
        found = False
        if _may_be_note(rows[i], number, expected, bool(notes)):
            found = calls.find(number, i)
            end = _end_of_note(rows, i, number)
            beside = number == expected and _in_block(rows, i, end, bool(notes))
            found = found or beside
        if not found:
            text.append(i)
            i += 1
            continue
        calls.close(i, end)
        notes.append(_note(number, rows[i:end], source))
        if end < len(rows) and not OPENING.match(rows[end].text):
            turned.add(end)
        i = end
    running = [replace(rows[i], turned=True) if i in turned else rows[i] for i in text]
    return [calls.marked(i, row) for i, row in zip(text, running, strict=True)], notes


def _number(row: Row) -> int:
    opening = OPENING.match(row.text)
    return int(opening[1]) if opening else 0


def _may_be_note(row: Row, number: int, expected: int, seen: bool) -> bool:
    """A note begins after a gap, or anywhere once notes have been seen; its number comes next."""
    if number == expected:
        return seen or row.gap > 0
    return seen and expected < number <= expected + LOST


def _in_block(rows: list[Row], i: int, end: int, seen: bool) -> bool:
    """A note whose call cannot be found still is one inside a block, or alone at a page's end."""
    before = OPENING.match(rows[i - 1].text) if i else None
    beside = seen and rows[i].gap == 0 and before is not None
    closes = end < len(rows) and rows[end].turned and rows[i].gap > 0 and end - i <= 4
    return beside or (seen and closes)


def _end_of_note(rows: list[Row], i: int, number: int) -> int:
    """The row after the note that begins at row i."""
    last = min(len(rows), i + LONGEST)
    for j in range(i + 1, last):
        row, before = rows[j], rows[j - 1].text
        if number < _number(row) <= number + 1 + LOST and (row.gap == 0 or SETTLED.search(before)):
            return j
        if row.turned or row.gap >= 3:
            return j
        if row.gap and SETTLED.search(before) and not URL.fullmatch(row.text):
            return j
    return last
