"""Footnotes: finding their texts at the feet of pages, and the marks that call them.

Knows: that notes count 1, 2, 3 … through a paper, that a note's text follows its call, and that
in text dumps the call is a number glued to the word before it. A number that does not fit that
sequence is left in the text. Does not know: items; which item a note belongs to follows from
where its call stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from index.nouns import Span
from index.rows import Row

OPENING = re.compile(r"(\d{1,3})\s{1,3}(?=\S)")
URL = re.compile(r"https?://\S+")
SETTLED = re.compile(r"[.!?)”’»]$")


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


def _note(number: int, rows: list[Row], source: str) -> NoteRows:
    """A note whose first row no longer begins with the note's own number."""
    first, at = rows[0], rows[0].span.start
    opening = re.match(rf"{number}(?:[.)]\s*|\s+)(?=\S)", first.text)
    if opening:
        rows = [first.without(source, [Span(at, at + opening.end())]), *rows[1:]]
    return NoteRows(number, tuple(rows))


def _by_text(rows: list[Row], source: str) -> tuple[list[Row], list[NoteRows]]:
    """Notes by their looks: `n text` at a page's foot, after a glued call of the same n."""
    text_rows, notes = list[Row](), list[NoteRows]()
    i, searched = 0, 0
    while i < len(rows):
        opening = OPENING.match(rows[i].text)
        expected = len(notes) + 1
        if opening and int(opening[1]) == expected and _at_foot(rows, i, bool(notes)):
            called = _call(text_rows, searched, expected, source)
            end = _end_of_note(rows, i)
            if called is not None:
                searched, marked = called
                text_rows[searched] = marked
            if called is not None or _in_block(rows, i, end, bool(notes)):
                notes.append(_note(expected, rows[i:end], source))
                if end < len(rows) and not rows[end].turned and not OPENING.match(rows[end].text):
                    rows[end] = replace(rows[end], turned=True)
                i = end
                continue
        text_rows.append(rows[i])
        i += 1
    return text_rows, notes


def _at_foot(rows: list[Row], i: int, seen: bool) -> bool:
    """A note block begins after a gap, or right after another note."""
    return rows[i].gap > 0 or (seen and i > 0 and OPENING.match(rows[i - 1].text) is not None) or seen


def _in_block(rows: list[Row], i: int, end: int, seen: bool) -> bool:
    """A note whose call cannot be found still is one inside a block, or alone at a page's end."""
    before = OPENING.match(rows[i - 1].text) if i else None
    beside = seen and rows[i].gap == 0 and before is not None
    closes = end < len(rows) and rows[end].turned and rows[i].gap > 0 and end - i <= 4
    return beside or (seen and closes)


def _end_of_note(rows: list[Row], i: int) -> int:
    """The row after the note that begins at row i."""
    number = int((OPENING.match(rows[i].text) or [0, 0])[1])
    for j in range(i + 1, len(rows)):
        row, before = rows[j], rows[j - 1].text
        opening = OPENING.match(row.text)
        if opening and int(opening[1]) == number + 1:
            return j
        if row.turned or row.gap >= 3:
            return j
        if row.gap and SETTLED.search(before) and not URL.fullmatch(row.text):
            return j
    return len(rows)


def _call(rows: list[Row], since: int, number: int, source: str) -> tuple[int, Row] | None:
    """The row, from `since` on, that calls note `number`, with the call's digits left out."""
    mark = re.compile(rf"(?<=[^\W\d_]|[.,;:)\]’'”»%])\s?{number}(?=$|[\s.,;:)\]’”»–-])")
    for i in range(since, len(rows)):
        row = rows[i]
        earliest = max((position for position, _ in row.calls), default=-1)
        for found in mark.finditer(source, row.span.start, row.span.end):
            if found.start() <= earliest or found[0][0].isspace() or not _is_call(source, found.start()):
                continue
            calls = (*row.calls, (found.start(), number))
            return i, replace(row.without(source, [Span(found.start(), found.end())]), calls=calls)
    return None


def _is_call(source: str, at: int) -> bool:
    """False for numbers that belong to what stands before them: G7, EU27, 3.1."""
    word = re.search(r"[^\W\d_]+$", source[max(0, at - 40) : at])
    if word:
        return not (word[0].isupper() and len(word[0]) <= 2)
    decimal = re.search(r"(\d+)[.,]$", source[max(0, at - 8) : at])
    return decimal is None or len(decimal[1]) == 4
